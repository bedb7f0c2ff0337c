package heed.casework.search;

import heed.casework.concern.Concern;
import java.util.List;

/**
 * A concern that was found.
 *
 * @param about    whom it is about, as lists call them
 * @param why      which parts match, in words
 * @param excerpts what stands around the words, marked
 */
public record Hit(Concern concern, String about, List<String> why, List<Excerpt> excerpts) {
    /** Copies the lists. */
    public Hit {
        why = List.copyOf(why);
        excerpts = List.copyOf(excerpts);
    }

    /** Some words of one part of a concern; shown, and never kept. */
    public record Excerpt(String part, List<Piece> pieces) {
        /** Copies the pieces. */
        public Excerpt {
            pieces = List.copyOf(pieces);
        }
    }

    /** A piece of text, marked where it is what was looked for. */
    public record Piece(String text, boolean marked) {
    }
}

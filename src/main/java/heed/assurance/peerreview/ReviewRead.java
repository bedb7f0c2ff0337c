package heed.assurance.peerreview;

import heed.assurance.paper.Field;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an imported review says of itself, offered to whoever records it: methods, limitations with what they weaken,
 * areas, levels of impact in full and in part. Who the reviewers were is typed: a title page holds names.
 *
 * @param methods     how they worked
 * @param limitations what they could not do
 * @param areas       titles of what they looked at together
 * @param impact      levels of impact, by area
 */
public record ReviewRead(List<ReviewMethod> methods, List<IndependentReview.Limitation> limitations,
        List<String> areas, List<Found> impact) {
    private static final Pattern ABOUT_METHOD = Pattern.compile(
            "(?i)\\b(?:methods?|methodology|gather(?:ed|ing)?|desk-?top|fieldwork|conducted|carried out|consisted of)\\b");
    /** A clause ends where a sentence does, or where another verb can begin. */
    private static final Pattern CLAUSES = Pattern
            .compile("(?<=[.!?;])\\s+|,\\s+(?=with\\b|and\\b|but\\b|although\\b|while\\b)"
                    + "|\\s+(?=(?:but|although|whereas|while)\\b)");
    private static final Pattern IN_PART = Pattern
            .compile("(?i)\\b(?:in part|part(?:ly|ially)|some|certain|several|a few|"
                    + "in (?:key |some |many |most )?areas|in places|pockets|beginning to|starting to|emerging|examples?)\\b");
    private static final Pattern LEVELS = Pattern
            .compile("(?i)\\b(?:level|grade|stage|band)s?\\s+(\\d(?:\\s*(?:,|and|&|to|or)\\s*\\d)*)\\b");

    /** Copies the lists. */
    public ReviewRead {
        methods = List.copyOf(methods);
        limitations = List.copyOf(limitations);
        areas = List.copyOf(areas);
        impact = List.copyOf(impact);
    }

    /**
     * Levels read for an area, to be confirmed.
     *
     * @param area   its title; empty for the whole
     * @param levels those that hold
     * @param inPart those that hold in part, as the words around them say
     * @param words  the sentence they were read from
     */
    public record Found(String area, List<String> levels, List<String> inPart, String words) {
        /** Copies the codes. */
        public Found {
            levels = List.copyOf(levels);
            inPart = List.copyOf(inPart);
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Found[" + levels + inPart + "]";
        }
    }

    /** Reads it. */
    public static ReviewRead of(Reading reading) {
        Map<String, IndependentReview.Limitation> limitations = new LinkedHashMap<>();
        for (var piece : reading.of(PieceKind.LIMITATION)) {
            var text = text(piece);
            limitations.putIfAbsent(text, new IndependentReview.Limitation(text, ReviewMethod.in(text),
                    area(reading, piece).map(List::of).orElse(List.of())));
        }
        return new ReviewRead(methods(reading, List.copyOf(limitations.values())), List.copyOf(limitations.values()),
                reading.of(PieceKind.AREA).stream().map(a -> a.field(Field.TITLE).orElse("")).distinct().toList(),
                reading.of(PieceKind.IMPACT).stream().map(p -> found(reading, p)).toList());
    }

    private static List<ReviewMethod> methods(Reading reading, List<IndependentReview.Limitation> limitations) {
        var found = new TreeSet<ReviewMethod>();
        reading.of(PieceKind.FIELDWORK).forEach(p -> found.addAll(ReviewMethod.in(p.field(Field.HOW).orElse(""))));
        reading.of(PieceKind.PARAGRAPH).stream().map(ReviewRead::text).filter(t -> ABOUT_METHOD.matcher(t).find())
                .forEach(t -> found.addAll(ReviewMethod.in(t)));
        limitations.stream().filter(l -> l.areas().isEmpty()).forEach(l -> found.removeAll(l.without()));
        return List.copyOf(found);
    }

    private static Found found(Reading reading, Piece piece) {
        var full = new LinkedHashSet<String>();
        var part = new LinkedHashSet<String>();
        for (var clause : CLAUSES.split(text(piece))) {
            var levels = new ArrayList<String>();
            LEVELS.matcher(clause).results()
                    .forEach(m -> levels.addAll(List.of(m.group(1).split("\\D+"))));
            (IN_PART.matcher(clause).find() ? part : full).addAll(levels);
        }
        // What the reader did not take for a level of the paper's own scale is none.
        var known = List.of(piece.field(Field.LEVEL).orElse("").split("\\s*,\\s*"));
        full.retainAll(known);
        part.retainAll(known);
        part.removeAll(full);
        return new Found(area(reading, piece).orElse(""), List.copyOf(full), List.copyOf(part), text(piece));
    }

    private static Optional<String> area(Reading reading, Piece piece) {
        var parent = piece.parent();
        while (parent != null) {
            var above = reading.piece(parent);
            if (above.isEmpty())
                return Optional.empty();
            if (above.get().kind() == PieceKind.AREA)
                return above.get().field(Field.TITLE);
            parent = above.get().parent();
        }
        return Optional.empty();
    }

    private static String text(Piece piece) {
        return piece.field(Field.TEXT).orElse("");
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReviewRead";
    }
}

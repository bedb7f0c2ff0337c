package heed.assurance.importing;

import heed.assurance.paper.Piece;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person said about what was read.
 *
 * @param act   what they did
 * @param about the id of the piece, the name of the kind of flag, or empty for lines
 * @param now   the piece as they put it; null where they put none
 * @param lines the lines it is about, where it is about lines
 */
record Correction(Act act, String about, @Nullable Piece now, List<Integer> lines) {
    /** What may be done. */
    enum Act {
        /** A piece says something else, is something else or was read from other lines. */
        CHANGE("Changed"),
        /** A piece is none. */
        LEAVE_OUT("Left out"),
        /** A piece is again as it was read. */
        PUT_BACK("Put back as it was read"),
        /** A piece that was not read. */
        ADD("Added"),
        /** Lines that nothing is to be made of. */
        SET_ASIDE("Lines left out"),
        /** Flags of a kind were looked at. */
        LOOKED_AT("Looked at");

        private final String words;

        Act(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Defends the list. */
    Correction {
        lines = List.copyOf(lines);
    }

    static Correction change(Piece now) {
        return new Correction(Act.CHANGE, now.id(), now, List.of());
    }

    static Correction leaveOut(String piece) {
        return new Correction(Act.LEAVE_OUT, piece, null, List.of());
    }

    static Correction putBack(String piece) {
        return new Correction(Act.PUT_BACK, piece, null, List.of());
    }

    static Correction add(Piece piece) {
        return new Correction(Act.ADD, piece.id(), piece, List.of());
    }

    static Correction setAside(List<Integer> lines) {
        return new Correction(Act.SET_ASIDE, "", null, lines);
    }

    static Correction lookedAt(String flags) {
        return new Correction(Act.LOOKED_AT, flags, null, List.of());
    }

    /** The piece put. @throws NullPointerException where none was */
    Piece piece() {
        return Objects.requireNonNull(now);
    }

    /** Keeps what it says out of logs. */
    @Override
    public String toString() {
        return "Correction[" + act + "]";
    }
}

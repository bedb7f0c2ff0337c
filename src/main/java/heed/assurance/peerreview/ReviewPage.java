package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.ReturnWords;
import heed.assurance.exercise.Voice;
import heed.platform.web.Frame;
import heed.platform.web.SummaryRow;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A return to be reviewed, question by question: as a peer has it, and as the board does. Public only because templates
 * compile elsewhere.
 *
 * @param title    whose return
 * @param state    where it stands; empty for nothing to say
 * @param colour   the state's colour
 * @param facts    about it
 * @param waits    what has to be done or waited for first; null for nothing
 * @param declares where relationships are declared; null where they cannot be
 * @param rows     its questions
 * @param mine     what the third column is called
 * @param acts     what can be done, each with where it leads
 */
public record ReviewPage(Frame frame, String title, String state, String colour, List<SummaryRow> facts,
        @Nullable String waits, @Nullable String declares, List<Row> rows, String mine, List<AskedPage.Act> acts) {
    /** A question. */
    public record Row(String code, String title, String href, List<Said> own, List<Said> mine, String challenges) {
    }

    /** A rating in a list. */
    public record Said(String words, String colour) {
    }

    static List<Row> rows(Room room, String base, Voice voice, @Nullable UUID whose) {
        return room.said().items().stream().map(i -> new Row(i.code(), i.title(), base + "/questions/" + i.code(),
                said(room, i.code(), Voice.SELF, null), said(room, i.code(), voice, whose), asked(room, i.code())))
                .toList();
    }

    private static List<Said> said(Room room, String code, Voice voice, @Nullable UUID whose) {
        return room.now(code).stream()
                .filter(r -> r.voice() == voice && (whose == null || r.organisation().equals(whose)))
                .map(r -> said(room, r)).toList();
    }

    private static Said said(Room room, Rating r) {
        var scale = room.edition().scale();
        return new Said((r.audience() == Audience.ALL ? "" : r.audience().words() + ": ")
                + ReturnWords.verdict(scale, r.verdict()), ReturnWords.colour(scale, r.verdict()));
    }

    /** "1 open, 2 resolved"; empty for none. */
    static String asked(Room room, String code) {
        return counted(room.on(code));
    }

    static String counted(List<Challenge> challenges) {
        return java.util.Arrays.stream(ChallengeState.values())
                .filter(s -> challenges.stream().anyMatch(c -> c.state() == s))
                .map(s -> challenges.stream().filter(c -> c.state() == s).count() + " "
                        + s.words().toLowerCase(Locale.UK))
                .collect(Collectors.joining(", "));
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReviewPage[]";
    }
}

package heed.assurance.peerreview;

import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.ReturnWords;
import heed.assurance.exercise.SimpleText;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a return that is reviewed, with everything beside it: as a peer reads it, and as the board does. Public only
 * because templates compile elsewhere.
 *
 * @param caption    the return, and the question's number
 * @param title      the question
 * @param bullets    what was to be answered one by one
 * @param answer     the answer
 * @param evidence   its evidence
 * @param figures    its figures
 * @param actions    its actions
 * @param beside     everybody's rating
 * @param earlier    what was asked in earlier years, and what came of it
 * @param challenges what was asked this year
 * @param acts       what can be done, each with where it leads
 * @param waits      why nothing can be done yet; null where it can
 * @param next       the next question; null at the end
 */
public record AskedPage(Frame frame, String caption, String title, List<String> bullets,
        List<SimpleText.Block> answer, List<Proof> evidence, List<String> figures, List<String> actions,
        RatingsBeside beside, List<EarlierChallenge> earlier, List<Row> challenges, List<Act> acts,
        @Nullable String waits, @Nullable String next) {
    /** A statement of evidence. */
    public record Proof(String words, String about, String standing, String colour) {
    }

    /** A challenge in a list. */
    public record Row(String ref, String href, String kind, String from, String words, String state, String colour) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Row[" + ref + "]";
        }
    }

    /** Something that can be done. */
    public record Act(String words, String href) {
    }

    static AskedPage of(Frame frame, Room room, String code, List<EarlierChallenge> earlier, List<Act> acts,
            @Nullable String waits, String base, LondonTime time) {
        var line = room.line(code).orElseThrow();
        var codes = room.said().items().stream().map(FrozenReturn.ItemLine::code).toList();
        int at = codes.indexOf(code);
        return new AskedPage(frame.withTitle(code + " " + line.title()).withBack(base),
                room.name(room.owner()) + ", " + room.said().editionTitle() + " " + room.said().year() + ", question "
                        + code,
                line.title(), room.edition().question(code).map(q -> q.bullets()).orElse(List.of()),
                SimpleText.read(line.answer()), line.evidence().stream().map(AskedPage::proof).toList(),
                line.facts().stream().map(f -> f.title() + ": " + f.says()
                        + (f.period().isEmpty() ? "" : ", " + f.period()) + ". " + f.origin() + ". " + f.source())
                        .toList(),
                line.actions().stream().map(a -> a.words() + " (" + a.lead() + "; " + a.state() + ")").toList(),
                room.beside(code), earlier, room.on(code).stream().map(c -> row(room, c, time)).toList(), acts, waits,
                at + 1 < codes.size() ? base + "/questions/" + codes.get(at + 1) : null);
    }

    private static Proof proof(FrozenReturn.EvidenceLine line) {
        var about = line.about().isEmpty()
                ? ReturnWords.undated(line.words())
                : "About " + String.join("; ", line.about());
        return switch (heed.assurance.evidence.Standing.valueOf(line.standing())) {
            case IN -> new Proof(line.words(), about, "In the window", "green");
            case OUT -> new Proof(line.words(), about, "Outside the window", "orange");
            case UNDATED -> new Proof(line.words(), about, "Date missing", "yellow");
        };
    }

    static Row row(Room room, Challenge c, LondonTime time) {
        var came = c.outcome();
        return new Row(c.ref(), "/assurance/challenges/" + c.id(), c.kind().words(),
                room.name(c.peer()) + ", " + time.day(c.turns().getFirst().at()), c.turns().getFirst().words(),
                came == null ? c.state().words() : came.words(), c.state().colour());
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "AskedPage[]";
    }
}

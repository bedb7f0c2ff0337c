package heed.assurance.peerreview;

import heed.assurance.check.Place;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.SimpleText;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pack that reviewers print. Public only because templates compile elsewhere.
 *
 * @param title edition and year
 * @param body  whose return
 * @param stamp when it was printed, of which copy
 * @param tally the organisation's own ratings, counted on both bases
 * @param items every question
 */
public record PrintedPack(String title, String body, String stamp, String tally, List<Asked> items) {
    /**
     * A question with room to write.
     *
     * @param heading    code and question
     * @param ratings    everybody's rating, in words
     * @param answer     the answer
     * @param evidence   statements that somebody has read through
     * @param kept       how many statements are not in the pack; empty for none
     * @param challenges what was asked, and where that stands
     */
    public record Asked(String heading, List<String> ratings, List<SimpleText.Block> answer, List<String> evidence,
            String kept, List<String> challenges) {
    }

    static PrintedPack of(ReviewPack.Opened opened, String at) {
        var room = opened.room();
        return new PrintedPack(room.said().editionTitle() + " " + room.said().year(), room.name(room.owner()),
                "For reviewers, printed " + at + ". Content hash " + room.copy().hash(), room.said().tally(),
                room.said().items().stream().map(i -> item(opened, room, i)).toList());
    }

    private static Asked item(ReviewPack.Opened opened, Room room, FrozenReturn.ItemLine item) {
        var samples = opened.of(item.code());
        long kept = samples.stream().filter(s -> !s.printable()).count();
        return new Asked(item.code() + " " + item.title(),
                room.beside(item.code()).lines().stream()
                        .map(l -> without(opened, item, Place.Part.RATING, String.join(". ", Stream.concat(
                                Stream.of(l.whose() + ", " + l.from() + ": " + l.shown(), l.meaning(), l.rests()),
                                Stream.of(l.declared(), l.weakened(), l.noted()).flatMap(List::stream))
                                .filter(s -> !s.isEmpty()).toList())))
                        .toList(),
                SimpleText.read(without(opened, item, Place.Part.RESPONSE, item.answer())),
                samples.stream().filter(EvidenceSample::printable).map(EvidenceSample::printed).toList(),
                kept == 0
                        ? ""
                        : kept == 1
                                ? "1 statement is not in this pack: nobody has read it through yet."
                                : kept + " statements are not in this pack: nobody has read them through yet.",
                room.on(item.code()).stream().map(c -> c.ref() + ", " + room.name(c.peer()) + ", "
                        + c.kind().words() + ": " + c.turns().getFirst().words() + " (" + c.state().words() + ")")
                        .toList());
    }

    /** Words of a part of it without what tells of a person, as far as Heed finds it. (Invariant 22) */
    private static String without(ReviewPack.Opened opened, FrozenReturn.ItemLine item, Place.Part part,
            String words) {
        var text = words;
        for (var found : opened.found())
            if (found.place().item().equals(item.code()) && found.place().part() == part
                    && !found.says().isBlank())
                text = text.replace(found.says(), "[removed: " + EvidenceSample.Why.PERSON.words() + "]");
        return text;
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "PrintedPack[]";
    }
}

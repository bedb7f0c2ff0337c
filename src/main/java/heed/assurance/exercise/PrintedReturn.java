package heed.assurance.exercise;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return on paper. Public only because templates compile elsewhere.
 *
 * @param title    edition and year
 * @param body     whose it is
 * @param stamp    how it stands, with the hash where it is frozen
 * @param window   what evidence is about
 * @param tally    the counts on both bases
 * @param scale    the scale's title
 * @param levels   its levels: letter, word and definition
 * @param items    every question
 */
public record PrintedReturn(String title, String body, String stamp, String window, String tally, String scale,
        List<Level> levels, List<Answered> items) {
    /** A level of the scale. */
    public record Level(String shown, String meaning) {
    }

    /** A question with what is under it. */
    public record Answered(@Nullable String section, String heading, List<String> ratings,
            List<SimpleText.Block> answer, List<String> evidence, List<String> figures, List<String> actions) {
    }

    static PrintedReturn of(FrozenReturn copy, @Nullable String hash, String at) {
        var items = new ArrayList<Answered>();
        var section = "";
        for (var item : copy.items()) {
            items.add(new Answered(item.section().equals(section) ? null : item.section(),
                    item.code() + " " + item.title(), item.ratings().stream().map(r -> rating(copy, r)).toList(),
                    SimpleText.read(item.answer()),
                    item.evidence().stream().map(e -> e.words() + " (" + (e.about().isEmpty()
                            ? "date missing"
                            : String.join("; ", e.about()) + (e.standing().equals("IN") ? "" : ", outside the window"))
                            + ")").toList(),
                    item.facts().stream().map(PrintedReturn::figure).toList(), actions(item)));
            section = item.section();
        }
        return new PrintedReturn(copy.editionTitle() + " " + copy.year(),
                copy.body() + (copy.number() > 1 ? ", version " + copy.number() : ""),
                hash == null ? "Draft, printed " + at : "Signed off " + at + ". Content hash " + hash,
                ReturnWords.between(java.time.LocalDate.parse(copy.windowFrom()),
                        java.time.LocalDate.parse(copy.windowUntil())),
                copy.tally(), copy.scaleTitle(),
                copy.levels().stream()
                        .map(l -> new Level(new RatingScale.Step(l.code(), l.word(), "", "", List.of()).shown(),
                                l.meaning()))
                        .toList(),
                items);
    }

    private static String rating(FrozenReturn copy, FrozenReturn.RatingLine r) {
        var meaning = copy.levels().stream().filter(l -> l.code().equals(r.verdict()))
                .map(FrozenReturn.LevelLine::meaning).findFirst().orElse("");
        var words = new StringBuilder(Voice.valueOf(r.voice()).words());
        if (!r.audience().equals(Audience.ALL.name()))
            words.append(" (").append(Audience.valueOf(r.audience()).words()).append(')');
        words.append(": ").append(r.word());
        if (!meaning.isEmpty())
            words.append(". ").append(meaning);
        if (r.reason() != null)
            words.append(". ").append(r.reason());
        if (r.override() != null)
            words.append(". Stands without evidence from the window: ").append(r.override());
        if (r.transcribed() != null)
            words.append(". Transcribed from: ").append(r.transcribed());
        r.known().forEach(b -> words.append(". ").append(b));
        return words.toString();
    }

    private static String figure(FrozenReturn.FactLine f) {
        var parts = f.parts().isEmpty()
                ? ""
                : " " + String.join("; ", f.parts().stream().map(p -> p.words() + ": " + p.says()).toList()) + ".";
        return f.title() + ": " + f.says() + (f.period().isEmpty() ? "" : ", " + f.period()) + ". " + f.origin() + ". "
                + f.source() + parts;
    }

    private static List<String> actions(FrozenReturn.ItemLine item) {
        var lines = new ArrayList<>(item.actions().stream()
                .map(a -> a.words() + " (" + a.lead() + "; " + a.state() + ")").toList());
        if (item.noAction() != null)
            lines.add("No action: " + item.noAction());
        return lines;
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "PrintedReturn";
    }
}

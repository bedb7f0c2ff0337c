package heed.assurance.report;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.Voice;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A return as a Word document in the shape of paper 000: each question with its response, rating, evidence and actions, one
 * paragraph for each statement. What is read back from it is what went in.
 */
public final class ReturnPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private final FrozenReturn copy;
    private final @Nullable String hash;

    private ReturnPaper(FrozenReturn copy, @Nullable String hash) {
        this.copy = copy;
        this.hash = hash;
    }

    /**
     * A return on paper.
     *
     * @param copy what it says
     * @param hash of what was signed off; null for a draft, and then the paper says so
     * @return the Word document
     */
    public static byte[] word(FrozenReturn copy, @Nullable String hash) {
        var paper = new ReturnPaper(copy, hash);
        return WordTemplate.filled(ShippedTemplate.RETURN.file(), paper.title() + " - " + copy.body(), copy.body(),
                paper.new Answers());
    }

    private String title() {
        return copy.editionTitle() + " " + copy.year();
    }

    private final class Answers implements WordTemplate.Says {
        @Override
        public @Nullable String line(String name) {
            return switch (name) {
                case "title" -> title();
                case "body" -> copy.body();
                case "hash" -> hash == null ? "Draft, not signed off." : "Signed off. Content hash " + hash + ".";
                default -> null;
            };
        }

        @Override
        public List<Block> part(String name) {
            return switch (name) {
                case "about" -> List.of(
                        Block.para("Evidence is about " + DAY.format(LocalDate.parse(copy.windowFrom())) + " to "
                                + DAY.format(LocalDate.parse(copy.windowUntil())) + "."),
                        Block.para("Own ratings: " + copy.tally() + "."));
                case "scale" -> List.of(Block.Grid.of(copy.scaleTitle() + ", version " + copy.scaleVersion(),
                        List.of(22, 78), List.of("Rating", "Meaning"),
                        copy.levels().stream().map(l -> List.of(shown(l), l.meaning()))));
                case "answers" -> answers();
                default -> throw new IllegalArgumentException("the return has no such part");
            };
        }
    }

    private static String shown(FrozenReturn.LevelLine level) {
        return new RatingScale.Step(level.code(), level.word(), "", "", List.of()).shown();
    }

    private List<Block> answers() {
        var blocks = new ArrayList<Block>();
        var section = "";
        for (var item : copy.items()) {
            if (!item.section().equals(section))
                blocks.add(new Block.Heading(1, item.section()));
            section = item.section();
            blocks.add(new Block.Heading(2, item.code() + " " + item.title()));
            blocks.add(new Block.Heading(3, "Response"));
            blocks.addAll(item.answer().isBlank() ? List.of(Block.para("No response.")) : Block.written(item.answer()));
            blocks.add(new Block.Heading(3, "Rating"));
            blocks.addAll(ratings(item));
            blocks.add(new Block.Heading(3, "Evidence"));
            item.evidence().forEach(e -> blocks.add(Block.para(e.words())));
            if (item.evidence().isEmpty() && item.facts().isEmpty())
                blocks.add(Block.para("No evidence."));
            item.facts().forEach(f -> blocks.add(Block.para(figure(f))));
            blocks.add(new Block.Heading(3, "Actions"));
            blocks.addAll(actions(item));
        }
        return blocks;
    }

    /** The own rating alone on its line, as paper 000 has it; then its definition, and all others with whose they are. */
    private List<Block> ratings(FrozenReturn.ItemLine item) {
        var blocks = new ArrayList<Block>();
        var own = item.ratings().stream().filter(r -> own(r)).findFirst();
        blocks.add(Block.para(own.map(FrozenReturn.RatingLine::word).orElse("Not rated")));
        own.ifPresent(r -> {
            var says = explained(r);
            if (!says.isEmpty())
                blocks.add(Block.para(says));
        });
        for (var rating : item.ratings())
            if (!own(rating)) {
                var audience = Audience.valueOf(rating.audience());
                var says = explained(rating);
                blocks.add(Block.para(Voice.valueOf(rating.voice()).words()
                        + (audience == Audience.ALL ? "" : " (" + audience.words() + ")") + ": " + rating.word() + "."
                        + (says.isEmpty() ? "" : " " + says)));
            }
        return blocks;
    }

    private static boolean own(FrozenReturn.RatingLine rating) {
        return rating.voice().equals(Voice.SELF.name()) && rating.audience().equals(Audience.ALL.name());
    }

    private String explained(FrozenReturn.RatingLine rating) {
        var says = new ArrayList<String>();
        copy.levels().stream().filter(l -> l.code().equals(rating.verdict())).findFirst()
                .ifPresent(l -> says.add(l.meaning() + "."));
        if (rating.reason() != null)
            says.add(rating.reason());
        if (rating.override() != null)
            says.add("Stands without evidence from the window: " + rating.override());
        if (rating.transcribed() != null)
            says.add("Transcribed from: " + rating.transcribed());
        says.addAll(rating.known().stream().map(k -> k.endsWith(".") ? k : k + ".").toList());
        return String.join(" ", says);
    }

    /** A figure among the evidence, with where it is from: a table of its own would be read back as another statement a row. */
    private static String figure(FrozenReturn.FactLine f) {
        return f.title() + ": " + f.says() + (f.period().isEmpty() ? "" : ", " + f.period()) + ". " + f.origin() + ": "
                + f.source() + "."
                + (f.parts().isEmpty()
                        ? ""
                        : " " + String.join("; ", f.parts().stream().map(p -> p.words() + ": " + p.says()).toList())
                                + ".");
    }

    private static List<Block> actions(FrozenReturn.ItemLine item) {
        var blocks = new ArrayList<Block>();
        if (!item.actions().isEmpty())
            blocks.add(Block.Grid.of("", List.of(50, 30, 20),
                    List.of("Action", "Lead", "Status"),
                    item.actions().stream().map(a -> List.of(a.words(), a.lead(), a.state()))));
        if (item.noAction() != null)
            blocks.add(Block.para("No action: " + item.noAction()));
        if (blocks.isEmpty())
            blocks.add(Block.para("None"));
        return blocks;
    }
}

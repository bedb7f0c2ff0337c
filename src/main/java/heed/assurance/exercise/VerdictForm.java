package heed.assurance.exercise;

import heed.platform.web.Choice;
import heed.platform.web.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a rating is asked for, whoever gives it: a level, or the two answers it follows from, or why there is none. */
public final class VerdictForm {
    /** Which of the answers is picked. */
    public static final String SAYS = "says";
    /** Whom it is about. */
    public static final String AUDIENCE = "audience";
    private static final String LEVEL = "level";
    private static final String OVERRIDE = "override";
    private static final String REASON = "reason";
    private static final String APPLIES_NOT = "not_applicable";
    private static final String NOT_RATED = "not_rated";

    private VerdictForm() {
    }

    /** What is there before anything was typed: a rating as it stands. */
    public static Map<String, String> begun(@Nullable Rating rating) {
        var typed = new HashMap<String, String>();
        typed.put(AUDIENCE, Audience.ALL.name());
        if (rating == null)
            return typed;
        switch (rating.verdict()) {
            case Verdict.Level level -> {
                typed.put(SAYS, LEVEL);
                typed.put(LEVEL, level.code());
                var facets = level.facets();
                if (facets != null) {
                    typed.put(RatingScale.ATTAINMENT, facets.attainment());
                    typed.put(RatingScale.EVIDENCED, facets.evidenced());
                }
            }
            case Verdict.NotApplicable no -> {
                typed.put(SAYS, APPLIES_NOT);
                typed.put(REASON, no.reason());
            }
            case Verdict.NotRated said -> typed.put(SAYS, NOT_RATED);
            case Verdict.NotRecoverable said -> {
                // Nothing to begin with.
            }
        }
        typed.put(AUDIENCE, rating.audience().name());
        var override = rating.override();
        if (override != null)
            typed.put(OVERRIDE, override);
        return typed;
    }

    /**
     * The questions.
     *
     * @param label what is asked, such as "Your rating"
     * @param own   whether it is the organisation's own: then the best level may have to say why it stands
     */
    public static List<Question> questions(ReturnForm form, RatingScale scale, String label, boolean own) {
        var level = new ArrayList<Question>();
        if (scale.derives()) {
            for (var facet : scale.asks())
                level.add(new Question.Pick(
                        form.field(facet.name(),
                                facet.name().equals(RatingScale.ATTAINMENT)
                                        ? "How far is it met?"
                                        : own ? "Can you show it?" : "Can it be shown?",
                                null),
                        facet.answers().stream().map(a -> form.choice(facet.name(), a.code(), a.word(), null))
                                .toList(),
                        false));
        } else
            level.add(new Question.Pick(form.field(LEVEL, "Which level?", null),
                    scale.levels().stream().map(l -> form.choice(LEVEL, l.code(), l.shown(), l.meaning())).toList(),
                    false));
        if (own && scale.levels().stream().anyMatch(l -> l.requires().contains("evidence")))
            level.add(form.text(OVERRIDE, "Why does it stand without evidence from the window? (only where it does)",
                    "Everybody who reads the rating reads this, peers too.", 2));
        var choices = new ArrayList<Choice>();
        if (scale.rates())
            choices.add(form.choice(SAYS, LEVEL, "Rate it", null));
        choices.add(form.choice(SAYS, NOT_RATED, "Not rated", "Counted as not rated, on both bases"));
        choices.add(form.choice(SAYS, APPLIES_NOT, own ? "Does not apply to us" : "Does not apply", null));
        return List.of(new Question.Pick(form.field(SAYS, label, null), choices, false, Map.of(LEVEL, level,
                APPLIES_NOT, List.of(form.text(REASON, "Why does it not apply?", null, 2)))));
    }

    /** Whom it is about, where the edition is for children and adults both. */
    public static Question audience(ReturnForm form) {
        return new Question.Select(form.field(AUDIENCE, "Whom is it about?", null), Arrays.stream(Audience.values())
                .map(a -> Choice.of(a.name(), a.words(), form.get(AUDIENCE).equals(a.name()))).toList());
    }

    /** Whom it was said to be about; everybody where nothing was said. */
    public static Audience about(ReturnForm form) {
        return Arrays.stream(Audience.values()).filter(a -> a.name().equals(form.get(AUDIENCE))).findFirst()
                .orElse(Audience.ALL);
    }

    /** Why it stands without evidence; null for no such words. */
    public static @Nullable String override(ReturnForm form) {
        var words = form.maybe(OVERRIDE, ReturnForm.LONG);
        return words.isEmpty() || !form.get(SAYS).equals(LEVEL) ? null : words;
    }

    /** What was answered. @return null where something is wrong, which the form then says */
    public static @Nullable Verdict verdict(ReturnForm form, RatingScale scale) {
        var says = form.one(SAYS, List.of(LEVEL, NOT_RATED, APPLIES_NOT), "Choose a rating, or say why there is none");
        if (says == null)
            return null;
        if (says.equals(NOT_RATED))
            return new Verdict.NotRated();
        if (says.equals(APPLIES_NOT))
            return new Verdict.NotApplicable(form.words(REASON, "Say why this does not apply", ReturnForm.LONG));
        if (!scale.derives()) {
            var level = form.one(LEVEL, scale.levels().stream().map(RatingScale.Step::code).toList(),
                    "Choose a level");
            return level == null ? null : new Verdict.Level(level, null);
        }
        for (var facet : scale.asks())
            form.one(facet.name(), facet.answers().stream().map(RatingScale.Answer::code).toList(),
                    facet.name().equals(RatingScale.ATTAINMENT)
                            ? "Choose how far it is met"
                            : "Choose whether you can show it");
        if (!form.right())
            return null;
        var facets = new Facets(form.get(RatingScale.ATTAINMENT), form.get(RatingScale.EVIDENCED));
        return new Verdict.Level(scale.derive(facets).code(), facets);
    }

    /** The field that a fault is beside. */
    public static String field(RatingRules.Fault fault) {
        return switch (fault) {
            case NOT_EVIDENCED -> OVERRIDE;
            case NO_REASON -> REASON;
            case ONE_AUDIENCE -> AUDIENCE;
            default -> SAYS;
        };
    }
}

package heed.assurance.exercise;

import java.util.LinkedHashMap;
import java.util.List;

/** A scale for tests, with two facets and four levels. */
final class OnScale {
    private OnScale() {
    }

    /** Letters that follow from two answers; B asks for evidence, A and R for an action. */
    static RatingScale facets() {
        var derived = new LinkedHashMap<Facets, String>();
        derived.put(new Facets("met", "ready"), "B");
        derived.put(new Facets("met", "not_ready"), "G");
        derived.put(new Facets("nearly", "ready"), "G");
        derived.put(new Facets("nearly", "not_ready"), "G");
        derived.put(new Facets("begun", "ready"), "A");
        derived.put(new Facets("begun", "not_ready"), "A");
        derived.put(new Facets("not_begun", "ready"), "R");
        derived.put(new Facets("not_begun", "not_ready"), "R");
        return new RatingScale("two-facets", 1, "Two facets", levels(), derived,
                List.of(new RatingScale.Facet("attainment",
                        List.of(new RatingScale.Answer("met", "Fully met"),
                                new RatingScale.Answer("nearly", "Nearly"), new RatingScale.Answer("begun", "Begun"),
                                new RatingScale.Answer("not_begun", "Not begun"))),
                        new RatingScale.Facet("evidenced", List.of(new RatingScale.Answer("ready", "Can be shown"),
                                new RatingScale.Answer("not_ready", "Cannot be shown")))));
    }

    /** The same letters, picked, with another meaning. */
    static RatingScale picked() {
        return new RatingScale("picked", 1, "Picked", levels(), java.util.Map.of(), List.of());
    }

    /** A placeholder: no levels. */
    static RatingScale without() {
        return new RatingScale("none", 1, "None", List.of(), java.util.Map.of(), List.of());
    }

    private static List<RatingScale.Step> levels() {
        return List.of(new RatingScale.Step("B", "Blue", "blue", "Met and shown", List.of("evidence")),
                new RatingScale.Step("G", "Green", "green", "Nearly", List.of()),
                new RatingScale.Step("A", "Amber", "amber", "Begun", List.of("action")),
                new RatingScale.Step("R", "Red", "red", "Not begun", List.of("action", "reason")));
    }
}

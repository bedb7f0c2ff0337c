package heed.assurance.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rating needs to know of one version of a scale. Levels of two scales are never compared, counted together or
 * converted here, whatever letters they share. (Invariant 2)
 *
 * @param code    the scale's code
 * @param version its version
 * @param title   what it is called
 * @param levels  its levels, best first where it has an order
 * @param derived the level's code for each pair of facets; empty where the level is picked
 * @param asks    the facets in words, to pick from; empty where the level is picked
 */
public record RatingScale(String code, int version, String title, List<Step> levels, Map<Facets, String> derived,
        List<Facet> asks) {
    /** The facet that says how far a standard is met. */
    public static final String ATTAINMENT = "attainment";
    /** The facet that says whether that can be shown. */
    public static final String EVIDENCED = "evidenced";

    /** Copies what it is given. */
    public RatingScale {
        levels = List.copyOf(levels);
        derived = Map.copyOf(derived);
        asks = List.copyOf(asks);
    }

    /**
     * One level.
     *
     * @param code     its letter or code
     * @param word     its word
     * @param colour   decoration only; empty for none
     * @param meaning  its definition
     * @param requires what it must have: {@code evidence}, {@code action}, {@code reason} …
     */
    public record Step(String code, String word, String colour, String meaning, List<String> requires) {
        /** Copies what it requires. */
        public Step {
            requires = List.copyOf(requires);
        }

        /** Letter and word, as every page prints it: "B, Blue"; once where they are the same. (Invariant 23) */
        public String shown() {
            return word.endsWith(code) ? word : code + ", " + word;
        }
    }

    /**
     * One of the questions that a level follows from.
     *
     * @param name    {@code attainment} or {@code evidenced}
     * @param answers code and words of each answer, in order
     */
    public record Facet(String name, List<Answer> answers) {
        /** Copies the answers. */
        public Facet {
            answers = List.copyOf(answers);
        }
    }

    /** One answer to a facet. */
    public record Answer(String code, String word) {
    }

    /** The level of this code. */
    public Optional<Step> level(@Nullable String code) {
        return levels.stream().filter(l -> l.code().equals(code)).findFirst();
    }

    /** Whether its level follows from two answers. */
    public boolean derives() {
        return !derived.isEmpty();
    }

    /**
     * The level that follows from two answers. (Invariant 3)
     *
     * @throws IllegalArgumentException where none does
     */
    public Step derive(Facets facets) {
        return level(derived.get(facets))
                .orElseThrow(() -> new IllegalArgumentException("no level follows from these answers"));
    }

    /** Whether anything can be rated on it: a placeholder has no levels. */
    public boolean rates() {
        return !levels.isEmpty();
    }
}

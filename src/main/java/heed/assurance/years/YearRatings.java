package heed.assurance.years;

import heed.platform.Actor;
import java.util.List;

/** Ratings of many years as a slice keeps them; each slice that has some gives a bean. They are read, never written. */
public interface YearRatings {
    /**
     * What it has on these editions, within what this person may see; called in a transaction of their scope.
     *
     * @param editions codes of the editions wanted
     */
    List<Rated> ratings(Actor by, List<String> editions);

    /** How letters that a paper printed are called, where nobody in Heed gave them. */
    String FROM_PAPER = "As printed";
}

package heed.assurance.exercise;

import heed.platform.Actor;
import java.util.List;

/** What has to be known when somebody reads a rating, such as what its reviewers could not do: a slice gives a bean. */
public interface BesideRating {
    /** What stands beside it, a sentence each; called for somebody who reads the rating. */
    List<String> of(Actor by, Rating rating);
}

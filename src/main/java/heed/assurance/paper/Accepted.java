package heed.assurance.paper;

import heed.platform.Actor;
import java.util.UUID;

/**
 * Makes records of an accepted paper: a slice that keeps such records gives a bean. Of a kind that no bean is for, the
 * paper is kept as it was accepted.
 */
public interface Accepted {
    /** The kind of paper that it takes; there is one bean for each at most. */
    PaperKind kind();

    /** What will be made of it, in a sentence for the page that asks whether to accept; nothing is written. */
    String says(Actor by, AcceptedPaper paper);

    /**
     * Makes the records, in the transaction that accepts the paper: what it throws leaves the paper as it was.
     *
     * @return the id of the record that was made
     * @throws heed.platform.Refused as not allowed now where something must be settled first, which {@link #says} says
     */
    UUID take(Actor by, AcceptedPaper paper);

    /** Where a record that was made of a paper is shown. */
    String href(UUID made);
}

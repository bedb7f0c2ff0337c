package heed.assurance.peerreview;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of reviews say after a change. */
enum PeerNotice implements Notice {
    /** Declared. */
    PEER_DECLARED("Your declaration is kept. It stands beside your ratings."),
    /** Rated. */
    PEER_RATED("Your rating is kept. Earlier ones stay on record."),
    /** Asked. */
    CHALLENGE_RAISED("Sent. Both sides and the board can read it."),
    /** A turn. */
    CHALLENGE_TURNED("Your turn is kept."),
    /** Rated again. */
    RATED_AGAIN("Your rating is changed, with this challenge as its reason. Earlier ones stay on record."),
    /** Paired. */
    PAIRED("Paired. They read the return while the cycle is in peer review, within these days."),
    /** Nothing new. */
    PAIRED_ALREADY("Everybody is paired already."),
    /** Ended. */
    PAIRING_ENDED("They read the return no more."),
    /** Ruled. */
    DECLARATION_RULED("The panel’s decision is kept and stands beside the declaration."),
    /** Decided. */
    PANEL_DECIDED("The panel’s decision is kept, and everything it settles is settled."),
    /** Agreed. */
    BOARD_AGREED("The board’s ratings are kept with their minute. All others stay beside them."),
    /** Moved. */
    RECEIVED_MOVED("Done. The organisation sees it on its return."),
    /** Read through. */
    SAMPLES_READ("Kept. What you read through is in the pack, without what was left out."),
    /** Recorded. */
    OUTSIDE_REVIEW_KEPT("The review is kept."),
    /** Loaded. */
    JUDGEMENTS_TYPED("The ratings are kept, with where they stand. They are beside the others of that year.");

    private final String words;

    PeerNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllPeerNotices implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}

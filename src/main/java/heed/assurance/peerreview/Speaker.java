package heed.assurance.peerreview;

import java.util.UUID;

/**
 * Who takes a turn.
 *
 * @param party        as whom
 * @param organisation for which organisation
 * @param staff        who types it
 * @param forThem      whether whoever types it is of the board and writes down what the party said in a meeting
 */
public record Speaker(Party party, UUID organisation, UUID staff, boolean forThem) {
    /** Somebody who writes for the own organisation. */
    public static Speaker own(Party party, UUID organisation, UUID staff) {
        return new Speaker(party, organisation, staff, false);
    }

    /** What a party said in a meeting, as the board's minute has it. */
    public static Speaker minuted(Party party, UUID organisation, UUID staff) {
        return new Speaker(party, organisation, staff, true);
    }
}

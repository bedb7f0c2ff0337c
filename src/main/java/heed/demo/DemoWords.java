package heed.demo;

import heed.casework.concern.Decision;
import java.util.List;
import java.util.UUID;

/** What people write besides the written concerns: notes at a handover, additions, a lead's reasons. Each is used once a year. */
final class DemoWords {
    /** From officers who hand a concern back to the queue. */
    static final List<String> HANDED_BACK = List.of(
            "My shift ends at five and I have not reached the reporter; two calls, no answer, no message left. Nothing else is done. Please ring them before anything goes out.",
            "I started on this and have been called to a court hearing for the rest of the day. I read it and checked our housing records: nothing there that changes the picture. Still to do: the call to the reporter.",
            "Handing back because I am on leave from tomorrow. The reporter knows that somebody else will ring.");

    /** From the person who told us, after they sent it. */
    static final List<String> ADDED = List.of(
            "I forgot to say that the front door has been changed since, it is a new grey one. You cannot see in through the letter box any more.",
            "She rang me back this morning. She says it is fine to text but not to ring before he goes out at nine.",
            "My colleague was with me and saw it too. He is happy to be asked, he is on lates this week.",
            "I have looked in my diary and it was the Tuesday, not the Wednesday.",
            "The neighbour at the side came out afterwards and said this is not the first time. I did not ask her anything else.",
            "I went past again today on my normal round. The curtains were open and I saw nothing out of the ordinary. I did not knock.",
            "I have just found the note I made that day. It says ten past four, so a bit later than I told you.",
            "He came to the counter today and thanked me for listening. He did not want to talk about it here.",
            "Someone from the school rang our office to ask about the same family. I said I could not talk about it and gave them your number.",
            "The dog warden tells me they were at the address last month about the dog. I thought you would want to know.");

    /** From an officer who works on one. */
    static final List<String> NOTED = List.of(
            "Rang the reporter. They are sure of the date and heard it themselves. They feel all right about having told us.",
            "Checked what housing and council tax know of the household. Two adults on the tenancy; no other concern recorded in the last two years.",
            "The hub's duty worker rang back: known to them, an open assessment, they will add this to it.",
            "Tried the mobile number twice at the times that are safe. No answer, no message left.",
            "Spoke to the tenancy officer, who visits on Thursday anyway and will see how things look.",
            "The reporter's manager knows that they told us something and will check in with them. She does not know what it is about.",
            "Took advice from the lead on whether to tell the parent first. We will not, because of who else may be in the home.",
            "Adult team agrees that this should come to them; written referral to follow today.");

    private static final List<String> PROTECTION = List.of(
            "I know who may be at risk and where, and nothing of who it is about. The activity is covered by other staff until the recipients say otherwise, and two of them are present at all times. Parents are told only that cover has changed.",
            "Checked that the person at risk is safe today and has somebody to turn to who is not from that team. Visits go on with another worker. I keep this to myself and the recipients.",
            "The summary gives me enough. Contact with the person at risk goes through me for now, and the booking is moved to another place.",
            "Spoke to the person at risk by phone, at a time they chose. They feel safe this week and know whom to ring. Nothing was said about anybody who works here.",
            "Another worker takes over the visits as of tomorrow, given out as a change of rota. The adult's key worker outside the council will look in on Friday.",
            "No further contact is planned there until the recipients have finished. I checked the diary for the next four weeks and moved two appointments.",
            "The children involved are seen by school staff every day and the school's own lead knows that we are watching. Nothing more is needed from us today.",
            "I went there myself. The place is quiet, there are always two members of staff, and the person at risk was with family.");

    private DemoWords() {
    }

    /** The entry of the list of reasons that a written decision falls under. */
    static String reason(Telling t) {
        var written = t.decision().reason();
        return switch (t.decision().outcome()) {
            case NO_FURTHER_ACTION -> switch (written) {
                case "NOT_SAFEGUARDING", "DUPLICATE", "EMERGENCY_DONE" -> written;
                case "TO_ALLEGATIONS", "TO_PLACE_LOG" -> "HELD_ELSEWHERE";
                default -> "EXPLAINED";
            };
            case ADVICE_GIVEN -> List.of("CONSULT_FIRST", "MORE_NEEDED").contains(written) ? written : "HOW_TO_RESPOND";
            case SIGNPOST -> t.agrees().answer() == Telling.Yes.YES ? "PERSON_CHOSE" : "SIGNPOST";
            case REFER -> switch (t.agrees().answer()) {
                case YES -> "REFER_AGREED";
                case NO -> "REFER_WITHOUT";
                case NOT_SURE -> "REFER_NOW";
            };
            case OPEN_CASE -> "MONITOR".equals(written) ? written : "OPEN_CASE";
            case ADD_TO_CASE -> "ADD_TO_CASE";
        };
    }

    /** What a lead decides on the record that protects the person at risk. */
    static Decision protection(DatedConcern dated, UUID lead) {
        return new Decision.OpenCase("MONITOR", PROTECTION.get(dated.number() % PROTECTION.size()), lead);
    }
}

package heed.assurance.report;

/**
 * A line of the action plan as a report prints it.
 *
 * @param ref        its reference
 * @param group      what it comes under, such as a standard; empty for none
 * @param words      what is to be done, or was
 * @param leads      the posts that lead it, without who holds them
 * @param when       its timescale, as written
 * @param state      where it stands, in words
 * @param leadColour the lead's colour in letter and word; empty where none was given
 * @param heedColour Heed's computed colour in letter and word; empty where it has none
 * @param why        why the two differ (invariant 14), or why Heed finds it red or amber; empty for neither
 * @param outcome    what came of it, for one that was completed; else empty
 * @param impact     what difference that made; else empty
 */
public record ReportAction(String ref, String group, String words, String leads, String when, String state,
        String leadColour, String heedColour, String why, String outcome, String impact) {
    /** How it stands: the state, and both colours where both are there. */
    public String standing() {
        var says = new StringBuilder(state);
        if (!leadColour.isEmpty())
            says.append("\nLead: ").append(leadColour);
        if (!heedColour.isEmpty())
            says.append("\nHeed: ").append(heedColour);
        if (!why.isEmpty())
            says.append("\n").append(why);
        return says.toString();
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
        return "ReportAction[" + ref + "]";
    }
}

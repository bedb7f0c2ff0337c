package heed.access.staff;

/**
 * One person of a staff list, as the file says it.
 *
 * @param line    where in the file they begin; the heading is line 1
 * @param name    their name
 * @param mail    their work address for mail, by which they are known again
 * @param service their service's name; empty for none
 * @param manager their manager's mail address or name; empty for none
 * @param post    what their job is called
 * @param council the body they work for; empty where there is one only or the service says it
 */
record StaffRow(long line, String name, String mail, String service, String manager, String post, String council) {
    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "StaffRow[" + line + "]";
    }
}

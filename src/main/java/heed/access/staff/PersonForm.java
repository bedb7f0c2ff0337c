package heed.access.staff;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's details as typed.
 *
 * @param name      their name
 * @param mail      their work address for mail; asked only for somebody new
 * @param post      what their job is called
 * @param council   id of the body they work for
 * @param service   id of their service; empty for none
 * @param manager   their line manager's name; empty for none
 * @param managerId id of the person picked for that name
 * @param version   the version the details were shown from; none for somebody new
 */
record PersonForm(String name, String mail, String post, String council, String service, String manager,
        String managerId,
        @Nullable Integer version) {
    static final PersonForm EMPTY = new PersonForm("", "", "", "", "", "", "", null);

    /** Reads what a form sent: what is missing is empty, and what surrounds it goes. */
    static PersonForm of(Map<String, String> sent) {
        var version = tidy(sent, "version");
        return new PersonForm(tidy(sent, "name"), tidy(sent, "mail"), tidy(sent, "post"), tidy(sent, "council"),
                tidy(sent, "service"), tidy(sent, "manager"), tidy(sent, "managerId"),
                version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null);
    }

    private static String tidy(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "PersonForm[]";
    }
}

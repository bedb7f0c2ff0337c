package heed.casework.concern;

import heed.platform.web.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was told, worded for reading back: by whoever told it, and by officers. */
public final class Told {
    private static final Map<String, String> YES_NO = Map.of("yes", "Yes", "no", "No", "not-sure", "Not sure");
    private static final Map<String, String> WORKS_AS = Map.of("STAFF", "Member of staff", "VOLUNTEER", "Volunteer",
            "CONTRACTOR",
            "Contractor", "COUNCILLOR", "Councillor", "LICENSED_DRIVER", "Licensed driver", "NOT_SURE", "Not sure");

    private Told() {
    }

    /** What happened, in the teller's words. */
    public static List<SummaryRow> account(Telling t) {
        var rows = new ArrayList<SummaryRow>();
        add(rows, "What was seen or heard", t.account().seen());
        add(rows, "What someone told them", t.account().told());
        add(rows, "What they think", t.account().think());
        return rows;
    }

    /** When and where. */
    public static List<SummaryRow> happened(Telling t) {
        var rows = new ArrayList<SummaryRow>();
        add(rows, "When", when(t.happened()));
        add(rows, "Where", t.happened().where());
        add(rows, "Ward or area", t.happened().ward());
        return rows;
    }

    /** What they know, agree to, say and want. */
    public static List<SummaryRow> knowing(Telling t) {
        var rows = new ArrayList<SummaryRow>();
        add(rows, "Do they know?", yesNo(t.knowing().knows()));
        add(rows, "Do they agree?", yesNo(t.knowing().agrees()));
        add(rows, "What they said about telling us", t.knowing().words());
        add(rows, "What the child says", t.knowing().childView());
        add(rows, "What the parent says", t.knowing().parentView());
        add(rows, "What they want to happen", t.knowing().wanted());
        return rows;
    }

    /** What was done, and who else was told. */
    public static List<SummaryRow> elsewhere(Telling t) {
        var rows = new ArrayList<SummaryRow>();
        add(rows, "Done already", t.elsewhere().done());
        add(rows, "Reported to someone else?", yesNo(t.elsewhere().reported()));
        add(rows, "Who was told", t.elsewhere().to());
        add(rows, "When they were told", t.elsewhere().when());
        add(rows, "Their reference", t.elsewhere().reference());
        return rows;
    }

    /** How to reach them safely. */
    public static List<SummaryRow> contact(Telling t) {
        var rows = new ArrayList<SummaryRow>();
        add(rows, "Safe to contact them?", yesNo(t.contact().safe()));
        add(rows, "How and when", t.contact().words());
        add(rows, "Language or interpreter", t.contact().interpreter());
        return rows;
    }

    /** Whether it is about someone who works here. */
    public static List<SummaryRow> worksHere(Telling t) {
        var rows = new ArrayList<SummaryRow>();
        add(rows, "Works or volunteers here?", yesNo(t.worksHere().answer()));
        add(rows, "They are", WORKS_AS.getOrDefault(t.worksHere().works(), ""));
        add(rows, "Name", t.worksHere().name());
        add(rows, "Job", t.worksHere().post());
        add(rows, "Keep this from", t.worksHere().keepFrom());
        return rows;
    }

    /** One person. */
    public static List<SummaryRow> person(Person p) {
        var rows = new ArrayList<SummaryRow>();
        add(rows, "Also known as", p.knownAs());
        var born = p.bornShown();
        add(rows, p.notYetBorn() ? "Due" : "Born", born == null ? "" : born);
        add(rows, "Age", p.age());
        add(rows, "Address", p.address());
        add(rows, "Contact", p.contact());
        add(rows, "About them", p.description());
        return rows;
    }

    /** What a kind of work is called. */
    public static String worksAs(String code) {
        return WORKS_AS.getOrDefault(code, "Not said");
    }

    /** Yes, No, Not sure, or nothing. */
    public static String yesNo(String answer) {
        return YES_NO.getOrDefault(answer, "");
    }

    private static String when(Telling.Happened h) {
        var date = Typed.date(h.day(), h.month(), h.year());
        var parts = new ArrayList<String>();
        if (date != null)
            parts.add(Typed.words(date));
        if (!h.time().isBlank())
            parts.add("at " + h.time().strip());
        if (!h.words().isBlank())
            parts.add(h.words().strip());
        return String.join("\n", parts);
    }

    private static void add(List<SummaryRow> rows, String key, String value) {
        if (!value.isBlank())
            rows.add(SummaryRow.of(key, value));
    }
}

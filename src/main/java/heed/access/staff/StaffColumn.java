package heed.access.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a staff list, by the names that HR systems and people give it; the first is the one Heed writes. */
enum StaffColumn {
    NAME("name", "full name"), MAIL("mail", "email", "e-mail", "mail address", "email address", "work mail address",
            "work email"), SERVICE("service"), MANAGER("manager", "line manager"), POST("post", "job title",
                    "job"), COUNCIL("works for", "council", "organisation");

    private final List<String> names;

    StaffColumn(String... names) {
        this.names = List.of(names);
    }

    /** What Heed calls it in a file and on a page. */
    String word() {
        return names.getFirst();
    }

    /** The column with this heading, whatever its case. */
    static Optional<StaffColumn> called(String heading) {
        var asked = heading.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("\\s+", " ");
        return Arrays.stream(values()).filter(c -> c.names.contains(asked)).findFirst();
    }

    /** Whether every list has it. Only bodies that share their records need to say who works for which. */
    boolean always() {
        return this != COUNCIL;
    }
}

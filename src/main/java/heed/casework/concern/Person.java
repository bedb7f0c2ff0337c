package heed.casework.concern;

import static heed.casework.concern.Typed.clean;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Someone a concern names, as typed. Every part may be empty: a person may be unnamed or unborn.
 *
 * @param role        a {@link PersonRole} name, or empty
 * @param name        as known
 * @param knownAs     other names
 * @param bornDay     day of birth as typed
 * @param bornMonth   month of birth as typed
 * @param bornYear    year of birth as typed
 * @param age         age in years as typed, where the date is not known
 * @param address     where they live
 * @param contact     telephone or mail
 * @param description who they are, where no name is known, and how they are related
 * @param unborn      "yes" for a child not yet born
 */
public record Person(String role, String name, String knownAs, String bornDay, String bornMonth, String bornYear,
        String age, String address, String contact, String description, String unborn) {
    private static final int DESCRIPTION_SHOWN = 60;

    /** Nobody yet, in a role. */
    public static Person blank(PersonRole role) {
        return new Person(role.name(), "", "", "", "", "", "", "", "", "", "");
    }

    /** Takes fields that were not sent as empty. */
    @SuppressWarnings("NullAway") // a form that lacks a field binds null here, whatever the type says
    public Person {
        role = clean(role);
        name = clean(name);
        knownAs = clean(knownAs);
        bornDay = clean(bornDay);
        bornMonth = clean(bornMonth);
        bornYear = clean(bornYear);
        age = clean(age);
        address = clean(address);
        contact = clean(contact);
        description = clean(description);
        unborn = clean(unborn);
    }

    /** The same person in another role. */
    public Person as(PersonRole other) {
        return new Person(other.name(), name, knownAs, bornDay, bornMonth, bornYear, age, address, contact, description,
                unborn);
    }

    /** Whether nothing was typed but the role. */
    public boolean empty() {
        return Stream.of(name, knownAs, bornDay, bornMonth, bornYear, age, address, contact, description, unborn)
                .allMatch(String::isBlank);
    }

    /** Whether this is a child not yet born. */
    public boolean notYetBorn() {
        return unborn.equals("yes");
    }

    /** Their role; not sure where none was chosen. */
    public PersonRole inRole() {
        var known = Typed.in(PersonRole.class, role);
        return known == null ? PersonRole.NOT_SURE : known;
    }

    /** What to call them in a heading or list. */
    public String shown() {
        if (!name.isBlank())
            return name.strip();
        if (notYetBorn())
            return "Unborn child";
        if (!knownAs.isBlank())
            return "Known as " + knownAs.strip();
        var line = description.strip().lines().findFirst().orElse("");
        if (line.isEmpty())
            return "Name not known";
        // A description stands for a name in lists, so that several unnamed people can be told apart.
        return line.length() <= DESCRIPTION_SHOWN ? line : line.substring(0, DESCRIPTION_SHOWN).strip() + "…";
    }

    /** Date of birth, or the day a child is due, as one line; null where none was given. */
    public @Nullable String bornShown() {
        var date = born();
        return date == null ? null : Typed.words(date);
    }

    /** Date of birth, or the day a child is due; null where none was given in full. */
    public @Nullable LocalDate born() {
        return Typed.date(bornDay, bornMonth, bornYear);
    }
}

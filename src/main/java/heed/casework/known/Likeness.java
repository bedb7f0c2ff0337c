package heed.casework.known;

import heed.casework.concern.Address;
import heed.casework.concern.Contacts;
import heed.casework.concern.NearDates;
import heed.casework.concern.Person;
import heed.platform.names.Agreement;
import heed.platform.names.NameMatch;
import heed.platform.names.Reason;
import heed.platform.names.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far two people, as two concerns name them, may be one. It never says that they are.
 *
 * @param agrees    what agrees, in words for a page
 * @param disagrees what speaks against it
 * @param points    for ranking: more is closer
 * @param may       whether it is worth an officer's decision
 * @param strong    whether the names agree as wholes and something else does too, and no date of birth speaks against it
 * @param home      whether they live at one address
 */
public record Likeness(List<String> agrees, List<String> disagrees, int points, boolean may, boolean strong,
        boolean home) {
    /** Copies the lists. */
    public Likeness {
        agrees = List.copyOf(agrees);
        disagrees = List.copyOf(disagrees);
    }

    /** How two dates of birth stand to each other. */
    private enum Born {
        UNKNOWN, SAME, SWAPPED, NEAR, OTHER
    }

    /** Compares two people. */
    public static Likeness of(Person one, Person other) {
        var agrees = new ArrayList<String>();
        var disagrees = new ArrayList<String>();
        int points = 0;
        var whole = closest(one, other);
        var part = whole == null ? part(one, other) : null;
        var named = named(one) && named(other);
        if (whole != null) {
            agrees.add(whole.words());
            points += whole.strength() == Strength.LIKELY ? 60 - distance(whole) : 25;
        } else if (part != null) {
            var given = part.given() != Agreement.NOT_GIVEN;
            var surname = part.surname() != Agreement.NOT_GIVEN;
            if (surname)
                agrees.add("Surname " + part.surname().words());
            if (given)
                agrees.add("First name " + part.given().words());
            disagrees.add(surname ? "another first name" : "another surname");
            points += surname ? 8 : 25;
        } else if (named)
            disagrees.add("another name");
        var born = born(one, other);
        switch (born) {
            case SAME -> {
                agrees.add("same date of birth");
                points += 40;
            }
            case SWAPPED -> {
                agrees.add("day and month of birth swapped");
                points += 30;
            }
            case NEAR -> {
                // Without the name it would be chance: one in eight hundred people has a date of birth like that.
                if (whole != null || part != null) {
                    agrees.add("date of birth one digit off");
                    points += 25;
                } else
                    disagrees.add("another date of birth");
            }
            case OTHER -> {
                disagrees.add("another date of birth");
                points -= 30;
            }
            case UNKNOWN -> {
            }
        }
        var phone = phone(one, other);
        if (phone != null) {
            agrees.add(phone);
            points += phone.startsWith("same") ? 40 : 25;
        }
        var home = !one.address().isBlank() && !other.address().isBlank()
                && Address.same(one.address(), other.address());
        if (home) {
            agrees.add("same address");
            points += 15;
        }
        var likely = whole != null && whole.strength() == Strength.LIKELY;
        var birth = born == Born.SAME || born == Born.SWAPPED || born == Born.NEAR;
        var nearby = phone != null || home;
        // Brothers and sisters share surname, home and telephone: another first name needs the date of birth, or a
        // surname that changed. Where a name is missing altogether, birth and telephone or home stand for it.
        var may = likely
                || whole != null && (birth || nearby)
                || part != null && (birth || part.given() != Agreement.NOT_GIVEN && nearby && born != Born.OTHER)
                || !named && born == Born.SAME && nearby;
        return new Likeness(agrees, disagrees, points, may, likely && born != Born.OTHER && (birth || nearby), home);
    }

    /** What agrees and what does not, as one line. */
    public String words() {
        return String.join("; ", Stream.concat(agrees.stream(), disagrees.stream()).toList());
    }

    private static boolean named(Person person) {
        return !person.name().isBlank() || !person.knownAs().isBlank();
    }

    private static List<String> names(Person person) {
        return Stream.concat(Stream.of(person.name()), person.knownAs().isBlank()
                ? Stream.of()
                : Stream.concat(Stream.of(person.knownAs()), withSurname(person))).filter(n -> !n.isBlank()).toList();
    }

    /** "Bex", known as, of Rebecca Thorne, is Bex Thorne to whoever else tells of her. */
    private static Stream<String> withSurname(Person person) {
        var words = person.name().strip().split("\\s+");
        return words.length > 1 && !person.knownAs().strip().contains(" ")
                ? Stream.of(person.knownAs().strip() + " " + words[words.length - 1])
                : Stream.of();
    }

    private static @Nullable Reason closest(Person one, Person other) {
        return names(one).stream()
                .flatMap(a -> names(other).stream().flatMap(b -> NameMatch.compare(a, b).stream()))
                .min(Comparator.comparing(Reason::strength).thenComparing(Likeness::distance)).orElse(null);
    }

    private static @Nullable Reason part(Person one, Person other) {
        return names(one).stream().flatMap(a -> names(other).stream().flatMap(b -> NameMatch.part(a, b).stream()))
                .min(Comparator.comparing(Likeness::distance)).orElse(null);
    }

    private static int distance(Reason reason) {
        return far(reason.given()) + far(reason.surname()) + (reason.swapped() ? 2 : 0);
    }

    private static int far(Agreement agreement) {
        return switch (agreement) {
            case SAME -> 0;
            case PART, SHORT_FORM -> 3;
            case SOUNDS_ALIKE, ONE_LETTER -> 5;
            case INITIAL, MIDDLE_NAME -> 10;
            case NOT_GIVEN -> 15;
        };
    }

    private static Born born(Person one, Person other) {
        var a = one.born();
        var b = other.born();
        if (a == null || b == null || one.notYetBorn() != other.notYetBorn())
            return Born.UNKNOWN;
        if (a.equals(b))
            return Born.SAME;
        if (Objects.equals(NearDates.swapped(a), b))
            return Born.SWAPPED;
        return NearDates.oneDigitOff(a).contains(b) ? Born.NEAR : Born.OTHER;
    }

    private static @Nullable String phone(Person one, Person other) {
        var a = Contacts.numbers(one.contact());
        var b = Contacts.numbers(other.contact());
        if (shared(a, b))
            return "same telephone";
        if (shared(Contacts.mails(one.contact()), Contacts.mails(other.contact())))
            return "same mail address";
        return shared(Contacts.ends(a), Contacts.ends(b)) ? "telephone ends the same" : null;
    }

    private static boolean shared(Set<String> some, Set<String> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        return !both.isEmpty();
    }

    /** The closest of some. */
    static Optional<Likeness> closest(Stream<Likeness> some) {
        return some.max(Comparator.comparingInt(Likeness::points));
    }
}

package heed.platform.names;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a name somebody typed is the name of somebody known.
 * <p>
 * Likely: the surnames are the same, sound alike or (from five letters on) are one letter apart, and the given names are
 * the same, forms of one name, an initial, one letter apart or sound alike. Order may be swapped, middle names are
 * ignored, one part of a hyphenated surname is enough. Two different given names of the table (Mark, Mary) are never
 * taken for slips of each other. A single word is never likely.
 */
public final class NameMatch {
    private static final int LONG_SURNAME = 5;
    private static final int LONG_GIVEN = 4;

    private NameMatch() {
    }

    /** Why {@code typed} is likely {@code known}; empty when it is not. */
    public static Optional<Reason> likely(String typed, String known) {
        return compare(typed, known).filter(reason -> reason.strength() == Strength.LIKELY);
    }

    /**
     * Why {@code typed} may be {@code known} without being likely: a surname or a given name alone, or a middle name
     * used as the first.
     */
    public static Optional<Reason> possible(String typed, String known) {
        return compare(typed, known).filter(reason -> reason.strength() == Strength.POSSIBLE);
    }

    /** The closest way in which {@code typed} matches {@code known}, likely or possible; empty when it does not. */
    public static Optional<Reason> compare(String typed, String known) {
        return compare(PersonName.of(typed), PersonName.of(known));
    }

    /** As {@link #compare(String, String)}, for names already read: reading once saves work against many. */
    public static Optional<Reason> compare(PersonName typed, PersonName known) {
        if (typed.surname().isEmpty() || known.surname().isEmpty()) {
            return Optional.empty();
        }
        if (typed.isSingleWord() || known.isSingleWord()) {
            return Optional.ofNullable(single(typed, known));
        }
        Reason straight = whole(typed.given(), typed.surname(), known, false);
        Reason swapped = whole(typed.surname(), typed.given(), known, true);
        Reason closest = closer(straight, swapped);
        return Optional.ofNullable(closest == null ? byMiddleName(typed, known) : closest);
    }

    /**
     * Which part agrees where the names as wholes do not, such as after a marriage: the surname alone or the first name
     * alone, the other part being {@link Agreement#NOT_GIVEN} here.
     */
    public static Optional<Reason> part(String typed, String known) {
        PersonName one = PersonName.of(typed);
        PersonName other = PersonName.of(known);
        if (one.isSingleWord() || other.isSingleWord())
            return Optional.empty();
        Agreement last = surnames(one.surname(), other.surname());
        Agreement first = givenNames(one.given(), other.given());
        if (last == null && (first == null || first == Agreement.INITIAL))
            return Optional.empty();
        return Optional.of(new Reason(Strength.POSSIBLE, first == null ? Agreement.NOT_GIVEN : first,
                last == null ? Agreement.NOT_GIVEN : last, false));
    }

    private static @Nullable Reason whole(List<String> given, List<String> surname, PersonName known,
            boolean swapped) {
        Agreement last = surnames(surname, known.surname());
        if (last == null) {
            return null;
        }
        Agreement first = givenNames(given, known.given());
        return first == null ? null : new Reason(Strength.LIKELY, first, last, swapped);
    }

    /** People known by a middle name: worth a look, no more. */
    private static @Nullable Reason byMiddleName(PersonName typed, PersonName known) {
        // First what is quick and seldom so: surnames are compared by sound.
        if (!agreeFully(typed.given(), known.middle()) && !agreeFully(typed.middle(), known.given())) {
            return null;
        }
        Agreement last = surnames(typed.surname(), known.surname());
        return last == null ? null : new Reason(Strength.POSSIBLE, Agreement.MIDDLE_NAME, last, false);
    }

    private static boolean agreeFully(List<String> some, List<String> others) {
        return some.stream().anyMatch(a -> a.length() > 1
                && others.stream().anyMatch(b -> a.equals(b) || Nicknames.related(a, b)));
    }

    /** One word could be either part; a title says it is a surname. */
    private static @Nullable Reason single(PersonName typed, PersonName known) {
        PersonName one = typed.isSingleWord() ? typed : known;
        PersonName other = one == typed ? known : typed;
        Agreement last = surnames(one.surname(), other.surname());
        if (last != null) {
            return new Reason(Strength.POSSIBLE, Agreement.NOT_GIVEN, last, false);
        }
        if (!one.titled() && agreeFully(one.surname(), other.given())) {
            boolean same = one.surname().stream().anyMatch(other.given()::contains);
            return new Reason(Strength.POSSIBLE, same ? Agreement.SAME : Agreement.SHORT_FORM, Agreement.NOT_GIVEN,
                    false);
        }
        return null;
    }

    private static @Nullable Agreement surnames(List<String> some, List<String> others) {
        Agreement closest = null;
        for (int i = 0; i < some.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                Agreement found = surname(some.get(i), others.get(j));
                if (found == Agreement.SAME && (i > 0 || j > 0)) {
                    found = Agreement.PART;
                }
                closest = closer(closest, found);
            }
        }
        return closest;
    }

    private static @Nullable Agreement surname(String typed, String known) {
        String a = PersonName.mc(typed);
        String b = PersonName.mc(known);
        if (a.equals(b)) {
            return Agreement.SAME;
        }
        if (a.length() < 2 || b.length() < 2) {
            return null;
        }
        if (Sound.alike(a, b)) {
            return Agreement.SOUNDS_ALIKE;
        }
        return Math.min(a.length(), b.length()) >= LONG_SURNAME && Spelling.oneEditApart(a, b)
                ? Agreement.ONE_LETTER
                : null;
    }

    private static @Nullable Agreement givenNames(List<String> some, List<String> others) {
        Agreement closest = null;
        for (String a : some) {
            for (String b : others) {
                closest = closer(closest, given(a, b));
            }
        }
        return closest;
    }

    private static @Nullable Agreement given(String a, String b) {
        if (a.equals(b)) {
            return Agreement.SAME;
        }
        if (a.length() == 1 || b.length() == 1) {
            return isInitialOf(a, b) || isInitialOf(b, a) ? Agreement.INITIAL : null;
        }
        if (Nicknames.related(a, b)) {
            return Agreement.SHORT_FORM;
        }
        if (Nicknames.isKnown(a) && Nicknames.isKnown(b)) {
            return null;
        }
        if (Sound.alike(a, b)) {
            return Agreement.SOUNDS_ALIKE;
        }
        return Math.min(a.length(), b.length()) >= LONG_GIVEN && Spelling.oneEditApart(a, b)
                ? Agreement.ONE_LETTER
                : null;
    }

    /** W stands for William, and for Bill, whose full name begins with it. */
    private static boolean isInitialOf(String initial, String name) {
        return initial.length() == 1 && (name.startsWith(initial)
                || Nicknames.groupsOf(name).stream().anyMatch(full -> full.startsWith(initial)));
    }

    private static @Nullable Agreement closer(@Nullable Agreement a, @Nullable Agreement b) {
        if (a == null) {
            return b;
        }
        return b == null || a.ordinal() <= b.ordinal() ? a : b;
    }

    private static @Nullable Reason closer(@Nullable Reason a, @Nullable Reason b) {
        if (a == null) {
            return b;
        }
        return b == null || !b.closerThan(a) ? a : b;
    }
}

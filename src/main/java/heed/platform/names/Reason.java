package heed.platform.names;

/**
 * Why two names match. It holds no part of either name, so it may be stored in the clear.
 *
 * @param strength
 *            how far it may be trusted
 * @param given
 *            how the given names agree
 * @param surname
 *            how the surnames agree
 * @param swapped
 *            whether they agree only when one of them is read surname first
 */
public record Reason(Strength strength, Agreement given, Agreement surname, boolean swapped) {
    /** For a page, such as "Surname the same, first name a short form". */
    public String words() {
        return "Surname " + surname.words() + ", first name " + given.words()
                + (swapped ? ", typed the other way round" : "");
    }

    boolean closerThan(Reason other) {
        if (strength != other.strength) {
            return strength == Strength.LIKELY;
        }
        int difference = given.ordinal() + surname.ordinal() - other.given.ordinal() - other.surname.ordinal();
        return difference < 0 || difference == 0 && !swapped && other.swapped;
    }
}

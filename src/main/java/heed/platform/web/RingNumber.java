package heed.platform.web;

/**
 * A telephone number for a worry that should not wait for a form.
 *
 * @param name   who answers
 * @param number as people write it, with spaces
 * @param when   when to ring it, or when it is answered; empty when there is nothing to say
 */
public record RingNumber(String name, String number, String when) {
    /** The number as a link that a telephone rings: its digits, and a plus when it starts with one. */
    public String href() {
        var digits = number.replaceAll("[^0-9]", "");
        return number.strip().startsWith("+") ? "tel:+" + digits : "tel:" + digits;
    }
}

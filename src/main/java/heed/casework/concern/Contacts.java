package heed.casework.concern;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers and mail addresses in what somebody typed as contact. */
public final class Contacts {
    private static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\d[\\d\\s().\\-\\u2010-\\u2015]{4,}\\d");
    private static final Pattern MAIL = Pattern.compile("[^\\s@,;<>()]+@[^\\s@,;<>()]+\\.[^\\s@,;<>().]+");
    /** Digits of a number without its area: what people give to neighbours. */
    private static final int END = 6;

    private Contacts() {
    }

    /** Numbers as dialled within the United Kingdom, digits only: +44 7700 900123 is 07700900123. */
    public static Set<String> numbers(String typed) {
        var numbers = new LinkedHashSet<String>();
        NUMBER.matcher(typed).results().forEach(found -> {
            var digits = found.group().replace("(0)", "").replaceAll("\\D", "");
            if (found.group().contains("+") && digits.startsWith("44"))
                digits = "0" + digits.substring(2);
            else if (digits.startsWith("0044"))
                digits = "0" + digits.substring(4);
            if (digits.length() >= END && digits.length() <= 15)
                numbers.add(digits);
        });
        return numbers;
    }

    /** Mail addresses, in small letters. */
    public static Set<String> mails(String typed) {
        var mails = new LinkedHashSet<String>();
        MAIL.matcher(typed.toLowerCase(Locale.ROOT)).results().forEach(found -> mails.add(found.group()));
        return mails;
    }

    /** The last six digits of each number. */
    public static Set<String> ends(Set<String> numbers) {
        var ends = new LinkedHashSet<String>();
        numbers.forEach(number -> ends.add(number.substring(number.length() - END)));
        return ends;
    }
}

package heed.access.staff;

import java.util.Optional;

/** UK mobile numbers as people write them. */
public final class Mobile {
    private Mobile() {
    }

    /**
     * The number as it is kept: 07700 900123.
     *
     * @param typed with or without spaces, hyphens and the country's code
     * @return empty where it is no UK mobile number
     */
    public static Optional<String> tidy(String typed) {
        var digits = typed.replaceAll("[\\s()-]", "").replaceFirst("^(\\+44|0044)0?", "0");
        return digits.matches("07[0-9]{9}")
                ? Optional.of(digits.substring(0, 5) + " " + digits.substring(5))
                : Optional.empty();
    }
}

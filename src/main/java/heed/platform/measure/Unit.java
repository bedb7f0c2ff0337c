package heed.platform.measure;

import heed.platform.web.LondonTime;
import java.time.Duration;
import java.util.Locale;

/** What a number is of. */
public enum Unit {
    /** Concerns. */
    CONCERNS("concern", "concerns"),
    /** People named. */
    PEOPLE("person", "people"),
    /** Types of harm. */
    TYPES("type", "types"),
    /** Offers of support. */
    OFFERS("offer", "offers"),
    /** Hours, as a median. */
    HOURS("hour", "hours"),
    /** A share, from 0 to 100. */
    PERCENT("per cent", "per cent"),
    /** For each hundred people who work there. */
    PER_100_STAFF("for every 100 staff", "for every 100 staff");

    private final String one;
    private final String many;

    Unit(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** What stands after the number. */
    public String words(double value) {
        return value == 1 ? one : many;
    }

    /** Whether its numbers are whole and can be added up. */
    public boolean counts() {
        return this == CONCERNS || this == PEOPLE || this == TYPES || this == OFFERS;
    }

    /** A figure in words and digits: 1,204; 88% (42 of 48); 3 hours 5 minutes; 2.4; "None"; "Too few". */
    public String say(Figure figure) {
        return switch (figure.state()) {
            case NONE -> counts() ? "0" : "None";
            case TOO_FEW -> "Too few";
            case NOT_KNOWN -> "Not known";
            case KNOWN -> switch (this) {
                case CONCERNS, PEOPLE, TYPES, OFFERS -> String.format(Locale.UK, "%,d", figure.counted());
                case PERCENT ->
                    String.format(Locale.UK, "%.0f%% (%,d of %,d)", figure.value(), figure.counted(), figure.outOf());
                case HOURS -> LondonTime.length(Duration.ofSeconds(Math.round(figure.value() * 3600)));
                case PER_100_STAFF -> String.format(Locale.UK, "%.1f", figure.value());
            };
        };
    }
}

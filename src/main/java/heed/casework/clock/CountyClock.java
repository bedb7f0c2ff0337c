package heed.casework.clock;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long others have to answer us, as {@code response_clocks.csv} lists it with its sources.
 *
 * @param code      its code, such as {@code CHILD_REFERRAL_DECISION}
 * @param label     what is owed
 * @param appliesTo {@code child}, {@code adult}, {@code staff} or {@code any}
 * @param owner     who owes it
 * @param value     how many units
 * @param unit      of what
 * @param sourced   whether a source is known; otherwise it is general knowledge that the council has to confirm
 */
public record CountyClock(String code, String label, String appliesTo, String owner, int value, Unit unit,
        boolean sourced) {
    /** What the county decides about a child within one working day (Working Together to Safeguard Children). */
    public static final CountyClock CHILD_DECISION = named("CHILD_REFERRAL_DECISION").orElseThrow();
    /** The adult front door's first screen. */
    public static final CountyClock ADULT_FIRST_SCREEN = named("ADULT_FIRST_SCREEN").orElseThrow();

    /** What a clock counts in. */
    public enum Unit {
        /** Hours, round the clock. */
        HOUR,
        /** Working days. */
        WORKING_DAY,
        /** Months of the calendar. */
        MONTH
    }

    /** Every clock that ships. */
    public static List<CountyClock> all() {
        return Shipped.ALL;
    }

    /** The clock with that code. */
    public static Optional<CountyClock> named(String code) {
        return Shipped.ALL.stream().filter(clock -> clock.code().equals(code)).findFirst();
    }

    /** How long, in words: 1 working day, 2 hours. */
    public String length() {
        return value + " " + unit.name().toLowerCase(Locale.ROOT).replace('_', ' ') + (value == 1 ? "" : "s");
    }

    /** Read once, when first asked for. */
    private static final class Shipped {
        static final List<CountyClock> ALL = read();

        private static List<CountyClock> read() {
            try (var in = CountyClock.class.getResourceAsStream("/vocabularies/response_clocks.csv")) {
                if (in == null)
                    throw new IllegalStateException("a shipped list is missing: response_clocks.csv");
                try (var csv = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                    return csv.stream().filter(r -> !r.getField("clock_value").isEmpty())
                            .map(r -> new CountyClock(r.getField("code"), r.getField("label"), r.getField("applies_to"),
                                    r.getField("owner"), Integer.parseInt(r.getField("clock_value")),
                                    Unit.valueOf(r.getField("clock_unit").toUpperCase(Locale.ROOT)),
                                    r.getField("status").equals("sourced")))
                            .toList();
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}

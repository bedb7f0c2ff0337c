package heed.directory.vocabulary;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list.
 *
 * @param code      what records hold; once used it keeps its meaning for ever
 * @param label     what people read
 * @param parent    the code it belongs under; empty for none
 * @param appliesTo {@code child}, {@code adult}, {@code staff}, {@code place} or {@code any}
 * @param validFrom the first day it can be chosen; null where that is not known
 * @param validTo   the last day it can be chosen; null while it has no end
 * @param source    where it was taken from
 * @param status    {@code sourced}, {@code unconfirmed} or {@code confirmed} (by the council that adopted it)
 * @param more      what the columns of this list alone hold, in their order
 */
public record WordRow(String code, String label, String parent, String appliesTo, @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo, String source, String status, List<String> more) {
    /** Nobody's published list names it, and the council has not confirmed it. */
    static final String UNCONFIRMED = "unconfirmed";
    /** The council that adopted the list confirmed it. */
    static final String CONFIRMED = "confirmed";

    /** Copies the columns. */
    public WordRow {
        more = List.copyOf(more);
    }

    /** Whether it can be chosen on a day. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !validFrom.isAfter(day)) && (validTo == null || !validTo.isBefore(day));
    }

    /** Whether it can no longer be chosen on a day, nor later. */
    public boolean endedBy(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }

    /** Whether the council has still to confirm it. */
    public boolean unconfirmed() {
        return status.equals(UNCONFIRMED);
    }

    WordRow withStatus(String now) {
        return new WordRow(code, label, parent, appliesTo, validFrom, validTo, source, now, more);
    }
}

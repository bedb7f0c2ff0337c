package heed.casework.allegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes a concern an allegation.
 *
 * @param concern    the concern it belongs to
 * @param worksAs    STAFF, VOLUNTEER, CONTRACTOR, COUNCILLOR, LICENSED_DRIVER or NOT_SURE; null where only a name matched
 * @param byReporter whether the teller said so; otherwise a typed name matched
 * @param protection the record from which a lead protects the person at risk; null where no lead could be told
 * @param liftedAt   when a recipient lifted it; null while it stands
 * @param matches    staff that typed names were taken for
 */
record Allegation(UUID concern, @Nullable String worksAs, boolean byReporter, @Nullable UUID protection,
        @Nullable Instant liftedAt,
        List<Matched> matches) {
    /** A typed name taken for somebody on the staff, and in which part of the form. */
    record Matched(UUID staff, String place, boolean likely) {
    }
}

package heed.assurance.importing;

import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Source;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was brought in, without what it says.
 *
 * @param id           its id, also the name of its key and the owner of its file
 * @param council      the body whose paper it is
 * @param kind         what the person who brought it says it is
 * @param state        where it stands
 * @param fault        why it could not be read; null where it could
 * @param pieces       how many pieces count, for lists
 * @param unread       how many lines are still to be looked at, for lists
 * @param version      of what was read and accepted; corrections are counted apart
 * @param broughtBy    who brought it
 * @param broughtAt    when
 * @param readingSince since when somebody or a job is reading it; null where nobody is
 * @param readAt       when it was read last; null before
 * @param acceptedBy   who accepted it; null before
 * @param acceptedAt   when; null before
 * @param ledTo        the record that was made of it; null where none was
 */
record Paper(UUID id, UUID council, PaperKind kind, PaperState state, Source.@Nullable Fault fault, int pieces,
        int unread, int version, UUID broughtBy, Instant broughtAt, @Nullable Instant readingSince,
        @Nullable Instant readAt, @Nullable UUID acceptedBy, @Nullable Instant acceptedAt, @Nullable UUID ledTo) {
}

package heed.assurance.peerreview;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer declares about the organisation whose return they are to rate: working relationships, or that there are
 * none. A later one takes the place of an earlier, which stays on record; what a panel decided, or has to, outlasts it.
 *
 * @param id            which
 * @param reviewer      the reviewing organisation
 * @param owner         the organisation reviewed
 * @param staff         who declares it
 * @param relationships what there is; empty for "none"
 * @param at            when
 * @param ruling        what the panel decided on it; null while it has not
 */
public record Declaration(UUID id, UUID reviewer, UUID owner, UUID staff, List<Relationship> relationships, Instant at,
        @Nullable Ruling ruling) {
    /** Copies the list. */
    public Declaration {
        relationships = List.copyOf(relationships);
    }

    /**
     * What the panel makes of it.
     *
     * @param says   whether the reviewer takes part
     * @param minute where that is written down
     * @param why    its reason
     */
    public record Ruling(Says says, Minute minute, String why) {
        /** What a panel may decide. */
        public enum Says {
            /** They rate; what was declared stands beside their rating. */
            TAKES_PART("Takes part, with this shown"),
            /** They may ask, and not rate. */
            ASKS_ONLY("May ask, does not rate"),
            /** They do neither. */
            STANDS_ASIDE("Stands aside");

            private final String words;

            Says(String words) {
                this.words = words;
            }

            /** As shown. */
            public String words() {
                return words;
            }
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return says.name();
        }
    }

    /** The same, with the panel's decision. */
    public Declaration ruled(Ruling ruling) {
        return new Declaration(id, reviewer, owner, staff, relationships, at, ruling);
    }

    /** Whether there is anything for a panel to look at. */
    public boolean waits() {
        return !relationships.isEmpty() && ruling == null;
    }

    /** Whether they may raise challenges. */
    public boolean asks() {
        var ruled = ruling;
        return ruled == null
                ? relationships.stream().noneMatch(r -> r.kind().personal())
                : ruled.says() != Ruling.Says.STANDS_ASIDE;
    }

    /** Whether they may rate. */
    public boolean rates() {
        var ruled = ruling;
        return ruled == null ? asks() : ruled.says() == Ruling.Says.TAKES_PART;
    }

    /** What stands beside a rating of theirs, one sentence for each; never empty. */
    public List<String> beside() {
        var ruled = ruling;
        if (relationships.isEmpty())
            return List.of("No working relationship declared");
        var said = relationships.stream()
                .map(r -> r.kind().words() + (r.words().isBlank() ? "" : ": " + r.words().strip())).toList();
        return Stream.concat(said.stream(), Stream.of(ruled == null
                ? "The panel has not looked at this yet"
                : ruled.says().words() + " (" + ruled.minute().words() + ")")).toList();
    }

    /**
     * This one after an earlier of the same person, as it holds until the panel has decided on it: nobody lifts by declaring
     * again what the panel decided, nor what waits for it.
     */
    private Declaration after(Declaration before) {
        if (ruling != null)
            return this;
        var ruled = before.ruling;
        boolean waits = ruled == null && !before.asks();
        boolean bars = ruled != null && ruled.says() != Ruling.Says.TAKES_PART;
        if (!waits && !bars)
            return this;
        var both = Stream.concat(relationships.stream(),
                before.relationships.stream().filter(b -> relationships.stream().noneMatch(r -> r.kind() == b.kind())))
                .toList();
        boolean worse = ruled != null && ruled.says() == Ruling.Says.ASKS_ONLY && !asks();
        return new Declaration(id, reviewer, owner, staff, both, at, worse ? null : ruled);
    }

    /**
     * What holds of what this person declared about that organisation, for this organisation: the last, with what the panel
     * decided or has still to decide on those before it.
     */
    public static Optional<Declaration> latest(Collection<Declaration> all, UUID reviewer, UUID owner, UUID staff) {
        return all.stream()
                .filter(d -> d.reviewer().equals(reviewer) && d.owner().equals(owner) && d.staff().equals(staff))
                .sorted(Comparator.comparing(Declaration::at)).reduce((before, last) -> last.after(before));
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Declaration[" + id + "]";
    }
}

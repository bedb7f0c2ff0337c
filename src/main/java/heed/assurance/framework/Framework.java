package heed.assurance.framework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published framework, without its document.
 *
 * @param id          of this version
 * @param kind        what it is
 * @param code        its code, the same for every version
 * @param version     from 1
 * @param ours        whether this scope published it, and not a board that sent it
 * @param title       as it says itself
 * @param year        whose year it is; null where it is not an edition
 * @param hash        what its document hashes to (SHA-256, hexadecimal)
 * @param publishedBy who published it; of another scope where it was sent
 * @param publishedAt when
 * @param reason      why there is this version; null for the first
 * @param words       why, in words of who published it; null for none
 * @param superseded  whether there is a later version
 */
public record Framework(UUID id, FrameworkKind kind, String code, int version, boolean ours, String title,
        @Nullable Integer year, String hash,
        UUID publishedBy, Instant publishedAt, @Nullable Reason reason, @Nullable String words, boolean superseded) {
    /** Why a published framework was corrected. */
    public enum Reason {
        /** Words were wrong. */
        WORDING("Wording put right"),
        /** Something had been left out. */
        MISSING("Something was missing"),
        /** A code, an order or a link was wrong. */
        STRUCTURE("Codes or order put right"),
        /** The board decided so. */
        DECIDED("The board decided so");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** As shown on screen. */
        public String words() {
            return words;
        }
    }

    /** As shown: an edition's title with its year. */
    public String shown() {
        return year == null ? title : title + " " + year;
    }

    /** As read aloud, such as "ox-2022, version 1". */
    public String name() {
        return code + ", version " + version;
    }
}

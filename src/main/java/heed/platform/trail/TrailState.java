package heed.platform.trail;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the chain that vouches for the audit log stands.
 *
 * @param last      the last head; none before the first round
 * @param waiting   how many of the scope's entries are in no batch yet, as a rule those of the last seconds
 * @param headsFile where heads are written outside the database
 * @param keyFile   where the signing key is
 * @param trouble   what is wrong, as the end of a sentence; empty where nothing is
 * @param notable   the last heads that somebody should be able to explain, latest first
 */
public record TrailState(@Nullable Head last, long waiting, Path headsFile, Path keyFile, String trouble,
        List<Head> notable) {
    /** How many notable heads are told at most. */
    static final int NOTABLE = 20;

    /** Copies the list. */
    public TrailState {
        notable = List.copyOf(notable);
    }

    /** What people compare with what a verifier says: the public key's fingerprint; empty before the first head. */
    public String fingerprint() {
        return last == null
                ? ""
                : SigningKey.fingerprint(last.kind() == Head.Kind.KEY ? last.note() : last.key());
    }
}

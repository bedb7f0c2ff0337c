package heed.access.signin;

import heed.platform.seal.InstallationKey;
import heed.platform.seal.SealBroken;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What passkeys are asked to sign. A challenge travels in the page, encrypted with its purpose and time, so that a stranger
 * who opens pages fills no table; it counts for a quarter of an hour, for its purpose, and once.
 */
@Component
class Challenges {
    static final Duration COUNTS_FOR = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int BYTES = 32;
    private static final String PLACE = "access.passkey.challenge";

    private final JdbcClient db;
    private final InstallationKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * A challenge to ask.
     *
     * @param value the challenge
     * @param asked the same for the form that brings the answer, readable to nobody
     */
    record Challenge(byte[] value, String asked) {
    }

    Challenges(JdbcClient db, InstallationKey key, Clock clock) {
        this.db = db;
        this.key = key;
        this.clock = clock;
    }

    /** A new one for this purpose, one word. */
    Challenge fresh(String purpose) {
        var value = new byte[BYTES];
        random.nextBytes(value);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(value) + " " + clock.instant();
        return new Challenge(value,
                Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(text, PLACE, purpose)));
    }

    /** The challenge that was asked for this purpose; empty where it is not ours or too old. */
    Optional<byte[]> open(String purpose, String asked) {
        try {
            var parts = key.open(Base64.getUrlDecoder().decode(asked), PLACE, purpose).split(" ", -1);
            return clock.instant().isBefore(Instant.parse(parts[1]).plus(COUNTS_FOR))
                    ? Optional.of(Base64.getUrlDecoder().decode(parts[0]))
                    : Optional.empty();
        } catch (SealBroken | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Uses a challenge up; whether it had not been used before. In the open transaction. */
    boolean use(byte[] challenge) {
        var now = clock.instant();
        db.sql("delete from access.passkey_answer where answered_at < :old")
                .param("old", Timestamp.from(now.minus(REMEMBERED))).update();
        return db.sql("""
                insert into access.passkey_answer (digest, answered_at) values (:digest, :now)
                on conflict do nothing""")
                .param("digest", key.token("access.passkey_answer.digest",
                        Base64.getUrlEncoder().encodeToString(challenge)))
                .param("now", Timestamp.from(now)).update() == 1;
    }
}

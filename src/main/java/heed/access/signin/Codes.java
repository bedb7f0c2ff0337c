package heed.access.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import heed.platform.seal.InstallationKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes of six digits from an app (RFC 6238: 30 seconds, SHA-1, which is what apps know), and recovery codes for who has
 * lost theirs. A code counts in its own half minute and the one before and after, and once only.
 */
@Component
class Codes {
    static final Duration STEP = Duration.ofSeconds(30);
    static final int RECOVERY_CODES = 10;
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_LETTERS = 10;
    /** Without I, L, O and U, which are misread. */
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String COLUMN = "access.account.code_secret";

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
    private final SecureRandom random = new SecureRandom();
    private final JdbcClient db;
    private final InstallationKey key;
    private final Clock clock;

    Codes(JdbcClient db, InstallationKey key, Clock clock) {
        this.db = db;
        this.key = key;
        this.clock = clock;
    }

    /** The secret to set an app up with: the same until a code confirms it. */
    byte[] secret(Account account) {
        if (account.codeConfirmed())
            throw new IllegalStateException("a confirmed secret is never shown again");
        if (account.codeSecret() == null) {
            var fresh = new byte[SECRET_BYTES];
            random.nextBytes(fresh);
            db.sql("update access.account set code_secret = :secret where staff_id = :staff and code_secret is null")
                    .param("secret", key.seal(fresh, COLUMN, account.staff().toString()))
                    .param("staff", account.staff()).update();
        }
        return key.openBytes(db.sql("select code_secret from access.account where staff_id = :staff")
                .param("staff", account.staff()).query((row, n) -> row.getBytes(1)).single(), COLUMN,
                account.staff().toString());
    }

    /** The secret as people type it, in groups of four. */
    static String typed(byte[] secret) {
        return new Base32().encodeToString(secret).replace("=", "").replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The secret as apps scan it. It names whose system it is and not who signs in: a picture of it says less. */
    static String address(byte[] secret, String organisation) {
        var label = URLEncoder.encode("Heed: " + organisation, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + new Base32().encodeToString(secret).replace("=", "")
                + "&issuer=Heed&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    /** Whether this is a code of now that was not used before; uses it up, and confirms a secret not yet confirmed. */
    boolean use(Account account, String typed) {
        var sealed = account.codeSecret();
        var digits = typed.replaceAll("[\\s-]", "");
        if (sealed == null || !digits.matches("[0-9]{6}"))
            return false;
        var secret = new SecretKeySpec(key.openBytes(sealed, COLUMN, account.staff().toString()),
                generator.getAlgorithm());
        long now = clock.instant().getEpochSecond() / STEP.toSeconds();
        for (long step = now - 1; step <= now + 1; step++)
            if (at(secret, step).equals(digits))
                // The condition decides between two who send the same code at the same moment.
                return db.sql("""
                        update access.account
                        set code_last_step = :step, code_confirmed_at = coalesce(code_confirmed_at, :now), version = version + 1
                        where staff_id = :staff and (code_last_step is null or code_last_step < :step)""")
                        .param("step", step).param("now", Timestamp.from(clock.instant()))
                        .param("staff", account.staff()).update() == 1;
        return false;
    }

    /** Makes ten recovery codes in place of all earlier ones. They are not kept: show them now. */
    List<String> freshRecoveryCodes(UUID staff) {
        db.sql("delete from access.recovery_code where staff_id = :staff").param("staff", staff).update();
        var codes = new ArrayList<String>();
        while (codes.size() < RECOVERY_CODES) {
            var code = new StringBuilder();
            for (int i = 0; i < RECOVERY_LETTERS; i++)
                code.append(i == RECOVERY_LETTERS / 2 ? "-" : "")
                        .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            db.sql("insert into access.recovery_code (staff_id, digest) values (:staff, :digest)")
                    .param("staff", staff).param("digest", recoveryToken(staff, code.toString())).update();
            codes.add(code.toString());
        }
        return codes;
    }

    /** Whether this is a recovery code not used before; uses it up. */
    boolean useRecoveryCode(UUID staff, String typed) {
        return db.sql("""
                update access.recovery_code set used_at = :now
                where staff_id = :staff and digest = :digest and used_at is null""")
                .param("now", Timestamp.from(clock.instant())).param("staff", staff)
                .param("digest", recoveryToken(staff, typed)).update() == 1;
    }

    /** How many recovery codes are left. */
    int recoveryCodesLeft(UUID staff) {
        return db.sql("select count(*) from access.recovery_code where staff_id = :staff and used_at is null")
                .param("staff", staff).query(Integer.class).single();
    }

    private byte[] recoveryToken(UUID staff, String code) {
        var one = code.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "").replace('o', '0').replaceAll("[il]", "1");
        return key.token("access.recovery_code.digest", staff + " " + one);
    }

    private String at(SecretKeySpec secret, long step) {
        try {
            return generator.generateOneTimePasswordString(secret, Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret of ours is no key", e);
        }
    }
}

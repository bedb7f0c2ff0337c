package heed.access.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.notify.Site;
import heed.platform.seal.InstallationKey;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.net.URI;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (WebAuthn Level 3). One counts as both factors, so the device must have checked who holds it (user
 * verification). A browser finds the passkeys for this site by itself, so that nothing is said of who has one.
 */
@Service
class Passkeys {
    static final int MOST = 10;
    static final int LONGEST_NAME = 60;
    private static final String NAME = "access.passkey.name";
    private static final String SIGN_IN = "sign-in";
    private static final long WAIT_MILLIS = 120_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    /** Ed25519, then what every device has. */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(COSEAlgorithmIdentifier.EdDSA,
            COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private final JdbcClient db;
    private final Transactions transactions;
    private final Trail trail;
    private final InstallationKey key;
    private final Clock clock;
    private final Challenges challenges;
    private final LocalAccounts accounts;
    private final Throttle throttle;
    private final Outbox outbox;
    private final String rpId;
    private final Origin origin;
    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webauthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    private record Stored(UUID id, UUID staff, byte[] credentialId, byte[] credential, long count,
            boolean backupEligible) {
    }

    Passkeys(JdbcClient db, Transactions transactions, Trail trail, InstallationKey key, Clock clock,
            Challenges challenges, LocalAccounts accounts, Throttle throttle, Outbox outbox, Site site) {
        this.db = db;
        this.transactions = transactions;
        this.trail = trail;
        this.key = key;
        this.clock = clock;
        this.challenges = challenges;
        this.accounts = accounts;
        this.throttle = throttle;
        this.outbox = outbox;
        this.rpId = site.host();
        var address = URI.create(site.address());
        this.origin = Origin.create(address.getScheme() + "://" + address.getRawAuthority());
    }

    /** Asks for any passkey of this site. */
    PasskeyAsk toSignIn() {
        return toProve(SIGN_IN, List.of());
    }

    /** Asks for one of the actor's; empty where they have none. */
    Optional<PasskeyAsk> toConfirm(Actor by) {
        var own = of(by.staff());
        return own.isEmpty() ? Optional.empty() : Optional.of(toProve(confirming(by), own));
    }

    /** Asks for a new one. */
    PasskeyAsk toAdd(Actor by, String organisation) {
        var challenge = challenges.fresh(adding(by));
        // Whose system it is and not who signs in, as in code apps: the device keeps these words.
        var label = "Heed: " + organisation;
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", URL.encodeToString(challenge.value()));
        options.put("rp", Map.of("id", rpId, "name", "Heed"));
        options.put("user",
                Map.of("id", URL.encodeToString(handle(by.staff())), "name", label, "displayName", label));
        options.put("pubKeyCredParams",
                ALGORITHMS.stream().map(a -> Map.of("type", "public-key", "alg", a.getValue())).toList());
        options.put("authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", "none");
        options.put("timeout", WAIT_MILLIS);
        options.put("excludeCredentials", listed(of(by.staff())));
        return new PasskeyAsk(JSON.writeValueAsString(options), challenge.asked());
    }

    /** Signs in with a passkey; empty for every reason alike. */
    Optional<SignedIn> signIn(Actor stranger, String asked, String answer) {
        var counted = List.of(throttle.address(stranger.from()));
        if (throttle.full(counted)) {
            trail.refused(stranger, Trace.of("signin.try").because("TOO_MANY_TRIES"));
            return Optional.empty();
        }
        var challenge = challenges.open(SIGN_IN, asked);
        if (challenge.isPresent()) {
            var data = read(answer);
            var stored = data.flatMap(this::known);
            var account = stored.flatMap(s -> accounts.of(s.staff())).filter(a -> !a.closed() && !a.demo());
            if (data.isPresent() && stored.isPresent() && account.isPresent()
                    && proves(stored.get(), data.get(), challenge.get())) {
                var staff = stored.get().staff();
                var scope = account.get().scope();
                var done = transactions.inScope(scope, () -> {
                    if (!challenges.use(challenge.get()))
                        return false;
                    used(stored.get(), data.get());
                    trail.add(new Actor(staff, scope, Actor.NOBODY, Set.of(), stranger.from()),
                            Trace.of("signin.done", staff).because(Strength.PASSKEY.name()));
                    return true;
                });
                if (done)
                    return Optional.of(new SignedIn(staff, scope, Strength.PASSKEY, clock.instant()));
            }
        }
        transactions.outsideScopes(() -> throttle.failed(counted));
        trail.refused(stranger, Trace.of("signin.try").because("WRONG_PASSKEY"));
        return Optional.empty();
    }

    /** Whether this is one of the actor's passkeys, answering what they were asked. */
    boolean confirm(Actor by, String asked, String answer) {
        var challenge = challenges.open(confirming(by), asked);
        var data = challenge.flatMap(c -> read(answer));
        var stored = data.flatMap(this::known).filter(s -> by.is(s.staff()));
        boolean right = challenge.isPresent() && data.isPresent() && stored.isPresent()
                && proves(stored.get(), data.get(), challenge.get());
        if (right && transactions.inScope(by.scope(), () -> {
            if (!challenges.use(challenge.get()))
                return false;
            used(stored.get(), data.get());
            trail.add(by, Trace.of(Confirming.ACT, by.staff()).because(Strength.PASSKEY.name()));
            return true;
        }))
            return true;
        trail.refused(by, Trace.of(Confirming.ACT, by.staff()).because("WRONG_PASSKEY"));
        return false;
    }

    /** Adds a passkey; whether the device answered as it must. Its owner is told by mail. */
    boolean add(Actor by, String name, String asked, String answer) {
        var challenge = challenges.open(adding(by), asked);
        if (challenge.isEmpty() || of(by.staff()).size() >= MOST)
            return false;
        try {
            var data = webauthn.parseRegistrationResponseJSON(answer);
            var parameters = ALGORITHMS.stream()
                    .map(a -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, a)).toList();
            webauthn.verify(data, new RegistrationParameters(server(challenge.get()), parameters, true, true));
            var attested = data.getAttestationObject() == null
                    ? null
                    : data.getAttestationObject().getAuthenticatorData();
            if (attested == null || attested.getAttestedCredentialData() == null)
                return false;
            var credential = attested.getAttestedCredentialData();
            return transactions.inScope(by.scope(), () -> challenges.use(challenge.get())
                    && keep(by, name, credential.getCredentialId(), credentials.convert(credential),
                            attested.getSignCount(), attested.isFlagBE()));
        } catch (DataConversionException | VerificationException | JacksonException | IllegalArgumentException
                | NullPointerException e) {
            return false;
        }
    }

    /** Keeps a passkey, in the open transaction; whether nobody had it before. */
    boolean keep(Actor by, String name, byte[] credentialId, byte[] credential, long count, boolean backupEligible) {
        var id = UUID.randomUUID();
        var added = db
                .sql("""
                insert into access.passkey (id, staff_id, credential_id, credential, sign_count, backup_eligible, name,
                  added_at)
                values (:id, :staff, :credentialId, :credential, :count, :eligible, :name, :now) on conflict do nothing""")
                .param("id", id).param("staff", by.staff()).param("credentialId", credentialId)
                .param("credential", credential).param("count", count).param("eligible", backupEligible)
                .param("name", key.seal(name, NAME, id.toString())).param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 0)
            return false;
        trail.add(by, Trace.of("passkey.add", by.staff()).fields("name", "credential"));
        outbox.add(by, by.staff(), SignInMail.WAYS_CHANGED, null, false);
        return true;
    }

    /** The actor's own, the latest added first. */
    List<Passkey> own(Actor by) {
        return db.sql("""
                select id, name, added_at, used_at from access.passkey where staff_id = :staff
                order by added_at desc, id""").param("staff", by.staff())
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var used = row.getTimestamp("used_at");
                    return new Passkey(id, key.open(row.getBytes("name"), NAME, id.toString()),
                            row.getTimestamp("added_at").toInstant(), used == null ? null : used.toInstant());
                }).list();
    }

    /**
     * Removes one of the actor's own, and tells them by mail.
     *
     * @throws heed.platform.Refused as not found, where it is not theirs; as not allowed now where it is their last way in
     */
    void remove(Actor by, UUID id) {
        transactions.inScope(by.scope(), () -> {
            accounts.lock(by.staff());
            if (db.sql("delete from access.passkey where id = :id and staff_id = :staff").param("id", id)
                    .param("staff", by.staff()).update() == 0)
                throw Refusal.NOT_FOUND.because("no such passkey of theirs");
            if (!accounts.canSignIn(by.staff()))
                throw Refusal.NOT_ALLOWED_NOW.because("the last way to sign in");
            trail.add(by, Trace.of("passkey.remove", by.staff()).fields("name", "credential"));
            outbox.add(by, by.staff(), SignInMail.WAYS_CHANGED, null, false);
        });
    }

    private PasskeyAsk toProve(String purpose, List<Stored> own) {
        var challenge = challenges.fresh(purpose);
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", URL.encodeToString(challenge.value()));
        options.put("rpId", rpId);
        options.put("userVerification", "required");
        options.put("timeout", WAIT_MILLIS);
        options.put("allowCredentials", listed(own));
        return new PasskeyAsk(JSON.writeValueAsString(options), challenge.asked());
    }

    private static List<Map<String, String>> listed(List<Stored> all) {
        return all.stream().map(s -> Map.of("type", "public-key", "id", URL.encodeToString(s.credentialId()))).toList();
    }

    private Optional<AuthenticationData> read(String answer) {
        try {
            return Optional.ofNullable(webauthn.parseAuthenticationResponseJSON(answer));
        } catch (DataConversionException | JacksonException | IllegalArgumentException | NullPointerException e) {
            // The library meets some nonsense, such as {}, with a null of its own.
            return Optional.empty();
        }
    }

    private boolean proves(Stored stored, AuthenticationData data, byte[] challenge) {
        var named = data.getUserHandle();
        if (named != null && !MessageDigest.isEqual(named, handle(stored.staff())))
            return false;
        var known = new CredentialRecordImpl(new NoneAttestationStatement(), true, stored.backupEligible(), false,
                stored.count(), credentials.convert(stored.credential()), null, null, null, null);
        try {
            webauthn.verify(data, new AuthenticationParameters(server(challenge), known, null, true, true));
            return true;
        } catch (DataConversionException | VerificationException e) {
            return false;
        }
    }

    private void used(Stored stored, AuthenticationData data) {
        var authenticator = data.getAuthenticatorData();
        db.sql("update access.passkey set sign_count = greatest(sign_count, :count), used_at = :now where id = :id")
                .param("count", authenticator == null ? 0 : authenticator.getSignCount())
                .param("now", Timestamp.from(clock.instant())).param("id", stored.id()).update();
    }

    private ServerProperty server(byte[] challenge) {
        return new ServerProperty(Set.of(origin), rpId, new DefaultChallenge(challenge));
    }

    /** What devices know somebody by: the same each time, and nobody's id. */
    private byte[] handle(UUID staff) {
        return key.token("access.passkey.handle", staff.toString());
    }

    private static String confirming(Actor by) {
        return "confirm-" + by.staff();
    }

    private static String adding(Actor by) {
        return "add-" + by.staff();
    }

    private Optional<Stored> known(AuthenticationData data) {
        var id = data.getCredentialId();
        return id == null
                ? Optional.empty()
                : db.sql("select * from access.passkey where credential_id = :id").param("id", id).query(Passkeys::row)
                        .optional();
    }

    private List<Stored> of(UUID staff) {
        return db.sql("select * from access.passkey where staff_id = :staff").param("staff", staff)
                .query(Passkeys::row).list();
    }

    private static Stored row(ResultSet row, int n) throws SQLException {
        return new Stored(row.getObject("id", UUID.class), row.getObject("staff_id", UUID.class),
                row.getBytes("credential_id"), row.getBytes("credential"), row.getLong("sign_count"),
                row.getBoolean("backup_eligible"));
    }
}

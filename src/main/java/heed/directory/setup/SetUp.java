package heed.directory.setup;

import heed.access.Accounts;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.staff.NewStaff;
import heed.access.staff.Staff;
import heed.directory.organisation.Council;
import heed.directory.organisation.NumbersToRing;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.notify.MailServers;
import heed.platform.notify.Site;
import heed.platform.seal.InstallationKey;
import heed.platform.setting.Setting;
import heed.platform.setting.Settings;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The first set-up: open only while there is no recording scope and never in the demo, and only to whoever can read the
 * log. What is typed is kept encrypted between the steps, and one transaction makes everything at the end.
 */
@Component
class SetUp {
    private static final String TRIES = "set-up.tries";
    private static final String PASS = "set-up.pass";
    private static final String TYPED = "set-up.typed";
    private static final String DONE = "set-up.done";
    private static final int MOST_TRIES = 10;
    private static final Duration TRIES_WITHIN = Duration.ofMinutes(1);
    private static final Duration LINKS_AGAIN_FOR = Duration.ofMinutes(30);

    private final FirstStart start;
    private final Organisations organisations;
    private final Staff staff;
    private final Grants grants;
    private final Accounts accounts;
    private final NumbersToRing numbers;
    private final MailServers mail;
    private final Settings settings;
    private final Transactions transactions;
    private final Trail trail;
    private final InstallationKey key;
    private final JdbcClient db;
    private final Site site;
    private final Clock clock;

    SetUp(FirstStart start, Organisations organisations, Staff staff, Grants grants, Accounts accounts,
            NumbersToRing numbers, MailServers mail,
            Settings settings, Transactions transactions, Trail trail, InstallationKey key, JdbcClient db, Site site,
            Clock clock) {
        this.start = start;
        this.organisations = organisations;
        this.staff = staff;
        this.grants = grants;
        this.accounts = accounts;
        this.numbers = numbers;
        this.mail = mail;
        this.settings = settings;
        this.transactions = transactions;
        this.trail = trail;
        this.key = key;
        this.db = db;
        this.site = site;
        this.clock = clock;
    }

    /** What became of a code typed. */
    enum Entered {
        /** It was right. */
        RIGHT,
        /** It was wrong. */
        WRONG,
        /** There were too many wrong ones; nobody gets in for a minute, right or wrong. */
        TOO_MANY
    }

    /** A code's outcome, and where it was right the pass that opens the steps. */
    record Entry(Entered outcome, String pass) {
    }

    /** Takes the code. A new pass ends the one before: set-up is done from one browser at a time. */
    Entry enter(Actor by, String typed) {
        if (!start.setUpNeeded())
            throw Refusal.NOT_FOUND.because("set-up is done");
        var tries = settings.get(TRIES);
        var since = clock.instant().minus(TRIES_WITHIN).toEpochMilli();
        var recent = new ArrayList<>(tries.map(Setting::value).stream().flatMap(v -> Arrays.stream(v.split(",", -1)))
                .filter(v -> !v.isEmpty() && Long.parseLong(v) > since).toList());
        if (recent.size() >= MOST_TRIES)
            return new Entry(Entered.TOO_MANY, "");
        var right = start.code().filter(code -> same(code, tidied(typed))).isPresent();
        if (!right) {
            recent.add(String.valueOf(clock.instant().toEpochMilli()));
            try {
                settings.put(TRIES, String.join(",", recent), tries.map(Setting::version).orElse(-1));
            } catch (Refused refused) {
                // Somebody tried at the same moment; one of the two was counted, and guessing at once is not set-up.
                return new Entry(Entered.TOO_MANY, "");
            }
            trail.refused(by, Trace.of("set-up.enter"));
            return new Entry(Entered.WRONG, "");
        }
        var pass = start.fresh(32);
        transactions.inScope(by.scope(), () -> {
            replace(PASS, digest(pass));
            trail.add(by, Trace.of("set-up.enter"));
        });
        return new Entry(Entered.RIGHT, pass);
    }

    /** Whether this pass opens the steps to whoever brings it. */
    boolean opens(Actor by, String pass) {
        return !start.demo() && !pass.isEmpty()
                && settings.get(PASS).filter(kept -> same(kept.value(), digest(pass))).isPresent();
    }

    /** What was typed so far. */
    Typed typed(Actor by) {
        return settings.get(TYPED).map(kept -> Typed.of(kept.value())).orElse(Typed.NOTHING);
    }

    /** Keeps what was typed in a step. */
    void keep(Actor by, Typed typed) {
        transactions.inScope(by.scope(), () -> {
            replace(TYPED, typed.kept());
            trail.add(by, Trace.of("set-up.keep"));
        });
    }

    /** The links to choose a password. */
    record Links(String administratorName, String administrator, String coordinatorName, String coordinator) {
        /** Keeps them out of logs. */
        @Override
        public String toString() {
            return "Links[]";
        }
    }

    /**
     * Makes everything, in one transaction; where that was done within the last half hour, makes new links only, so that an
     * answer lost on the way or a page loaded again locks nobody out.
     *
     * @throws Refused as not allowed now where something is missing; as not found later
     */
    Links finish(Actor by) {
        var before = settings.get(DONE);
        if (before.isPresent())
            return again(before.get().value().split(",", -1));
        var typed = typed(by);
        if (!typed.missing().isEmpty())
            throw Refusal.NOT_ALLOWED_NOW.because("set-up is not complete");
        var system = Actor.system(UUID.randomUUID());
        return transactions.inScope(system.scope(), () -> {
            // One at a time: the second of two sends waits here, and then finds that it was done.
            db.sql("select pg_advisory_xact_lock(hashtextextended('directory.set-up', 0))").query(row -> {
            });
            if (!organisations.scopes().isEmpty())
                throw Refusal.MOVED_ON.because("set-up was finished meanwhile");
            organisations.openScope(system, typed.get("council"));
            var council = organisations.addCouncil(system, typed.get("council"), Council.Kind.COUNCIL);
            var administrator = person(system, council, typed, "administrator", "Administrator", Role.ADMINISTRATOR);
            var coordinator = person(system, council, typed, "coordinator", "Safeguarding coordinator",
                    Role.COORDINATOR);
            numbers.replace(system, List.of(), typed.numbers());
            typed.mailServer()
                    .ifPresent(server -> mail.set(server, mail.kept().map(MailServers.Kept::version).orElse(-1)));
            start.forgetCode();
            settings.forget(TRIES);
            settings.forget(TYPED);
            replace(DONE, String.join(",", system.scope().toString(), administrator.toString(), coordinator.toString(),
                    clock.instant().toString()));
            // The system made it all; this one entry says from where it was asked to.
            trail.add(new Actor(Actor.NOBODY, system.scope(), Actor.NOBODY, Set.of(), by.from()), Trace
                    .of("set-up.finish").fields("council", "administrator", "coordinator", "key", "mail", "numbers"));
            return links(system, administrator, coordinator);
        });
    }

    private Links again(String[] made) {
        if (clock.instant().isAfter(Instant.parse(made[3]).plus(LINKS_AGAIN_FOR)))
            throw Refusal.NOT_FOUND.because("set-up was finished long ago");
        var system = Actor.system(UUID.fromString(made[0]));
        return transactions.inScope(system.scope(),
                () -> links(system, UUID.fromString(made[1]), UUID.fromString(made[2])));
    }

    private Links links(Actor system, UUID administrator, UUID coordinator) {
        var names = staff.names(system, List.of(administrator, coordinator));
        return new Links(names.getOrDefault(administrator, ""), link(accounts.invite(system, administrator)),
                names.getOrDefault(coordinator, ""), link(accounts.invite(system, coordinator)));
    }

    private String link(String secret) {
        return site.address() + "/sign-in/invitation/" + secret;
    }

    private UUID person(Actor system, UUID council, Typed typed, String who, String post, Role role) {
        var address = typed.get(who + "-mail");
        var id = staff.add(system, new NewStaff(council, null, null, typed.get(who + "-name"), address, post));
        grants.grantAtStart(system, id, role);
        accounts.open(system, id, system.scope(), address, false);
        return id;
    }

    private void replace(String name, String value) {
        transactions.outsideScopes(() -> {
            settings.forget(name);
            settings.begin(name, value);
        });
    }

    private String digest(String pass) {
        return key.tokenHex("set-up.pass", pass);
    }

    private static String tidied(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1').replace('L',
                '1');
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}

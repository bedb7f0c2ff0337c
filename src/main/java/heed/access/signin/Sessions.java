package heed.access.signin;

import heed.access.Role;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.web.Present;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps who is signed in as ids in a session, and finds anew at each request what they may do: a role revoked, an account
 * closed or a person gone bites at the next one.
 */
@Component
class Sessions implements SecurityContextRepository {
    static final Duration LONGEST = Duration.ofHours(12);
    /** How long a proof counts for what asks to confirm it. */
    static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration HALF = Duration.ofMinutes(10);
    private static final String WHO = "heed.signed-in";
    private static final String HALF_WHO = "heed.half-signed-in";
    private static final String CONFIRMED = "heed.confirmed";
    private static final String OPEN = "heed.open";
    private static final String NAME = "access.staff.name";

    private final JdbcClient db;
    private final Transactions transactions;
    private final Seals seals;
    private final Clock clock;
    private final BrowserOwner was;
    private final ParkedForms parked;
    private final OpenSessions open;
    private final boolean demo;

    /** What the database says of somebody now. */
    private record Now(UUID council, boolean gone, boolean demo, byte[] name, List<String> roles, Instant used) {
    }

    Sessions(JdbcClient db, Transactions transactions, Seals seals, Clock clock, BrowserOwner was,
            ParkedForms parked, OpenSessions open, Environment environment) {
        this.db = db;
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
        this.was = was;
        this.parked = parked;
        this.open = open;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /**
     * Begins a session for somebody signed in, under an id that nobody can have known before.
     *
     * @param next what they had asked for
     * @return where to go now: to what was kept when an earlier session ended, if anything was, before what was asked for
     */
    String begin(HttpServletRequest request, HttpServletResponse response, SignedIn who, String next) {
        begin(request, who);
        was.remember(request, response, who);
        return parked.latest(who).map(kept -> "/kept/" + kept).orElse(next);
    }

    private void begin(HttpServletRequest request, SignedIn who) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(WHO, who);
        session.setAttribute(OPEN,
                open.open(who, BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT)), request.getRemoteAddr()));
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who.staff().toString());
    }

    /** Begins a short session for somebody who gave a password and not yet a code. */
    void beginHalf(HttpServletRequest request, HalfSignedIn who) {
        end(request);
        var session = request.getSession(true);
        session.setMaxInactiveInterval((int) HALF.toSeconds());
        session.setAttribute(HALF_WHO, who);
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who.staff().toString());
    }

    /** Who gave a password in this session within the last ten minutes and not yet a code. */
    Optional<HalfSignedIn> half(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(HALF_WHO) instanceof HalfSignedIn half
                && clock.instant().isBefore(half.at().plus(HALF)) ? Optional.of(half) : Optional.empty();
    }

    /** Whether whoever is signed in proved it within the last five minutes. */
    boolean fresh(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(WHO) instanceof SignedIn who))
            return false;
        var proved = session.getAttribute(CONFIRMED) instanceof Instant confirmed ? confirmed : who.at();
        return !clock.instant().isAfter(proved.plus(FRESH));
    }

    /** Notes that whoever is signed in has just proved it again, and gives the session another id. */
    void confirmed(HttpServletRequest request) {
        request.changeSessionId();
        request.getSession().setAttribute(CONFIRMED, clock.instant());
    }

    /** What was proved when this session began; empty where nobody is signed in. */
    Optional<Strength> strength(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(WHO) instanceof SignedIn who
                ? Optional.of(who.strength())
                : Optional.empty();
    }

    /** Says when it was proved who is signed in, where that was not at signing in here. */
    void proved(HttpServletRequest request, Instant at) {
        request.getSession().setAttribute(CONFIRMED, at);
    }

    /** The id under which this session is listed; empty where nobody is signed in. */
    Optional<UUID> current(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(OPEN) instanceof UUID id ? Optional.of(id) : Optional.empty();
    }

    /** Ends the session, if there is one. */
    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null)
            return;
        if (session.getAttribute(WHO) instanceof SignedIn who && session.getAttribute(OPEN) instanceof UUID id)
            open.over(who.scope(), id);
        session.invalidate();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private @Nullable SecurityContext context;
            private boolean generated;

            @Override
            public SecurityContext get() {
                var known = context;
                if (known == null) {
                    known = SecurityContextHolder.createEmptyContext();
                    context = known;
                    var who = find(request);
                    generated = who == null;
                    if (who != null)
                        known.setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
                }
                return known;
            }

            @Override
            public boolean isGenerated() {
                get();
                return generated;
            }
        };
    }

    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Nothing to do: {@link #begin} writes the session, and nothing else of a context is kept. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(WHO) != null;
    }

    private @Nullable SignedIn find(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(WHO) instanceof SignedIn who))
            return null;
        // Asked now, while the session is at hand: asked first when the answer is sent, it is read from the database again.
        request.isRequestedSessionIdValid();
        var now = clock.instant().isBefore(who.at().plus(LONGEST)) && session.getAttribute(OPEN) instanceof UUID id
                ? now(who, id)
                : Optional.<Now>empty();
        if (now.isEmpty() || now.get().gone() || (now.get().demo() && !demo)) {
            session.invalidate();
            return null;
        }
        var roles = now.get().roles().stream().map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.of(Role.STAFF)));
        var actor = new Actor(who.staff(), who.scope(), now.get().council(), Role.permits(roles),
                request.getRemoteAddr());
        new Present(actor, () -> name(who, now.get().name())).keep(request);
        return who;
    }

    private String name(SignedIn who, byte[] sealed) {
        return transactions.inScope(who.scope(), () -> seals.scopeKey(who.scope()).open(sealed, NAME, who.staff()));
    }

    /** Empty where the session was ended, by its owner elsewhere or by an administrator. */
    private Optional<Now> now(SignedIn who, UUID id) {
        return transactions.inScope(who.scope(), () -> {
            var found = read(who, id);
            if (found.isPresent() && clock.instant().isAfter(found.get().used().plus(OpenSessions.GRAIN)))
                open.used(id);
            return found;
        });
    }

    private Optional<Now> read(SignedIn who, UUID id) {
        return db.sql("""
                select s.council_id, s.name, a.demo, o.used_at,
                  a.closed_at is not null or coalesce(s.left_at <= :now, false) as gone,
                  array(select distinct g.role from access.role_grant g
                        where g.scope_id = s.scope_id and g.staff_id = s.id and g.valid_from <= :now
                          and (g.valid_until is null or g.valid_until > :now)) as roles
                from access.account a join access.staff s on s.scope_id = a.scope_id and s.id = a.staff_id
                join access.open_session o on o.scope_id = s.scope_id and o.staff_id = s.id and o.id = :id
                where a.staff_id = :staff and a.scope_id = :scope""")
                .param("now", Timestamp.from(clock.instant())).param("staff", who.staff()).param("scope", who.scope())
                .param("id", id)
                .query((row, n) -> new Now(row.getObject("council_id", UUID.class), row.getBoolean("gone"),
                        row.getBoolean("demo"), row.getBytes("name"),
                        Stream.of((String[]) row.getArray("roles").getArray()).toList(),
                        row.getTimestamp("used_at").toInstant()))
                .optional();
    }
}

package heed.house;

import heed.access.Role;
import heed.access.staff.Staff;
import heed.cast.Cast;
import heed.cast.Visit;
import heed.house.Matrix.Who;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody who asks in the authorisation matrix: each role, all of them at once, roles not yet and no longer held, and those not signed in. */
final class MatrixPeople {
    /** Names that nobody takes for one another: an allegation finds whom it is about by name. */
    private static final List<String> NAMES = List.of("Amina Qureshi", "Bartholomew Thwaite", "Ceridwen Pugh",
            "Dashiell Okonkwo", "Euphemia Larkspur", "Fitzgerald Mbeki", "Guinevere Stanhope", "Horatio Zielinski",
            "Ingeborg Fairclough", "Jocasta Vandermeer", "Kingsley Udoh", "Leopoldina Haigh", "Montague Rasmussen",
            "Nkechi Blenkinsop", "Ottoline Jagger", "Peregrine Szabo", "Quintessa Obuya", "Radcliffe Munday",
            "Septimus Farthingale", "Thomasina Bracegirdle");
    private static final List<String> MANAGED = List.of("Quentin Abernathy", "Rosalind Tchaikov", "Solveig Cartmel",
            "Thaddeus Nwosu", "Ursula Pennington", "Valentino Grice", "Winifred Yamada", "Xanthe Molyneux",
            "Yevgenia Dunstable", "Zachariah Elphick", "Araminta Voss", "Balthazar Kemp", "Clementine Uzoma",
            "Demetrius Hawksworth", "Esmeralda Quigg", "Florian Ibbotson", "Gwendolyn Sarpong", "Hyacinth Trelawney",
            "Ignatius Brathwaite", "Jemima Oyelaran");

    private static final Duration FRESH = Duration.ofMinutes(2);

    private final ApplicationContext context;
    private final Cast cast;
    private final Map<Who, Visit> visits = new LinkedHashMap<>();
    private final Map<UUID, Actor> actors = new LinkedHashMap<>();
    private final Map<UUID, Actor> reports = new LinkedHashMap<>();
    private final Map<Who, Instant> since = new HashMap<>();

    MatrixPeople(ApplicationContext context, Cast cast) {
        this.context = context;
        this.cast = cast;
        for (var role : Role.values())
            signedIn(words(role), role == Role.STAFF ? new Role[0] : new Role[]{role});
        signedIn("every role", Arrays.stream(Role.values()).filter(r -> r != Role.STAFF).toArray(Role[]::new));
        lapsed("was a lead until now", Duration.ofDays(-2), Duration.ofMinutes(-1));
        lapsed("is a lead from tomorrow", Duration.ofDays(1), Duration.ofDays(2));
        visits.put(new Who("a stranger", Set.of(), "no session", UUID.randomUUID()), cast.stranger());
        var half = cast.staff("Halley Fforde", Role.DSL);
        visits.put(new Who("a lead without the second step", Set.of(), "half a session", half.staff()),
                cast.half(half));
        var gone = cast.staff("Godfrey Leaver", Role.DSL);
        context.getBean(Staff.class).leave(cast.staff("Ada Leavings", Role.ADMINISTRATOR), gone.staff());
        visits.put(new Who("a lead who left", Set.of(), "left", gone.staff()), cast.visit(gone));
    }

    List<Who> all() {
        return List.copyOf(visits.keySet());
    }

    List<Who> signedIn() {
        return visits.keySet().stream().filter(w -> w.outside() == null).toList();
    }

    Visit visit(Who who) {
        return known(visits.get(who), who);
    }

    /** Gives somebody a new session, if they can have one. */
    void signInAgain(Who who) {
        if (who.outside() == null) {
            visits.put(who, cast.visit(actor(who)));
            since.put(who, now());
        }
    }

    /** Signs somebody in again before what needs a fresh confirmation would ask for one: a slow machine takes longer. */
    void keepFresh(Who who) {
        if (since.computeIfAbsent(who, w -> now()).plus(FRESH).isBefore(now()))
            signInAgain(who);
    }

    private Instant now() {
        return context.getBean(Clock.class).instant();
    }

    Actor actor(Who who) {
        return known(actors.get(who.staff()), who);
    }

    /** Somebody whom they manage. */
    Actor report(Who who) {
        return reports.computeIfAbsent(who.staff(), id -> cast.under(actor(who), reportName(who)));
    }

    String reportName(Who who) {
        return MANAGED.get(signedIn().indexOf(who));
    }

    /** The name under which the staff list has them. */
    String name(Who who) {
        return NAMES.get(signedIn().indexOf(who));
    }

    private void signedIn(String name, Role... roles) {
        var actor = cast.staff(NAMES.get(actors.size()), roles);
        var held = Arrays.stream(roles).map(Role::name).collect(Collectors.toSet());
        held.add("STAFF");
        keep(name, actor, held);
    }

    private void lapsed(String name, Duration from, Duration until) {
        var actor = cast.staff(NAMES.get(actors.size()), Role.DSL);
        var now = context.getBean(Clock.class).instant();
        context.getBean(Transactions.class)
                .inScope(cast.scope(), () -> context.getBean(JdbcClient.class)
                        .sql("update access.role_grant set valid_from = :from, valid_until = :until where staff_id = :who")
                        .param("from", Timestamp.from(now.plus(from))).param("until", Timestamp.from(now.plus(until)))
                        .param("who", actor.staff()).update());
        keep(name, actor, Set.of("STAFF"));
    }

    private void keep(String name, Actor actor, Set<String> roles) {
        var who = new Who(name, Set.copyOf(roles), null, actor.staff());
        visits.put(who, cast.visit(actor));
        since.put(who, now());
        actors.put(actor.staff(), actor);
    }

    private static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T found, Who who) {
        if (found == null)
            throw new IllegalStateException("nobody is " + who.name());
        return found;
    }
}

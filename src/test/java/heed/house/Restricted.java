package heed.house;

import heed.access.Role;
import heed.access.policy.Opening;
import heed.access.policy.Openings;
import heed.cast.Cast;
import heed.casework.ConcernRef;
import heed.casework.restriction.KeptBecause;
import heed.casework.restriction.Restriction;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concerns that are restricted, kept from somebody or open to somebody, for calling the routes that change it. */
@NullMarked
final class Restricted {
    private final ApplicationContext context;
    private final Cast cast;
    private final Restriction restriction;

    Restricted(ApplicationContext context, Cast cast) {
        this.context = context;
        this.cast = cast;
        this.restriction = context.getBean(Restriction.class);
    }

    /** Restricted by this lead to them and two others; one of those can be taken off. */
    Map<String, String> named(Actor lead, Actor teller) {
        var other = cast.staff("Nia Named", Role.DSO);
        var second = cast.staff("Noor Named", Role.DSL);
        var ref = cast.concern(teller);
        restriction.restrict(lead, ref, 0, Set.of(other.staff(), second.staff()), "For a reason.");
        return Map.of("ref", ref.value(), "staff", other.staff().toString());
    }

    /** Kept from an officer. */
    Map<String, String> keptFrom(Actor lead, Actor teller) {
        var officer = cast.staff("Kit Kept", Role.DSO);
        var ref = cast.concern(teller);
        restriction.keepFrom(lead, ref, officer.staff(), KeptBecause.FAMILY, "");
        return Map.of("ref", ref.value(), "staff", officer.staff().toString());
    }

    /** Open to a champion. */
    Map<String, String> opened(Actor lead, Actor teller) {
        var champion = cast.staff("Oda Opened", Role.CHAMPION);
        var ref = cast.concern(teller);
        restriction.open(lead, ref, champion.staff(), context.getBean(Clock.class).instant().plus(Duration.ofDays(2)),
                "To advise.");
        return Map.of("ref", ref.value(), "staff", champion.staff().toString());
    }

    /** An officer who was given emergency access. */
    Actor inEmergencies() {
        return cast.staff("Em Urgent", Role.DSO, Role.EMERGENCY_READER);
    }

    /** A restricted concern that an officer opened in an emergency. */
    ConcernRef openedInEmergency(Actor officer, Actor lead, Actor teller) {
        var ref = ConcernRef.of(named(lead, teller).getOrDefault("ref", ""));
        var visit = cast.visit(officer);
        visit.get("/emergency");
        visit.post("/emergency", "ref", ref.value(), "why", "He is outside.");
        if (visit.status() != 302)
            throw new AssertionError("not opened: " + visit.status());
        return ref;
    }

    /** Restricted, and open to somebody as if they had used emergency access. */
    Map<String, String> urgent(Actor whoever, Actor lead, Actor teller) {
        var values = named(lead, teller);
        context.getBean(Transactions.class).inScope(cast.scope(), () -> context.getBean(Openings.class).open(whoever,
                cast.id(ConcernRef.of(values.getOrDefault("ref", ""))), whoever.staff(), Opening.Kind.EMERGENCY,
                context.getBean(Clock.class).instant().plus(Duration.ofHours(1))));
        return values;
    }

    /** The latest emergency opening of this scope. */
    String emergency() {
        return context.getBean(Transactions.class).inScope(cast.scope(), () -> context.getBean(JdbcClient.class)
                .sql("select id::text from casework.emergency_opening order by opened_at desc limit 1")
                .query(String.class).single());
    }
}

package heed.cast;

import static org.assertj.core.api.Assertions.assertThat;

import heed.TestScope;
import heed.access.Accounts;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.casework.raise.Raise;
import heed.platform.Actor;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A recording scope of a test's own with its people, who raise and work concerns through the real use cases and pages:
 *
 * <pre>
 * var cast = Cast.in(context);
 * var amina = cast.staff("Amina Dso", Role.DSO);
 * var ben = cast.staff("Ben Crew");
 * var ref = cast.concern(ben);
 * cast.visit(amina).post("/concerns/" + ref + "/taking-up");
 * </pre>
 */
public final class Cast {
    private final ApplicationContext context;
    private final TestScope scope;

    private Cast(ApplicationContext context) {
        this.context = context;
        this.scope = TestScope.in(context);
    }

    /** A new scope with a council and nobody in it. */
    public static Cast in(ApplicationContext context) {
        return new Cast(context);
    }

    /** The scope. */
    public UUID scope() {
        return scope.id();
    }

    /** The system itself, acting in it. */
    public Actor system() {
        return scope.system();
    }

    /** Somebody who works here, with an account and these roles besides being staff. */
    public Actor staff(String name, Role... roles) {
        var actor = scope.acting(name, roles);
        // Sign-in names are unique over all scopes, and a name of the cast may play in many.
        context.getBean(Accounts.class).open(system(), actor.staff(), scope(), UUID.randomUUID() + "@fellmoor.example",
                false);
        return actor;
    }

    /** Somebody with this manager. */
    public Actor under(Actor manager, String name, Role... roles) {
        var actor = scope.acting(scope.person(name, manager.staff(), roles), roles);
        context.getBean(Accounts.class).open(system(), actor.staff(), scope(), UUID.randomUUID() + "@fellmoor.example",
                false);
        return actor;
    }

    /** What somebody tells: these words seen, about somebody at risk with this name. */
    public static Telling telling(String seen, String about) {
        return Telling.BLANK.danger("no")
                .kind("CHILD")
                .account(new Telling.Account(seen, "", ""))
                .person(0, new Person(PersonRole.AT_RISK.name(), about, "", "", "", "", "", "", "", "", ""));
    }

    /** Begins telling, and leaves it unsent. */
    public UUID draft(Actor by, Telling telling) {
        return context.getBean(Raise.class).start(by, telling);
    }

    /** Tells and sends. */
    public ConcernRef concern(Actor by, Telling telling) {
        var sent = context.getBean(Raise.class).send(by, draft(by, telling));
        assertThat(sent.problems()).isEmpty();
        var receipt = sent.receipt();
        if (receipt == null)
            throw new AssertionError("no receipt");
        return receipt.ref();
    }

    /** A plain concern, sent. */
    public ConcernRef concern(Actor by) {
        return concern(by, telling("A child alone on the landing, twice this week.", "Rowan Applegarth"));
    }

    /** A concern about somebody who works here, sent: an allegation. */
    public ConcernRef allegation(Actor by, String about) {
        return concern(by, telling("Shouted at a child in the pool.", "Rowan Applegarth")
                .worksHere(new Telling.WorksHere("yes", "STAFF", about, "", "")));
    }

    /** A plain concern that this officer has taken up. */
    public ConcernRef taken(Actor reporter, Actor officer) {
        var ref = concern(reporter);
        visit(officer).post("/concerns/" + ref + "/taking-up").must(303, 302);
        return ref;
    }

    /** A plain concern that this officer has decided, opening a case that they lead. */
    public ConcernRef decided(Actor reporter, Actor officer) {
        var ref = taken(reporter, officer);
        var visit = visit(officer).get("/concerns/" + ref + "/decision");
        visit.must(200);
        var reason = visit.page().selectFirst("input[name=reason-open-case]");
        if (reason == null)
            throw new AssertionError("the page offers no reason to open a case");
        visit.post("/concerns/" + ref + "/decision", "outcome", "OPEN_CASE", reason.attr("name"), reason.val(), "lead",
                officer.staff().toString(),
                "reasons", "Needs a plan.", "version", visit.page().select("input[name=version]").val()).must(303, 302);
        return ref;
    }

    /** A concern in which danger was reported and this officer decided to do nothing, which nobody has countersigned. */
    public ConcernRef nothingDone(Actor reporter, Actor officer) {
        var ref = concern(reporter, telling("Shouting next door.", "Rowan Applegarth").danger("yes"));
        visit(officer).post("/concerns/" + ref + "/taking-up").must(303, 302);
        var visit = visit(officer).get("/concerns/" + ref + "/decision");
        visit.post("/concerns/" + ref + "/decision", "outcome", "NO_FURTHER_ACTION", "reason-no-further-action",
                "EXPLAINED", "reasons", "It was a film.", "version",
                visit.page().select("input[name=version]").val()).must(303, 302);
        return ref;
    }

    /** The id of a concern, read past every rule. */
    public UUID id(ConcernRef ref) {
        return context.getBean(heed.platform.db.Transactions.class).inScope(scope(),
                () -> context.getBean(JdbcClient.class)
                        .sql("select id from casework.concern where ref = :ref").param("ref", ref.value())
                        .query(UUID.class).single());
    }

    /** Somebody at the pages, signed in. */
    public Visit visit(Actor who) {
        return Visit.signedIn(context, who);
    }

    /** Somebody at the pages, who signed in this long ago. */
    public Visit visitSince(Actor who, java.time.Duration ago) {
        return Visit.signedIn(context, who, ago);
    }

    /** Somebody at the pages who gave the right password and not yet a code. */
    public Visit half(Actor who) {
        return Visit.halfSignedIn(context, who);
    }

    /** Somebody at the pages, not signed in. */
    public Visit stranger() {
        return Visit.stranger(context);
    }
}

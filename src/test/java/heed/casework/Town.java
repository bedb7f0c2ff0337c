package heed.casework;

import heed.FormToken;
import heed.SetClock;
import heed.TestScope;
import heed.Visitor;
import heed.access.Accounts;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.staff.Staff;
import heed.casework.concern.Telling;
import heed.casework.raise.Raise;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A council of a test's own, with people who can act in use cases and sign in to pages. */
@NullMarked
public final class Town {
    private final ApplicationContext context;
    private final TestScope scope;

    private Town(ApplicationContext context) {
        this.context = context;
        this.scope = TestScope.in(context);
    }

    /** A new one. */
    public static Town in(ApplicationContext context) {
        return new Town(context);
    }

    /** Its recording scope. */
    public UUID scope() {
        return scope.id();
    }

    /** Adds somebody with these roles and an account, and lets them act. */
    public Actor person(String name, Role... roles) {
        return person(name, null, roles);
    }

    /** Adds somebody with this manager, these roles and an account, and lets them act. */
    public Actor person(String name, @Nullable Actor manager, Role... roles) {
        var id = scope.person(name, manager == null ? null : manager.staff(), roles);
        context.getBean(Transactions.class)
                .inScope(scope.id(), () -> context.getBean(Accounts.class)
                        .open(scope.system(), id, scope.id(), id + "@fellmoor.example", true));
        return scope.acting(id, roles);
    }

    /** Their browser, signed in. */
    public Visitor visitor(Actor person, int port) {
        var token = FormToken.any();
        var visitor = new Visitor(port).withCookie(FormToken.COOKIE, token.cookie());
        visitor.postWithoutToken("/sign-in/demo", "staff", person.staff().toString(), FormToken.FIELD, token.sent());
        if (visitor.status() / 100 != 3)
            throw new AssertionError("could not sign in: " + visitor.status());
        return visitor;
    }

    /** Their browser, signed in and just confirmed, for what needs a fresh confirmation. */
    public Visitor confirmed(Actor person, int port) {
        var visitor = visitor(person, port);
        visitor.get("/confirm").post("/confirm");
        return visitor;
    }

    /** Ends every session of theirs by deleting its row. */
    public void endSessions(Actor person) {
        context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("delete from access.spring_session where principal_name = :who")
                .param("who", person.staff().toString()).update();
    }

    /** They leave now. */
    public void leaves(Actor person) {
        scope.leaves(person.staff());
    }

    /** Raises this and returns its reference. */
    public ConcernRef raised(Actor by, Telling telling) {
        var raise = context.getBean(Raise.class);
        var receipt = raise.send(by, raise.start(by, telling)).receipt();
        if (receipt == null)
            throw new AssertionError("it was not sent");
        return receipt.ref();
    }

    /** A worry in these words. */
    public static Telling telling(String seen) {
        return Telling.BLANK.danger("no").account(new Telling.Account(seen, "", ""));
    }

    /** What the scope's staff and roles are kept in. */
    public Staff staff() {
        return context.getBean(Staff.class);
    }

    /** What roles are granted with. */
    public Grants grants() {
        return context.getBean(Grants.class);
    }

    /** How many rows a query counts in this scope. */
    public long count(String sql) {
        return context.getBean(Transactions.class)
                .inScope(scope.id(), () -> context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql(sql)
                        .query(Long.class)
                        .single());
    }

    /** Every text that a query returns in this scope. */
    public List<String> texts(String sql) {
        return context.getBean(Transactions.class)
                .inScope(scope.id(), () -> context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql(sql)
                        .query(String.class)
                        .list());
    }

    /** A clock that stands still until a test moves it. */
    @TestConfiguration
    public static class StandingClock {
        /** It. */
        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock();
        }
    }
}

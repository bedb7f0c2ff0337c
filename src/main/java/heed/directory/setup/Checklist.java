package heed.directory.setup;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.directory.organisation.NumbersToRing;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.notify.MailServers;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is still to be done before Heed can be relied on, computed each time from what is there. */
@Component
public class Checklist {
    private static final int ENOUGH_NUMBERS = 3;

    private final Grants grants;
    private final Organisations organisations;
    private final NumbersToRing numbers;
    private final MailServers mail;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;

    Checklist(Grants grants, Organisations organisations, NumbersToRing numbers, MailServers mail, Outbox outbox,
            Transactions transactions, Trail trail) {
        this.grants = grants;
        this.organisations = organisations;
        this.numbers = numbers;
        this.mail = mail;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Whether this person has a checklist: those who manage accounts or give reading roles. */
    public static boolean isFor(Actor by) {
        return by.may(Permission.MANAGE_ACCOUNTS) || by.may(Permission.GRANT_READERS);
    }

    /**
     * Everything on it, done or not, in the order to do it. What this person cannot do has no link and says who can.
     *
     * @throws heed.platform.Refused as not found where they have no checklist
     */
    public List<Task> tasks(Actor by) {
        if (!isFor(by))
            by.must(Permission.MANAGE_ACCOUNTS);
        return transactions.inScope(by.scope(), () -> {
            trail.add(by, Trace.of("checklist.view"));
            var tasks = new ArrayList<Task>();
            var health = outbox.health();
            int services = organisations.services(by).size();
            tasks.add(task(by, Permission.EDIT_SETTINGS, "Enter the services", "/settings/services",
                    "Figures count by service, and a person is placed in one.", services > 0,
                    services == 1 ? "1 entered" : services + " entered", "None yet"));
            tasks.add(people(by, Role.ADMINISTRATOR, 2, Permission.GRANT_OTHERS, "Give a second administrator",
                    "So that one of them can be away, and each can reset the other’s sign-in."));
            tasks.add(people(by, Role.DSL, 1, Permission.GRANT_READERS, "Give the designated safeguarding leads",
                    "They review, restrict and close, and stand in for the coordinator."));
            tasks.add(people(by, Role.DSO, 2, Permission.GRANT_READERS,
                    "Give two or more designated safeguarding officers",
                    "They take up each concern and decide."));
            tasks.add(people(by, Role.ALLEGATIONS_RECIPIENT, 2, Permission.GRANT_READERS,
                    "Give the two allegations recipients",
                    "A worry about someone who works here goes to them alone."));
            tasks.add(substitute(by));
            int given = numbers.of(by).size();
            tasks.add(task(by, Permission.EDIT_NUMBERS, "Give the numbers to ring", "/settings/numbers",
                    "The hub, the adult team and the emergency duty team, on every page.", given >= ENOUGH_NUMBERS,
                    given + " given", given == 0 ? "None yet" : given + " of 3 given"));
            boolean set = mail.now().isPresent();
            boolean works = set && health.everSent() && health.failures().isEmpty() && health.late() == 0;
            tasks.add(task(by, Permission.EDIT_SETTINGS, "Make mail work", "/settings/mail",
                    "Until it does, nobody is told by mail that a concern waits.", works, "Works",
                    !set ? "Not set" : health.failures().isEmpty() ? "Not tried yet" : "Fails"));
            return List.copyOf(tasks);
        });
    }

    private Task people(Actor by, Role role, int enough, Permission permit, String title, String hint) {
        return held(by, new HashSet<>(grants.holders(by, role)), enough, permit, title, hint);
    }

    /** A substitute who is a recipient too stands in for nobody. */
    private Task substitute(Actor by) {
        var substitutes = new HashSet<>(grants.holders(by, Role.ALLEGATIONS_SUBSTITUTE));
        substitutes.removeAll(new HashSet<>(grants.holders(by, Role.ALLEGATIONS_RECIPIENT)));
        return held(by, substitutes, 1, Permission.GRANT_READERS, "Give a substitute for the allegations recipients",
                "Someone else, for when a worry is about a recipient.");
    }

    private static Task held(Actor by, Set<UUID> holders, int enough, Permission permit, String title, String hint) {
        int have = holders.size();
        return task(by, permit, title, "/people", hint, have >= enough, have == 1 ? "1 person" : have + " people",
                have == 0 ? "None yet" : have + " of " + enough);
    }

    private static Task task(Actor by, Permission permit, String title, String href, String hint, boolean done,
            String doneWords,
            String openWords) {
        @Nullable
        String way = by.may(permit) ? href : null;
        var who = by.may(permit) ? hint : hint + " " + doer(permit);
        return new Task(title, way, who, done ? doneWords : openWords, done);
    }

    private static String doer(Permission permit) {
        return permit == Permission.GRANT_READERS
                ? "The safeguarding coordinator does this."
                : "The administrator does this.";
    }
}

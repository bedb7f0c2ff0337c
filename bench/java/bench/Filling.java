package bench;

import heed.access.policy.Marking;
import heed.casework.ConcernRef;
import heed.casework.Town;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a council with concerns of three years, most of them decided, by the stores that Heed itself writes with. */
final class Filling {
    private static final int AT_ONCE = 250;
    /** How many wait: a queue is as long as a day's work, however old the council. */
    private static final int WAITING = 60;
    private static final int PIECE = 2_000;

    private final Town town;
    private final List<Actor> raisers;
    private final Actor officer;
    private final Concerns concerns;
    private final Trail trail;
    private final Transactions transactions;
    private final JdbcClient db;
    private int made;

    Filling(ApplicationContext context, Town town, List<Actor> raisers, Actor officer) {
        this.town = town;
        this.raisers = raisers;
        this.officer = officer;
        concerns = context.getBean(Concerns.class);
        trail = context.getBean(Trail.class);
        transactions = context.getBean(Transactions.class);
        db = context.getBean(JdbcClient.class);
    }

    /** References of concerns that wait for the officers now: none about somebody of the staff, whose recipients are others. */
    List<ConcernRef> waiting() {
        return town.texts("select ref from casework.concern where status = 'RECEIVED' and marking = 'NORMAL'"
                + " order by received_at desc, id")
                .stream().map(ConcernRef::new).toList();
    }

    int made() {
        return made;
    }

    /** Adds concerns until there are so many. */
    void to(int wanted) throws Exception {
        var turns = new ArrayList<Callable<Void>>();
        for (int from = made; from < wanted; from += AT_ONCE) {
            int first = from;
            int last = Math.min(wanted, from + AT_ONCE);
            turns.add(() -> {
                some(first, last);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var done : threads.invokeAll(turns))
                done.get();
        }
        made = wanted;
        settle();
    }

    private void some(int first, int last) {
        whole(() -> {
            var invented = new Invented(first);
            for (int i = first; i < last; i++) {
                var by = raisers.get(i % raisers.size());
                var at = Instant.now().minus(Duration.ofMinutes(1 + invented.below(3 * 365 * 24 * 60)));
                add(by, at, invented.telling(), invented);
            }
        });
    }

    /** A piece in one transaction, again where two pieces at once made the same reference. */
    private void whole(Runnable piece) {
        try {
            transactions.inScope(town.scope(), piece);
        } catch (DuplicateKeyException alike) {
            transactions.inScope(town.scope(), piece);
        }
    }

    private void add(Actor by, Instant at, Telling telling, Invented invented) {
        var moved = Concern.received(UUID.randomUUID(), concerns.newRef(), by, null, by.staff(), at, telling.danger().equals("yes"),
                invented.subject(), Marking.NORMAL);
        concerns.add(by, moved, UUID.randomUUID(), telling);
        // The same words in the clear, for the plain search that Heed's is held against.
        db.sql("insert into bench.told (id, received_at, words) values (:id, :at, to_tsvector('english', :text))")
                .param("id", moved.concern().id()).param("at", Timestamp.from(at))
                .param("text", telling.account().seen() + " " + telling.named().stream().map(Person::name)
                        .collect(java.util.stream.Collectors.joining(" ")))
                .update();
        trail.add(by, Trace.of("concern.raise", moved.concern().id()));
        trail.add(officer, Trace.of("concern.view", moved.concern().id()));
        var type = invented.pick(List.of("ADULT NEGLECT", "ADULT SELF_NEGLECT", "CHILD NEGLECT", "CHILD PHYSICAL",
                "ADULT DOMESTIC", "CONTEXT YOUNG_CARER")).split(" ");
        db.sql("""
                insert into casework.concern_type (scope_id, id, concern_id, list, code, set_by, set_at)
                values (:scope, :id, :concern, :list, :code, :by, :at)""")
                .param("scope", town.scope()).param("id", UUID.randomUUID()).param("concern", moved.concern().id())
                .param("list", type[0]).param("code", type[1]).param("by", officer.staff())
                .param("at", Timestamp.from(at)).update();
    }

    /** All but the latest few was taken up and decided, within hours of being received: danger was passed on, mostly. */
    void settle() {
        // In pieces: the application gives no statement more than a few seconds.
        int settled;
        do {
            settled = transactions.inScope(town.scope(), () -> db.sql("""
                    update casework.concern set status = 'DECIDED', taken_by = :officer,
                      first_taken_at = received_at + interval '2 hours', taken_at = received_at + interval '2 hours',
                      decided_at = received_at + interval '5 hours',
                      outcome = case when danger and abs(hashtext(ref)) % 10 > 0 then 'REFER' else
                        (array['ADVICE_GIVEN', 'SIGNPOST', 'REFER', 'NO_FURTHER_ACTION'])[1 + abs(hashtext(ref)) % 4] end
                    where id = any(array(
                      select id from casework.concern where status = 'RECEIVED' order by received_at desc, id
                      offset :waiting limit :piece))""")
                    .param("officer", officer.staff()).param("waiting", WAITING).param("piece", PIECE).update());
        } while (settled == PIECE);
    }

    /** Adds so many more people, named in concerns of little else, until that many stand in the register. */
    void people(int wanted) throws Exception {
        long there = town.count("select count(*) from casework.concern_person");
        var turns = new ArrayList<Callable<Void>>();
        int each = 20;
        for (long from = there; from < wanted; from += (long) AT_ONCE * each) {
            long first = from;
            turns.add(() -> {
                whole(() -> {
                    var invented = new Invented(1_000_000_007L + first);
                    for (int i = 0; i < AT_ONCE && first + (long) i * each < wanted; i++) {
                        var told = Telling.BLANK.danger("no").account(new Telling.Account(invented.word(), "", ""));
                        var named = new ArrayList<Person>();
                        for (int p = 0; p < each; p++)
                            named.add(invented.person(PersonRole.FAMILY));
                        var by = raisers.get(i % raisers.size());
                        var moved = Concern.received(UUID.randomUUID(), concerns.newRef(), by, null, by.staff(), Instant.now(), false,
                                invented.subject(), Marking.NORMAL);
                        concerns.add(by, moved, UUID.randomUUID(), told.people(named));
                    }
                });
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var done : threads.invokeAll(turns))
                done.get();
        }
        settle();
    }
}

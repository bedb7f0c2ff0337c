package heed.drill;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import planted.unlogged.UnloggedController;

/**
 * People of several roles ask for pages at random. Every page that shows a concern has an entry by whoever saw it, of that
 * moment, that names the concern; and every entry of a look has such a page. Prints a table by route.
 * {@code -Ddrill.requests=2000} asks more often.
 */
@InTown
@Import(UnloggedController.class)
class CompletenessTest {
    private static final int REQUESTS = Integer.getInteger("drill.requests", 200);
    private static final long SEED = Long.getLong("drill.seed", 7);
    private static final Pattern REF = Pattern.compile("\\b[CK]-[0-9A-Z]{4}-[0-9A-Z]{2}\\b");

    @Autowired
    ApplicationContext context;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;

    private Town town;
    private final Random random = new Random(SEED);
    private final Map<String, UUID> records = new LinkedHashMap<>();
    private final List<Actor> people = new ArrayList<>();
    private final Map<UUID, Visitor> browsers = new LinkedHashMap<>();
    private final Map<String, Row> table = new TreeMap<>();
    private final Set<String> unnamed = new java.util.TreeSet<>();
    private final Set<String> unseen = new java.util.TreeSet<>();

    /** One line of the table. */
    private static final class Row {
        private int requests;
        private int showed;
        private int named;
        private int entries;
    }

    @BeforeEach
    void a_town_at_work() {
        town = Town.in(context);
        for (var role : List.of(Role.STAFF, Role.STAFF, Role.DSO, Role.DSO, Role.DSL, Role.COORDINATOR,
                Role.ALLEGATIONS_RECIPIENT, Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR))
            people.add(town.person("Pat " + role.words() + " " + people.size(),
                    role == Role.STAFF ? new Role[0] : new Role[]{role}));
        for (int i = 0; i < 12; i++) {
            clock.pass(Duration.ofMinutes(1));
            town.raised(people.get(i % 4), Town.telling("A child alone, for the " + i + "th time"));
        }
        for (var person : people)
            browsers.put(person.staff(), town.visitor(person, port));
        for (int i = 0; i < 4; i++) {
            var officer = people.get(2 + i % 2);
            browser(officer).get("/queue/waiting");
            browser(officer).post("/concerns/" + refs().get(i * 3) + "/taking-up");
        }
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    private Visitor browser(Actor person) {
        return java.util.Objects.requireNonNull(browsers.get(person.staff()));
    }

    private List<String> refs() {
        records.clear();
        transactions.inScope(town.scope(), () -> db.sql("""
                select ref, id from casework.concern union all select ref, id from casework.casefile order by 1""")
                .query(row -> {
                    records.put(row.getString(1), row.getObject(2, UUID.class));
                }));
        return records.keySet().stream().filter(ref -> ref.startsWith("C-")).toList();
    }

    /** A route, and what is asked of it: a page, or a form sent that is answered with a page. */
    private record Ask(String route, boolean post) {
    }

    private static final List<Ask> ASKS = List.of(new Ask("/", false), new Ask("/my-concerns", false),
            new Ask("/my-concerns/{ref}", false), new Ask("/my-concerns/{ref}/files", false),
            new Ask("/my-concerns/{ref}/addenda", true), new Ask("/queue/waiting", false),
            new Ask("/queue/mine", false), new Ask("/concerns/{ref}", false), new Ask("/concerns/{ref}", false),
            new Ask("/concerns/{ref}/decision", false), new Ask("/concerns/{ref}/decision", true),
            new Ask("/concerns/{ref}/feedback", false), new Ask("/concerns/{ref}/feedback", true),
            new Ask("/concerns/{ref}/support", false), new Ask("/concerns/{ref}/files", false),
            new Ask("/concerns/{ref}/addenda", false), new Ask("/concerns/{ref}/addenda", true),
            new Ask("/concerns/{ref}/correction", false), new Ask("/concerns/{ref}/correction", true),
            new Ask("/concerns/{ref}/handing-back", false), new Ask("/concerns/{ref}/handing-back", true),
            new Ask("/concerns/{ref}/standing-aside", false), new Ask("/concerns/{ref}/reopening", false),
            new Ask("/concerns/{ref}/summary", false), new Ask("/concerns/{ref}/lifting", false),
            new Ask("/concerns/{ref}/taking-up", true), new Ask("/corrections", false), new Ask("/outbox", false),
            new Ask("/people", false), new Ask("/raise", false), new Ask("/settings", false),
            new Ask("/audit-log", false), new Ask("/numbers", false));

    @Test
    void every_page_that_showed_a_record_has_its_entry_and_every_entry_its_page() {
        var known = refs();
        for (int i = 0; i < REQUESTS; i++)
            ask(people.get(random.nextInt(people.size())), ASKS.get(random.nextInt(ASKS.size())),
                    known.get(random.nextInt(known.size())));
        print();
        assertThat(table.values().stream().mapToInt(row -> row.showed).sum()).as("pages that showed a record")
                .isGreaterThan(REQUESTS / 10);
        assertThat(unnamed).as("shown, and in no entry").isEmpty();
        assertThat(unseen).as("an entry says it was seen, and no page showed it").isEmpty();
        assertThat(table.values()).allMatch(row -> row.showed == row.named && row.named == row.entries);
    }

    @Test
    void a_page_that_shows_a_record_without_an_entry_is_found() {
        var ref = refs().getFirst();
        ask(people.get(2), new Ask("/planted/{ref}", false), ref);
        ask(people.get(2), new Ask("/concerns/{ref}", false), ref);
        assertThat(unnamed).containsExactly("GET /planted/{ref}");
    }

    @Test
    void an_entry_of_a_look_at_what_no_page_showed_is_found() {
        var ref = refs().getFirst();
        var by = people.get(2);
        clock.pass(Duration.ofMillis(1));
        transactions.inScope(town.scope(), () -> context.getBean(heed.platform.trail.Trail.class).add(by,
                heed.platform.trail.Trace.of("concern.view", java.util.Objects.requireNonNull(records.get(ref)))));
        count(by, new Ask("/numbers", false), Set.of());
        assertThat(unseen).containsExactly("GET /numbers: concern.view");
    }

    private void ask(Actor by, Ask ask, String ref) {
        clock.pass(Duration.ofMillis(1));
        var path = ask.route().replace("{ref}", ref);
        var browser = browser(by);
        if (ask.post()) {
            // The form's token is the session's: any page gives it.
            browser.get("/numbers");
            clock.pass(Duration.ofMillis(1));
            browser.post(path);
        } else {
            browser.get(path);
        }
        assertThat(browser.status()).as("%s %s", ask, by).isLessThan(500);
        var shown = new HashSet<UUID>();
        if (browser.status() / 100 == 2 || browser.status() == 422) {
            // Links and forms name the record as well as words do.
            var found = REF.matcher(browser.body());
            while (found.find())
                if (records.containsKey(found.group()))
                    shown.add(records.get(found.group()));
        }
        count(by, ask, shown);
    }

    /** Compares what a page showed with what the entries of that person at that moment name. */
    private void count(Actor by, Ask ask, Set<UUID> shown) {
        var route = (ask.post() ? "POST " : "GET ") + ask.route();
        var named = new HashSet<UUID>();
        var looks = new TreeMap<String, Set<UUID>>();
        transactions.inScope(town.scope(), () -> db.sql("""
                select t.act, array_remove(t.found || t.record_id, null) || coalesce((
                    select array_agg(c.id) from platform.outbox o join casework.concern c on c.ref = o.ref
                    where o.id = any(t.found)), '{}') as named
                from platform.trail t where t.actor = :who and t.at = :at and t.outcome = 'DONE'""")
                .param("who", by.staff()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var ids = java.util.Arrays.stream((UUID[]) row.getArray("named").getArray())
                            .filter(records::containsValue).collect(Collectors.toSet());
                    named.addAll(ids);
                    var act = row.getString("act");
                    if (!ids.isEmpty() && act.matches(".*\\.(view.*|list|mine)"))
                        looks.computeIfAbsent(act, a -> new HashSet<>()).addAll(ids);
                }));
        var row = table.computeIfAbsent(route, r -> new Row());
        row.requests++;
        row.showed += shown.isEmpty() ? 0 : 1;
        row.named += !shown.isEmpty() && named.containsAll(shown) ? 1 : 0;
        row.entries += looks.isEmpty() ? 0 : 1;
        if (!named.containsAll(shown))
            unnamed.add(route);
        looks.forEach((act, ids) -> {
            if (!shown.containsAll(ids))
                unseen.add(route + ": " + act);
        });
    }

    private void print() {
        var text = new StringBuilder(
                "%nroute                                  requests  showed a record  named by an entry  looks in the log%n"
                        .formatted());
        var sum = new Row();
        table.forEach((route, row) -> {
            text.append(line(route, row));
            sum.requests += row.requests;
            sum.showed += row.showed;
            sum.named += row.named;
            sum.entries += row.entries;
        });
        System.out.println(text.append(line("all", sum)));
    }

    private static String line(String route, Row row) {
        return "%-38s  %8d  %15d  %17d  %16d%n".formatted(route, row.requests, row.showed, row.named, row.entries);
    }
}

package heed.demo;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Marking;
import heed.access.policy.Policy;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Status;
import heed.casework.known.KnownPeople;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK, properties = {"heed.demo.load=false",
        "heed.jobs=false"})
@ActiveProfiles("demo")
class DemoLoaderTest {
    private static final List<Status> ALL = List.of(Status.values());
    private static final DemoWorld WORLD = DemoWorld.read();

    @Autowired
    DemoLoader loader;
    @Autowired
    DemoPeopling peopling;
    @Autowired
    Concerns concerns;
    @Autowired
    Grants grants;
    @Autowired
    Organisations organisations;
    @Autowired
    Transactions transactions;
    @Autowired
    KnownPeople known;
    @Autowired
    JdbcClient db;
    @Autowired
    Clock clock;

    private DemoRegister wexmoor = new DemoRegister(java.util.Map.of());

    /**
     * All tests look at one world: whichever comes first loads it, which the others then find done. It is stopped once on
     * the way, so all of them hold for a start that went on where another stopped.
     */
    @BeforeEach
    void the_whole_year_is_loaded_in_two_starts() {
        var stopped = loader.begin(WORLD, DemoYear.CONCERNS);
        stopped.open();
        var asked = new AtomicInteger();
        stopped.rest(() -> asked.incrementAndGet() < 20);
        var loading = loader.begin(WORLD, DemoYear.CONCERNS);
        loading.open();
        loading.rest(() -> true);
        assertThat(loading.done()).isTrue();
        wexmoor = peopling.people(WORLD, clock.instant()).getOrDefault("wexmoor", wexmoor);
    }

    @Test
    void loading_again_adds_nothing() {
        long concernsBefore = count("select count(*) from casework.concern");
        long staffBefore = count("select count(*) from access.staff");

        var again = loader.begin(WORLD, DemoYear.CONCERNS);
        again.open();

        assertThat(again.rest(() -> true)).isZero();
        assertThat(organisations.scopes()).hasSize(4);
        assertThat(count("select count(*) from casework.concern")).isEqualTo(concernsBefore);
        assertThat(count("select count(*) from access.staff")).isEqualTo(staffBefore);
    }

    @Test
    void every_concern_of_the_year_is_there_once() {
        long told = year().size();

        assertThat(count("select count(*) from casework.concern where raised_by is not null")).isEqualTo(told);
        assertThat(count("select count(*) from casework.draft where sent_as is null")).isZero();
    }

    @Test
    void only_what_somebody_said_is_about_someone_here_is_an_allegation() {
        var said = year().stream().filter(d -> d.telling().worksHere() != null).count();

        assertThat(count("select count(*) from casework.concern where marking = 'ALLEGATION'")).isEqualTo(said);
        assertThat(count("select count(*) from casework.allegation where ticked_by = 'MATCH'")).isZero();
    }

    @Test
    void allegations_are_seen_only_by_those_who_were_named_for_them() {
        var allegations = of(wexmoor, Marking.ALLEGATION);
        assertThat(allegations).isNotEmpty();

        for (var member : WORLD.staff().values()) {
            if (!wexmoor.ids().containsKey("staff:" + member.key()))
                continue;
            var by = wexmoor.acting(member);
            var seen = seen(by).stream().filter(c -> c.marking() == Marking.ALLEGATION).toList();
            if (seen.isEmpty())
                continue;
            assertThat(grants.rolesOf(wexmoor.system(), by.staff())).as(member.key())
                    .containsAnyOf(Role.ALLEGATIONS_RECIPIENT, Role.ALLEGATIONS_SUBSTITUTE);
            if (!by.may(heed.access.Permission.SEE_ALLEGATIONS))
                assertThat(seen).as(member.key() + " stands in only where named").allMatch(c -> named(c, by));
        }
    }

    @Test
    void every_ordinary_concern_is_seen_by_every_officer_who_is_not_barred() {
        var ordinary = of(wexmoor, Marking.NORMAL).stream().map(Concern::id).toList();
        for (var officer : WORLD.holding(DemoWorld.StaffRole.DSO)) {
            var by = wexmoor.acting(officer);
            var barred = transactions.inScope(by.scope(),
                    () -> db.sql("select record_id from access.exclusion where staff_id = :staff")
                            .param("staff", by.staff()).query(UUID.class).list());
            assertThat(seen(by)).extracting(Concern::id)
                    .containsAll(ordinary.stream().filter(c -> !barred.contains(c)).toList());
        }
    }

    @Test
    void somebody_who_only_tells_sees_their_own_and_nothing_of_the_officers() {
        var coach = wexmoor.acting(WORLD.staff().get("coach"));

        assertThat(seen(coach)).isEmpty();
        assertThat(transactions.inScope(coach.scope(), () -> concerns.raised(coach, null, 50)))
                .allMatch(c -> coach.is(c.raisedBy() == null ? Actor.NOBODY : c.raisedBy()));
    }

    @Test
    void one_scope_sees_nothing_of_the_other() {
        var tarnlight = peopling.people(WORLD, clock.instant()).getOrDefault("tarnlight", wexmoor);
        var theirs = of(tarnlight, Marking.NORMAL).stream().map(Concern::id).toList();

        assertThat(theirs).isNotEmpty();
        assertThat(of(wexmoor, Marking.NORMAL)).extracting(Concern::id).doesNotContainAnyElementsOf(theirs);
    }

    @Test
    void everything_happened_at_its_own_moment_and_nothing_after_it_was_loaded() {
        var moments = year().stream().map(d -> d.receivedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
                .toList();
        var kept = transactions.inScope(wexmoor.scope(), () -> db.sql("select received_at from casework.concern")
                .query((row, n) -> row.getTimestamp(1).toInstant()).list());

        assertThat(moments).containsAll(kept);
        assertThat(
                count("select count(*) from casework.concern where received_at > decided_at or received_at > taken_at"))
                .isZero();
        assertThat(transactions.inScope(wexmoor.scope(),
                () -> db.sql("select max(at) from platform.trail where act like 'concern.raise'")
                        .query(Timestamp.class).single().toInstant()))
                .isBefore(clock.instant());
    }

    @Test
    void each_officer_has_something_in_hand_and_some_were_handed_back_with_a_note() {
        var holders = transactions.inScope(wexmoor.scope(), () -> Set.copyOf(db.sql(
                "select distinct taken_by from casework.concern where status = 'IN_TRIAGE' and marking = 'NORMAL'")
                .query(UUID.class).list()));

        assertThat(holders)
                .containsAll(WORLD.holding(DemoWorld.StaffRole.DSO).stream().map(m -> wexmoor.staff(m.key())).toList());
        assertThat(count("select count(*) from casework.concern_entry where act = 'HAND_BACK' and note is not null"))
                .isPositive();
    }

    @Test
    void officers_leads_and_those_who_meet_people_have_raised_some() {
        for (var role : List.of(Role.DSO, Role.DSL, Role.CHAMPION))
            assertThat(transactions.inScope(wexmoor.scope(), () -> db
                    .sql("""
                    select count(*) from casework.concern c
                    join access.role_grant g on g.scope_id = c.scope_id and g.staff_id = c.raised_by where g.role = :role""")
                    .param("role", role.name()).query(Long.class).single())).as(role.words()).isPositive();
    }

    @Test
    void lately_written_replies_wait_to_be_read_and_older_ones_were() {
        assertThat(count("select count(*) from casework.feedback where read_at is null")).isBetween(5L, 40L);
        assertThat(count("select count(*) from casework.feedback where read_at < written_at")).isZero();
    }

    @Test
    void mail_of_the_past_does_not_wait_to_be_sent() {
        var yesterday = Timestamp.from(clock.instant().minus(Duration.ofDays(1)).minus(Duration.ofMinutes(10)));

        assertThat(db.sql("select count(*) from platform.outbox where sent_at is null and written_at < :then")
                .param("then", yesterday)
                .query(Long.class).single()).isZero();
        assertThat(db.sql("select count(*) from platform.outbox where sent_at is null").query(Long.class).single())
                .isPositive();
    }

    @Test
    void whoever_left_can_no_longer_sign_in_and_holds_nothing() {
        for (var member : WORLD.staff().values())
            if (member.leftDaysAgo() != null) {
                assertThat(grants.rolesOf(wexmoor.system(), wexmoor.staff(member.key()))).isEmpty();
                assertThat(db.sql("select count(*) from access.account where staff_id = :id")
                        .param("id", wexmoor.staff(member.key()))
                        .query(Long.class).single()).isZero();
            }
    }

    @Test
    void nobody_whom_an_allegation_names_sees_it() {
        record Pair(UUID concern, UUID subject) {
        }
        var pairs = transactions.inScope(wexmoor.scope(), () -> db.sql(
                "select concern_id as concern, staff_id as subject from casework.staff_match where strength = 'LIKELY'")
                .query(Pair.class).list());
        assertThat(pairs).isNotEmpty();

        for (var member : WORLD.staff().values())
            if (wexmoor.ids().containsKey("staff:" + member.key())) {
                var by = wexmoor.acting(member);
                var seen = seen(by).stream().map(Concern::id).toList();
                assertThat(pairs).as(member.key()).noneMatch(p -> by.is(p.subject()) && seen.contains(p.concern()));
            }
    }

    @Test
    void some_people_are_known_and_somebody_else_is_offered() {
        assertThat(count("select count(*) from casework.known_link where kind = 'SAME' and ended_at is null"))
                .isGreaterThan(2);
        var officers = WORLD.staff().values().stream().filter(m -> wexmoor.ids().containsKey("staff:" + m.key()))
                .map(wexmoor::acting).filter(by -> by.may(heed.access.Permission.SEE_CONCERNS)).toList();
        assertThat(officers).anySatisfy(by -> assertThat(seen(by)).anySatisfy(
                c -> assertThat(known.match(by, c).people()).anySatisfy(p -> assertThat(p.offers()).isNotEmpty())));
    }

    @Test
    void somebody_told_of_in_a_concern_that_waits_is_offered_as_known_already() {
        var officer = wexmoor.acting(WORLD.holding(DemoWorld.StaffRole.DSO).getFirst());
        var waiting = seen(officer).stream().filter(c -> c.status() == Status.RECEIVED).toList();

        assertThat(waiting).anySatisfy(c -> assertThat(known.match(officer, c).people())
                .anySatisfy(p -> assertThat(p.offers()).anySatisfy(o -> assertThat(o.others()).isNotEmpty())));
    }

    @Test
    void a_councillor_can_sign_in_and_sees_no_concern() {
        var members = WORLD.holding(DemoWorld.StaffRole.MEMBER);
        assertThat(members).isNotEmpty();

        for (var member : members) {
            var by = wexmoor.acting(member);
            assertThat(grants.rolesOf(wexmoor.system(), by.staff())).contains(Role.MEMBER);
            assertThat(db.sql("select count(*) from access.account where staff_id = :id and closed_at is null")
                    .param("id", by.staff()).query(Long.class).single()).isOne();
            assertThat(seen(by)).isEmpty();
        }
    }

    private List<DatedConcern> year() {
        return DemoYear.concerns(WORLD, began(), DemoLoader.SEED);
    }

    private Instant began() {
        return loader.began();
    }

    private List<Concern> of(DemoRegister scope, Marking marking) {
        var rule = new heed.access.policy.Rule.Marked(marking);
        return transactions.inScope(scope.scope(), () -> concerns.list(rule, ALL, null, 1000));
    }

    private List<Concern> seen(Actor by) {
        return transactions.inScope(by.scope(), () -> concerns.list(Policy.office(by), ALL, null, 1000));
    }

    private boolean named(Concern concern, Actor by) {
        return transactions.inScope(by.scope(),
                () -> db.sql("select count(*) from access.named where record_id = :id and staff_id = :staff")
                        .param("id", concern.id()).param("staff", by.staff()).query(Long.class).single()) > 0;
    }

    /** Over both scopes. */
    private long count(String sql) {
        return organisations.scopes().stream()
                .mapToLong(s -> transactions.inScope(s.id(), () -> db.sql(sql).query(Long.class).single())).sum();
    }
}

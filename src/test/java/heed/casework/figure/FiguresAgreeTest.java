package heed.casework.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.access.policy.Barring;
import heed.access.policy.Facts;
import heed.access.policy.Marking;
import heed.access.policy.Policy;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.platform.seal.Seals;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.directory.organisation.Council;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.measure.Figure;
import heed.platform.measure.Measure;
import heed.platform.measure.Measures;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import heed.platform.measure.Sight;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A figure is the size of its list, and its list is what one may see: for every figure, split and role. */
@InTown
class FiguresAgreeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CONCERNS = 150;
    private static final Instant NOW = Instant.parse("2026-03-10T09:30:00Z");
    private static final Period YEAR = new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 4, 1));

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @Autowired
    Measures measures;
    @Autowired
    FigureLists lists;
    @Autowired
    ConcernCounts counts;
    @Autowired
    JdbcClient db;
    @Autowired
    Transactions transactions;
    @Autowired
    Barring barring;
    Town town;
    Map<String, Actor> people;
    List<Made> made;
    Set<UUID> protective;
    /** Each naming's concern. */
    Map<UUID, UUID> linked;
    /** Namings that are one person, two by two. */
    List<java.util.SortedSet<UUID>> links;
    Set<java.util.SortedSet<UUID>> said;

    /** A concern as it was put there, to count again by hand. */
    record Made(UUID id, Marking marking, @Nullable UUID raisedBy, UUID council, @Nullable UUID service,
            Instant received,
            boolean danger, String subject, String status, @Nullable Instant looked, int atRisk, Set<String> kinds,
            int offers, int taken, @Nullable UUID caseId) {
    }

    @BeforeEach
    void a_year_of_concerns() {
        clock.startAgain();
        town = Town.in(context);
        people = new LinkedHashMap<>();
        people.put("officer", town.person("Amina Sefton", Role.DSO));
        people.put("lead", town.person("Ruth Kendal", Role.DSL));
        people.put("coordinator", town.person("Cora Bell", Role.COORDINATOR));
        people.put("recipient", town.person("Hana Lund", Role.ALLEGATIONS_RECIPIENT));
        people.put("lead and recipient", town.person("Leo Marsh", Role.DSL, Role.ALLEGATIONS_RECIPIENT));
        people.put("group", town.person("Grace Poole", Role.STRATEGIC_GROUP));
        people.put("accountable", town.person("Ivor Ash", Role.ACCOUNTABLE_OFFICER));
        people.put("staff", town.person("Omar Tindall"));
        people.put("administrator", town.person("Ada Minster", Role.ADMINISTRATOR));
        made = new ArrayList<>();
        protective = new java.util.HashSet<>();
        linked = new LinkedHashMap<>();
        links = new ArrayList<>();
        said = new java.util.HashSet<>();
        transactions.inScope(town.scope(), () -> make(new Random(20260310)));
    }

    private List<Actor> readers() {
        return List.of("officer", "lead and recipient").stream().map(people::get).toList();
    }

    private List<Actor> figuresOnly() {
        return List.of("group", "accountable").stream().map(people::get).toList();
    }

    @Test
    void a_figure_is_the_size_of_its_list_and_holds_nothing_that_one_may_not_see() {
        int asked = 0;
        for (var by : readers()) {
            var allowed = countable(by).stream().map(Made::id).collect(Collectors.toSet());
            for (var measure : measures.all())
                for (var split : splits(measure)) {
                    var question = Question.of(YEAR, NOW).by(split);
                    var answer = measure.ask(by, question);
                    assertThat(answer.opens()).isTrue();
                    asked += agrees(by, measure, question, answer.whole(), allowed);
                    for (var part : answer.parts())
                        asked += agrees(by, measure, question.only(split(split), part.key()), part, allowed);
                    if (split != null && !measure.split(split).overlaps())
                        assertThat(answer.parts().stream().mapToLong(Figure::counted).sum())
                                .as("%s by %s", measure.definition().code(), split)
                                .isEqualTo(answer.whole().counted());
                }
        }
        assertThat(asked).isGreaterThan(500);
    }

    private static String split(@Nullable String split) {
        return java.util.Objects.requireNonNull(split);
    }

    private static List<@Nullable String> splits(Measure measure) {
        var all = new ArrayList<@Nullable String>();
        all.add(null);
        measure.splits().forEach(s -> all.add(s.code()));
        return all;
    }

    private int agrees(Actor by, Measure measure, Question question, Figure figure, Set<UUID> allowed) {
        var code = measure.definition().code();
        var what = code + " " + question.split() + " " + question.filters();
        assertThat(lists.size(by, code, question)).as(what).isEqualTo(figure.counted());
        var lines = transactions.inScope(by.scope(), () -> counts.lines(by, spec(measure), question, 0, 10_000));
        assertThat(lines).as(what).hasSize((int) figure.counted()).doesNotHaveDuplicates();
        assertThat(allowed).as(what).containsAll(lines.stream().map(ConcernCounts.Line::concern).toList());
        assertThat(figure.href()).startsWith("/figures/" + code + "/list?");
        return 1;
    }

    private static Spec spec(Measure measure) {
        return measure instanceof ConcernMeasure counted ? counted.spec() : ConcernMeasures.RAISED;
    }

    @Test
    void counted_by_hand_it_comes_to_the_same() {
        for (var by : java.util.stream.Stream.concat(readers().stream(), figuresOnly().stream()).toList()) {
            var all = countable(by);
            assertThat(all).isNotEmpty().hasSizeLessThan(made.size());
            assertThat(whole(by, "concerns-raised").counted()).isEqualTo(all.size());
            assertThat(whole(by, "people-at-risk").counted()).isEqualTo(all.stream().mapToInt(Made::atRisk).sum());
            assertThat(whole(by, "types-of-harm").counted()).isEqualTo(all.stream()
                    .mapToLong(m -> m.kinds().stream().filter(k -> !k.startsWith("CONTEXT")).count()).sum());
            assertThat(whole(by, "young-carers").counted())
                    .isEqualTo(all.stream().filter(m -> m.kinds().contains("CONTEXT.YOUNG_CARER")).count());
            var triaged = whole(by, "triaged");
            assertThat(triaged.counted()).isEqualTo(all.stream().filter(m -> m.looked() != null).count());
            assertThat(triaged.outOf()).isEqualTo(all.size());
            var taken = whole(by, "support-taken");
            assertThat(taken.counted()).isEqualTo(all.stream().mapToInt(Made::taken).sum());
            assertThat(taken.outOf()).isEqualTo(all.stream().mapToInt(Made::offers).sum());
            var ever = everAllowed(by);
            var known = knownAgain(ever);
            var sameCase = all.stream().filter(m -> m.caseId() != null
                    && ever.stream().anyMatch(e -> m.caseId().equals(e.caseId()) && before(e, m))).toList();
            assertThat(all).as("known by links only")
                    .anyMatch(m -> known.contains(m.id()) && !sameCase.contains(m));
            assertThat(whole(by, "repeat-concerns").counted())
                    .isEqualTo(all.stream().filter(m -> sameCase.contains(m) || known.contains(m.id())).count());
            var hours = all.stream().filter(m -> m.looked() != null)
                    .mapToDouble(m -> java.time.Duration.between(m.received(), m.looked()).toMillis() / 3_600_000.0)
                    .sorted().toArray();
            assertThat(whole(by, "time-to-first-look").value()).isCloseTo(
                    (hours[(hours.length - 1) / 2] + hours[hours.length / 2]) / 2,
                    org.assertj.core.data.Offset.offset(0.001));
            var bySubject = measures.get("concerns-raised").ask(by, Question.of(YEAR, NOW).by("subject"));
            for (var part : bySubject.parts())
                assertThat(part.counted()).as(part.key())
                        .isEqualTo(all.stream().filter(m -> m.subject().equals(part.key())).count());
            var byService = measures.get("concerns-raised").ask(by, Question.of(YEAR, NOW).by("service"));
            for (var part : byService.parts())
                assertThat(part.counted()).as(part.words()).isEqualTo(all.stream().filter(
                        m -> part.key().equals(m.service() == null ? "NOT_KNOWN" : m.service().toString())).count());
            var byKind = measures.get("concerns-raised").ask(by, Question.of(YEAR, NOW).by("type"));
            assertThat(byKind.parts()).isNotEmpty();
            for (var part : byKind.parts())
                assertThat(part.counted()).as(part.key()).isEqualTo(all.stream().filter(m -> part.key()
                        .equals("NOT_CODED")
                                ? m.kinds().stream().allMatch(k -> k.startsWith("CONTEXT"))
                                : m.kinds().contains(part.key()))
                        .count());
        }
    }

    @Test
    void who_sees_figures_and_no_concern_opens_how_it_is_counted() {
        for (var by : figuresOnly()) {
            var answer = measures.get("concerns-raised").ask(by, Question.of(YEAR, NOW).by("month"));
            assertThat(answer.opens()).isFalse();
            assertThat(answer.whole().href()).isEqualTo("/figures/concerns-raised");
            assertThat(answer.parts()).allMatch(p -> p.href().equals("/figures/concerns-raised"));
            assertThatThrownBy(() -> lists.size(by, "concerns-raised", Question.of(YEAR, NOW)))
                    .isInstanceOf(Refused.class);
        }
        for (var who : List.of("staff", "administrator", "recipient"))
            assertThatThrownBy(
                    () -> measures.get("concerns-raised").ask(people.get(who), Question.of(YEAR, NOW)))
                    .isInstanceOf(Refused.class);
    }

    @Test
    void no_figure_changes_with_an_allegation() {
        var asked = List.of("officer", "lead and recipient", "group");
        var before = asked.stream().map(who -> everything(people.get(who))).toList();
        var recipient = people.get("recipient");
        var ref = town.raised(people.get("staff"), Town.telling("Shouted at a child in the pool.").worksHere(
                new heed.casework.concern.Telling.WorksHere("yes", "STAFF", "Somebody Else", "", "")));
        assertThat(town.count("select count(*) from casework.concern where marking = 'ALLEGATION' and ref = '" + ref
                + "'")).isEqualTo(1);
        assertThat(asked.stream().map(who -> everything(people.get(who))).toList()).isEqualTo(before);
        assertThat(recipient).isNotNull();
    }

    private String everything(Actor by) {
        var now = clock.instant().plusSeconds(3600);
        return measures.all().stream().map(m -> m.splits().stream().limit(3)
                .map(s -> m.ask(by, Question.of(YEAR, now).by(s.code())))
                .map(a -> a.whole() + " " + a.parts()).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void what_is_published_is_the_same_whoever_publishes() {
        var lead = measures.get("concerns-raised").ask(people.get("lead"),
                Question.of(YEAR, NOW).within(Sight.PUBLISHED));
        var coordinator = measures.get("concerns-raised").ask(people.get("coordinator"),
                Question.of(YEAR, NOW).within(Sight.PUBLISHED));
        assertThat(lead.whole()).isEqualTo(coordinator.whole());
        assertThat(lead.whole().counted()).isEqualTo(made.stream().filter(this::inUse)
                .filter(m -> m.marking() != Marking.ALLEGATION && !m.received().isBefore(YEAR.start())).count());
        assertThat(lead.opens()).isFalse();
        assertThatThrownBy(() -> measures.get("concerns-raised").ask(people.get("group"),
                Question.of(YEAR, NOW).within(Sight.PUBLISHED))).isInstanceOf(Refused.class);
    }

    private Figure whole(Actor by, String code) {
        return measures.get(code).ask(by, Question.of(YEAR, NOW)).whole();
    }

    private boolean inUse(Made m) {
        return Set.of("RECEIVED", "IN_TRIAGE", "DECIDED").contains(m.status()) && !protective.contains(m.id());
    }

    private List<Made> countable(Actor by) {
        return everAllowed(by).stream().filter(m -> !m.received().isBefore(YEAR.start())).toList();
    }

    /** Record by record, as {@code get} decides. */
    private List<Made> everAllowed(Actor by) {
        return transactions.inScope(town.scope(), () -> made.stream().filter(this::inUse)
                .filter(m -> m.marking() != Marking.ALLEGATION).filter(m -> {
                    Facts facts = barring.facts(m.id(), m.marking(), m.raisedBy());
                    return Policy.opensFigures(by)
                            ? Policy.office(by).allows(facts)
                            : !facts.excluded().contains(by.staff());
                }).toList());
    }

    /** Concerns with an earlier one of the same person among these, each person gathered link by link. */
    private Set<UUID> knownAgain(List<Made> allowed) {
        var byId = allowed.stream().collect(Collectors.toMap(Made::id, m -> m));
        var again = new java.util.HashSet<UUID>();
        for (var from : linked.keySet()) {
            var later = byId.get(linked.get(from));
            if (later == null)
                continue;
            var person = new java.util.LinkedHashSet<UUID>(List.of(from));
            var next = new java.util.ArrayDeque<UUID>(person);
            while (!next.isEmpty()) {
                var at = next.remove();
                for (var link : links)
                    if (link.contains(at) && link.stream().allMatch(n -> byId.containsKey(linked.get(n))))
                        link.stream().filter(person::add).forEach(next::add);
            }
            if (person.stream().map(n -> byId.get(linked.get(n))).filter(java.util.Objects::nonNull)
                    .anyMatch(earlier -> before(earlier, later)))
                again.add(later.id());
        }
        return again;
    }

    private static boolean before(Made earlier, Made later) {
        int order = earlier.received().compareTo(later.received());
        return order < 0 || order == 0 && earlier.id().toString().compareTo(later.id().toString()) < 0;
    }

    private void make(Random random) {
        var organisations = context.getBean(Organisations.class);
        var system = Actor.system(town.scope());
        var councils = List.of(organisations.councils(system).getFirst().id(),
                organisations.addCouncil(system, "Fellmoor Homes", Council.Kind.COMPANY));
        var services = new ArrayList<@Nullable UUID>();
        services.add(null);
        for (var code : List.of("HOUSING", "PARKS"))
            services.add(organisations.addService(system, councils.getFirst(), code, code, 40));
        var everybody = List.copyOf(people.values());
        var cases = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (int i = 0; i < CONCERNS; i++) {
            var received = YEAR.start().plusSeconds(random.nextLong(-86400L * 60, NOW.getEpochSecond()
                    - YEAR.start().getEpochSecond()));
            var status = List.of("RECEIVED", "IN_TRIAGE", "DECIDED", "DECIDED", "JOINED", "IN_ERROR")
                    .get(random.nextInt(6));
            var looked = status.equals("RECEIVED") ? null : received.plusSeconds(random.nextInt(200_000));
            if (looked != null && looked.isAfter(NOW))
                looked = null;
            var kinds = random.ints(random.nextInt(4), 0, 5)
                    .mapToObj(k -> List.of("CHILD.NEGLECT", "ADULT.PHYSICAL", "CONTEXT.YOUNG_CARER", "CONTEXT.HOUSING",
                            "ADULT.DOMESTIC").get(k))
                    .collect(Collectors.toSet());
            int offers = random.nextInt(3);
            var one = new Made(UUID.randomUUID(), Marking.values()[random.nextInt(3)],
                    random.nextInt(8) == 0 ? null : everybody.get(random.nextInt(everybody.size())).staff(),
                    councils.get(random.nextInt(2)), services.get(random.nextInt(services.size())), received,
                    random.nextInt(5) == 0, List.of("CHILD", "ADULT", "FAMILY", "PLACE").get(random.nextInt(4)), status,
                    looked, random.nextInt(3), kinds, offers, random.nextInt(offers + 1),
                    random.nextInt(3) == 0 ? cases.get(random.nextInt(3)) : null);
            made.add(one);
            put(one, random, everybody);
        }
        // Some stand for a lead's own record beside an allegation, which is in no figure.
        for (var one : made)
            if (one.marking() == Marking.RESTRICTED && random.nextInt(6) == 0) {
                protective.add(one.id());
                db.sql("insert into casework.allegation (scope_id, concern_id, ticked_by, protection_id) values (?, ?, 'MATCH', ?)")
                        .params(town.scope(),
                                made.stream().filter(m -> m.marking() == Marking.ALLEGATION)
                                        .skip(protective.size()).findFirst().orElseThrow().id(),
                                one.id())
                        .update();
            }
        assertThat(protective).isNotEmpty();
        for (int i = 0; i < 60; i++)
            link(random, i);
    }

    /** Says of two people named that they are one; of some that they are not, and of some it was taken back. */
    private void link(Random random, int nth) {
        var namings = List.copyOf(linked.keySet());
        var one = namings.get(random.nextInt(namings.size()));
        var other = namings.get(random.nextInt(namings.size()));
        var pair = new java.util.TreeSet<UUID>(java.util.Comparator.comparing(UUID::toString));
        pair.add(one);
        pair.add(other);
        if (pair.size() < 2 || !said.add(pair))
            return;
        boolean stands = nth % 5 > 0;
        if (stands && nth % 7 > 0)
            links.add(pair);
        var by = people.get("officer").staff();
        db.sql("""
                insert into casework.known_link (scope_id, id, concern_id, one_id, other_id, kind, made_by, made_at, ended_by,
                    ended_at)
                values (:scope, :id, :concern, :one, :other, :kind, :by, :at, cast(:ender as uuid), cast(:ended as timestamptz))""")
                .param("scope", town.scope()).param("id", UUID.randomUUID()).param("concern", linked.get(pair.first()))
                .param("one", pair.first()).param("other", pair.last())
                .param("kind", nth % 7 > 0 ? "SAME" : "DIFFERENT")
                .param("by", by).param("at", Timestamp.from(NOW.minusSeconds(3600)))
                .param("ender", stands ? null : by).param("ended", stands ? null : Timestamp.from(NOW.minusSeconds(60)))
                .update();
    }

    private void put(Made m, Random random, List<Actor> everybody) {
        var scope = town.scope();
        var params = new java.util.HashMap<String, @Nullable Object>();
        params.put("scope", scope);
        params.put("id", m.id());
        params.put("ref", ConcernRef.random().value());
        params.put("council", m.council());
        params.put("service", m.service());
        params.put("submission", UUID.randomUUID());
        params.put("raised", m.raisedBy());
        params.put("at", Timestamp.from(m.received()));
        params.put("danger", m.danger());
        params.put("subject", m.subject());
        params.put("marking", m.marking().name());
        params.put("status", m.status());
        params.put("looked", m.looked() == null ? null : Timestamp.from(m.looked()));
        params.put("case", m.caseId());
        // What opens with its key: an export of everything tries every row.
        var key = context.getBean(Seals.class).newKey(scope, m.id());
        params.put("told", key.seal(JSON.writeValueAsString(Telling.BLANK), "casework.concern.told", m.id()));
        db.sql("""
                insert into casework.concern (scope_id, id, ref, council_id, service_id, submission, raised_by, received_at,
                    danger, subject_kind, marking, status, first_taken_at, case_id, told)
                values (:scope, :id, :ref, :council, cast(:service as uuid), :submission, cast(:raised as uuid), :at, :danger,
                    :subject, :marking, :status, cast(:looked as timestamptz), cast(:case as uuid), :told)""")
                .params(params).update();
        for (int i = 0; i < m.atRisk() + 1; i++) {
            var naming = UUID.randomUUID();
            linked.put(naming, m.id());
            db.sql("""
                    insert into casework.concern_person (scope_id, id, concern_id, sort, role, unborn, details, name_tokens)
                    values (?, ?, ?, ?, ?, false, ?, '{}')""")
                    .params(scope, naming, m.id(), i, i < m.atRisk() ? "AT_RISK" : "WITNESS",
                            key.seal(JSON.writeValueAsString(Person.blank(PersonRole.WITNESS)),
                                    "casework.concern_person.details", naming))
                    .update();
        }
        for (var kind : m.kinds())
            db.sql("""
                    insert into casework.concern_type (scope_id, id, concern_id, list, code, set_by, set_at)
                    values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(scope, UUID.randomUUID(), m.id(), kind.substring(0, kind.indexOf('.')),
                            kind.substring(kind.indexOf('.') + 1), everybody.getFirst().staff(),
                            Timestamp.from(m.received()))
                    .update();
        for (int i = 0; i < m.offers(); i++)
            db.sql("""
                    insert into casework.support (scope_id, concern_id, code, taken, offered_by, offered_at)
                    values (?, ?, ?, ?, ?, ?)""")
                    .params(scope, m.id(), List.of("EAP", "MHFA").get(i), i < m.taken() ? "YES" : "NO",
                            everybody.getFirst().staff(), Timestamp.from(m.received()))
                    .update();
        for (var someone : everybody) {
            if (random.nextInt(10) == 0)
                db.sql("insert into access.exclusion (scope_id, record_id, staff_id, reason, made_by, made_at) values (?, ?, ?, 'KNOWS', ?, now())")
                        .params(scope, m.id(), someone.staff(), someone.staff()).update();
            if (random.nextInt(6) == 0)
                db.sql("insert into access.named (scope_id, record_id, staff_id, made_by, made_at) values (?, ?, ?, ?, now())")
                        .params(scope, m.id(), someone.staff(), someone.staff()).update();
        }
    }
}

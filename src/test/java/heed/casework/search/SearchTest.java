package heed.casework.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.access.policy.Policy;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.ConcernIndex;
import heed.casework.concern.Concerns;
import heed.casework.concern.Correspondence;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a search finds, against every text opened and read from end to end. */
@InTown
class SearchTest {
    /** Forms of one word; the first letter of every family sounds like no other here, and like no name here. */
    private static final Map<String, List<String>> FAMILIES = Map.of("bruis", List.of("bruise", "bruises", "bruising"),
            "shout", List.of("shouting", "shouted", "shouts"), "garden", List.of("garden", "gardens"), "kitchen",
            List.of("kitchen", "kitchens"), "neglect", List.of("neglect", "neglected", "neglecting"), "whisper",
            List.of("whispering", "whispered"), "mattress", List.of("mattress", "mattresses"), "fire",
            List.of("fires", "fire"));
    private static final List<String> WORDS = FAMILIES.values().stream().flatMap(List::stream).sorted().toList();
    private static final List<String> NAMES = List.of("Rowan Applegarth", "Zelda Quint", "Hugo Lindqvist",
            "Imogen Vale", "Yusuf Haddad", "Petra Olowe");
    private static final List<String> PLACES = List.of("12 Weir Lane", "4 Zorquil Street", "The Old Dairy");

    @Autowired
    ApplicationContext context;
    @Autowired
    Search search;
    @Autowired
    Concerns concerns;
    @Autowired
    Correspondence letters;
    @Autowired
    ConcernIndex index;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    @Autowired
    SetClock clock;
    Town town;
    Actor omar;

    @BeforeEach
    void somebody_who_tells() {
        clock.startAgain();
        town = Town.in(context);
        omar = town.person("Omar Tindall");
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    static Telling telling(String seen, String name, String address, int bornYear) {
        return Town.telling(seen).person(0, new Person(PersonRole.AT_RISK.name(), name, "", "2", "4",
                String.valueOf(bornYear), "", address, "", "", ""));
    }

    List<UUID> all(Actor by, String typed) {
        var found = new ArrayList<UUID>();
        SearchCursor at = null;
        do {
            var page = search.find(by, typed, at);
            assertThat(page.hits()).hasSizeLessThanOrEqualTo(Search.PAGE);
            page.hits().forEach(h -> found.add(h.concern().id()));
            at = page.next();
        } while (at != null);
        assertThat(new HashSet<>(found)).as("repeated for %s", typed).hasSameSizeAs(found);
        return found;
    }

    ConcernRef tell(String seen) {
        return town.raised(omar, telling(seen, "Rowan Applegarth", "12 Weir Lane", 1980));
    }

    @Test
    void what_is_found_is_what_may_be_opened_and_holds_the_words_for_whoever_searches_whatever() {
        var random = new Random(20260501);
        var people = new ArrayList<Actor>();
        for (var role : Role.values())
            people.add(role == Role.STAFF
                    ? town.person("Person staff")
                    : town.person("Person " + role.name().toLowerCase(Locale.ROOT), role));
        people.add(town.person("Both Vale", Role.DSO, Role.ALLEGATIONS_RECIPIENT));
        var texts = new HashMap<UUID, String>();
        for (int i = 0; i < 240; i++) {
            clock.pass(Duration.ofMinutes(random.nextInt(300)));
            var ref = town.raised(omar, telling(words(random, 3 + random.nextInt(8)),
                    NAMES.get(random.nextInt(NAMES.size())), PLACES.get(random.nextInt(PLACES.size())),
                    1980 + random.nextInt(3)));
            transactions.inScope(town.scope(), () -> {
                var concern = concerns.bySpoken(ref).orElseThrow();
                if (random.nextInt(3) == 0)
                    letters.add(omar, concern, UUID.randomUUID(), Correspondence.Kind.BY_REPORTER,
                            words(random, 2), clock.instant());
                hide(random, concern.id(), people);
            });
        }
        transactions.inScope(town.scope(), () -> {
            for (var id : ids())
                texts.put(id, opened(id));
        });
        var kinds = new HashMap<String, Integer>();
        int found = 0;
        for (int run = 0; run < 400; run++) {
            var by = people.get(random.nextInt(people.size()));
            var query = query(random, kinds);
            if (!by.may(heed.access.Permission.WORK_CONCERNS)) {
                assertThatThrownBy(() -> search.find(by, query, null)).isInstanceOf(Refused.class);
                continue;
            }
            var expected = transactions.inScope(town.scope(), () -> texts.entrySet().stream()
                    .filter(e -> holds(e.getValue(), query))
                    .filter(e -> concerns.byId(Policy.office(by), e.getKey()).isPresent())
                    .map(Map.Entry::getKey).toList());
            var actual = all(by, query);
            assertThat(actual).as("%s searching %s", by.permissions(), query)
                    .containsExactlyInAnyOrderElementsOf(expected);
            if (!query.contains("\""))
                assertThat(search.find(by, query, null).many()).isEqualTo(expected.size());
            found += actual.size();
        }
        assertThat(found).as("found in all").isGreaterThan(2000);
        assertThat(kinds).as("asked").containsKeys("word", "name", "born", "phrase", "place");
    }

    private List<UUID> ids() {
        return db.sql("select id from casework.concern").query((row, n) -> row.getObject("id", UUID.class)).list();
    }

    private void hide(Random random, UUID concern, List<Actor> people) {
        int how = random.nextInt(5);
        if (how < 2)
            db.sql("update casework.concern set marking = :marking where id = :id")
                    .param("marking", how == 0 ? "RESTRICTED" : "ALLEGATION").param("id", concern).update();
        for (var table : List.of("named", "exclusion"))
            for (int i = random.nextInt(3); i > 0; i--)
                db.sql("insert into access." + table + " (scope_id, record_id, staff_id, "
                        + (table.equals("named") ? "" : "reason, ") + "made_by, made_at) values (?, ?, ?, "
                        + (table.equals("named") ? "" : "'KNOWS', ") + "?, now()) on conflict do nothing")
                        .params(town.scope(), concern, people.get(random.nextInt(people.size())).staff(),
                                omar.staff())
                        .update();
    }

    private static String words(Random random, int many) {
        var all = new ArrayList<String>();
        for (int i = 0; i < many; i++)
            all.add(WORDS.get(random.nextInt(WORDS.size())));
        return String.join(" ", all);
    }

    private static String query(Random random, Map<String, Integer> kinds) {
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var kind = List.of("word", "word", "name", "born", "phrase", "place").get(random.nextInt(6));
            kinds.merge(kind, 1, Integer::sum);
            parts.add(switch (kind) {
                case "name" -> NAMES.get(random.nextInt(NAMES.size())).split(" ")[random.nextInt(2)];
                case "born" -> List.of("2/4/", "2 April ", "2.4.", "2 4 ").get(random.nextInt(4))
                        + (1980 + random.nextInt(3));
                case "phrase" -> '"' + words(random, 2) + '"';
                case "place" -> PLACES.get(random.nextInt(PLACES.size()));
                default -> WORDS.get(random.nextInt(WORDS.size()));
            });
        }
        return String.join(" ", parts);
    }

    /** Everything in a concern that can be searched, one text a line. */
    private String opened(UUID id) {
        var concern = concerns.byId(new heed.access.policy.Rule.InScope(town.scope()), id).orElseThrow();
        var told = concerns.telling(omar, concern);
        var person = told.people().getFirst();
        var lines = new ArrayList<>(List.of(told.account().seen(), person.name(), person.address(),
                "born " + person.bornYear()));
        letters.addenda(omar, concern).forEach(a -> lines.add(a.words()));
        return String.join("\n", lines).toLowerCase(Locale.ROOT);
    }

    /** Whether a text holds everything in a query, read plainly: no tokens, no stemmer. */
    private static boolean holds(String text, String query) {
        var rest = query.toLowerCase(Locale.ROOT);
        var quoted = java.util.regex.Pattern.compile("\"([^\"]*)\"").matcher(rest);
        while (quoted.find()) {
            var phrase = quoted.group(1);
            if (text.lines().noneMatch(line -> (" " + line + " ").contains(" " + phrase + " ")))
                return false;
        }
        rest = rest.replaceAll("\"[^\"]*\"", " ");
        var born = java.util.regex.Pattern.compile("2(?:/4/|\\.4\\.| april | 4 )(\\d{4})").matcher(rest);
        while (born.find())
            if (!text.contains("born " + born.group(1)))
                return false;
        rest = born.replaceAll(" ");
        var words = new HashSet<>(List.of(text.split("\\s+")));
        for (var word : rest.strip().split("\\s+"))
            if (!word.isEmpty() && !word.equals("the")
                    && family(word).stream().noneMatch(words::contains))
                return false;
        return true;
    }

    private static List<String> family(String word) {
        return FAMILIES.values().stream().filter(f -> f.contains(word)).findFirst().orElse(List.of(word));
    }

    @Test
    void a_name_is_found_in_another_form_or_as_it_sounds_and_stands_behind_the_name_itself() {
        var amina = town.person("Amina Sefton", Role.DSO);
        var liz = town.raised(omar, telling("Crying.", "Elizabeth Thwaite", "", 1980));
        clock.pass(Duration.ofMinutes(1));
        var said = town.raised(omar, telling("Liz was crying.", "Petra Olowe", "", 1980));
        clock.pass(Duration.ofMinutes(1));
        var own = town.raised(omar, telling("Crying.", "Liz Thwayte", "", 1980));
        var hits = search.find(amina, "liz", null).hits();
        assertThat(hits).extracting(h -> h.concern().ref()).containsExactly(own, said, liz);
        assertThat(hits).extracting(Hit::why).containsExactly(List.of("Name"), List.of("What was seen or heard"),
                List.of("Another form of the name"));
        assertThat(search.find(amina, "Mrs Thwaite", null).hits()).extracting(h -> h.concern().ref())
                .containsExactly(liz, own);
    }

    @Test
    void it_says_where_and_shows_the_words_around() {
        var amina = town.person("Amina Sefton", Role.DSO);
        tell("Nothing much. ".repeat(30) + "He had bruises on his arm and said a door did it. "
                + "Nothing much. ".repeat(30));
        var hit = search.find(amina, "bruising door", null).hits().getFirst();
        assertThat(hit.why()).containsExactly("What was seen or heard");
        assertThat(hit.about()).isEqualTo("Rowan Applegarth");
        var excerpt = hit.excerpts().getFirst();
        assertThat(excerpt.pieces()).filteredOn(Hit.Piece::marked).extracting(Hit.Piece::text).containsExactly(
                "bruises",
                "door");
        var text = String.join("", excerpt.pieces().stream().map(Hit.Piece::text).toList());
        assertThat(text).startsWith("… ").endsWith(" …").contains("had bruises on his arm and said a door did it")
                .hasSizeLessThan(260);
        assertThat(search.find(amina, "02/04/1980", null).hits().getFirst().why()).containsExactly("Date of birth");
        assertThat(search.find(amina, "weir lane", null).hits().getFirst().why()).containsExactly("Address");
    }

    @Test
    void a_reference_is_known_however_it_was_typed_and_only_where_it_may_be_seen() {
        var ref = tell("Shouting.");
        var amina = town.person("Amina Sefton", Role.DSO);
        var sloppy = ref.value().toLowerCase(Locale.ROOT).replace("-", " ").replace("0", "o");
        assertThat(search.reference(amina, sloppy)).contains(ref);
        assertThat(search.reference(amina, "bruises")).isEmpty();
        transactions.inScope(town.scope(), () -> db.sql("update casework.concern set marking = 'RESTRICTED'").update());
        assertThat(search.reference(amina, ref.value())).isEmpty();
        assertThat(search.searched(amina)).isZero();
    }

    @Test
    void what_was_recorded_in_error_is_not_found_and_its_tokens_are_gone() {
        var ref = tell("Whispering.");
        var amina = town.person("Amina Sefton", Role.DSO);
        var lead = town.person("Ben Harkness", Role.DSL);
        assertThat(all(amina, "whispered")).hasSize(1);
        transactions.inScope(town.scope(), () -> {
            var concern = concerns.office(amina, ref);
            var aside = concern.setAside(lead, clock.instant());
            concerns.save(lead, aside);
            index.rebuild(lead, aside.concern());
        });
        assertThat(town.count("select count(*) from casework.concern_words")).isZero();
        assertThat(all(amina, "whispered")).isEmpty();
    }

    @Test
    void what_has_no_tokens_yet_is_caught_up_with_and_what_was_disposed_of_loses_them() {
        tell("Whispering in the garden.");
        var ref = tell("Whispering in the kitchen.");
        var amina = town.person("Amina Sefton", Role.DSO);
        transactions.inScope(town.scope(), () -> {
            db.sql("delete from casework.concern_words").update();
            var concern = concerns.office(amina, ref);
            letters.add(amina, concern, UUID.randomUUID(), Correspondence.Kind.BY_OFFICER, "A mattress.",
                    clock.instant());
        });
        assertThat(all(amina, "whisper")).isEmpty();
        assertThat(all(amina, "mattress")).hasSize(1);
        var system = Actor.system(town.scope());
        assertThat(index.catchUp(system)).isEqualTo(2);
        assertThat(index.catchUp(system)).isZero();
        assertThat(all(amina, "whisper")).hasSize(2);
        assertThat(all(amina, "kitchen mattress")).hasSize(1);
        transactions.inScope(town.scope(), () -> {
            UUID id = concerns.office(amina, ref).id();
            context.getBean(heed.platform.seal.Seals.class).destroy(town.scope(), id);
        });
        assertThat(all(amina, "mattress")).isEmpty();
        index.catchUp(system);
        assertThat(town.count("select count(*) from casework.concern_words")).isEqualTo(1);
    }

    @Test
    void the_function_answers_for_the_scope_that_is_set_and_no_other() {
        tell("Whispering.");
        var elsewhere = Town.in(context);
        var there = elsewhere.person("Cleo Elsewhere", Role.DSO);
        assertThat(all(there, "whisper")).isEmpty();
        long found = context.getBean(Transactions.class).inScope(elsewhere.scope(), () -> db.sql("""
                select count(*) from casework.concerns_worded(:other, (select tokens from casework.concern_words limit 1),
                  array[1], null, null, null, null)""").param("other", town.scope()).query(Long.class).single());
        assertThat(found).isZero();
    }

    @Test
    void a_search_is_kept_for_an_hour_for_whoever_made_it_and_trailed_by_ids() {
        var ref = tell("Whispering.");
        var amina = town.person("Amina Sefton", Role.DSO);
        var bola = town.person("Bola Ekwueme", Role.DSO);
        var id = search.keep(amina, "whispering");
        assertThat(search.kept(amina, id)).get().extracting(Search.Kept::typed).isEqualTo("whispering");
        assertThat(search.kept(bola, id)).isEmpty();
        search.find(amina, "whispering", null);
        var concern = transactions.inScope(town.scope(), () -> concerns.office(amina, ref)).id();
        assertThat(town.texts("select array_to_string(found, ',') from platform.trail where act = 'concern.search'"))
                .containsExactly(concern.toString());
        clock.pass(Duration.ofMinutes(59));
        assertThat(search.kept(amina, id)).isPresent();
        clock.pass(Duration.ofMinutes(1));
        assertThat(search.kept(amina, id)).isEmpty();
        assertThat(search.sweep(Actor.system(town.scope()))).isEqualTo(1);
    }
}

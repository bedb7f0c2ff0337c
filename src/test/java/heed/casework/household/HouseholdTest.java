package heed.casework.household;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.casework.concern.Telling;
import heed.casework.known.KnownPeople;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The household and history of those a concern names, and that what may not be seen leaves no trace in it. */
@InTown
class HouseholdTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    KnownPeople known;
    @Autowired
    Concerns concerns;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor omar;
    Visitor officer;

    @BeforeEach
    void a_town() {
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
        officer = town.visitor(amina, port);
    }

    static Person person(String role, String name, String year, String address) {
        return new Person(role, name, "", year.isEmpty() ? "" : "4", year.isEmpty() ? "" : "9", year, "", address, "",
                "", "");
    }

    ConcernRef about(Person... people) {
        return town.raised(omar, Town.telling("A worry.").people(List.of(people)));
    }

    List<Earlier> earlier(Actor by, ConcernRef ref) {
        return transactions.inScope(by.scope(), () -> {
            var concern = concerns.office(by, ref);
            return Household.earlier(known.match(by, concern));
        });
    }

    @Test
    void last_months_worry_about_the_same_household_is_on_the_screen_with_why_and_where_it_went() {
        var rent = about(person("AT_RISK", "Jay Marlowe", "2021", "Flat 3, 12 Weir Street, Wexley"));
        officer.get("/concerns/" + rent).post("/concerns/" + rent + "/taking-up");
        officer.get("/concerns/" + rent + "/decision");
        officer.post("/concerns/" + rent + "/decision", "version",
                officer.page().select("input[name=version]").val(), "outcome", "NO_FURTHER_ACTION",
                "reason-no-further-action", "EXPLAINED", "reasons", "Explained.");
        var repairs = about(person("AT_RISK", "Jay Marlow", "2021", "flat 3 12 weir st"),
                person("FAMILY", "Kerry Ashe", "", "Flat 3, 12 Weir Street"));
        officer.get("/concerns/" + repairs);
        var row = officer.page().select("section:has(#known)").text();
        assertThat(row).contains(rent.value(), "Decided: No further action", "Jay Marlow may be", "Jay Marlowe",
                "Surname one letter apart, first name the same", "same date of birth", "same address");
        assertThat(officer.page().select("main").text()).contains("Jay Marlow, Kerry Ashe: same address");
        assertThat(town
                .texts("""
                select unnest(found)::text from platform.trail where act = 'known.match' and cardinality(found) > 0"""))
                .containsExactly(
                        town.texts("select id::text from casework.concern where ref = '" + rent + "'").getFirst());
    }

    @Test
    void part_of_a_name_alone_is_too_little_and_another_date_of_birth_is_said() {
        about(person("AT_RISK", "Kim Marlow", "", ""));
        var other = about(person("AT_RISK", "Jay Marlow", "1950", "9 Mill Lane"));
        var here = about(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street"));
        assertThat(earlier(amina, here)).singleElement().satisfies(e -> {
            assertThat(e.concern().ref()).isEqualTo(other);
            assertThat(e.alike().getFirst().why()).contains("another date of birth");
            assertThat(e.alike().getFirst().strong()).isFalse();
        });
    }

    @Test
    void a_page_is_the_same_to_the_letter_whether_or_not_there_is_one_that_may_not_be_seen() {
        var hr = town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT);
        var here = about(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street"));
        officer.get("/concerns/" + here);
        var before = officer.page().select("main").text();
        var held = town.raised(omar, Town.telling("He shouts at him.")
                .people(List.of(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street")))
                .worksHere(new Telling.WorksHere("yes", "STAFF", "", "", "")));
        assertThat(officer.get("/concerns/" + here).page().select("main").text()).isEqualTo(before);
        assertThat(earlier(amina, here)).isEmpty();
        assertThat(earlier(hr, held)).as("a recipient sees no ordinary concern either").isEmpty();
    }

    @Test
    void what_one_is_excluded_from_and_what_was_another_scopes_is_not_found() {
        var first = about(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street"));
        var here = about(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street"));
        assertThat(earlier(amina, here)).hasSize(1);
        officer.get("/concerns/" + first + "/standing-aside").post("/concerns/" + first + "/standing-aside");
        assertThat(earlier(amina, here)).isEmpty();
        var elsewhere = Town.in(context);
        var far = elsewhere.person("Far Officer", Role.DSO);
        var there = elsewhere.raised(elsewhere.person("Far Crew"), Town.telling("A worry.")
                .people(List.of(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street"))));
        assertThat(earlier(far, there)).isEmpty();
    }

    @Test
    void whoever_is_taken_off_a_concern_as_the_wrong_person_is_no_longer_found() {
        var wrong = about(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street"));
        var here = about(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street"));
        transactions.inScope(town.scope(), () -> {
            var concern = concerns.office(amina, wrong);
            concerns.replace(amina, concern, concerns.named(amina, concern).keySet().iterator().next(),
                    person("AT_RISK", "Robin Teale", "", ""), java.time.Instant.EPOCH);
        });
        assertThat(earlier(amina, here)).isEmpty();
    }

    @Test
    void the_function_answers_for_the_scope_that_is_set_and_for_no_other() {
        about(person("AT_RISK", "Jay Marlow", "2021", "12 Weir Street"));
        var tokens = "(select array_agg(t) from casework.concern_person, unnest(pair_tokens) t)";
        assertThat(town.count("select count(*) from casework.known_people('" + town.scope() + "', " + tokens
                + ", '{}', '{}', '{}', '{}')")).isEqualTo(1);
        var elsewhere = Town.in(context);
        var held = town.texts("select unnest(pair_tokens)::text from casework.concern_person");
        assertThat(elsewhere.count("select count(*) from casework.known_people('" + town.scope() + "', '{"
                + String.join(",", held) + "}', '{}', '{}', '{}', '{}')")).isZero();
        assertThat(db.sql(
                "select rolname from pg_proc p join pg_roles r on r.oid = p.proowner where proname = 'known_people'")
                .query(String.class).single()).isEqualTo("heed_search");
    }
}

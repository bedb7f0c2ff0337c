package heed.access.staff;

import static org.assertj.core.api.Assertions.assertThat;

import heed.TestScope;
import heed.Visitor;
import heed.access.Accounts;
import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.platform.db.Transactions;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Over a real port, in the demo profile because one click signs in there. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.jobs=false",
        "heed.password.memory-kib=64", "heed.address=https://heed.fellmoor.example"})
@ActiveProfiles("demo")
class PeoplePagesTest {
    @LocalServerPort
    int port;
    @Autowired
    ApplicationContext context;
    @Autowired
    Accounts accounts;
    @Autowired
    Staff staff;
    @Autowired
    Grants grants;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    TestScope town;

    @BeforeEach
    void a_scope() {
        town = TestScope.in(context);
    }

    @Test
    void only_those_who_manage_accounts_or_give_reading_roles_open_the_pages() {
        var somebody = town.person("Sol Somebody");
        for (var role : Role.values()) {
            if (role == Role.STAFF)
                continue;
            var visitor = signedIn("Vi " + role.name().toLowerCase(Locale.ROOT), role);
            var may = Role.permits(java.util.Set.of(role)).stream()
                    .anyMatch(p -> p.equals(Permission.MANAGE_ACCOUNTS.name())
                            || p.equals(Permission.GRANT_READERS.name()));
            assertThat(visitor.get("/people").status()).as(role.name()).isEqualTo(may ? 200 : 404);
            assertThat(visitor.get("/people/" + somebody).status()).as(role.name()).isEqualTo(may ? 200 : 404);
            assertThat(visitor.get("/people/new").status()).as(role.name())
                    .isEqualTo(role == Role.ADMINISTRATOR ? 200 : 404);
        }
    }

    @Test
    void a_name_is_found_by_its_parts_and_stands_in_no_address() {
        var sought = town.person("William Tordoff");
        town.person("Xanthe Unsought");
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR).get("/people");
        assertThat(admin.page().select("tbody tr")).hasSize(3);
        for (var typed : new String[]{"tord", "Bill Tordoff", "WILLIAM", " tordoff  will "}) {
            admin.post("/people", "name", typed);
            assertThat(admin.status()).isEqualTo(200);
            assertThat(admin.page().select("tbody th a").eachAttr("href")).as(typed)
                    .containsExactly("/people/" + sought);
            assertThat(admin.page().select("#name").val()).isEqualTo(typed.strip());
        }
        admin.post("/people", "name", "Nobody Atall");
        assertThat(admin.page().select("table")).isEmpty();
        assertThat(admin.page().text()).contains("0 people", "Check the spelling");
        assertThat(found("staff.search")).contains(sought);
    }

    @Test
    void fifty_people_are_a_page_and_the_next_follows_the_last() {
        for (int i = 0; i < 53; i++)
            town.person("Person %02d".formatted(i));
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR).get("/people");
        assertThat(admin.page().text()).contains("54 people");
        assertThat(admin.page().select("tbody tr")).hasSize(50);
        admin.post("/people", "name", "", "after", admin.page().select("input[name=after]").val());
        assertThat(admin.page().select("tbody th").eachText()).containsExactly("Person 49", "Person 50", "Person 51",
                "Person 52");
        assertThat(admin.page().select("input[name=after]")).isEmpty();
    }

    @Test
    void another_scopes_people_are_not_there() {
        var elsewhere = TestScope.in(context).person("Walter Crewe");
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR);
        var absent = admin.get("/people/" + UUID.randomUUID());
        var missing = absent.body();
        assertThat(absent.status()).isEqualTo(404);
        assertThat(admin.get("/people/" + elsewhere).status()).isEqualTo(404);
        assertThat(admin.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", ""))
                .isEqualTo(missing.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", ""));
        admin.get("/people").post("/people", "name", "Walter Crewe");
        assertThat(admin.page().text()).contains("0 people");
        for (var path : new String[]{"/roles", "/invitation", "/code", "/leaving", "/details"})
            assertThat(admin.get("/people")
                    .post("/people/" + elsewhere + path, "role", "CHAMPION", "from-day", "1", "from-month", "1",
                            "from-year", "2027", "name", "A B", "post", "x", "council", town.council().toString())
                    .status())
                    .as(path).isEqualTo(404);
    }

    @Test
    void the_form_offers_what_one_may_give_and_the_post_refuses_the_rest() {
        var dee = town.person("Dee Sothern");
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR);
        assertThat(admin.get("/people/" + dee).page().select("#role option").eachAttr("value"))
                .contains("CHAMPION", "ADMINISTRATOR")
                .doesNotContain("DSO", "DSL", "COORDINATOR", "ALLEGATIONS_RECIPIENT", "STAFF");
        give(admin, dee, "DSO");
        assertThat(admin.status()).isEqualTo(422);
        assertThat(admin.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#role");
        give(admin, dee, "CHAMPION");
        assertThat(admin.status()).isEqualTo(302);
        assertThat(admin.follow().page().select(".heed-flash").text()).startsWith("The role has been given");
        assertThat(admin.page().text()).contains("Safeguarding champion Holds now");
        assertThat(grants.rolesOf(town.system(), dee)).containsExactlyInAnyOrder(Role.STAFF, Role.CHAMPION);
    }

    @Test
    void nobody_gives_a_role_to_themselves() {
        var id = town.person("Cora Nator", Role.COORDINATOR);
        var cora = signedIn(id);
        assertThat(cora.get("/people/" + id).page().select("#role")).isEmpty();
        assertThat(cora.page().text()).contains("Nobody gives a role to themselves");
        give(cora, id, "ALLEGATIONS_RECIPIENT");
        assertThat(cora.status()).isEqualTo(422);
        assertThat(grants.rolesOf(town.system(), id)).containsExactlyInAnyOrder(Role.STAFF, Role.COORDINATOR);
    }

    @Test
    void a_wrong_date_is_named_and_nothing_typed_is_lost() {
        var dee = town.person("Dee Sothern");
        var cora = signedIn("Cora Nator", Role.COORDINATOR).get("/people/" + dee);
        cora.post("/people/" + dee + "/roles", "role", "DSO", "from-day", "31", "from-month", "2", "from-year", "2027",
                "until-day", "x",
                "until-month", "", "until-year", "2028");
        assertThat(cora.status()).isEqualTo(422);
        assertThat(cora.page().title()).startsWith("Error: ");
        assertThat(cora.page().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#from-day",
                "#until-day");
        assertThat(cora.page().select("#role option[selected]").val()).isEqualTo("DSO");
        assertThat(cora.page().select("#from-day").val()).isEqualTo("31");
        assertThat(cora.page().select("#until-day").val()).isEqualTo("x");
        assertThat(grants.holders(town.system(), Role.DSO)).isEmpty();
    }

    @Test
    void a_role_ended_can_be_given_again_the_same_day() {
        var dee = town.person("Dee Sothern");
        var cora = signedIn("Cora Nator", Role.COORDINATOR);
        for (int i = 0; i < 2; i++) {
            give(cora, dee, "DSO");
            assertThat(cora.status()).isEqualTo(302);
            cora.follow().post(cora.page().select("form[action$=/end]").attr("action"));
            assertThat(cora.status()).isEqualTo(302);
            assertThat(cora.follow().page().text()).contains("Over", "ended by Cora Nator");
        }
    }

    @Test
    void somebody_added_gets_a_link_that_is_shown_once() {
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR).get("/people/new");
        admin.post("/people/new", "name", "Noor Newly", "mail", "noor@fellmoor.example", "post", "Warden", "council",
                town.council().toString(), "service", "", "manager", "ada quill");
        assertThat(admin.status()).isEqualTo(200);
        var link = admin.page().select("#link").text();
        assertThat(link).startsWith("https://heed.fellmoor.example/sign-in/invitation/");
        var id = admin.page().select("a[href^=/people/]").attr("href");
        assertThat(new Visitor(port).get(link.replace("https://heed.fellmoor.example", "")).heading())
                .isEqualTo("Choose a password");
        assertThat(admin.get(id).body()).doesNotContain(link.substring(link.lastIndexOf('/') + 1))
                .contains("Noor Newly", "Warden", "Ada Quill");
    }

    @Test
    void an_empty_form_names_every_field_and_a_taken_address_is_said() {
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR).get("/people/new");
        admin.post("/people/new", "name", "", "mail", "not an address", "post", "", "council", "", "service", "rubbish",
                "manager", "Zed Zedson");
        assertThat(admin.status()).isEqualTo(422);
        assertThat(admin.page().select(".govuk-error-summary a").eachAttr("href"))
                .containsExactly("#name", "#mail", "#post", "#council", "#service", "#manager");
        assertThat(admin.page().select("#mail").val()).isEqualTo("not an address");
        assertThat(admin.page().select("#manager").val()).isEqualTo("Zed Zedson");
        String[] noor = {"name", "Noor Newly", "mail", "noor2@fellmoor.example", "post", "Warden", "council",
                town.council().toString()};
        admin.post("/people/new", noor);
        admin.get("/people/new").post("/people/new", noor);
        assertThat(admin.status()).isEqualTo(422);
        assertThat(admin.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#mail");
        assertThat(staff.all(town.system())).filteredOn(m -> m.name().equals("Noor Newly")).hasSize(1);
    }

    @Test
    void one_of_several_people_of_a_name_is_picked_as_manager() {
        var first = town.person("Mary Hartley");
        var second = town.person("Mary Hartley");
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR).get("/people/new");
        String[] typed = {"name", "Noor Newly", "mail", UUID.randomUUID() + "@fellmoor.example", "post", "Warden",
                "council",
                town.council().toString(), "manager", "Mary Hartley"};
        admin.post("/people/new", typed);
        assertThat(admin.status()).isEqualTo(422);
        assertThat(admin.page().select("input[name=managerId]").eachAttr("value"))
                .containsExactlyInAnyOrder(first.toString(), second.toString());
        var all = Arrays.copyOf(typed, typed.length + 2);
        all[typed.length] = "managerId";
        all[typed.length + 1] = second.toString();
        admin.post("/people/new", all);
        assertThat(admin.status()).isEqualTo(200);
        assertThat(staff.line(town.system(), second)).hasSize(1);
    }

    @Test
    void two_people_changing_the_same_details_lose_neither_text() {
        var dee = town.person("Dee Sothern");
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR).get("/people/" + dee + "/details");
        var version = admin.page().select("input[name=version]").val();
        String[] rest = {"council", town.council().toString(), "service", "", "manager", ""};
        admin.post("/people/" + dee + "/details",
                with(rest, "name", "Dee Southern", "post", "Warden", "version", version));
        assertThat(admin.status()).isEqualTo(302);
        admin.follow().get("/people/" + dee + "/details")
                .post("/people/" + dee + "/details",
                        with(rest, "name", "Dee Sotherne", "post", "Ranger", "version", version));
        assertThat(admin.status()).isEqualTo(409);
        assertThat(admin.page().text()).contains("Someone changed this", "Dee Southern", "Warden");
        assertThat(admin.page().select("#name").val()).isEqualTo("Dee Sotherne");
        admin.post("/people/" + dee + "/details", with(rest, "name", "Dee Sotherne", "post", "Ranger", "version",
                admin.page().select("input[name=version]").val()));
        assertThat(admin.status()).isEqualTo(302);
        assertThat(staff.get(town.system(), dee).name()).isEqualTo("Dee Sotherne");
        assertThat(staff.matching(town.system(), "Dee Sotherne")).hasSize(1);
    }

    @Test
    void a_leaver_is_signed_out_at_once_and_their_roles_stop() {
        var dee = town.person("Dee Sothern", Role.DSO);
        var visitor = signedIn(dee);
        assertThat(visitor.get("/outbox").status()).isEqualTo(200);
        var admin = signedIn("Ada Quill", Role.ADMINISTRATOR).get("/people/" + dee + "/leaving");
        assertThat(admin.page().text()).contains("Designated safeguarding officer");
        admin.post("/people/" + dee + "/leaving");
        assertThat(admin.status()).isEqualTo(302);
        assertThat(admin.follow().page().text()).contains("Left on");
        assertThat(admin.page().select("#role")).isEmpty();
        assertThat(visitor.get("/outbox").status()).isEqualTo(302);
    }

    @Test
    void a_reset_tells_its_owner_and_nobody_resets_their_own() {
        var dee = town.person("Dee Sothern");
        var visitor = signedIn(dee);
        var adminId = town.person("Ada Quill", Role.ADMINISTRATOR);
        var admin = signedIn(adminId).get("/people/" + dee);
        admin.post("/people/" + dee + "/code");
        assertThat(admin.status()).isEqualTo(302);
        assertThat(visitor.get("/outbox").status()).as("their sessions end").isEqualTo(302);
        assertThat(signedIn(dee).get("/outbox").page().text()).contains("Your sign-in to Heed was reset");
        assertThat(admin.get("/people").post("/people/" + adminId + "/code").status()).isEqualTo(422);
        assertThat(admin.get("/people").post("/people/" + adminId + "/invitation").status()).isEqualTo(422);
    }

    @Test
    void a_coordinator_changes_no_accounts() {
        var dee = town.person("Dee Sothern");
        var cora = signedIn("Cora Nator", Role.COORDINATOR).get("/people/" + dee);
        assertThat(cora.page()
                .select("a[href$=/leaving], a[href$=/details], form[action$=/code], form[action$=/invitation]"))
                .isEmpty();
        for (var path : new String[]{"/leaving", "/code", "/invitation", "/details"})
            assertThat(cora.get("/people/" + dee).post("/people/" + dee + path).status()).as(path).isEqualTo(404);
        assertThat(cora.get("/people/" + dee).post("/people/new", "name", "x").status()).isEqualTo(404);
        assertThat(staff.get(town.system(), dee).leftAt()).isNull();
    }

    private void give(Visitor visitor, UUID staff, String role) {
        var today = java.time.LocalDate.now(Dates.LONDON);
        visitor.get("/people/" + staff).get("/people");
        visitor.post("/people/" + staff + "/roles", "role", role, "from-day", "" + today.getDayOfMonth(), "from-month",
                "" + today.getMonthValue(), "from-year", "" + today.getYear());
    }

    private Visitor signedIn(String name, Role... roles) {
        return signedIn(town.person(name, roles));
    }

    private Visitor signedIn(UUID person) {
        boolean has = db.sql("select count(*) from access.account where staff_id = :id").param("id", person)
                .query(Integer.class).single() > 0;
        if (!has)
            accounts.open(town.system(), person, town.id(), person + "@fellmoor.example", true);
        var visitor = new Visitor(port).get("/sign-in");
        visitor.post("/sign-in/demo", "staff", person.toString());
        assertThat(visitor.status()).isEqualTo(302);
        return visitor;
    }

    private java.util.List<UUID> found(String act) {
        return transactions.inScope(town.id(), () -> db.sql("select unnest(found) from platform.trail where act = :act")
                .param("act", act).query(UUID.class).list());
    }

    private static String[] with(String[] rest, String... more) {
        var all = Arrays.copyOf(rest, rest.length + more.length);
        System.arraycopy(more, 0, all, rest.length, more.length);
        return all;
    }
}

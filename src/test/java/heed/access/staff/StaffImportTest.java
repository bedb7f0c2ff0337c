package heed.access.staff;

import static org.assertj.core.api.Assertions.assertThat;

import heed.TestScope;
import heed.Visitor;
import heed.access.Accounts;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.directory.organisation.Council;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** A staff list, from the page it is sent on to those it changes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.jobs=false",
        "heed.password.memory-kib=64", "heed.address=https://heed.fellmoor.example"})
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
class StaffImportTest {
    private static final String HEADING = "name,mail,service,manager,post\n";

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
    StaffImports imports;
    @Autowired
    Organisations organisations;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    TestScope town;
    Actor ada;
    Visitor admin;

    @BeforeEach
    void a_town_with_an_administrator() {
        town = TestScope.in(context);
        organisations.addService(town.system(), town.council(), "HOUSING", "Housing", null);
        organisations.addService(town.system(), town.council(), "LEISURE", "Leisure", null);
        var id = person("Ada Quill", Role.ADMINISTRATOR);
        ada = town.acting(id, Role.ADMINISTRATOR);
        admin = signedIn(id);
    }

    private UUID person(String name, Role... roles) {
        var id = staff.add(town.system(),
                new NewStaff(town.council(), null, null, name, mail(name), "Officer"));
        transactions.inScope(town.id(),
                () -> accounts.open(town.system(), id, town.id(), mail(name), true));
        for (var role : roles)
            grants.grantAtStart(town.system(), id, role);
        return id;
    }

    /** One's own in every test: an address belongs to one account of the installation. */
    private String mail(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "@"
                + town.id().toString().substring(0, 8) + ".example";
    }

    private Visitor signedIn(UUID id) {
        return new Visitor(port).get("/sign-in").post("/sign-in/demo", "staff", id.toString());
    }

    private String line(String name, String service, String manager, String post) {
        return name + "," + mail(name) + "," + service + "," + manager + "," + post + "\n";
    }

    private String everyone() {
        return line("Ada Quill", "", "", "Officer");
    }

    private Visitor sent(String list) {
        return admin.get("/people/import").post("/people/import", "rows", list);
    }

    /** What is shown of a list in which nothing is wrong. */
    private Visitor shown(String list) {
        sent(list);
        assertThat(admin.status()).as(admin.page().select("main").text()).isEqualTo(302);
        return admin.follow();
    }

    private Visitor applied(String leaving, UUID... leavers) {
        var path = "/people/import/" + waiting();
        var form = new java.util.ArrayList<>(List.of("seen", admin.page().select("input[name=seen]").val()));
        if (!leaving.isEmpty())
            form.addAll(List.of("leaving", leaving));
        for (var leaver : leavers)
            form.addAll(List.of("leaver", leaver.toString()));
        return admin.post(path, form.toArray(String[]::new));
    }

    private UUID waiting() {
        return transactions.inScope(town.id(), () -> db
                .sql("select id from access.staff_import where made_by = :by order by made_at desc limit 1")
                .param("by", ada.staff()).query(UUID.class).single());
    }

    private @Nullable StaffMember member(String name) {
        return staff.everyone(ada).stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
    }

    private StaffMember here(String name) {
        var found = member(name);
        if (found == null)
            throw new AssertionError("not here: " + name);
        return found;
    }

    @Test
    void a_list_is_shown_first_and_then_does_just_that() {
        var omar = person("Omar Tindall");
        shown(HEADING + everyone() + line("Omar Tindall", "Housing", "Priya Lund", "Team leader")
                + line("Priya Lund", "Housing", mail("Ada Quill"), "Head"));
        assertThat(admin.page().select("#summary li").eachText()).containsExactly("1 person will be added",
                "1 person will move to another service", "1 person stays as they are");
        assertThat(admin.page().select("main").text()).contains("Service: none → Housing",
                "Job title: Officer → Team leader", "Manager: none → Priya Lund");
        assertThat(member("Priya Lund")).isNull();

        applied("");
        assertThat(admin.status()).isEqualTo(302);
        var priya = here("Priya Lund");
        assertThat(priya.manager()).isEqualTo(ada.staff());
        assertThat(here("Omar Tindall").manager()).isEqualTo(priya.id());
        assertThat(here("Omar Tindall").post()).isEqualTo("Team leader");
        assertThat(here("Omar Tindall").id()).isEqualTo(omar);
        admin.follow();
        assertThat(admin.page().select("main").text()).contains("1 person was added", "1 person was changed",
                "1 person has no password yet");
        assertThat(transactions.inScope(town.id(),
                () -> db.sql("select reason from platform.trail where act = 'staff.import'").query(String.class)
                        .list()))
                .containsExactly("added 1, back 0, changed 1, left 0");
        assertThat(transactions.inScope(town.id(),
                () -> db.sql("select count(*) from access.staff_import where people is not null").query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void the_same_list_again_changes_nothing_and_neither_does_what_heed_gives_out() {
        var list = HEADING + everyone() + line("Omar Tindall", "Housing", "Ada Quill", "=Team leader")
                + line("Sián O’Rourke", "", "", "-Officer");
        shown(list);
        applied("");
        shown(list);
        assertThat(admin.page().select("main").text()).contains("There is nothing to apply");

        var file = imports.export(ada);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains(",'=Team leader", ",'-Officer");
        var checked = imports.check(ada, file);
        assertThat(checked.faults()).isEmpty();
        var plan = imports.show(ada, java.util.Objects.requireNonNull(checked.id())).plan();
        assertThat(plan).isNotNull();
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.missing()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(3);
    }

    @Test
    void faults_are_told_by_line_and_column_and_nothing_is_kept(CapturedOutput log) {
        person("Omar Tindall");
        sent(HEADING + everyone() + "Zed Nowhere,not a mail,,,Officer\n" + line("Bo Ek", "Astronomy", "", "Officer")
                + line("Bo Ek", "", "", "") + line("Cy Day", "", "Nobody Atall", "Officer")
                + line("Di Fox", "", mail("Di Fox"), "Officer") + line("Ed Gow", "", mail("Flo Hay"), "Officer")
                + line("Flo Hay", "", mail("Ed Gow"), "Officer"));
        assertThat(admin.status()).isEqualTo(422);
        assertThat(
                admin.page().select("tbody tr").eachText().stream().map(t -> t.replaceAll("^(Line \\d+ \\w+) .*", "$1"))
                        .toList())
                .containsExactly("Line 3 mail", "Line 4 service", "Line 5 post", "Line 5 mail", "Line 6 manager",
                        "Line 7 manager", "Line 8 manager", "Line 9 manager");
        assertThat(admin.page().select("#rows").val()).contains("Zed Nowhere");
        assertThat(admin.page().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#faults");
        assertThat(transactions.inScope(town.id(),
                () -> db.sql("select count(*) from access.staff_import").query(Integer.class).single())).isZero();
        assertThat(log.getAll()).doesNotContain("Zed Nowhere", "Astronomy");
    }

    @Test
    void a_new_manager_is_a_change_even_where_there_was_none_and_nothing_else_is_new() {
        person("Omar Tindall");
        shown(HEADING + everyone() + line("Omar Tindall", "", "Priya Lund", "Officer")
                + line("Priya Lund", "", "", "Head"));
        assertThat(admin.page().select("main").text()).contains("Will change: 1 person", "Manager: none → Priya Lund");
        applied("");
        assertThat(here("Omar Tindall").manager()).isEqualTo(here("Priya Lund").id());
    }

    @Test
    void a_manager_of_whose_name_there_are_two_must_be_given_by_mail() {
        shown(HEADING + everyone() + line("Omar Tindall", "", "", "A"));
        applied("");
        sent(HEADING + everyone() + line("Omar Tindall", "", "", "A") + "omar tindall," + mail("other") + ",,,B\n"
                + line("Bo Ek", "", "OMAR  Tindall", "C"));
        assertThat(admin.page().select("tbody tr").text()).contains("Line 5", "Several people have this name");
    }

    @Test
    void mail_addresses_are_known_again_however_they_are_written() {
        var omar = person("Omar Tindall");
        shown(HEADING + everyone() + line("Omar Tindall", "", "", "Lead").replace(mail("Omar Tindall"),
                " " + mail("Omar Tindall").toUpperCase(java.util.Locale.ROOT)));
        applied("");
        assertThat(here("Omar Tindall").id()).isEqualTo(omar);
        assertThat(here("Omar Tindall").post()).isEqualTo("Lead");
        assertThat(here("Omar Tindall").mail()).isEqualTo(mail("Omar Tindall"));
    }

    @Test
    void nobody_leaves_unless_somebody_says_so_and_then_at_their_next_request() {
        var omar = person("Omar Tindall");
        var sol = person("Sol Somebody");
        var omarsPhone = signedIn(omar);
        var solsPhone = signedIn(sol);
        assertThat(omarsPhone.get("/my-concerns").status()).isEqualTo(200);

        shown(HEADING + everyone());
        assertThat(admin.page().select("input[name=leaver]")).hasSize(2);
        assertThat(admin.page().select("input[checked]")).isEmpty();
        applied("");
        assertThat(admin.status()).isEqualTo(422);
        assertThat(admin.page().select(".govuk-error-summary").text()).contains("Say whether");
        applied("ticked");
        assertThat(admin.status()).isEqualTo(422);
        applied("none", omar);
        assertThat(admin.status()).isEqualTo(422);
        applied("ticked", omar);
        assertThat(admin.status()).isEqualTo(302);

        assertThat(omarsPhone.get("/my-concerns").location()).startsWith("/sign-in?ended");
        assertThat(solsPhone.get("/my-concerns").status()).isEqualTo(200);
        assertThat(here("Omar Tindall").leftAt()).isNotNull();
        assertThat(here("Sol Somebody").leftAt()).isNull();

        shown(HEADING + everyone());
        applied("all");
        assertThat(solsPhone.get("/my-concerns").location()).startsWith("/sign-in?ended");
        assertThat(here("Ada Quill").leftAt()).isNull();
    }

    @Test
    void whoever_sends_the_list_is_not_offered_as_a_leaver_and_cannot_be_named_as_one() {
        shown(HEADING + line("Bo Ek", "", "", "Officer"));
        assertThat(admin.page().select("input[name=leaver]")).isEmpty();
        applied("ticked", ada.staff());
        assertThat(admin.status()).isEqualTo(409);
        assertThat(here("Ada Quill").leftAt()).isNull();
    }

    @Test
    void somebody_who_comes_back_is_who_they_were_without_their_roles_or_secrets() {
        var omar = person("Omar Tindall", Role.DSO);
        shown(HEADING + everyone());
        applied("all");
        shown(HEADING + everyone() + line("Omar Tindall", "Leisure", "", "Coach"));
        assertThat(admin.page().select("main").text()).contains("Will be here again: 1 person",
                "None of the roles they had");
        applied("");
        var back = here("Omar Tindall");
        assertThat(back.id()).isEqualTo(omar);
        assertThat(back.leftAt()).isNull();
        assertThat(grants.rolesOf(town.system(), omar)).containsExactly(Role.STAFF);
        assertThat(db.sql("select closed_at is null and password is null from access.account where staff_id = :id")
                .param("id", omar).query(Boolean.class).single()).isTrue();
    }

    @Test
    void adding_somebody_who_left_by_hand_lets_them_be_here_again_too() {
        var omar = person("Omar Tindall", Role.DSO);
        admin.get("/people/" + omar + "/leaving").post("/people/" + omar + "/leaving");
        admin.get("/people/new").post("/people/new", "name", "Omar Tindall", "mail", mail("Omar Tindall"), "post",
                "Coach", "council", town.council().toString());
        assertThat(admin.status()).isEqualTo(200);
        assertThat(admin.heading()).isEqualTo("Give them this link");
        assertThat(here("Omar Tindall").id()).isEqualTo(omar);
        assertThat(grants.rolesOf(town.system(), omar)).containsExactly(Role.STAFF);
        admin.get("/people/new").post("/people/new", "name", "Omar Tindall", "mail", mail("Omar Tindall"), "post",
                "Coach", "council", town.council().toString());
        assertThat(admin.status()).isEqualTo(422);
    }

    @Test
    void what_changed_in_between_is_shown_again_and_nothing_is_applied() {
        person("Omar Tindall");
        shown(HEADING + everyone() + line("Omar Tindall", "", "", "Lead") + line("Bo Ek", "", "", "Officer"));
        var seen = here("Omar Tindall");
        staff.change(ada, seen.id(), seen.version(),
                new NewStaff(town.council(), null, null, "Omar T Tindall", seen.mail(), "Officer"));
        applied("");
        assertThat(admin.status()).isEqualTo(409);
        assertThat(admin.page().select("main").text()).contains("People changed while you were looking",
                "Name: Omar T Tindall → Omar Tindall");
        assertThat(member("Bo Ek")).isNull();
        applied("");
        assertThat(admin.status()).isEqualTo(302);
        assertThat(member("Bo Ek")).isNotNull();
        assertThat(here("Omar Tindall").post()).isEqualTo("Lead");
    }

    @Test
    void an_address_that_another_body_has_is_refused_and_so_is_one_taken_in_between() {
        shown(HEADING + everyone() + line("Bo Ek", "", "", "Officer") + line("Cy Day", "", "", "Officer"));
        var elsewhere = TestScope.in(context);
        var there = elsewhere.person("Somebody Else");
        transactions.inScope(elsewhere.id(),
                () -> accounts.open(elsewhere.system(), there, elsewhere.id(), mail("Cy Day"), false));
        applied("");
        assertThat(admin.status()).isEqualTo(409);
        assertThat(member("Bo Ek")).isNull();
        assertThat(admin.page().select("main").text()).contains("Line 4, mail: Someone already has an account");
        sent(HEADING + everyone() + line("Cy Day", "", "", "Officer"));
        assertThat(admin.status()).isEqualTo(422);
    }

    @Test
    void a_list_is_its_senders_alone_for_a_day_and_encrypted() {
        shown(HEADING + everyone() + line("Bo Canary", "", "", "Officer"));
        var id = waiting();
        var other = signedIn(person("Vi Other", Role.ADMINISTRATOR));
        assertThat(other.get("/people/import/" + id).status()).isEqualTo(404);
        assertThat(transactions.inScope(town.id(),
                () -> db.sql("select encode(people, 'escape') from access.staff_import").query(String.class).single()))
                .doesNotContain("Canary");
        assertThat(admin.page().select("input[type=hidden]").eachAttr("value")).noneMatch(v -> v.contains("Canary"));
        transactions.inScope(town.id(), () -> {
            db.sql("update access.staff_import set made_at = made_at - interval '25 hours'").update();
        });
        assertThat(admin.get("/people/import/" + id).status()).isEqualTo(404);
        transactions.inScope(town.id(), () -> imports.sweep(town.system()));
        assertThat(transactions.inScope(town.id(), () -> db
                .sql("select (select count(*) from access.staff_import) + (select count(*) from platform.record_key where record_id = :id)")
                .param("id", id).query(Integer.class).single())).isZero();
        assertThat(imports.scopes(town.system())).contains(town.id());
    }

    @Test
    void a_list_can_be_given_up() {
        shown(HEADING + everyone() + line("Bo Ek", "", "", "Officer"));
        var path = "/people/import/" + waiting();
        admin.post(path + "/discarding");
        assertThat(admin.status()).isEqualTo(302);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_file_of_links_lets_each_of_those_added_choose_a_password() {
        shown(HEADING + everyone() + line("Bo Ek", "", "", "Officer"));
        applied("").follow();
        admin.post("/people/import/" + waiting() + "/links");
        assertThat(admin.header("Content-Disposition")).contains("attachment");
        assertThat(admin.header("Cache-Control")).contains("no-store");
        var link = admin.body().lines().filter(l -> l.startsWith("Bo Ek")).findFirst().orElse("")
                .replaceFirst(".*heed\\.fellmoor\\.example", "");
        var bo = new Visitor(port).get(link);
        assertThat(bo.status()).isEqualTo(200);
        assertThat(bo.page().select("input[type=password]")).isNotEmpty();
    }

    @Test
    void only_an_administrator_brings_lists_in_or_takes_them_out() {
        var cara = signedIn(person("Cara Whitlow", Role.COORDINATOR)).get("/people");
        for (var path : List.of("/people/import", "/people/import/example"))
            assertThat(cara.get(path).status()).as(path).isEqualTo(404);
        cara.get("/people");
        assertThat(cara.post("/people/export").status()).isEqualTo(404);
        cara.get("/people");
        assertThat(cara.post("/people/import", "rows", HEADING + everyone()).status()).isEqualTo(404);
        assertThat(admin.get("/people/import/example").body()).contains("name,mail,service,manager,post");
        admin.get("/people");
        assertThat(admin.post("/people/export").body()).contains(mail("Ada Quill"));
    }

    @Test
    void where_several_bodies_share_records_the_service_or_a_column_says_who_works_for_which() {
        var leisureCompany = organisations.addCouncil(town.system(), "Fellmoor Leisure Ltd", Council.Kind.COMPANY);
        organisations.addService(town.system(), leisureCompany, "POOLS", "Pools", null);
        sent(HEADING + everyone() + line("Bo Ek", "", "", "Officer"));
        assertThat(admin.page().select("tbody tr").text()).contains("Line 3", "works for", "Say who they work for");
        shown(HEADING + everyone() + line("Bo Ek", "pools", "", "Officer"));
        applied("");
        assertThat(here("Bo Ek").council()).isEqualTo(leisureCompany);
        var file = imports.export(ada);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("works for", "Fellmoor Leisure Ltd");
        var again = imports.check(ada, file);
        var plan = imports.show(ada, java.util.Objects.requireNonNull(again.id())).plan();
        assertThat(plan).isNotNull();
        assertThat(plan.steps()).isEmpty();
    }

    @Test
    void a_whole_councils_list_takes_seconds() {
        var list = HEADING + everyone() + IntStream.range(0, 1_330)
                .mapToObj(i -> line("Person " + i, i % 2 == 0 ? "Housing" : "Leisure",
                        i < 10 ? "" : mail("Person " + i / 10), "Officer"))
                .collect(Collectors.joining());
        long from = System.nanoTime();
        shown(list);
        var shownAfter = Duration.ofNanos(System.nanoTime() - from);
        applied("");
        assertThat(admin.status()).isEqualTo(302);
        var appliedAfter = Duration.ofNanos(System.nanoTime() - from).minus(shownAfter);
        assertThat(shownAfter.plus(appliedAfter)).isLessThan(Duration.ofSeconds(60));
        assertThat(staff.everyone(ada)).hasSize(1_331);
        assertThat(Arrays.stream(new String(imports.export(ada), StandardCharsets.UTF_8).split("\r\n"))).hasSize(1_332);
    }
}

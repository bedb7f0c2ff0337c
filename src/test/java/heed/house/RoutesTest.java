package heed.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.staff.StaffImports;
import heed.casework.correction.Asked;
import heed.cast.Cast;
import heed.cast.Visit;
import heed.casework.ConcernRef;
import heed.directory.organisation.Organisations;
import heed.house.Routes.Line;
import heed.house.Routes.Route;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route has a line in {@code docs/golden/routes.txt} saying who may call it, on which record, and whether the audit
 * log tells of it; and what the lines say is tried by really calling each.
 */
@SpringBootTest
class RoutesTest {
    private static final String HEAD = """
            # Every route. A person writes the last three parts; -Dgolden.write=true adds and drops lines and asks for what is
            # missing with "?", which fails until it is answered. RoutesTest calls every route to see that it is so.
            #   needs    open: also without signing in; signed-in: anyone signed in; else the permission without which it is not there (one of those with | between)
            #   record   what the path names: draft and own are the caller's own, concern, case and allegation the officers', person and service the scope's, import the caller's own; restricted, kept-from and opened are concerns that are so; - nothing
            #            a concern that is open to somebody for a time is read, with its files, without any permission
            #   trailed  yes: every call by someone permitted is in the audit log
            #   step-up  where it is there: whoever is signed in must have proved it within the last five minutes; every export needs it
            """;
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Where a concern must stand for a form to be there; received where nothing is said. */
    private static final Map<String, String> STANDING = Map.of("/concerns/{ref}/decision", "taken",
            "/concerns/{ref}/handing-back", "taken",
            "/concerns/{ref}/reopening", "decided");

    /** Pages that hold a form, where it is neither the page of the same address nor the one above it. */
    private static final Map<String, String> FORM_IS_ON = Map.ofEntries(
            Map.entry("/settings/lists/{list}/rows", "/settings/lists/{list}/rows/new"), Map.entry("/sign-out", "/"),
            Map.entry("/concerns/{ref}/access/named/{staff}/removal", "/concerns/{ref}/access"),
            Map.entry("/concerns/{ref}/access/opened/{staff}/closing", "/concerns/{ref}/access"),
            Map.entry("/concerns/{ref}/closing", "/concerns/{ref}"),
            Map.entry("/account/sessions/{session}/end", "/account"),
            Map.entry("/account/passkeys", "/account/passkeys/new"),
            Map.entry("/account/passkeys/{passkey}/removal", "/account"),
            Map.entry("/account/links/{link}/removal", "/account"),
            Map.entry("/account/sessions/end", "/account"),
            Map.entry("/raise/from-browser", "/no-signal"),
            Map.entry("/raise/{draft}/files/{file}/removal", "/raise/{draft}/files"),
            Map.entry("/raise/{draft}/body-map/{mark}/removal", "/raise/{draft}/body-map"),
            Map.entry("/raise/{draft}/who/{person}/removal", "/raise/{draft}/who/{person}"),
            Map.entry("/assurance/returns/{ret}/submission", "/assurance/returns/{ret}/sign-off"),
            Map.entry("/assurance/returns/{ret}/archive", "/assurance/returns/{ret}/taking-out"),
            Map.entry("/assurance/returns/{ret}/oscal", "/assurance/returns/{ret}/taking-out"),
            Map.entry("/assurance/returns/{ret}/questions/{question}/shares/{share}/ending",
                    "/assurance/returns/{ret}/questions/{question}"),
            Map.entry("/assurance/returns/{ret}/questions/{question}/shares/{share}/done",
                    "/assurance/returns/{ret}/questions/{question}"),
            Map.entry("/assurance/returns/{ret}/questions/{question}/figures/{fact}/removal",
                    "/assurance/returns/{ret}/questions/{question}"),
            Map.entry("/assurance/returns/{ret}/questions/{question}/evidence/{statement}/moving",
                    "/assurance/returns/{ret}/questions/{question}"),
            Map.entry("/people/{id}/roles/{grant}/end", "/people/{id}"), Map.entry("/rota/copy", "/rota"),
            Map.entry("/people/{id}/sessions/end", "/people/{id}"),
            Map.entry("/assurance/plans/{id}/actions", "/assurance/plans/{id}/actions/new"),
            Map.entry("/assurance/actions/{ref}/milestones/{milestone}", "/assurance/actions/{ref}"),
            Map.entry("/assurance/posts", "/assurance/posts/new"),
            Map.entry("/assurance/plans", "/assurance/plans/new"),
            Map.entry("/assurance/recommendations", "/assurance/recommendations/new"),
            Map.entry("/assurance/reports", "/assurance/reports/new"),
            Map.entry("/assurance/reports/{report}/figures/removal", "/assurance/reports/{report}"),
            Map.entry("/assurance/reports/{report}/settling", "/assurance/reports/{report}/check"),
            Map.entry("/assurance/reports/{report}/checking", "/assurance/reports/{report}/check"),
            Map.entry("/assurance/report-templates/{template}/removal", "/assurance/report-templates"),
            Map.entry("/handovers", "/handovers/new"), Map.entry("/handovers/{id}/reading", "/handovers"),
            Map.entry("/messages/{id}/retry", "/messages"),
            Map.entry("/quarters/history/{id}/undoing", "/quarters/history"),
            Map.entry("/assurance/cycles/{id}/invitations/{invitation}/withdrawal", "/assurance/cycles/{id}"),
            Map.entry("/settings/bank-holidays/{id}/removal", "/settings/bank-holidays"));

    /** What only somebody's device can fill in; {@code PasskeyJourney} sends them whole. */
    private static final List<String> BY_A_DEVICE = List.of("/account/passkeys");

    /** What is typed into lines that take no other words. */
    private static final Map<String, String> TYPED = Map.ofEntries(Map.entry("manager", ""),
            Map.entry("rows",
                    "name,mail,service,manager,post\nRo Path," + UUID.randomUUID() + "@fellmoor.example,,,Officer"),
            Map.entry("host", "smtp.example.gov.uk"), Map.entry("port", "587"),
            Map.entry("from", "heed@example.gov.uk"), Map.entry("from-day", "27"), Map.entry("from-month", "3"),
            Map.entry("from-year", "2026"),
            Map.entry("made-day", "27"), Map.entry("made-month", "3"), Map.entry("made-year", "2025"),
            Map.entry("minute-day-day", "3"), Map.entry("minute-day-month", "3"),
            Map.entry("minute-day-year", "2025"), Map.entry("made-time", "9:15"), Map.entry("cover", ""),
            Map.entry("ref-0", ""), Map.entry("ref-1", ""),
            Map.entry("ref-2", ""),
            Map.entry("line-0", ""), Map.entry("line-1", ""),
            Map.entry("line-2", ""),
            Map.entry("day-day", "5"), Map.entry("day-month", "6"), Map.entry("day-year", "2029"),
            Map.entry("key", "fellmoor-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"),
            Map.entry("text-template", "f33517ff-2a88-4f6e-b855-c550268ce08a"), Map.entry("mail-template", ""),
            Map.entry("name-0", "Hub"), Map.entry("number-0", "01632 960 001"), Map.entry("headcount", "12"));

    /** Records that are somebody's own, whatever they may do besides. */
    private static final List<String> THEIR_OWN = List.of("draft", "own", "own-advice", "kept", "session", "passkey",
            "link");

    @Autowired
    ApplicationContext context;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;

    /** Lines put in place of those in the file, so that a wrong one is seen to be found; then only these are tried. */
    final Map<String, Line> planted = new java.util.HashMap<>();
    /** How many exports of somebody are in the audit log so far. */
    final Map<Actor, Integer> exported = new java.util.HashMap<>();
    Cast cast;
    final Map<Role, Actor> people = new EnumMap<>(Role.class);
    Actor ben;

    @BeforeEach
    void somebody_in_every_role() {
        cast = Cast.in(context);
        people.clear();
        for (var role : Role.values())
            people.put(role, cast.staff("Pat " + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    role == Role.STAFF ? new Role[0] : new Role[]{role}));
        ben = cast.staff("Ben Crew");
    }

    @Test
    void every_route_has_a_line_and_every_line_a_route() {
        var routes = Routes.under("heed");
        if (Golden.writing())
            Golden.compare("routes.txt",
                    HEAD + String.join("\n", routes.stream().map(RoutesTest::written).map(Line::text).toList()) + "\n");
        assertThat(Routes.differences(routes, Routes.lines())).isEmpty();
    }

    @Test
    void a_route_without_a_line_and_a_line_without_a_route_are_found() {
        var routes = new ArrayList<>(Routes.under("heed"));
        routes.addAll(Routes.under("planted.routes"));
        assertThat(Routes.differences(routes, Routes.lines())).containsExactly("POST /forgotten is in no line",
                "GET /forgotten/{ref} is in no line");
        var lines = new ArrayList<>(Routes.lines());
        lines.add(Line.of("GET /gone GoneController.show open - no"));
        assertThat(Routes.differences(Routes.under("heed"), lines)).containsExactly("GET /gone is no route");
    }

    @Test
    void a_line_that_is_wrong_about_a_fresh_confirmation_is_found() {
        var lines = new ArrayList<>(Routes.lines());
        lines.replaceAll(l -> l.key().equals("POST /people/export")
                ? new Line(l.method(), l.path(), l.handler(), l.needs(), l.record(), l.trailed(), false)
                : l.key().equals("GET /people")
                        ? new Line(l.method(), l.path(), l.handler(), l.needs(), l.record(), l.trailed(), true)
                        : l);
        assertThat(Routes.differences(Routes.under("heed"), lines)).containsExactly(
                "GET /people does not need a fresh confirmation", "POST /people/export needs a fresh confirmation");
    }

    @Test
    void the_routes_read_are_those_that_spring_serves() {
        var served = context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(m -> m.getHandlerMethods().entrySet().stream())
                .filter(m -> m.getValue().getBeanType().getName().startsWith("heed."))
                .flatMap(m -> Routes.routes(m.getKey(), m.getValue().getMethod(), false).stream())
                .map(Route::key)
                .toList();
        assertThat(served).containsExactlyInAnyOrderElementsOf(
                Routes.under("heed").stream().filter(r -> !r.demo()).map(Route::key).toList());
    }

    @Test
    void without_signing_in_only_open_routes_answer() {
        var stranger = cast.stranger();
        for (var route : served(l -> true)) {
            var line = line(route);
            // They are turned away before a path is read: AuthorisationMatrixTest asks for them about records that are there.
            var asked = call(stranger, route, VARIABLE.matcher(line.path()).replaceAll("nothing"), true);
            boolean turnedAway = asked.status() == 401 || asked.status() == 403
                    || asked.status() == 302
                            && String.valueOf(asked.location()).matches("/sign-in(\\?(out|(ended&)?next=.*))?")
                            && !line.path().startsWith("/sign-in");
            assertThat(turnedAway).as("%s turned a stranger away (%d)", route.key(), asked.status())
                    .isEqualTo(!line.needs().equals("open"));
        }
    }

    @Test
    void without_the_permission_a_route_is_not_there_whatever_is_sent() {
        var all = new SoftAssertions();
        int asked = 0;
        // One session each: a route that is not there for somebody leaves it as it was.
        var visits = new HashMap<Actor, Visit>();
        for (var route : served(l -> !l.permissions().isEmpty() && !l.permissions().contains(Permission.RAISE))) {
            var line = line(route);
            // Whoever the record belongs to, one is enough: a refusal leaves it as it was.
            var theirs = THEIR_OWN.contains(line.record());
            var standing = STANDING.getOrDefault(line.path(), "received");
            var one = theirs ? "" : path(line, permitted(line), standing);
            for (var person : people.entrySet()) {
                if (line.permissions().stream().anyMatch(person.getValue()::may))
                    continue;
                var path = theirs ? path(line, person.getValue(), standing) : one;
                for (var filled : new boolean[]{true, false}) {
                    var refusals = entries(person.getValue(), "REFUSED");
                    // Where signing in must be fresh, it is: these calls can take longer than that lasts.
                    var visit = line.stepUp()
                            ? cast.visit(person.getValue())
                            : visits.computeIfAbsent(person.getValue(), cast::visit);
                    var answer = call(visit, route, path, filled);
                    all.assertThat(answer.status())
                            .as("%s by %s, %s", route.key(), person.getKey(), filled ? "filled in" : "empty")
                            .isEqualTo(404);
                    all.assertThat(entries(person.getValue(), "REFUSED"))
                            .as("refusals of %s in the audit log", route.key())
                            .isEqualTo(refusals + 1);
                    asked++;
                }
            }
        }
        all.assertThat(asked).as("calls").isGreaterThan(planted.isEmpty() ? 100 : 0);
        all.assertAll();
    }

    @Test
    void somebody_elses_record_is_not_there() {
        var all = new SoftAssertions();
        var other = Cast.in(context);
        var stray = other.staff("Amina Otherwhere", Role.DSO, Role.DSL, Role.ALLEGATIONS_RECIPIENT,
                Role.COORDINATOR, Role.ADMINISTRATOR, Role.BOARD_MANAGER, Role.ACCOUNTABLE_OFFICER);
        var colleague = cast.staff("Cas Crew");
        // A quarter is a time, of which every scope has its own figures; RowSecurityTest keeps those apart.
        for (var route : served(l -> !List.of("-", "quarter").contains(l.record()))) {
            var line = line(route);
            var path = path(line, ben, STANDING.getOrDefault(line.path(), "received"));
            var unsure = THEIR_OWN.contains(line.record()) ? colleague : people(Role.STAFF);
            all.assertThat(call(cast.visit(unsure), route, path, true).status()).as("%s by a colleague", route.key())
                    .isEqualTo(404);
            all.assertThat(call(other.visit(stray), route, path, true).status())
                    .as("%s from another scope", route.key())
                    .isEqualTo(404);
        }
        all.assertAll();
    }

    @Test
    void every_page_opens_for_those_permitted_and_is_in_the_audit_log_if_its_line_says_so() {
        var all = new SoftAssertions();
        for (var route : served(l -> l.method().equals("GET") && !l.needs().equals("open"))) {
            var line = line(route);
            var by = permitted(line);
            var path = path(line, by, STANDING.getOrDefault(line.path(), "received"));
            var visit = cast.visit(by);
            var before = entries(by, "DONE");
            visit.get(path);
            all.assertThat(visit.status()).as(route.key()).isIn(200, 302);
            all.assertThat(entries(by, "DONE") > before).as("%s is in the audit log", route.key())
                    .isEqualTo(line.trailed().equals("yes"));
            exportsNeedAFreshConfirmation(line, by);
        }
        all.assertAll();
    }

    @Test
    void every_form_can_be_sent_by_those_permitted_and_is_in_the_audit_log_if_its_line_says_so() {
        var all = new SoftAssertions();
        for (var route : served(l -> l.method().equals("POST") && !l.needs().equals("open"))) {
            var line = line(route);
            var by = permitted(line);
            var path = path(line, by, STANDING.getOrDefault(line.path(), "received"));
            var visit = cast.visit(by);
            var instead = sentInstead(line, by);
            if (instead == null)
                instead = AssuranceRecords.sent(context, line.path(), path, by);
            var form = instead == null ? form(line, visit, path) : visit.get("/").page().body();
            var before = entries(by, "DONE");
            if (instead != null)
                visit.post(path, instead);
            else if (line.path().endsWith("/report-templates/files"))
                visit.postFile(path, "", new heed.Visitor.Chosen("report.docx",
                        heed.assurance.report.CommitteeReport.template()));
            else if (line.path().equals("/assurance/returns/files"))
                visit.postFile(path, "", new heed.Visitor.Chosen("return.zip",
                        heed.assurance.exchange.WholeReturnOf.file(context, by)));
            else if (line.path().endsWith("/files"))
                visit.postFile(path, "Some words.");
            else {
                visit.post(path, fields(form, false));
                if (visit.status() == 422)
                    visit.post(path, fields(form, true));
            }
            if (BY_A_DEVICE.contains(line.path())) {
                all.assertThat(visit.status()).as("%s without a device", route.key()).isEqualTo(422);
                continue;
            }
            all.assertThat(visit.status())
                    .as("%s: %s", route.key(), visit.page().select("h1, .govuk-error-summary").text())
                    .isIn(200, 302, 303);
            all.assertThat(entries(by, "DONE") > before).as("%s is in the audit log", route.key())
                    .isEqualTo(line.trailed().equals("yes"));
            exportsNeedAFreshConfirmation(line, by);
        }
        all.assertAll();
    }

    @Test
    void what_needs_a_fresh_confirmation_asks_for_one() {
        int asked = 0;
        for (var route : served(Line::stepUp)) {
            var line = line(route);
            var by = permitted(line);
            var path = path(line, by, STANDING.getOrDefault(line.path(), "received"));
            var answer = call(cast.visitSince(by, Duration.ofMinutes(6)), route, path, true);
            assertThat(answer.status()).as(route.key()).isEqualTo(302);
            assertThat(answer.location()).as(route.key()).startsWith("/confirm?next=");
            asked++;
        }
        assertThat(asked).isPositive();
    }

    /** What an export is, the audit log says. */
    private void exportsNeedAFreshConfirmation(Line line, Actor by) {
        var exports = transactions.inScope(by.scope(), () -> db
                .sql("select count(*) from platform.trail where actor = :by and act like '%.export'")
                .param("by", by.staff()).query(Integer.class).single());
        if (exports > exported.getOrDefault(by, 0))
            assertThat(line.stepUp()).as("%s exports and needs a fresh confirmation", line.key()).isTrue();
        exported.put(by, exports);
    }

    @Test
    void a_line_that_says_something_else_than_the_route_does_is_found() {
        wrong("GET /queue MyQueue.x open - no", this::without_signing_in_only_open_routes_answer);
        wrong("GET /sign-in X.x signed-in - no", this::without_signing_in_only_open_routes_answer);
        wrong("GET /my-concerns X.x WORK_CONCERNS - yes",
                this::without_the_permission_a_route_is_not_there_whatever_is_sent);
        wrong("GET /queue X.x signed-in own no", this::somebody_elses_record_is_not_there);
        wrong("GET /queue X.x signed-in - yes",
                this::every_page_opens_for_those_permitted_and_is_in_the_audit_log_if_its_line_says_so);
        wrong("GET /my-concerns X.x RAISE - no",
                this::every_page_opens_for_those_permitted_and_is_in_the_audit_log_if_its_line_says_so);
        wrong("GET /queue/{shelf} X.x RAISE - yes",
                this::every_page_opens_for_those_permitted_and_is_in_the_audit_log_if_its_line_says_so);
        wrong("POST /people/export X.x MANAGE_ACCOUNTS - yes",
                this::every_form_can_be_sent_by_those_permitted_and_is_in_the_audit_log_if_its_line_says_so);
        wrong("GET /people X.x MANAGE_ACCOUNTS - yes step-up", this::what_needs_a_fresh_confirmation_asks_for_one);
        wrong("POST /raise X.x RAISE - no",
                this::every_form_can_be_sent_by_those_permitted_and_is_in_the_audit_log_if_its_line_says_so);
    }

    private void wrong(String text, Runnable tried) {
        var line = Line.of(text);
        planted.clear();
        planted.put(line.key(), line);
        assertThatThrownBy(tried::run).as(text).isInstanceOf(AssertionError.class).hasMessageContaining(line.key());
        planted.clear();
    }

    private Line line(Route route) {
        var instead = planted.get(route.key());
        return instead != null ? instead : written(route);
    }

    /** The golden file, read once. */
    private static final class Written {
        static final Map<String, Line> LINES = Routes.lines().stream()
                .collect(Collectors.toMap(Line::key, Function.identity()));
    }

    private static Line written(Route route) {
        return Optional.ofNullable(Written.LINES.get(route.key()))
                .map(l -> new Line(l.method(), l.path(), route.handler(), l.needs(), l.record(), l.trailed(),
                        route.stepUp()))
                .orElse(new Line(route.method(), route.path(), route.handler(), "?", "?", "?", route.stepUp()));
    }

    private List<Route> served(Predicate<Line> wanted) {
        return Routes.under("heed").stream().filter(r -> planted.isEmpty() || planted.containsKey(r.key()))
                .filter(r -> !r.demo() && !r.method().equals("ANY")).filter(r -> wanted.test(line(r))).toList();
    }

    private Restricted restricted() {
        return new Restricted(context, cast);
    }

    /** What is sent to forms that a person in a hurry cannot fill without knowing a name or a reference; null for others. */
    private String[] sentInstead(Line line, Actor by) {
        return switch (line.path()) {
            case "/concerns/{ref}/access/keeping" -> new String[]{"name", "Pat champion", "because", "FAMILY"};
            case "/concerns/{ref}/access/opening" ->
                new String[]{"name", "Pat champion", "until", "week", "why", "To advise."};
            case "/concerns/{ref}/access/restricting" ->
                new String[]{"people", people(Role.DSO).staff().toString(), "version", "0", "why", "For a reason."};
            case "/concerns/{ref}/access/naming" ->
                new String[]{"people", people(Role.DSO).staff().toString()};
            case "/assurance/plans" -> new String[]{"title", "Plan", "from-day", "1", "from-month", "4", "from-year",
                    "2030", "to-day", "31", "to-month", "3", "to-year", "2031"};
            case "/assurance/plans/{id}/carrying" -> new String[]{"to",
                    heed.assurance.plan.PlanOf.year(context, by, 2040).toString(), "actions", "P-0000-00"};
            case "/assurance/actions/{ref}/progress" -> new String[]{"words", "It goes on."};
            case "/assurance/posts/{id}/aliases" -> new String[]{"alias", "QP"};
            case "/assurance/posts/{id}/aliases/{alias}" -> new String[]{"seen", "", "alias", "QP"};
            case "/assurance/recommendations/{id}/correction" -> new String[]{"seen", "1", "code",
                    UUID.randomUUID().toString().substring(0, 8), "year", "2028", "text", "Meet every month."};
            case "/assurance/recommendations" -> new String[]{"kind", "RECOMMENDATION", "code",
                    UUID.randomUUID().toString().substring(0, 8), "year", "2028", "text", "Meet more often."};
            case "/search" -> new String[]{"sought", "landing"};
            case "/quarters/history" -> new String[]{"rows",
                    "from,to,measure,split,value,number,source\n2019-01-01,2019-03-31,concerns-raised,,,4,Old tool"};
            case "/settings/lists/{list}/import" -> {
                var list = "/settings/lists/levels_of_need";
                var file = cast.visit(by).get(list + "/file").body();
                yield new String[]{"file", file, "seen",
                        cast.visit(by).get(list + "/import").page().select("main input[name=seen]").val()};
            }
            case "/settings/lists/{list}/rows" -> row(by, "new", "A level of our own");
            case "/settings/lists/{list}/rows/{code}" -> row(by, "CHILD_1", "Level 1: everybody");
            case "/handovers" -> new String[]{"submission", UUID.randomUUID().toString(), "words",
                    "The line was engaged."};
            case "/emergency" -> new String[]{"ref", restricted().named(people(Role.DSL), ben).get("ref"), "why",
                    "He is outside."};
            default -> ReturnForms.sent(context, people(Role.BOARD_MANAGER), ben, by, line.path());
        };
    }

    private Actor people(Role role) {
        var actor = people.get(role);
        if (actor == null)
            throw new AssertionError("nobody is " + role);
        return actor;
    }

    /** Somebody who may call it. */
    private Actor permitted(Line line) {
        if (line.permissions().isEmpty() || line.permissions().contains(Permission.RAISE))
            return ben;
        if (line.record().equals("allegation"))
            return people(Role.ALLEGATIONS_RECIPIENT);
        var permission = line.permissions().getFirst();
        if (permission == Permission.OPEN_IN_EMERGENCY)
            return restricted().inEmergencies();
        return people(
                List.of(Role.DSO, Role.COORDINATOR, Role.ADMINISTRATOR, Role.DSL, Role.ALLEGATIONS_RECIPIENT,
                        Role.BOARD_MANAGER, Role.ACCOUNTABLE_OFFICER).stream()
                        .filter(r -> people(r).may(permission)).findFirst().orElseThrow());
    }

    /** The path with a fresh record of the kind that the line names. */
    private String path(Line line, Actor caller, String standing) {
        var officer = people(Role.DSO);
        var values = switch (line.record()) {
            case "-" -> Map.<String, String>of();
            case "draft" -> Map.of("draft", draft(caller, line.path()).toString());
            case "own" -> Map.of("ref", cast.concern(caller).value());
            case "concern" -> Map.of("ref", concern(standing, officer).value());
            case "allegation" -> Map.of("ref", cast.allegation(ben, "Pat administrator").value());
            case "person" -> person();
            case "service" -> Map.of("id", service().toString());
            case "case" -> Map.of("ref", theCase(officer));
            case "kept" -> Map.of("id", heed.access.signin.Kept.by(context, caller).toString());
            case "led-action", "read-action" -> AssuranceRecords.ledBy(context, cast, caller);
            case "session" -> Map.of("session", heed.access.signin.SignedInAs.somewhere(context, caller).toString());
            case "passkey" -> Map.of("passkey", heed.access.signin.PasskeyOf.in(context, caller).toString());
            case "link" -> Map.of("link", heed.access.signin.PasskeyOf.link(context, caller).toString());
            case "correction" -> Map.of("ref", Asked.of(context, officer, concern(standing, officer), null).value());
            case "set-aside" -> Map.of("ref",
                    Asked.of(context, officer, concern(standing, officer), people(Role.DSL)).value());
            case "restricted" -> restricted().named(people(Role.DSL), ben);
            case "kept-from" -> restricted().keptFrom(people(Role.DSL), ben);
            case "opened" -> restricted().opened(people(Role.DSL), ben);
            case "emergency" -> {
                restricted().openedInEmergency(restricted().inEmergencies(), people(Role.DSL), ben);
                yield Map.of("id", restricted().emergency());
            }
            case "urgent" -> restricted().urgent(caller, people(Role.DSL), ben);
            case "call" -> {
                var called = concern(standing, officer);
                yield Map.of("ref", called.value(), "call",
                        heed.casework.call.CallOf.in(context, officer, called).toString());
            }
            case "known" -> {
                var about = concern(standing, officer);
                var known = new java.util.HashMap<>(heed.casework.known.KnownOf.put(context, cast.system(),
                        cast.id(about), !line.path().contains("{other}")));
                known.put("ref", about.value());
                yield known;
            }
            case "unsigned" -> Map.of("ref", cast.nothingDone(ben, people(Role.DSL)).value());
            case "own-advice" -> Map.of("ref",
                    heed.casework.advice.AdviceOf.in(context, caller, "May I visit alone?").value());
            case "advice" -> Map.of("ref",
                    heed.casework.advice.AdviceOf.in(context, ben, "May I visit alone?").value());
            case "import" -> Map.of("id", staffList(line.path().endsWith("/links")).toString());
            case "shift" -> Map.of("id", Rostered.shift(context, people(Role.COORDINATOR), officer).toString());
            case "handover" -> Map.of("id", Rostered.handover(context, people(Role.DSL)).toString());
            case "message" -> Map.of("id", Rostered.failed(context, people(Role.COORDINATOR)).toString());
            case "search" -> Map.of("id",
                    context.getBean(heed.casework.search.Search.class).keep(
                            caller.may(heed.access.Permission.WORK_CONCERNS) ? caller : officer, "landing").toString());
            case "day" -> Map.of("id", Rostered.day(context, people(Role.COORDINATOR)).toString());
            case "quarter" -> Map.of("quarter",
                    heed.insight.report.PublishedQuarter.in(context, people(Role.COORDINATOR)), "number", "0");
            case "totals" -> Map.of("id", heed.insight.report.PublishedQuarter
                    .totals(context, people(Role.COORDINATOR), line.path().endsWith("/undoing")).toString());
            default -> AssuranceRecords.make(context, cast, line.record(), line.path())
                    .orElseThrow(() -> new IllegalStateException(
                            "say here how to make a " + line.record() + " for " + line.key()));
        };
        var file = line.path().contains("{file}") ? file(line, caller, values) : "";
        return VARIABLE.matcher(line.path()).replaceAll((MatchResult found) -> {
            var name = found.group(1);
            var fixed = Map.of("file", file, "mark", "0", "shelf", "waiting", "step", "account", "person", "1", "token",
                    "nothing", "provider", "nothing", "measure", "concerns-raised", "list", "levels_of_need", "code",
                    "CHILD_1");
            var value = values.getOrDefault(name, fixed.get(name));
            if (value == null)
                throw new IllegalStateException("say here what {" + name + "} is in " + line.key());
            return value;
        });
    }

    /** A file of the draft or concern, added by whoever it is theirs to add to. */
    private String file(Line line, Actor caller, Map<String, String> values) {
        var owner = line.record().equals("draft")
                ? UUID.fromString(values.getOrDefault("draft", ""))
                : cast.id(ConcernRef.of(values.getOrDefault("ref", "")));
        return heed.records.document.FileOf.in(context, line.record().equals("concern") ? ben : caller, owner)
                .toString();
    }

    /** Somebody new, who was a champion for no time yet. */
    private Map<String, String> person() {
        var someone = cast.staff("Dee Newcomer", Role.CHAMPION);
        heed.access.signin.SignedInAs.somewhere(context, someone);
        return Map.of("id", someone.staff().toString(), "grant",
                context.getBean(Grants.class).of(cast.system(), someone.staff()).getFirst().id().toString());
    }

    private UUID service() {
        var organisations = context.getBean(Organisations.class);
        return organisations.addService(cast.system(), organisations.councils(cast.system()).getFirst().id(),
                "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT), "Parks", 12);
    }

    private UUID draft(Actor by, String path) {
        var telling = Cast.telling("Seen.", "Rowan Applegarth").person(1,
                Cast.telling("", "Sky Applegarth").people().getFirst());
        var draft = cast.draft(by, path.contains("/body-map/")
                ? telling.marks(List.of(new heed.casework.concern.Telling.Mark("HAND", "left", "BRUISE", "", "", "")))
                : telling);
        if (path.endsWith("/receipt"))
            context.getBean(heed.casework.raise.Raise.class).send(by, draft);
        return draft;
    }

    private ConcernRef concern(String standing, Actor officer) {
        return switch (standing) {
            case "taken" -> cast.taken(ben, officer);
            case "decided" -> cast.decided(ben, officer);
            default -> cast.concern(ben);
        };
    }

    /** A staff list that waits for the administrator who sent it, or that they applied. */
    private UUID staffList(boolean applied) {
        var administrator = people(Role.ADMINISTRATOR);
        var id = context.getBean(StaffImports.class).check(administrator,
                ("name,mail,service,manager,post\nRo Path," + UUID.randomUUID() + "@fellmoor.example,,,Officer")
                        .getBytes(StandardCharsets.UTF_8))
                .id();
        if (id == null)
            throw new AssertionError("the list was not taken");
        if (applied) {
            var visit = cast.visit(administrator);
            visit.get("/people/import/" + id);
            visit.post("/people/import/" + id, "seen", visit.page().select("input[name=seen]").val(), "leaving",
                    "none");
            assertThat(visit.status()).isEqualTo(302);
        }
        return id;
    }

    private String theCase(Actor officer) {
        cast.decided(ben, officer);
        return transactions.inScope(cast.scope(), () -> db
                .sql("select ref from casework.casefile order by opened_at desc limit 1").query(String.class).single());
    }

    /** Calls a route, with every parameter it insists on and, if filled, every other that is a word. */
    private static Visit call(Visit visit, Route route, String path, boolean filled) {
        var sent = new ArrayList<String>();
        for (var parameter : route.answers().getParameters()) {
            var asked = parameter.getAnnotation(RequestParam.class);
            if (asked == null || parameter.getType() == Map.class)
                continue;
            boolean must = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
            if (must || filled) {
                sent.add(parameter.getName());
                sent.add(parameter.getType() == UUID.class
                        ? UUID.randomUUID().toString()
                        : parameter.getType().isEnum() ? parameter.getType().getEnumConstants()[0].toString() : "1");
            }
        }
        return visit.send(HttpMethod.valueOf(route.method()), path, sent.toArray(String[]::new));
    }

    /** The form that sends to this path, on its own page or the one above. */
    private static Element form(Line line, Visit visit, String path) {
        var named = FORM_IS_ON.get(line.path());
        var pages = new ArrayList<String>();
        if (named == null) {
            pages.add(path);
            if (path.lastIndexOf('/') > 0)
                pages.add(path.substring(0, path.lastIndexOf('/')));
        } else
            pages.add(beside(named, line.path(), path));
        for (var page : pages)
            if (visit.get(page).status() == 200)
                for (var form : visit.page().select("form[method=post]"))
                    if (form.attr("action").equals(path) || form.attr("data-typing").equals(path)
                            || form.attr("action").isEmpty() && page.equals(path)
                            || form.select("[formaction='" + path + "']").size() > 0)
                        return form;
        throw new AssertionError(
                line.key() + ": no form sends to it from " + pages + "; say in FORM_IS_ON where it is");
    }

    /** A row of a list as its page offers it, called so. */
    private String[] row(Actor by, String code, String label) {
        var page = cast.visit(by).get("/settings/lists/levels_of_need/rows/" + code).page();
        return new String[]{"seen", page.select("main input[name=seen]").val(), "label", label, "applies_to", "child",
                "source", "Our own", "status", "confirmed", "parent", "", "valid_from-day", "", "valid_to-day", ""};
    }

    /** A page whose address begins as the route's does, with the values of the path asked for. */
    private static String beside(String named, String template, String path) {
        var parts = named.equals("/") ? new String[]{"", ""} : named.split("/");
        var templates = template.split("/");
        var values = path.split("/");
        for (int i = 0; i < Math.min(parts.length, templates.length) && parts[i].equals(templates[i]); i++)
            parts[i] = values[i];
        return String.join("/", parts);
    }

    /** A form as somebody in a hurry fills it: the first of everything, some words, and every line only where needed. */
    private static String[] fields(Element form, boolean lines) {
        var sent = new ArrayList<String>();
        var picked = new ArrayList<String>();
        for (var input : form.select("input[name], textarea[name], select[name]")) {
            var name = input.attr("name");
            var type = input.attr("type");
            if (name.equals("_csrf") || type.equals("submit"))
                continue;
            if (type.equals("radio")) {
                if (picked.contains(name))
                    continue;
                picked.add(name);
                add(sent, name, input.attr("value"));
            } else if (input.tagName().equals("textarea"))
                add(sent, name, TYPED.getOrDefault(name, "Some words."));
            else if (input.tagName().equals("select"))
                add(sent, name, TYPED.containsKey(name)
                        ? TYPED.get(name)
                        : input.select("option").last() == null
                                ? ""
                                : String.valueOf(input.select("option").last().attr("value")));
            else if (type.equals("hidden"))
                add(sent, name, name.equals("submission") && input.attr("value").isEmpty()
                        ? UUID.randomUUID().toString()
                        : input.attr("value"));
            else if (TYPED.containsKey(name))
                add(sent, name, TYPED.get(name));
            else if (type.equals("email") || name.equals("mail"))
                add(sent, name, UUID.randomUUID() + "@fellmoor.example");
            else if (name.equals("code"))
                add(sent, name, "S" + UUID.randomUUID().toString().substring(0, 8));
            else if (type.equals("checkbox")) {
                if (input.hasAttr("checked"))
                    add(sent, name, input.attr("value"));
            } else
                add(sent, name, !lines ? input.attr("value") : "Words " + UUID.randomUUID());
        }
        // Where nothing else is asked, what it is about stands in the button.
        if (sent.isEmpty())
            form.select("button[name=which]").stream().findFirst().ifPresent(b -> add(sent, "which", b.val()));
        return sent.toArray(String[]::new);
    }

    private static void add(List<String> sent, String name, String value) {
        sent.add(name);
        sent.add(value);
    }

    private long entries(Actor by, String outcome) {
        return transactions.inScope(by.scope(),
                () -> db.sql("select count(*) from platform.trail where actor = :by and outcome = :outcome")
                        .param("by", by.staff()).param("outcome", outcome).query(Long.class).single());
    }
}

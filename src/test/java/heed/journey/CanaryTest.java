package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.backup.Commands;
import heed.platform.db.TestCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names and words that nobody else has are told to Heed wherever it asks, and then looked for wherever it could have left them. */
@InTown
@ExtendWith(OutputCaptureExtension.class)
class CanaryTest {
    private static final List<String> WORDS = List.of("Zorquil", "Vantresk");
    private static final String NAME = "Zorquil Vantresk";
    private static final String MAIL = "zorquil@vantresk.example";

    @Autowired
    ApplicationContext context;
    @Autowired
    Environment environment;
    @Autowired
    JdbcClient db;
    @LocalServerPort
    int port;
    final Traces traces = new Traces(WORDS);
    Instant since = Instant.EPOCH;
    Town town;
    Actor ada;
    Actor amina;
    Actor ben;
    Actor omar;
    Actor helen;

    @BeforeEach
    void a_council() {
        since = Instant.now().minusSeconds(2);
        town = Council.in(context);
        ada = town.person("Ada Quill", Role.ADMINISTRATOR);
        amina = town.person("Amina Sefton", Role.DSO);
        ben = town.person("Ben Harkness", Role.DSL);
        omar = town.person("Omar Tindall");
        helen = town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT);
    }

    @Test
    void nothing_told_can_be_read_in_the_database_its_files_the_log_or_the_mail(CapturedOutput log) throws Exception {
        planted(MAIL);
        try (Connection database = superuser()) {
            run(database, "checkpoint");
            assertThat(traces.inTables(database)).as("in tables").isEmpty();
            assertThat(traces.inFiles(Path.of(setting(database, "data_directory")), since))
                    .as("in the database's files").isEmpty();
        }
        assertThat(traces.inFiles(Path.of(environment.getRequiredProperty("heed.data")), Instant.EPOCH))
                .as("beside the database").isEmpty();
        LoggerFactory.getLogger(CanaryTest.class).info("a line that shows that the log is read");
        assertThat(log.getAll()).as("the log of the run").contains("a line that shows that the log is read");
        assertThat(traces.in(log.getAll().getBytes(StandardCharsets.UTF_8), "log")).isEmpty();
        for (var someone : List.of(ada, amina, ben, omar, helen)) {
            var mail = town.visitor(someone, port).get("/outbox").page().select("article").text();
            assertThat(traces.in(mail.getBytes(StandardCharsets.UTF_8), "mail")).isEmpty();
        }
        assertThat(town.visitor(amina, port).get("/outbox").page().select("article")).as("mail that could have held it")
                .isNotEmpty();
    }

    @Test
    void an_export_opens_every_encrypted_column_that_it_does_not_withhold(@TempDir Path folder) throws Exception {
        planted("vantresk@zorquil.example");
        var errors = new java.io.ByteArrayOutputStream();
        var sink = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
        int code = Commands.run(sink, new java.io.PrintStream(errors, true, StandardCharsets.UTF_8), Clock.systemUTC(),
                "export", folder.resolve("out").toString(),
                "--heed.data=" + environment.getRequiredProperty("heed.data"),
                "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                "--spring.datasource.password=" + environment.getRequiredProperty("spring.datasource.password"));
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
        var scope = folder.resolve("out/scope-" + town.scope());
        int opened = 0;
        for (var resource : new org.springframework.core.io.support.PathMatchingResourcePatternResolver()
                .getResources("classpath*:db/opening/*.txt"))
            for (var line : resource.getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(l -> l.matches("[a-z]+[.][a-z_]+[.][a-z_]+ +(record|scope) .*")).toList()) {
                var column = line.split(" ")[0];
                var table = column.substring(0, column.lastIndexOf('.'));
                var name = column.substring(column.lastIndexOf('.') + 1);
                var rows = Files.readAllLines(scope.resolve(table + ".jsonl"));
                assertThat(rows).as(column)
                        .anySatisfy(row -> assertThat(tools.jackson.databind.json.JsonMapper.builder()
                                .build().readTree(row).get(name).toString().toLowerCase(java.util.Locale.ROOT))
                                .containsAnyOf("zorquil", "vantresk"));
                opened++;
            }
        assertThat(opened).isGreaterThanOrEqualTo(12);
    }

    @Test
    void what_was_left_readable_would_have_been_found() throws Exception {
        // Other words than the other test's: what a dropped table leaves in the files would be found there.
        var words = "seen by Quennifer Ploverby";
        var traces = new Traces(List.of("Quennifer", "Ploverby"));
        var utf8 = words.getBytes(StandardCharsets.UTF_8);
        try (Connection database = superuser()) {
            run(database, "create table public.planted (word text, byte bytea)");
            try {
                for (var text : List.of(words, HexFormat.of().formatHex(utf8), Base64.getEncoder().encodeToString(utf8),
                        Base64.getEncoder().encodeToString((" " + words).getBytes(StandardCharsets.UTF_8)),
                        Base64.getEncoder().encodeToString(("  " + words).getBytes(StandardCharsets.UTF_8)))) {
                    plant(database, text, null);
                    assertThat(traces.inTables(database)).as(text)
                            .anyMatch(f -> f.startsWith("public.planted.word: Quennifer"))
                            .anyMatch(f -> f.startsWith("public.planted.word: Ploverby"));
                }
                for (var bytes : List.of(utf8, words.getBytes(StandardCharsets.UTF_16LE),
                        words.getBytes(StandardCharsets.UTF_16BE))) {
                    plant(database, null, bytes);
                    assertThat(traces.inTables(database)).anyMatch(f -> f.startsWith("public.planted.byte: Ploverby"));
                }
                run(database, "checkpoint");
                assertThat(traces.inFiles(Path.of(setting(database, "data_directory")), since))
                        .anyMatch(f -> f.startsWith("base/"))
                        .anyMatch(f -> f.startsWith("pg_wal/"));
            } finally {
                run(database, "drop table public.planted");
            }
        }
    }

    /** Tells it everywhere, and reads it again on the pages it is for. */
    private void planted(String mail) {
        var administrator = town.visitor(ada, port).get("/people/new");
        administrator.post("/people/new", "name", NAME, "mail", mail, "post", "Vantresk warden", "council",
                council(administrator));
        assertThat(administrator.heading()).isEqualTo("Give them this link");
        administrator.get("/people").post("/people", "name", NAME);
        assertThat(administrator.page().text()).contains(NAME, "Vantresk warden");
        administrator.get("/people/new").post("/people/new", "name", NAME, "mail", "not an address of " + NAME, "post",
                "", "council", "");
        assertThat(administrator.status()).isEqualTo(422);
        administrator.get("/Zorquil/Vantresk");
        heed.access.signin.PasskeyOf.named(context, omar, "Phone of " + NAME);
        assertThat(town.visitor(omar, port).get("/account").page().text()).contains("Phone of " + NAME);

        var stranger = new Visitor(port).get("/sign-in");
        stranger.post("/sign-in", "mail", mail, "password", "Zorquil-Vantresk-7");
        stranger.get("/sign-in/invitation/Zorquil-Vantresk");

        // No form takes such a number; it is kept where a real one would be.
        town.staff().setMobile(Actor.system(town.scope()), omar.staff(), NAME);
        var phone = town.visitor(omar, port);
        tell(phone, "no");
        var sent = tell(phone, "no");
        phone.get(sent + "/files").postFiles(sent + "/files", "Letter of " + NAME,
                new Visitor.Chosen(NAME + ".txt", ("Dear " + NAME).getBytes(StandardCharsets.UTF_8)));
        assertThat(phone.get(sent + "/files").page().text()).contains(NAME + ".txt", "Letter of " + NAME);
        phone.get(sent + "/account").post(sent + "/account/typing", "seen", "I saw " + NAME, "told",
                "I was told of " + NAME, "think", "I think that " + NAME);
        phone.get(sent).post(sent + "/sending").follow();
        var ref = phone.page().select(".govuk-panel__body strong").text();
        phone.get("/my-concerns/" + ref);
        assertThat(phone.page().text()).contains("saw " + NAME, "told of " + NAME, "think that " + NAME);
        phone.post("/my-concerns/" + ref + "/addenda", "submission",
                phone.page().select("input[name=submission]").val(), "words", "More of " + NAME);

        // Somebody of that name is staff by now, so it goes to the recipients, who lift it and say why.
        var recipient = town.visitor(helen, port).get("/concerns/" + ref);
        assertThat(recipient.page().text()).contains("saw " + NAME, "More of " + NAME, "4 Zorquil Lane");
        recipient.get("/concerns/" + ref + "/summary")
                .post("/concerns/" + ref + "/summary", "submission",
                        recipient.page().select("input[name=submission]").val(), "words", "Summary by " + NAME);
        recipient.get("/concerns/" + ref + "/lifting").post("/concerns/" + ref + "/lifting", "words",
                "It is another " + NAME);
        assertThat(recipient.status()).isEqualTo(302);

        var officer = town.visitor(amina, port).get("/concerns/" + ref);
        assertThat(officer.page().text()).contains("saw " + NAME);
        officer.post("/concerns/" + ref + "/taking-up");
        officer.get("/concerns/" + ref + "/handing-back").post("/concerns/" + ref + "/handing-back", "words",
                "Ring " + NAME);
        officer.get("/concerns/" + ref).post("/concerns/" + ref + "/taking-up");
        decide(officer, ref, "outcome", "REFER", "reason-refer", "REFER_NOW", "route", "MASH", "toldWhom",
                NAME + " at the hub");
        reopen(officer, ref);
        decide(officer, ref, "outcome", "ADVICE_GIVEN", "reason-advice-given", "CONSULT_FIRST", "advice",
                "Ask " + NAME);
        reopen(officer, ref);
        decide(officer, ref, "outcome", "SIGNPOST", "reason-signpost", "SIGNPOST", "service", "Vantresk food bank");
        officer.get("/concerns/" + ref + "/feedback").post("/concerns/" + ref + "/feedback", "words",
                "Thank you from " + NAME);
        officer.get("/concerns/" + ref + "/addenda").post("/concerns/" + ref + "/addenda", "submission",
                officer.page().select("input[name=submission]").val(), "words", "Note on " + NAME);
        officer.get("/handovers/new").post("/handovers", "submission",
                officer.page().select("input[name=submission]").val(), "ref-0", ref, "line-0", "Ring " + NAME, "words",
                "Left by " + NAME);
        assertThat(officer.follow().page().text()).contains("Ring " + NAME, "Left by " + NAME);
        officer.get("/concerns/" + ref);
        assertThat(officer.page().text()).contains(NAME + " at the hub", "Ask " + NAME, "Vantresk food bank",
                "Because of " + NAME, "Again for " + NAME,
                "Ring " + NAME, "Thank you from " + NAME, "Note on " + NAME);
        assertThat(town.visitor(omar, port).get("/my-concerns/" + ref).page().text())
                .contains("Thank you from " + NAME);

        officer.get("/search").post("/search", "sought", "Zorquil \"" + NAME + "\"");
        assertThat(officer.location()).startsWith("/search/");
        assertThat(officer.follow().page().select("main a.heed-ref").eachText()).contains(ref);
        assertThat(officer.page().select("main mark").text()).contains("Zorquil Vantresk");

        var page = "/concerns/" + ref + "/correction";
        var naming = officer.get(page).page().select("input[name=what]").first().val();
        officer.post(page, "what", naming, "name-" + naming, "Zorquil Otherwise", "description-" + naming,
                "Vantresk the younger", "why", "It is not this " + NAME);
        assertThat(officer.status()).isEqualTo(302);
        var lead = town.visitor(ben, port).get(page);
        lead.post(page + "/answer", "asked", lead.page().select("input[name=asked]").val(), "done", "no", "words",
                "It is this " + NAME);
        assertThat(lead.follow().page().text()).contains("It is not this " + NAME, "It is this " + NAME);

        worked(officer, ref);
        var two = heed.casework.known.KnownOf.put(context, Actor.system(town.scope()), java.util.UUID.fromString(
                town.texts("select id::text from casework.concern where ref = '" + ref + "'").getFirst()), false);
        var pair = "/concerns/" + ref + "/known/" + two.get("naming") + "/" + two.get("other");
        officer.get(pair).post(pair, "mark", officer.page().select("input[name=mark]").val(), "saying", "SAME", "why",
                "Both are " + NAME);
        assertThat(officer.get("/known/" + two.get("naming")).page().text()).contains("Both are " + NAME);
        var link = officer.page().select("a[href^='/known/links/']").attr("href");
        officer.get(link).post(link, "why", "Neither is " + NAME);
        assertThat(officer.get(link).page().text()).contains("Both are " + NAME, "Neither is " + NAME);
        var access = "/concerns/" + ref + "/access";
        lead = town.visitor(ben, port).get(access + "/restricting");
        lead.post(access + "/restricting", "version", lead.page().select("input[name=version]").val(), "people",
                amina.staff().toString(), "why", "Because of " + NAME);
        assertThat(lead.status()).isEqualTo(302);
        var urgent = town.confirmed(town.person("Uma Reeve", Role.DSO, Role.EMERGENCY_READER), port).get("/emergency");
        urgent.post("/emergency", "ref", ref, "why", "He is at the door of " + NAME);
        assertThat(urgent.status()).isEqualTo(302);
        var review = lead.get("/emergency/reviews").page().select("table a").first().attr("href");
        lead.get(review).post(review, "finding", "RIGHT", "words", "I rang " + NAME);
        assertThat(lead.get(review).page().text()).contains("He is at the door of " + NAME, "I rang " + NAME);

        var list = town.visitor(ada, port).get("/people/import");
        list.post("/people/import", "rows", "name,mail,service,manager,post\nZorquil Second,"
                + UUID.randomUUID() + "@zorquil.example,,,Vantresk keeper").follow();
        assertThat(list.page().text()).contains("Zorquil Second", "Vantresk keeper");

        quarters(town.visitor(town.person("Cara Lyth", Role.COORDINATOR), port));
        paper(town.visitor(town.person("Cal Lyth", Role.COORDINATOR), port));
        AssuranceCanaries.planted(context, town, port, NAME);
        AssuranceCanaries.reviewed(context, town, port, NAME);
        plans(town.person("Cyd Lyth", Role.COORDINATOR), town.person("Con Lyth", Role.COORDINATOR));
        returns(town.person("Cor Lyth", Role.COORDINATOR));
        report(town.person("Col Lyth", Role.COORDINATOR), town.person("Abe Lyth", Role.ACCOUNTABLE_OFFICER));

        var form = phone.get("/my-concerns/" + ref).page().select("input[name=submission]").val();
        town.endSessions(omar);
        phone.post("/my-concerns/" + ref + "/addenda", "submission", form, "words", "Too late for " + NAME);
        assertThat(phone.location()).contains("%2Fkept%2F");
        phone.follow().post("/sign-in/demo", "staff", omar.staff().toString());
        assertThat(phone.follow().page().text()).contains("Too late for " + NAME);
    }

    /** A paper brought in under that name, what it says, what is put right in it, and what its headings are called. */
    private void paper(Visitor coordinator) {
        coordinator.get("/assurance/papers/files");
        coordinator.postParts("/assurance/papers/files", Visitor.multipart(
                coordinator.page().select("input[name=_csrf]").val(), java.util.Map.of("kind", "RETURN"),
                new Visitor.Chosen(NAME + " return.txt", ("1.1 Who is " + NAME + "?\n\nA line on " + NAME + "\n")
                        .getBytes(StandardCharsets.UTF_8))));
        var self = coordinator.location();
        assertThat(coordinator.get(self + "/lines").page().text()).contains(NAME + " return.txt", "A line on " + NAME);
        coordinator.get(self + "/additions?lines=3").post(self + "/additions", "submission",
                coordinator.page().select("input[name=submission]").val(), "kind", "STATEMENT", "key-0", "text",
                "said-0", "Added about " + NAME, "lines", "3");
        assertThat(coordinator.get(self + "/lines").page().text()).contains("Added about " + NAME);
        coordinator.get(self + "/mapping").post(self + "/mapping", "kind", "RETURN", "heading-0", "Says " + NAME,
                "is-0", "STATEMENT");
        assertThat(coordinator.location()).isEqualTo(self);
        assertThat(coordinator.get(self + "/lines").page().text()).contains("Added about " + NAME);
    }

    /** A return with everything in it about that name, signed off and sent to a board of the same scope. */
    private void returns(Actor keeper) {
        var path = heed.assurance.exercise.ReturnOf.everythingAbout(context, keeper,
                town.person("Ade Lyth", Role.ACCOUNTABLE_OFFICER), town.person("Bea Lyth", Role.BOARD_MANAGER), NAME);
        var at = town.visitor(keeper, port);
        assertThat(at.get(path).page().text() + at.get(path + "/sign-off").page().text()
                + at.get(path + "/questions/1.1").page().text() + at.get(path + "/questions/2.10").page().text())
                .contains("Answer on " + NAME, "met " + NAME, "Shown to " + NAME, "No action for " + NAME,
                        "Visits to " + NAME, "Log of " + NAME, "Ask " + NAME, "Group of " + NAME, "Post of " + NAME);
    }

    /** A committee report with everything in it about that name, and a template called so. */
    private void report(Actor keeper, Actor signer) {
        var path = heed.assurance.report.CommitteeReport.everythingAbout(context, keeper, signer, NAME);
        var at = town.visitor(keeper, port);
        assertThat(at.get(path).page().text() + at.get(path + "/whole").page().text()
                + at.get(path + "/check").page().text()).contains("Title of " + NAME, "Member " + NAME,
                        "Background of " + NAME, "Author " + NAME, "Appendix on " + NAME, "Words on " + NAME,
                        "Withdrawn for " + NAME);
        var templates = "/assurance/report-templates";
        at.get(templates);
        at.postParts(templates + "/files", Visitor.multipart(at.page().select("input[name=_csrf]").first().val(),
                java.util.Map.of(), new Visitor.Chosen(NAME + ".docx",
                        heed.assurance.report.CommitteeReport.template())));
        assertThat(at.follow().page().text()).contains(NAME + ".docx");
    }

    /** A plan with everything in it about that name. */
    private void plans(Actor keeper, Actor verifier) {
        var at = town.visitor(keeper, port);
        var said = heed.assurance.plan.PlanOf.everythingAbout(context, keeper, verifier, NAME).stream()
                .map(page -> at.get(page).page().text()).toList();
        assertThat(String.join(" ", said)).contains("Post of " + NAME, "Held by " + NAME, "Called " + NAME,
                "Miscalled " + NAME, "Asked of " + NAME, "Paper on " + NAME, "Plan of " + NAME, "Visit " + NAME,
                "Rang " + NAME, "Waits for " + NAME, "Half of " + NAME,
                "Outcome for " + NAME, "Impact on " + NAME, "Ask " + NAME, "Decided by " + NAME);
    }

    /** What changed in a quarter, why it was revised, and where older totals are from. */
    private void quarters(Visitor coordinator) {
        coordinator.get("/quarters/history").post("/quarters/history", "rows",
                "from,to,measure,split,value,number,source\n2024-01-01,2024-03-31,concerns-raised,,,9,Ask Zorquil\n");
        coordinator.follow();
        assertThat(coordinator.page().text()).contains("Ask Zorquil");
        coordinator.post(coordinator.page().select("form[action^=/quarters/history/]").first().attr("action"));
        var quarter = coordinator.get("/quarters").page().select("tbody tr:has(strong:contains(Not published)) a")
                .first()
                .attr("href");
        for (int n = 0; n < 2; n++) {
            coordinator.get(quarter).post(quarter + "/note", "note", n + " told by " + NAME, "version",
                    coordinator.page().select("input[name=version]").val());
            var preview = coordinator.get(quarter + "/publishing").page();
            coordinator.post(quarter + "/publishing", "as-at", preview.select("input[name=as-at]").val(), "seen",
                    preview.select("input[name=seen]").val(), "reason", "Because of " + NAME);
        }
        assertThat(coordinator.get(quarter).page().text()).contains("1 told by " + NAME, "Because of " + NAME);
    }

    /** Calls, level, countersignature and advice, each with words in it. */
    private void worked(Visitor officer, String ref) {
        var calls = "/concerns/" + ref + "/calls";
        var made = new String[]{"made-day", "1", "made-month", "3", "made-year", "2025", "made-time", "9:00"};
        officer.get(calls).post(calls, with(made, "submission", officer.page().select("input[name=submission]").val(),
                "whom", "CHILDREN", "spokeTo", "Sgt Vantresk", "reference", "VANTRESK-2", "said", "Told of " + NAME,
                "outcome", "Zorquil rings back", "followUp", "usual"));
        assertThat(officer.status()).as(officer.page().select(".govuk-error-summary").text()).isEqualTo(302);
        var call = officer.get("/follow-ups").page().select(".heed-queue tbody th a").attr("href");
        officer.get(call).post(call, with(made, "seen", officer.page().select("input[name=seen]").val(), "what",
                "ESCALATED", "manager", NAME + " of the county", "note", "Will chase Zorquil"));
        assertThat(officer.follow().page().text()).contains(NAME + " of the county", "Will chase Zorquil",
                "Told of " + NAME);
        officer.get("/concerns/" + ref + "/coding").post("/concerns/" + ref + "/coding", "seen", "0", "level",
                "CHILD_4",
                "level-reasons", "Because Zorquil said so");
        assertThat(officer.follow().page().text()).contains("Because Zorquil said so");

        var phone = town.visitor(omar, port);
        phone.get("/raise").post("/raise", "danger", "yes");
        var draft = phone.location().replaceFirst("/account$", "");
        phone.follow().post(draft + "/account", "seen", "Shouting in Zorquilian");
        phone.get(draft).post(draft + "/sending").follow();
        var danger = phone.page().select(".govuk-panel__body strong").text();
        officer.get("/concerns/" + danger).post("/concerns/" + danger + "/taking-up");
        decide(officer, danger, "outcome", "NO_FURTHER_ACTION", "reason-no-further-action", "EXPLAINED");
        var sign = "/concerns/" + danger + "/countersignature";
        var lead = town.visitor(ben, port).get(sign);
        lead.post(sign, "decision", lead.page().select("input[name=decision]").val(), "view", "agree", "reasons",
                "As Zorquil says");
        assertThat(lead.follow().page().text()).contains("As Zorquil says");

        phone.get("/advice/asking").post("/advice/asking", "submission",
                phone.page().select("input[name=submission]").val(), "question", "Is Zorquilian a language?", "about",
                "ADULT");
        var advice = phone.location().substring("/advice/".length());
        officer.get("/advice-desk/" + advice).post("/advice-desk/" + advice + "/answer", "words", "Ask in Zorquilian.");
        assertThat(phone.get("/advice/" + advice).page().text()).contains("Ask in Zorquilian.");
        officer.get("/advice-desk/recording").post("/advice-desk/recording", "submission",
                officer.page().select("input[name=submission]").val(), "who", "The Vantresker", "question",
                "Who speaks Zorquilian?", "advised", "Nobody in Zorquilia.", "about", "ADULT");
        assertThat(officer.follow().page().text()).contains("The Vantresker", "Nobody in Zorquilia.");
    }

    private void decide(Visitor officer, String ref, String... decision) {
        officer.get("/concerns/" + ref + "/decision");
        var version = officer.page().select("input[name=version]").val();
        var sent = new java.util.ArrayList<>(List.of(decision));
        sent.addAll(List.of("version", version, "reasons", "Because of " + NAME));
        officer.post("/concerns/" + ref + "/decision", sent.toArray(String[]::new));
        assertThat(officer.status()).as("%s", officer.page().select(".govuk-error-summary").text()).isEqualTo(302);
    }

    private static void reopen(Visitor officer, String ref) {
        officer.get("/concerns/" + ref + "/reopening").post("/concerns/" + ref + "/reopening", "words",
                "Again for " + NAME);
        assertThat(officer.status()).isEqualTo(302);
    }

    /** Fills every field of every step; answers with the address of the draft, not sent. */
    private static String tell(Visitor phone, String danger) {
        phone.get("/raise").post("/raise", "danger", danger);
        var base = phone.location().replaceFirst("/account$", "");
        phone.follow().post(base + "/account", "seen", "I saw " + NAME, "told", "I was told of " + NAME, "think",
                "I think that " + NAME);
        var person = new String[]{"name", NAME, "knownAs", "Zorquil the Vantresk", "age", "9", "address",
                "4 Zorquil Lane, Vantresk", "contact", MAIL,
                "description", "Nephew of Mrs Vantresk", "born-day", "1", "born-month", "2", "born-year", "2017"};
        phone.get(base + "/who").post(base + "/who", with(person, "kind", "CHILD"));
        phone.get(base + "/who/1").post(base + "/who/1", with(person, "role", "FAMILY"));
        phone.get(base + "/works-here").post(base + "/works-here", "answer", "no", "keepFrom", "Not Mx Vantresk");
        phone.get(base + "/when-and-where").post(base + "/when-and-where", "words", "On Zorquil day", "where",
                "Vantresk Park", "ward", "Zorquil Ward");
        phone.get(base + "/what-they-say").post(base + "/what-they-say", "knows", "yes", "agrees", "no", "words",
                "Said Zorquil", "childView",
                "“Zorquil”", "parentView", "“Vantresk”", "wanted", "To be left to Zorquil");
        phone.get(base + "/done-already").post(base + "/done-already", "done", "Rang Vantresk", "reported", "yes", "to",
                "Sgt Vantresk", "when",
                "Zorquil eve", "reference", "VANTRESK-1");
        phone.get(base + "/safe-contact").post(base + "/safe-contact", "safe", "no", "words", "By Zorquil only",
                "interpreter", "Vantreskian");
        assertThat(phone.get(base).page().text()).contains("saw " + NAME, "4 Zorquil Lane", "Sgt Vantresk",
                "Vantreskian", "Vantresk Park", "Not Mx Vantresk");
        return base;
    }

    private static String[] with(String[] some, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(some), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static String council(Visitor administrator) {
        return administrator.page().select("select[name=council] option").stream().map(o -> o.attr("value"))
                .filter(v -> !v.isEmpty()).findFirst().orElseThrow();
    }

    private Connection superuser() throws SQLException {
        return TestCluster.running().superuser(db.sql("select current_database()").query(String.class).single());
    }

    private static void plant(Connection database, @org.jspecify.annotations.Nullable String word,
            byte @org.jspecify.annotations.Nullable [] bytes)
            throws SQLException {
        run(database, "delete from public.planted");
        try (var insert = database.prepareStatement("insert into public.planted values (?, ?)")) {
            insert.setString(1, word);
            insert.setBytes(2, bytes);
            insert.executeUpdate();
        }
    }

    private static String setting(Connection database, String name) throws SQLException {
        try (var asked = database.createStatement(); var rows = asked.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}

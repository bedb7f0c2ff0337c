package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.advice.AdviceOf;
import heed.casework.concern.Person;
import heed.casework.concern.Telling;
import heed.casework.raise.Raise;
import heed.records.document.FileOf;
import heed.records.document.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every page there is, empty, full and in error, on a phone and on a desk: nothing that axe finds, nothing that scrolls sideways, nothing
 * that the browser complains of. The pictures are for a person to look at.
 */
@InTown
class EveryPageJourney {
    private static final String LONG = """
            I called at the flat at half past seven to look at the boiler. Two small children opened the door and no adult was there.

            The older one said “Mum is at work, she comes when it is dark”. The cooker was on. There was no food that I could see.""";

    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Routes routes;
    final List<String> faults = new ArrayList<>();

    @BeforeEach
    void the_pages() {
        routes = Routes.ofWork(context);
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    void look(Window window, String name) {
        routes.see(window.path());
        faults.addAll(window.faultsAtBothWidths(name));
    }

    void visit(Window window, String path, String name) {
        window.open(path);
        look(window, name);
    }

    /** Opens a form, sends it empty and looks at both. */
    void form(Window window, String path, String button, String name) {
        visit(window, path, name);
        window.press(button);
        assertThat(window.page.title()).as(name).startsWith("Error: ");
        look(window, name + "-in-error");
    }

    @Test
    void every_page_is_good_on_a_phone_and_on_a_desk() {
        nothing_there_yet();
        telling();
        working();
        an_allegation();
        files_and_marks();
        kept_and_corrected();
        new RestrictedPages(this, context, port).restricted_kept_from_and_opened();
        new KnownPages(this, context, port).known_and_unknown();
        triage_in_full();
        new FigurePages(this, context, port).figures();
        new QuarterPages(this, context, port).quarters();
        new AssurancePages(this, context, port).frameworks_cycles_and_invitations();
        new ReturnPages(this, context, port).returns();
        new PeerPages(this, context, port).reviews();
        new ImportPages(this, context, port).papers();
        new YearPages(this, context, port).years();
        new PlanPages(this, context, port).plans();
        new ReportPages(this, context, port).reports();
        looking_after_people_and_settings();
        assertThat(faults).isEmpty();
        assertThat(routes.unseen()).as("pages nobody looked at").isEmpty();
    }

    private void nothing_there_yet() {
        var town = Council.in(context);
        var amina = town.person("Amina Sefton", Role.DSO);
        try (var window = Window.on(Device.DESK, port)) {
            visit(window, "/numbers", "numbers-not-signed-in");
            visit(window, "/help", "help-not-signed-in");
            visit(window, "/sign-in", "sign-in-demo");
        }
        try (var window = Window.on(Device.DESK, port).as(town.person("Omar Tindall"))) {
            look(window, "home-empty");
            visit(window, "/my-concerns", "my-concerns-empty");
            visit(window, "/outbox", "outbox-empty");
            visit(window, "/raise", "raise");
            visit(window, "/numbers", "numbers");
            visit(window, "/help", "help");
            visit(window, "/help/privacy", "help-privacy");
            visit(window, "/help/accessibility", "help-accessibility");
            visit(window, "/concerns/" + ConcernRef.random(), "not-found");
        }
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            look(window, "home-officer-empty");
            for (var shelf : List.of("waiting", "in-hand", "decided"))
                visit(window, "/queue/" + shelf, "queue-" + shelf + "-empty");
        }
        try (var window = Window.on(Device.DESK, port).as(town.person("Ada Quill", Role.ADMINISTRATOR))) {
            look(window, "home-administrator");
            visit(window, "/settings/services", "services-empty");
            visit(window, "/confirm", "confirm");
            visit(window, "/account", "account");
            visit(window, "/account/passkeys/new", "passkey");
        }
    }

    private static Telling whole() {
        return Town.telling(LONG)
                .danger("yes")
                .kind("CHILD")
                .account(new Telling.Account(LONG, "Mrs Ogden at number 6 told me it happens most evenings.",
                        "I think nobody looks after them until late."))
                .people(List.of(
                        new Person("AT_RISK", "Jay Marlow", "JJ", "4", "9", "2021", "4",
                                "Flat 3, 12 Weir Street, Wexley", "01632 960 777", "The older of two brothers", ""),
                        new Person("ALLEGED", "Kerry Marlow", "", "", "", "", "about 30", "", "", "His mother", ""),
                        new Person("FAMILY", "", "", "1", "9", "2026", "", "", "", "She seems to be expecting", "yes")))
                .happened(new Telling.Happened("9", "3", "2026", "19:30", "and most evenings since January",
                        "Flat 3, 12 Weir Street", "Wexley North"))
                .knowing(new Telling.Knowing("no", "not-sure", "I did not ask: only the children were in.",
                        "“We are all right.”", "", "Somebody to be there."))
                .elsewhere(new Telling.Elsewhere("I turned the cooker off and stayed until she came.", "yes",
                        "The police, 101", "The same evening", "4471 of 9 March"))
                .contact(new Telling.Contact("no", "Not by post: he opens it", "Polish"))
                .worksHere(new Telling.WorksHere("no", "", "", "", "My team leader knows the family"));
    }

    private void telling() {
        var town = Council.in(context);
        town.person("Amina Sefton", Role.DSO);
        var omar = town.person("Omar Tindall");
        var raise = context.getBean(Raise.class);
        var blank = "/raise/" + raise.start(omar, Telling.BLANK.danger("yes"));
        var full = "/raise/" + raise.start(omar, whole());
        try (var window = Window.on(Device.DESK, port).as(omar)) {
            look(window, "home-drafts");
            visit(window, "/raise", "raise-drafts");
            visit(window, blank, "raise-check-empty");
            window.press("Send");
            look(window, "raise-check-in-error");
            form(window, blank + "/account", "Continue", "raise-account");
            for (var step : List.of("danger", "who", "works-here", "when-and-where", "what-they-say", "done-already",
                    "safe-contact", "who/1")) {
                visit(window, blank + "/" + step, "raise-" + step.replace('/', '-') + "-empty");
                visit(window, full + "/" + step, "raise-" + step.replace('/', '-'));
            }
            window.open(full + "/when-and-where");
            window.page.fill("#happened-day", "31");
            window.page.fill("#happened-month", "2");
            window.press("Continue");
            look(window, "raise-when-and-where-in-error");
            window.page.fill("#happened-day", "9");
            window.page.fill("#happened-month", "3");
            window.press("Continue");
            window.open(full + "/works-here").choose("Yes");
            look(window, "raise-works-here-yes");
            visit(window, full + "/account", "raise-account-full");
            var tab = window.tab();
            visit(window, full, "raise-check");
            window.press("Send");
            look(window, "raise-receipt");
            tab.page.fill("#seen", LONG + "\n\nI forgot: there was a dog.");
            tab.press("Continue");
            look(tab, "raise-already-sent");
            tab.press("Add to what you sent");
            visit(window, "/my-concerns", "my-concerns");
            window.page.locator(".heed-lines a").first().click();
            look(window, "my-concern");
            window.press("Add");
            look(window, "my-concern-in-error");
        }
    }

    private void working() {
        var town = Council.in(context);
        var amina = town.person("Amina Sefton", Role.DSO);
        town.person("Ben Harkness-Oyelaran", Role.DSL);
        var omar = town.person("Omar Tindall");
        for (int i = 0; i < 52; i++) {
            town.raised(omar, Town.telling("Worry " + i).kind("ADULT").people(List.of(new Person("AT_RISK",
                    "Bartholomew Featherstonehaugh-Cholmondeley", "", "", "", "", "", "", "", "", ""))));
            clock.pass(Duration.ofMinutes(7));
        }
        var danger = town.raised(omar, whole());
        var plain = town.raised(omar, Town.telling("He was alone."));
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            look(window, "home-officer");
            visit(window, "/queue/waiting", "queue-waiting");
            window.page.locator("a[href*='after']").first().click();
            look(window, "queue-second-page");
            visit(window, "/concerns/" + danger, "concern-waiting");
            window.press("Take it up");
            look(window, "concern-in-hand");
            var base = "/concerns/" + danger;
            form(window, base + "/decision", "Record decision", "decision");
            var tab = window.tab();
            tab.open(base + "/decision");
            window.open(base + "/decision").choose("Open a case").fill("Your reasons", LONG);
            window.page.locator("input[name=reason-open-case]").first().check();
            window.page.selectOption("#lead", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            look(window, "decision-filled");
            window.press("Record decision");
            look(window, "concern-decided");
            tab.choose("No further action").fill("Your reasons", "Explained.");
            tab.page.locator("input[name=reason-no-further-action]").first().check();
            tab.press("Record decision");
            look(tab, "decision-changed-meanwhile");
            form(window, base + "/feedback", "Send", "feedback");
            window.fill("Your message", "Thank you. We told the hub. Do not go back alone.").press("Send");
            visit(window, base + "/support", "support");
            window.select("Mental health first aider", "Offered: taken").press("Save");
            form(window, base + "/addenda", "Add", "note");
            window.fill("Your note", LONG).press("Add");
            form(window, base + "/reopening", "Reopen", "reopening");
            visit(window, base, "concern-answered");
            visit(window, base + "/support", "support-again");
            window.open(base).page.locator("a[href^='/cases/']").first().click();
            look(window, "case");
            window.follow("Who has looked at this case");
            look(window, "case-looks");
            window.open("/concerns/" + plain).press("Take it up");
            visit(window, "/concerns/" + plain + "/handing-back", "handing-back");
            visit(window, "/concerns/" + plain + "/standing-aside", "standing-aside");
            visit(window, "/queue/in-hand", "queue-in-hand");
            visit(window, "/queue/decided", "queue-decided");
            visit(window, "/outbox", "outbox");
        }
        try (var window = Window.on(Device.DESK, port).as(omar)) {
            look(window, "home-reply");
            visit(window, "/my-concerns", "my-concerns-many");
            visit(window, "/my-concerns/" + danger, "my-concern-answered");
        }
    }

    private void an_allegation() {
        var town = Council.in(context);
        var hr = town.person("Helen Abara", Role.ALLEGATIONS_RECIPIENT);
        town.person("Dev Mistry", Role.ALLEGATIONS_RECIPIENT);
        var lead = town.person("Lena Foss", Role.DSL);
        town.person("Callum Thorne");
        var ref = town.raised(town.person("Jo Bright"),
                whole().worksHere(new Telling.WorksHere("yes", "STAFF", "Callum Thorne", "Swimming coach", "")));
        try (var window = Window.on(Device.DESK, port).as(hr)) {
            visit(window, "/queue/waiting", "queue-recipient");
            visit(window, "/concerns/" + ref, "allegation");
            form(window, "/concerns/" + ref + "/summary", "Give to the lead", "summary");
            window.fill("What the lead needs to protect the person at risk", "Keep them away from the club.")
                    .press("Give to the lead");
            look(window, "allegation-summarised");
            form(window, "/concerns/" + ref + "/lifting", "Give it to the officers", "lifting");
        }
        try (var window = Window.on(Device.DESK, port).as(lead)) {
            window.open("/queue/waiting").page.locator(".heed-queue tbody th a").first().click();
            look(window, "protecting");
        }
    }

    private void files_and_marks() {
        var town = Council.in(context);
        var amina = town.person("Amina Sefton", Role.DSO);
        var omar = town.person("Omar Tindall");
        var raise = context.getBean(Raise.class);
        var blank = "/raise/" + raise.start(omar, Town.telling("A worry"));
        var id = raise.start(omar, whole().marks(List.of(
                new Telling.Mark("FOREARM", "left", "BRUISE", "Like a 10p coin", "Yellow",
                        "His mother said that he fell against the door, and then that his brother had done it."),
                new Telling.Mark("UPPER_BACK", "not-sure", "GRIP", "", "", ""),
                new Telling.Mark("ELSEWHERE", "", "OTHER", "All over", "Red", ""))));
        var full = "/raise/" + id;
        FileOf.in(context, omar, id, "IMG_20260309_" + "very_long_name_".repeat(20) + ".jpg", Samples.jpeg(40, 30));
        FileOf.in(context, omar, id, "photo.exe", Samples.jpeg(41, 30));
        FileOf.in(context, omar, id);
        try (var window = Window.on(Device.DESK, port).as(omar)) {
            visit(window, blank + "/files", "raise-files-empty");
            window.press("Add").page.locator(".govuk-error-summary").waitFor();
            look(window, "raise-files-in-error");
            visit(window, full + "/files", "raise-files");
            form(window, blank + "/body-map", "Add this mark", "raise-body-map-empty");
            visit(window, full + "/body-map", "raise-body-map");
            visit(window, full, "raise-check-files");
            window.press("Send");
            window.press("See what you sent");
            look(window, "my-concern-files");
            window.follow("Add or save photos and documents");
            look(window, "my-files");
        }
        states(town, "INFECTED", "CLEAN");
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            window.open("/queue/waiting").page.locator(".heed-queue tbody th a").first().click();
            look(window, "concern-files");
            window.follow("Add photos and documents");
            look(window, "desk-files");
        }
    }

    /** As if a virus check had answered so for the first files. */
    private void states(Town town, String... states) {
        for (int i = 0; i < states.length; i++)
            town.count("with changed as (update records.file set state = '" + states[i] + "' where place = " + (i + 1)
                    + " returning 1) select count(*) from changed");
    }

    private void triage_in_full() {
        var town = Council.in(context);
        var amina = town.person("Amina Sefton", Role.DSO);
        var lena = town.person("Lena Foss", Role.DSL);
        var omar = town.person("Omar Tindall");
        town.raised(omar, whole().danger("no"));
        var base = "/concerns/" + town.raised(omar, whole());
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            for (var list : List.of("follow-ups", "countersigning", "advice-desk", "advice-desk/answered"))
                visit(window, "/" + list, list.replace('/', '-') + "-empty");
            form(window, base + "/calls", "Log this call", "call");
            window.open(base + "/calls?from=told").fill("Day", "10").fill("Month", "3").fill("Year", "2026")
                    .fill("Time", "8:58").choose("Yes, by the usual time");
            look(window, "call-told");
            window.select("Who was rung?", "County children’s hub").press("Log this call");
            window.page.locator("main a[href*='/calls/']").first().click();
            look(window, "call-logged");
            window.press("Add this");
            look(window, "call-logged-in-error");
            window.choose("We escalated it to a named manager")
                    .fill("Who? Name and role", "Ruth Asher, service manager")
                    .fill("Note", LONG);
            window.press("Add this");
            look(window, "call-escalated");
        }
        clock.pass(Duration.ofDays(1));
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            visit(window, "/follow-ups", "follow-ups");
            visit(window, base + "/coding", "coding");
            window.page.locator("main summary").first().click();
            look(window, "coding-open");
            window.page.locator("input[type=checkbox]").first().check();
            window.select("Level as we see it", "Level 4: specialist, protection (our suggestion, not confirmed)")
                    .fill("Why this level?", LONG).press("Save");
            window.press("Take it up");
            visit(window, base, "concern-worked");
            window.open(base + "/decision").choose("No further action").fill("Your reasons", LONG);
            window.page.locator("input[name=reason-no-further-action]").first().check();
            window.press("Record decision");
            look(window, "concern-to-countersign");
        }
        var advice = "/advice-desk/" + AdviceOf.in(context, omar, LONG);
        try (var window = Window.on(Device.DESK, port).as(lena)) {
            look(window, "home-lists");
            visit(window, "/countersigning", "countersigning");
            form(window, base + "/countersignature", "Record this", "countersign");
            visit(window, "/advice-desk", "advice-desk");
            form(window, advice, "Send advice", "advice");
            window.fill("Your advice", "Ring the hub today.").press("Send advice");
            look(window, "advice-answered");
            visit(window, "/advice-desk/answered", "advice-desk-answered");
            visit(window, advice + "/looks", "advice-looks");
            form(window, "/advice-desk/recording", "Record it", "advice-recording");
            window.fill("Who asked?", "Omar Tindal").press("Record it");
            look(window, "advice-recording-who");
        }
        try (var window = Window.on(Device.DESK, port).as(omar)) {
            visit(window, "/advice", "advice-mine");
            window.page.locator(".heed-lines a").first().click();
            look(window, "advice-own");
            form(window, "/advice/asking", "Ask", "advice-asking");
        }
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            visit(window, "/advice", "advice-mine-empty");
        }
    }

    private void kept_and_corrected() {
        var town = Council.in(context);
        var amina = town.person("Amina Sefton", Role.DSO);
        var lena = town.person("Lena Foss", Role.DSL);
        var omar = town.person("Omar Tindall");
        var ref = town.raised(omar, whole());
        var base = "/concerns/" + ref;
        try (var window = Window.on(Device.DESK, port)) {
            visit(window, "/no-signal", "no-signal-open");
        }
        var draft = "/raise/" + context.getBean(Raise.class).start(omar, Telling.BLANK);
        try (var window = Window.on(Device.DESK, port).as(omar).open(draft + "/account")) {
            town.endSessions(omar);
            window.page.fill("#seen", LONG);
            window.press("Continue").as(omar);
            look(window, "kept");
            window.press("Carry on with it");
            var tab = window.open(draft + "/account").tab();
            window.page.fill("#seen", "In one tab.");
            window.press("Continue");
            tab.page.fill("#seen", LONG + " There was a dog.");
            tab.press("Continue");
            assertThat(tab.main()).contains("also changed in another tab");
            look(tab, "raise-changed-elsewhere");
        }
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            form(window, base + "/correction", "Ask for this", "correction-ask");
            window.choose("Jay Marlow is not the person meant");
            look(window, "correction-ask-person");
            window.page.locator("textarea[name=why]").fill(LONG);
            window.press("Ask for this");
            look(window, "concern-correcting");
            visit(window, base + "/correction", "correction-waits");
        }
        try (var window = Window.on(Device.DESK, port).as(lena)) {
            look(window, "home-lead-corrections");
            visit(window, "/corrections", "corrections");
            form(window, base + "/correction", "Record the answer", "correction-answer");
            window.choose("Correct who it is about");
            window.page.locator("textarea[name=words]").fill("I rang the school.");
            window.press("Record the answer");
            look(window, "correction-done");
            visit(window, "/corrections", "corrections-none");
            visit(window, base, "concern-corrected");
        }
        try (var window = Window.on(Device.DESK, port).as(amina)) {
            window.open(base + "/correction").choose("The whole concern should not be held");
            window.page.locator("textarea[name=why]").fill("It was recorded twice.");
            window.press("Ask for this");
        }
        try (var window = Window.on(Device.DESK, port).as(lena)) {
            window.open(base + "/correction").choose("Take it out of use");
            window.page.locator("textarea[name=words]").fill("Yes.");
            window.press("Record the answer");
            look(window, "correction-set-aside");
            visit(window, base, "concern-set-aside");
        }
        try (var window = Window.on(Device.DESK, port).as(omar)) {
            visit(window, "/my-concerns/" + ref, "my-concern-set-aside");
        }
    }

    private void looking_after_people_and_settings() {
        var town = Council.in(context);
        var ada = town.person("Ada Quill", Role.ADMINISTRATOR);
        var cara = town.person("Cara Whitlow", Role.COORDINATOR);
        var omar = town.person("Omar Tindall");
        try (var window = Window.on(Device.DESK, port).as(cara)) {
            form(window, "/settings/decision-reasons", "Add", "decision-reasons");
            visit(window, "/people/" + omar.staff(), "person-coordinator");
            window.press("Give this role");
            look(window, "person-coordinator-in-error");
            window.select("Role", "Designated safeguarding officer").press("Give this role");
            look(window, "person-role-given");
            visit(window, "/settings", "settings-coordinator");
            lists_and_search(window);
            the_rota(window, town, cara);
        }
        try (var window = Window.on(Device.DESK, port).as(ada)) {
            visit(window, "/audit-log", "audit-log");
            visit(window, "/people", "people");
            window.fill("Find someone by name", "Nobody Known").press("Find");
            look(window, "people-none-found");
            visit(window, "/people/" + omar.staff(), "person");
            form(window, "/people/new", "Add this person", "person-new");
            window.fill("Name", "Priya Lund").fill("Work mail address", "priya.lund@fellmoor.example")
                    .fill("Job title", "Housing officer")
                    .press("Add this person");
            look(window, "person-invited");
            form(window, "/people/import", "Check the list", "staff-import");
            window.fill("Or paste the rows, with their heading", """
                    name,mail,service,manager,post
                    Omar Tindall,nobody,,,
                    """).press("Check the list");
            look(window, "staff-import-faults");
            window.fill("Or paste the rows, with their heading", """
                    name,mail,service,manager,post
                    Wilhelmina Featherstonehaugh-Cholmondeley,%s@fellmoor.example,,,Neighbourhood housing officer
                    """.formatted(java.util.UUID.randomUUID())).press("Check the list");
            look(window, "staff-import-check");
            window.press("Apply the list");
            look(window, "staff-import-check-in-error");
            window.choose("No, keep them all").press("Apply the list");
            look(window, "staff-import-done");
            visit(window, "/people/" + omar.staff() + "/details", "person-details");
            window.fill("Name", "").press("Save");
            look(window, "person-details-in-error");
            visit(window, "/people/" + omar.staff() + "/mobile", "person-mobile");
            visit(window, "/people/" + omar.staff() + "/leaving", "leaving");
            window.press("Yes, they have left");
            look(window, "person-left");
            visit(window, "/settings", "settings");
            visit(window, "/settings/numbers", "settings-numbers");
            window.page.fill("#number-0", "ask Sue");
            window.press("Save");
            look(window, "settings-numbers-in-error");
            form(window, "/settings/mail", "Save", "settings-mail");
            form(window, "/settings/texts", "Save", "settings-texts");
            form(window, "/settings/services/new", "Save", "service-new");
            window.fill("Name", "Housing and homelessness");
            window.page.fill("#code", "HOUSING");
            window.page.fill("#headcount", "42");
            window.press("Save");
            look(window, "services");
            window.follow("Housing and homelessness");
            look(window, "service");
        }
    }

    /** The lists that people choose from, and a search that finds nothing, something and what cannot be looked for. */
    private void lists_and_search(Window window) {
        visit(window, "/settings/lists", "lists");
        visit(window, "/settings/lists/wards", "list-empty");
        visit(window, "/settings/lists/levels_of_need", "list");
        visit(window, "/settings/lists/levels_of_need/rows/CHILD_1", "list-row");
        window.fill("What people read", "").press("Save this row");
        look(window, "list-row-in-error");
        visit(window, "/settings/lists/levels_of_need/rows/new", "list-row-new");
        visit(window, "/settings/lists/levels_of_need/import", "list-import");
        window.press("Take these rows");
        look(window, "list-import-in-error");
        visit(window, "/settings/lists/levels_of_need/adoption", "list-adoption");
        window.press("Adopt");
        look(window, "list-adopted");
        visit(window, "/settings/lists/levels_of_need/history", "list-history");
        visit(window, "/search", "search");
        window.page.fill("#sought", "");
        window.page.click("main button[type=submit]");
        look(window, "search-in-error");
        window.page.fill("#sought", "Applegarth \"on the landing\"");
        window.page.press("#sought", "Enter");
        look(window, "search-nothing-found");
    }

    /** The rota, handovers, messages and their settings, empty and filled. */
    private void the_rota(Window window, heed.casework.Town town, heed.platform.Actor cara) {
        var amina = town.person("Amina Khan", Role.DSO);
        var sam = town.person("Sam Okoro-Featherstonehaugh", Role.DSO);
        visit(window, "/rota", "rota-empty");
        visit(window, "/messages", "messages-empty");
        visit(window, "/handovers", "handovers-empty");
        var rota = context.getBean(heed.casework.rota.Rota.class);
        var now = context.getBean(java.time.Clock.class).instant();
        rota.add(cara, amina.staff(), sam.staff(), now.minus(java.time.Duration.ofHours(20)),
                now.plus(java.time.Duration.ofHours(30)));
        rota.add(cara, sam.staff(), null, now.plus(java.time.Duration.ofHours(28)),
                now.plus(java.time.Duration.ofHours(50)));
        visit(window, "/rota", "rota");
        form(window, "/rota/shifts/new", "Add the shift", "shift-new");
        window.open("/rota").page.locator(".heed-rota__rows a").first().click();
        look(window, "shift");
        visit(window, "/", "start-coordinator");
        form(window, "/handovers/new", "Leave the handover", "handover-new");
        window.fill("Anything else", "The hub’s line was engaged all afternoon. Try the second number first.")
                .press("Leave the handover");
        look(window, "handovers");
        visit(window, "/settings/bank-holidays", "bank-holidays");
        window.press("Add the day");
        look(window, "bank-holidays-in-error");
        visit(window, "/settings/escalation", "escalation");
        window.page.fill("#minutes-2", "1");
        window.press("Save");
        look(window, "escalation-in-error");
        visit(window, "/my-mobile", "my-mobile");
        window.page.fill("#mobile", "none");
        window.press("Save");
        look(window, "my-mobile-in-error");
        context.getBean(heed.platform.db.Transactions.class).inScope(town.scope(), () -> {
            context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class).sql("""
                    insert into platform.outbox (id, scope_id, recipient, kind, urgent, written_at, failed_at, failure)
                    values (gen_random_uuid(), :scope, :to, 'ROTA_EMPTY', false, timestamptz '2026-03-10 09:00Z',
                      timestamptz '2026-03-10 09:00Z', 'MailConnectException')""")
                    .param("scope", town.scope()).param("to", amina.staff()).update();
        });
        visit(window, "/messages", "messages");
        town.raised(amina, heed.casework.Town.telling("He is locked in.").danger("yes"));
        visit(window, "/queue/waiting", "queue-timed");
        window.page.locator(".heed-queue tbody th a").first().click();
        look(window, "concern-timed");
    }
}

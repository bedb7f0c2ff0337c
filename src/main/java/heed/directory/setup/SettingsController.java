package heed.directory.setup;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.directory.organisation.NumbersToRing;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.notify.Address;
import heed.platform.notify.MailServer;
import heed.platform.notify.MailServers;
import heed.platform.notify.MailTrial;
import heed.platform.notify.NotifyAccounts;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.RingNumber;
import heed.platform.web.SummaryRow;
import heed.platform.web.Task;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The numbers to ring and the mail server. */
@Controller
class SettingsController {
    private static final int SPARE = 2;
    private static final int MOST = 8;

    private final NumbersToRing numbers;
    private final MailServers mail;
    private final MailTrial trial;
    private final NotifyAccounts notify;
    private final Outbox outbox;
    private final Organisations organisations;
    private final Staff staff;
    private final Transactions transactions;
    private final Trail trail;
    private final Frames frames;

    SettingsController(NumbersToRing numbers, MailServers mail, MailTrial trial, NotifyAccounts notify,
            Outbox outbox,
            Organisations organisations,
            Staff staff, Transactions transactions, Trail trail, Frames frames) {
        this.numbers = numbers;
        this.mail = mail;
        this.trial = trial;
        this.notify = notify;
        this.outbox = outbox;
        this.organisations = organisations;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
        this.frames = frames;
    }

    @GetMapping("/settings")
    String show(Actor by, HttpServletRequest request, Model model) {
        if (!by.may(Permission.EDIT_NUMBERS))
            by.must(Permission.EDIT_SETTINGS);
        var tasks = new ArrayList<Task>();
        if (by.may(Permission.EDIT_NUMBERS)) {
            int given = numbers.of(by).size();
            tasks.add(new Task("Numbers to ring", "/settings/numbers", "Shown on every page, signed in or not",
                    given == 0 ? "None yet" : given + " given", given > 0));
        }
        if (by.may(Permission.EDIT_SETTINGS)) {
            var health = outbox.health();
            tasks.add(new Task("Mail", "/settings/mail", "The server that takes Heed’s mail, and how mail fares",
                    mail.now().isEmpty() ? "Not set" : health.failures().isEmpty() ? "Set" : "Fails",
                    mail.now().isPresent() && health.failures().isEmpty()));
            var texts = notify.now().filter(account -> !account.textTemplate().isEmpty());
            tasks.add(new Task("Text messages", "/settings/texts", "The account with GOV.UK Notify that sends texts",
                    texts.isEmpty() ? "Not set" : "Set", texts.isPresent()));
            int services = organisations.services(by).size();
            tasks.add(new Task("Services", "/settings/services", "What people work in and figures count by",
                    services == 0 ? "None yet" : services + " entered", services > 0));
        }
        if (by.may(Permission.EDIT_CALENDAR))
            tasks.add(new Task("Bank holidays", "/settings/bank-holidays",
                    "Computed for England, with the days that you add", "Computed", true));
        model.addAttribute("page", new SettingsPage(frames.of(request, by, "Settings"), tasks));
        return "directory/setup/settings";
    }

    @GetMapping("/settings/numbers")
    String askNumbers(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.EDIT_NUMBERS);
        return numbersPage(by, numbers.of(by), null, List.of(), null, request, model);
    }

    @PostMapping("/settings/numbers")
    String saveNumbers(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        by.must(Permission.EDIT_NUMBERS);
        var typed = new ArrayList<RingNumber>();
        var problems = new ArrayList<Problem>();
        for (int i = 0; i < MOST; i++) {
            var row = new RingNumber(tidy(sent, "name-" + i), tidy(sent, "number-" + i), tidy(sent, "when-" + i));
            typed.add(row);
            if ((row.name() + row.number() + row.when()).isEmpty())
                continue;
            if (row.name().isEmpty() || row.name().length() > 80)
                problems.add(new Problem("name-" + i, "Enter who answers, in 80 characters or fewer"));
            if (!NumbersToRing.plausible(row.number()))
                problems.add(new Problem("number-" + i, "Enter a telephone number, such as 01632 960 001"));
            if (row.when().length() > 120)
                problems.add(new Problem("when-" + i, "Say when to ring it in 120 characters or fewer"));
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return numbersPage(by, typed, sent.getOrDefault("seen", ""), problems, null, request, model);
        }
        var now = numbers.of(by);
        var to = typed.stream().filter(row -> !row.number().isEmpty()).toList();
        try {
            if (!mark(now).equals(sent.get("seen")))
                throw Refusal.MOVED_ON.because("the numbers changed");
            numbers.replace(by, now, to);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            return numbersPage(by, typed, null, List.of(), numbers.of(by), request, model);
        }
        frames.say(request, response, SettingsNotice.NUMBERS_SAVED);
        return "redirect:/settings/numbers";
    }

    @GetMapping("/settings/mail")
    String askMail(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.EDIT_SETTINGS);
        var kept = mail.kept();
        var shown = kept.map(MailServers.Kept::server).or(mail::now).orElse(new MailServer("", 587, "", "", ""));
        return mailPage(by, shown, String.valueOf(shown.port()), kept.map(MailServers.Kept::version).orElse(-1),
                List.of(), null, List.of(), request, model);
    }

    @PostMapping("/settings/mail")
    String saveMail(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        by.must(Permission.EDIT_SETTINGS);
        var kept = mail.kept();
        var port = tidy(sent, "port");
        var user = tidy(sent, "user");
        var password = sent.getOrDefault("password", "");
        // The password is never sent to the browser, so an empty box keeps the one there is, for the same user and server only.
        if (password.isEmpty() && !user.isEmpty())
            password = kept.map(MailServers.Kept::server)
                    .filter(k -> k.user().equals(user) && k.host().equals(tidy(sent, "host"))).map(MailServer::password)
                    .orElse("");
        var typed = new MailServer(tidy(sent, "host"), port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0, user,
                password,
                tidy(sent, "from"));
        int seen = sent.getOrDefault("version", "").matches("-?[0-9]{1,9}")
                ? Integer.parseInt(sent.get("version"))
                : -1;
        var problems = typed.wrongs().stream().map(w -> new Problem(w.part(), w.text())).toList();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return mailPage(by, typed, port, seen, problems, null, List.of(), request, model);
        }
        try {
            transactions.inScope(by.scope(), () -> {
                mail.set(typed, seen);
                trail.add(by, Trace.of("mail.change").fields("host", "port", "user", "password", "from"));
            });
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            var now = mail.kept();
            return mailPage(by, typed, port, now.map(MailServers.Kept::version).orElse(-1), List.of(), null,
                    now.map(k -> theirs(k.server())).orElse(List.of()), request, model);
        }
        if ("try".equals(sent.get("do"))) {
            var to = staff.get(by, by.staff()).mail();
            var tried = trial.send(typed, new Address(to))
                    .map(failure -> "The trial mail did not leave (" + failure
                            + "). Check the name, the port, the user name and the password.")
                    .orElse("The mail server took the trial mail. Check that it arrives at your own address.");
            return mailPage(by, typed, port, mail.kept().map(MailServers.Kept::version).orElse(-1), List.of(), tried,
                    List.of(), request,
                    model);
        }
        frames.say(request, response, SettingsNotice.MAIL_SAVED);
        return "redirect:/settings/mail";
    }

    private String numbersPage(Actor by, List<RingNumber> shown, @Nullable String seen, List<Problem> problems,
            @Nullable List<RingNumber> theirs, HttpServletRequest request, Model model) {
        var rows = new ArrayList<NumbersFormPage.Row>();
        int count = theirs == null && seen == null ? Math.min(MOST, Math.max(3, shown.size() + SPARE)) : MOST;
        for (int i = 0; i < count; i++) {
            var row = i < shown.size() ? shown.get(i) : new RingNumber("", "", "");
            rows.add(new NumbersFormPage.Row("Number " + (i + 1),
                    Field.of("name-" + i, "Who answers").withValue(row.name())
                            .withProblem(problem(problems, "name-" + i)),
                    Field.of("number-" + i, "Telephone number").withValue(row.number())
                            .withProblem(problem(problems, "number-" + i)),
                    Field.of("when-" + i, "When to ring it (optional)").withValue(row.when())
                            .withProblem(problem(problems, "when-" + i))));
        }
        model.addAttribute("page",
                new NumbersFormPage(frames.of(request, by, "Numbers to ring").withBack("/settings"), problems, rows,
                        seen == null ? mark(theirs == null ? shown : theirs) : seen, theirs));
        return "directory/setup/numbers";
    }

    private String mailPage(Actor by, MailServer shown, String port, int version, List<Problem> problems,
            @Nullable String tried,
            List<SummaryRow> theirs, HttpServletRequest request, Model model) {
        var health = outbox.health();
        var failing = health.failures().isEmpty()
                ? null
                : "Mail fails: " + health.failures().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(f -> f.getKey() + " (" + f.getValue() + ")").collect(Collectors.joining(", "))
                        + ". It is tried again, less and less often, for five days.";
        var facts = List.of(SummaryRow.of("Waiting to leave", String.valueOf(health.waiting())),
                SummaryRow.of("Of them for more than ten minutes", String.valueOf(health.late())),
                SummaryRow.of("Has any mail left?", health.everSent() ? "Yes" : "Not yet"));
        var asks = List.of(
                Ask.text(field("host", "Mail server", "For example, smtp.example.gov.uk", shown.host(), problems)),
                Ask.number(field("port", "Port", "Usually 587, or 465", port, problems)),
                Ask.text(field("user", "User name (optional)", "Leave empty if the server asks for none", shown.user(),
                        problems)),
                Ask.password(
                        field("password", "Password (optional)", "Leave empty to keep the one there is", "", problems)),
                Ask.mail(field("from", "Address that mail comes from", "For example, heed@example.gov.uk", shown.from(),
                        problems)));
        model.addAttribute("page",
                new MailFormPage(frames.of(request, by, "Mail").withBack("/settings"), problems, facts, failing, asks,
                        String.valueOf(version), tried, theirs));
        return "directory/setup/mail";
    }

    private static List<SummaryRow> theirs(MailServer server) {
        return List.of(SummaryRow.of("Mail server", server.host() + ", port " + server.port()),
                SummaryRow.of("User name", server.user()),
                SummaryRow.of("Address that mail comes from", server.from()));
    }

    private static Field field(String name, String label, String hint, String value, List<Problem> problems) {
        return Field.of(name, label).withHint(hint).withValue(value).withProblem(problem(problems, name));
    }

    static @Nullable String problem(List<Problem> problems, String field) {
        return problems.stream().filter(p -> p.field().equals(field)).map(Problem::text).findFirst().orElse(null);
    }

    /** Tells one state of the numbers from another. They are public, so nothing is lost by showing their hash. */
    private static String mark(List<RingNumber> numbers) {
        return Integer.toHexString(numbers.hashCode()) + "-" + numbers.size();
    }

    private static String tidy(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}

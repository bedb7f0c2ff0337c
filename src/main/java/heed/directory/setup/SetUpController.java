package heed.directory.setup;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.notify.Address;
import heed.platform.notify.MailServer;
import heed.platform.notify.MailTrial;
import heed.platform.seal.MasterKeyPlace;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of first-run set-up. They are not there once it is done, and never in the demo. */
@Controller
class SetUpController {
    private static final String PASS = "heed-set-up";
    private static final String FIRST = "redirect:/set-up";

    private final FirstStart start;
    private final SetUp setUp;
    private final MasterKeyPlace key;
    private final MailTrial trial;
    private final Frames frames;

    SetUpController(FirstStart start, SetUp setUp, MasterKeyPlace key, MailTrial trial, Frames frames) {
        this.start = start;
        this.setUp = setUp;
        this.key = key;
        this.trial = trial;
        this.frames = frames;
    }

    @GetMapping("/set-up")
    String askCode(HttpServletRequest request, Model model) {
        mustBeNeeded();
        return codePage("", null, request, model);
    }

    @PostMapping("/set-up")
    String code(Actor by, @RequestParam(defaultValue = "") String code, HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        mustBeNeeded();
        var entry = code.isBlank() ? new SetUp.Entry(SetUp.Entered.WRONG, "") : setUp.enter(by, code);
        if (entry.outcome() != SetUp.Entered.RIGHT) {
            response.setStatus(entry.outcome() == SetUp.Entered.TOO_MANY ? 429 : 422);
            return codePage(code, code.isBlank()
                    ? "Enter the code from the log"
                    : entry.outcome() == SetUp.Entered.TOO_MANY
                            ? "Wait a minute: there were too many wrong codes. Then enter the code again"
                            : "Enter the code as the log shows it: this one is not right",
                    request, model);
        }
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(PASS, entry.pass()).httpOnly(true).secure(request.isSecure())
                        .sameSite("Strict").path("/set-up").build().toString());
        return "redirect:" + Step.COUNCIL.href();
    }

    @GetMapping("/set-up/{step}")
    String ask(Actor by, @PathVariable String step, @CookieValue(name = PASS, defaultValue = "") String pass,
            HttpServletRequest request,
            Model model) {
        mustBeNeeded();
        if (!setUp.opens(by, pass))
            return FIRST;
        return show(at(step), setUp.typed(by), List.of(), null, request, model);
    }

    @PostMapping("/set-up/{step}")
    String answer(Actor by, @PathVariable String step, @CookieValue(name = PASS, defaultValue = "") String pass,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        mustBeNeeded();
        if (!setUp.opens(by, pass))
            return FIRST;
        var at = at(step);
        if (at == Step.MAIL && "skip".equals(sent.get("do"))) {
            setUp.keep(by, setUp.typed(by).withoutMail());
            return "redirect:" + at.next();
        }
        var typed = setUp.typed(by).with(at, sent);
        var problems = typed.problems(at);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return show(at, typed, problems, null, request, model);
        }
        setUp.keep(by, typed);
        if (at == Step.MAIL && "try".equals(sent.get("do")))
            return show(at, typed, List.of(), tried(typed), request, model);
        return "redirect:" + (setUp.typed(by).missing().isEmpty() ? "/set-up/check" : at.next());
    }

    @GetMapping("/set-up/check")
    String check(Actor by, @CookieValue(name = PASS, defaultValue = "") String pass, HttpServletRequest request,
            Model model) {
        mustBeNeeded();
        if (!setUp.opens(by, pass))
            return FIRST;
        var typed = setUp.typed(by);
        var missing = typed.missing();
        if (!missing.isEmpty())
            return "redirect:" + missing.getFirst().href();
        model.addAttribute("page",
                new CheckPage(frame(request, "Check your answers", Step.NUMBERS.href(), typed.get("council")),
                        rows(typed), warnings(typed)));
        return "directory/setup/check";
    }

    /** The links are in the answer itself: they are kept nowhere to be shown from. */
    @PostMapping("/set-up/finish")
    String finish(Actor by, @CookieValue(name = PASS, defaultValue = "") String pass, HttpServletRequest request,
            Model model) {
        if (!setUp.opens(by, pass))
            throw Refusal.NOT_FOUND.because("no set-up under way");
        SetUp.Links links;
        try {
            links = setUp.finish(by);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            return "redirect:/set-up/check";
        }
        model.addAttribute("page", new FinishedPage(frame(request, "Heed is set up", null, ""),
                List.of(new FinishedPage.Link("Administrator", links.administratorName(), links.administrator(),
                        "administrator"),
                        new FinishedPage.Link("Safeguarding coordinator", links.coordinatorName(), links.coordinator(),
                                "coordinator")),
                List.of("Give each of the two their own link, and nobody else’s. It works once, for 72 hours.",
                        "Make the copy of the master key now if it is not made yet.",
                        "The administrator signs in and adds people and services.",
                        "The coordinator signs in and gives the roles that read concerns.",
                        "Both find what is still to be done on the checklist.")));
        return "directory/setup/finished";
    }

    private String show(Step step, Typed typed, List<Problem> problems, @Nullable String tried,
            HttpServletRequest request, Model model) {
        var asks = new ArrayList<Ask>();
        List<String> words = List.of();
        String place = null;
        String warning = null;
        Field tick = null;
        List<Choice> ticks = List.of();
        switch (step) {
            case COUNCIL -> {
                words = List.of("Its name stands at the top of every page.");
                asks.add(Ask.text(field("council", "Name of the council", "For example, Fellmoor District Council",
                        typed, problems)));
            }
            case ADMINISTRATOR -> {
                words = List.of(
                        "The administrator adds people, resets how they sign in and changes settings. They see no concern, and "
                                + "cannot give anyone a role that does.");
                person(asks, "administrator", typed, problems);
            }
            case COORDINATOR -> {
                words = List.of(
                        "The safeguarding coordinator gives the roles that read concerns, and keeps the lists and the numbers to "
                                + "ring. This must be someone other than the administrator.");
                person(asks, "coordinator", typed, problems);
            }
            case KEY -> {
                words = List.of("Everything written in Heed is encrypted. The key to it is one file on this machine:");
                place = key.file().toString();
                warning = key.besideData()
                        ? "Without this file nothing can be read again, by anyone. Whoever has both it and a copy of the data can read "
                                + "everything. It is in the data folder now, so a copy of that folder would carry it along: keep copies of "
                                + "the two in different places."
                        : "Without this file nothing can be read again, by anyone. Whoever has both it and a copy of the data can read "
                                + "everything. Keep a copy of it in another place than the copies of the data.";
                tick = Field.of("apart", "Copy of the master key").withProblem(problem(problems, "apart"));
                ticks = List.of(Choice.of("yes",
                        "A copy of the master key is kept in a safe place, apart from copies of the data",
                        typed.get("apart").equals("yes")));
            }
            case MAIL -> {
                words = List.of(
                        "Heed tells officers by mail that a concern waits. A mail holds a reference and a link, never a name or a "
                                + "word of a concern.",
                        "You can leave this for later. Until it is done nobody is told of a new concern by mail: "
                                + "officers must look at the queue themselves.");
                asks.add(Ask.text(field("host", "Mail server", "For example, smtp.example.gov.uk", typed, problems)));
                asks.add(Ask.number(field("port", "Port", "Usually 587, or 465", typed, problems)));
                asks.add(Ask.text(field("user", "User name (optional)", "Leave empty if the server asks for none",
                        typed, problems)));
                asks.add(Ask.password(field("password", "Password (optional)",
                        typed.get("password").isEmpty() ? null : "Leave empty to keep the one you typed before", typed,
                        problems)));
                asks.add(Ask.mail(field("from", "Address that mail comes from", "For example, heed@example.gov.uk",
                        typed, problems)));
            }
            case NUMBERS -> {
                words = List.of(
                        "Everyone sees these on every page, signed in or not, because a form must never stand between a worry and "
                                + "a call.",
                        "Leave out what you do not know yet. The checklist reminds the coordinator.");
                asks.add(Ask.tel(field("hub", "Children’s services hub",
                        "The county’s number for worries about children", typed, problems)));
                asks.add(Ask.tel(field("adults", "Adult social care team",
                        "The county’s number for worries about adults", typed, problems)));
                asks.add(Ask.tel(field("duty", "Emergency duty team", "Out of hours", typed, problems)));
            }
        }
        var caption = "Set-up: step " + (step.ordinal() + 1) + " of " + Step.values().length;
        model.addAttribute("page",
                new SetUpPage(frame(request, step.title(), step.before(), typed.get("council")), problems, caption,
                        step.title(), words, place,
                        warning, asks, tick, ticks, "Save and continue", step == Step.MAIL, tried,
                        step == Step.MAIL ? "Leave mail for later" : null));
        return "directory/setup/step";
    }

    private String codePage(String code, @Nullable String problem, HttpServletRequest request, Model model) {
        var problems = problem == null ? List.<Problem>of() : List.of(new Problem("code", problem));
        model.addAttribute("page", new SetUpPage(frame(request, "Set up Heed", null, ""), problems, "First start",
                "Set up Heed",
                List.of("Heed is empty. Setting it up takes about ten minutes.",
                        "So that only whoever runs this machine can do it, a one-time code was written to Heed’s log when it started."),
                null, null,
                List.of(Ask.text(Field.of("code", "One-time code from the log")
                        .withHint("12 letters and digits, such as "
                                + "7K2M-9QXA-40TD")
                        .withValue(code).withProblem(problem))),
                null, List.of(), "Continue", false, null, null));
        return "directory/setup/step";
    }

    private String tried(Typed typed) {
        var to = typed.get("administrator-mail");
        if (!MailServer.plausible(to))
            return "Enter the administrator’s mail address first: the trial mail goes there.";
        return typed.mailServer().flatMap(server -> trial.send(server, new Address(to)))
                .map(failure -> "The trial mail did not leave (" + failure
                        + "). Check the name, the port, the user name and the password.")
                .orElse("The mail server took the trial mail. Check that it arrives at the administrator’s address.");
    }

    private static void person(List<Ask> asks, String who, Typed typed, List<Problem> problems) {
        asks.add(Ask.text(field(who + "-name", "Name", null, typed, problems)));
        asks.add(Ask.mail(field(who + "-mail", "Work mail address",
                "They sign in with it. It is theirs alone, not a shared mailbox.", typed,
                problems)));
    }

    private List<SummaryRow> rows(Typed typed) {
        var mail = typed.mailServer();
        return List.of(row("Council", typed.get("council"), Step.COUNCIL),
                row("Administrator", typed.get("administrator-name") + "\n" + typed.get("administrator-mail"),
                        Step.ADMINISTRATOR),
                row("Safeguarding coordinator", typed.get("coordinator-name") + "\n" + typed.get("coordinator-mail"),
                        Step.COORDINATOR),
                row("Master key", "A copy is kept apart", Step.KEY),
                row("Mail server",
                        mail.map(m -> m.host() + ", port " + m.port() + "\nFrom " + m.from()).orElse("Left for later"),
                        Step.MAIL),
                row("Children’s services hub", typed.get("hub"), Step.NUMBERS),
                row("Adult social care team", typed.get("adults"), Step.NUMBERS),
                row("Emergency duty team", typed.get("duty"), Step.NUMBERS));
    }

    private static List<String> warnings(Typed typed) {
        var warnings = new ArrayList<String>();
        if (typed.mailServer().isEmpty())
            warnings.add("Nobody is told of a new concern by mail until the mail server is set.");
        if (typed.numbers().size() < Step.NUMBERS.fields().size())
            warnings.add(
                    "Someone worried will not find every number to ring. The coordinator can add what is missing.");
        return warnings;
    }

    private static SummaryRow row(String name, String value, Step step) {
        return new SummaryRow(name, value, step.href(), name.toLowerCase(java.util.Locale.UK));
    }

    private static Field field(String name, String label, @Nullable String hint, Typed typed, List<Problem> problems) {
        return Field.of(name, label).withHint(hint).withValue(typed.get(name)).withProblem(problem(problems, name));
    }

    private static @Nullable String problem(List<Problem> problems, String field) {
        return problems.stream().filter(p -> p.field().equals(field)).map(Problem::text).findFirst().orElse(null);
    }

    /** While Heed is empty its pages bear the name typed for the council, and before that say that there is none. */
    private Frame frame(HttpServletRequest request, String title, @Nullable String back, String council) {
        var frame = frames.of(request, title).withBack(back);
        if (!start.setUpNeeded())
            return frame;
        return new Frame(frame.title(), council.isEmpty() ? "Not set up yet" : council, frame.brand(),
                frame.navigation(), frame.person(),
                frame.csrfName(), frame.csrfToken(), frame.demo(), frame.numbers(), frame.flash(), frame.back(),
                frame.mark());
    }

    private static Step at(String path) {
        return Step.at(path).orElseThrow(() -> Refusal.NOT_FOUND.because("no such step"));
    }

    private void mustBeNeeded() {
        if (!start.setUpNeeded())
            throw Refusal.NOT_FOUND.because("set-up is done");
    }
}

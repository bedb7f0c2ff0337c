package heed.casework.raise;

import heed.access.Permission;
import heed.casework.concern.Person;
import heed.casework.concern.Telling;
import heed.casework.concern.Told;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Telling us, step by step; every step can be opened at any time and works without script. */
@Controller
@RequestMapping("/raise")
class RaiseController {
    private final Raise raise;
    private final DraftFiles files;
    private final Frames frames;
    private final LondonTime time;

    RaiseController(Raise raise, DraftFiles files, Frames frames, LondonTime time) {
        this.raise = raise;
        this.files = files;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String begin(Actor by, HttpServletRequest request, Model model) {
        var begun = raise.unsent(by)
                .stream()
                .map(d -> new StartPage.Begun("/raise/" + d.id(), time.dayAndTime(d.savedAt()), about(d.typed())))
                .toList();
        var step = StepPage.of(frames.of(request, by, "Tell us your worry"), Step.DANGER, "/raise", Telling.BLANK, 0,
                List.of(), null, null);
        model.addAttribute("page", new StartPage(step.frame(), step.questions(), List.of(), begun));
        return "casework/raise/start";
    }

    @PostMapping
    String start(Actor by, @RequestParam Map<String, String> sent) {
        var draft = raise.start(by, StepForm.into(Telling.BLANK, Step.DANGER, 0, sent));
        return "redirect:/raise/" + draft + "/" + Step.ACCOUNT.path();
    }

    @GetMapping("/{draft}")
    String check(Actor by, @PathVariable UUID draft, HttpServletRequest request, Model model) {
        var kept = raise.read(by, draft);
        if (kept.sent())
            return "redirect:/raise/" + draft + "/receipt";
        return check(by, kept, List.of(), request, model);
    }

    private String check(Actor by, Draft draft, List<Raise.StepProblem> problems, HttpServletRequest request,
            Model model) {
        var frame = frames.of(request, by, "Check and send");
        var rows = files.of(by, draft.id()).stream()
                .map(file -> SummaryRow.of(file.shown(), file.kind().words() + ", " + file.sized())).toList();
        model.addAttribute("page", CheckPage.of(frame, draft.id(), draft.typed(), rows, problems));
        return "casework/raise/check";
    }

    @PostMapping("/{draft}/sending")
    String send(Actor by, @PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var sent = raise.send(by, draft);
        if (sent.receipt() != null)
            return "redirect:/raise/" + draft + "/receipt";
        response.setStatus(422);
        return check(by, raise.read(by, draft), sent.problems(), request, model);
    }

    @GetMapping("/{draft}/receipt")
    String receipt(Actor by, @PathVariable UUID draft, HttpServletRequest request, Model model) {
        var receipt = raise.receiptOf(by, draft);
        model.addAttribute("page",
                new ReceiptPage(frames.of(request, by, "We have your concern"), receipt.ref().value(),
                        time.dayAndTime(receipt.receivedAt()), receipt.danger()));
        return "casework/raise/receipt";
    }

    @PostMapping("/{draft}/discarding")
    String discard(Actor by, @PathVariable UUID draft, HttpServletRequest request, HttpServletResponse response) {
        raise.discard(by, draft);
        frames.say(request, response, RaiseNotice.DRAFT_DISCARDED);
        return "redirect:/";
    }

    @GetMapping("/{draft}/{step}")
    String step(Actor by, @PathVariable UUID draft, @PathVariable String step, HttpServletRequest request,
            Model model) {
        return show(by, draft, named(step), 0, request, model);
    }

    @GetMapping("/{draft}/who/{person}")
    String person(Actor by, @PathVariable UUID draft, @PathVariable int person, HttpServletRequest request,
            Model model) {
        return show(by, draft, Step.WHO, person, request, model);
    }

    @PostMapping("/{draft}/{step}")
    String keep(Actor by, @PathVariable UUID draft, @PathVariable String step, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return keep(by, draft, named(step), 0, sent, request, response, model);
    }

    /** Saves a step while it is typed, right or wrong. */
    @PostMapping("/{draft}/{step}/typing")
    ResponseEntity<Typing> typing(Actor by, @PathVariable UUID draft, @PathVariable String step,
            @RequestParam Map<String, String> sent) {
        return typing(by, draft, named(step), 0, sent);
    }

    /** As {@link #typing}, for somebody else involved. */
    @PostMapping("/{draft}/who/{person}/typing")
    ResponseEntity<Typing> typingPerson(Actor by, @PathVariable UUID draft, @PathVariable int person,
            @RequestParam Map<String, String> sent) {
        return typing(by, draft, Step.WHO, person, sent);
    }

    private ResponseEntity<Typing> typing(Actor by, UUID draft, Step step, int person, Map<String, String> sent) {
        var kept = raise.keep(by, draft, step, person, sent.getOrDefault("was", ""), sent);
        var in = kept.how() == Kept.How.SAVED || kept.how() == Kept.How.SAME;
        return ResponseEntity.status(in ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(new Typing(kept.how().name(), StepMark.of(kept.draft().typed(), step, person),
                        time.time(kept.draft().savedAt())));
    }

    /** What a browser needs to send what waited in it: a token of now, and the mark of who is signed in. */
    @GetMapping("/token")
    ResponseEntity<Token> token(Actor by, HttpServletRequest request) {
        by.must(Permission.RAISE);
        var frame = frames.of(request, by, "");
        return ResponseEntity.ok(new Token(frame.csrfName(), frame.csrfToken(), frame.mark()));
    }

    /** A whole concern that waited in a browser for signal. The same one again gives the same answer. */
    @PostMapping("/from-browser")
    ResponseEntity<Arrived> fromBrowser(Actor by, @RequestParam UUID submission,
            @RequestParam Map<String, String> sent) {
        var received = raise.fromBrowser(by, submission, NoSignalPage.told(sent));
        var to = "/raise/" + submission;
        return ResponseEntity.ok(new Arrived(received.receipt() == null ? to : to + "/receipt"));
    }

    /**
     * What became of a step saved while it was typed.
     *
     * @param state a {@link Kept.How}
     * @param was   the mark to send the next time
     * @param at    when it was saved, such as 14:03
     */
    record Typing(String state, String was, String at) {
    }

    /**
     * What a browser needs before it sends what waited in it.
     *
     * @param name   the form parameter that carries the token
     * @param token  the token
     * @param person the mark of who is signed in
     */
    record Token(@Nullable String name, @Nullable String token, @Nullable String person) {
    }

    /**
     * Where what waited in a browser can be seen.
     *
     * @param to the path of its receipt, or of the draft where something has to be put right
     */
    record Arrived(String to) {
    }

    @PostMapping("/{draft}/who/{person}")
    String keepPerson(Actor by, @PathVariable UUID draft, @PathVariable int person,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return keep(by, draft, Step.WHO, person, sent, request, response, model);
    }

    @PostMapping("/{draft}/who/{person}/removal")
    String remove(Actor by, @PathVariable UUID draft, @PathVariable int person,
            @RequestParam(defaultValue = "") String was) {
        raise.remove(by, draft, person, was);
        return "redirect:/raise/" + draft;
    }

    private String show(Actor by, UUID draft, Step step, int person, HttpServletRequest request, Model model) {
        var kept = raise.read(by, draft);
        if (kept.sent())
            return "redirect:/raise/" + draft + "/receipt";
        if (person > kept.typed().people().size())
            throw Refusal.NOT_FOUND.because("no such person in the draft");
        model.addAttribute("page", page(by, kept, step, person, List.of(), request));
        return "casework/raise/step";
    }

    private String keep(Actor by, UUID draft, Step step, int person, Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var done = raise.keep(by, draft, step, person, sent.getOrDefault("was", ""), sent);
        var kept = done.draft();
        if (done.how() == Kept.How.SENT)
            return alreadySent(by, kept, step, done.typed(), request, response, model);
        if (done.how() == Kept.How.CHANGED_ELSEWHERE) {
            response.setStatus(Refusal.MOVED_ON.status());
            var typed = new Draft(kept.id(), done.typed(), kept.startedAt(), kept.savedAt(), kept.version(), null);
            var saved = rows(step, person, kept.typed());
            model.addAttribute("page", page(by, typed, step, person, List.of(), request)
                    .beside(saved.isEmpty() ? List.of(SummaryRow.of("Saved", "Nothing: it was removed")) : saved,
                            StepMark.of(kept.typed(), step, person)));
            return "casework/raise/step";
        }
        var problems = raise.problems(step, kept.typed(), person);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page(by, kept, step, person, problems, request));
            return "casework/raise/step";
        }
        return "redirect:/raise/" + draft + (sent.containsKey("go") ? "" : after(step, person));
    }

    /** What comes next the first time through: the few steps that most concerns need, and then everything. */
    private static String after(Step step, int person) {
        return switch (step) {
            case DANGER -> "/" + Step.ACCOUNT.path();
            case ACCOUNT -> "/" + Step.WHO.path();
            case WHO -> person == 0 ? "/" + Step.WORKS_HERE.path() : "";
            case WORKS_HERE, HAPPENED, KNOWING, ELSEWHERE, CONTACT -> "";
        };
    }

    private StepPage page(Actor by, Draft draft, Step step, int person, List<Problem> problems,
            HttpServletRequest request) {
        var base = "/raise/" + draft.id();
        var action = base + "/" + step.path() + (step == Step.WHO && person > 0 ? "/" + person : "");
        var back = switch (step) {
            case ACCOUNT -> base + "/" + Step.DANGER.path();
            case WHO -> person == 0 ? base + "/" + Step.ACCOUNT.path() : base;
            case WORKS_HERE -> base + "/" + Step.WHO.path();
            default -> base;
        };
        var removal = step == Step.WHO && person > 0 && person < draft.typed().people().size()
                ? action + "/removal"
                : null;
        return StepPage.of(frames.of(request, by, step.words()).withBack(back), step, action, draft.typed(), person,
                problems, base,
                removal);
    }

    private String alreadySent(Actor by, Draft draft, Step step, Telling typed, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var before = rows(step, -1, draft.typed());
        var now = rows(step, -1, typed);
        if (before.equals(now))
            return "redirect:/raise/" + draft.id() + "/receipt";
        response.setStatus(Refusal.MOVED_ON.status());
        var words = now.stream().filter(r -> !before.contains(r)).map(r -> r.key() + ": " + r.value())
                .collect(Collectors.joining("\n\n"));
        var receipt = raise.receiptOf(by, draft.id());
        model.addAttribute("page",
                new AlreadySentPage(frames.of(request, by, "You have already sent this"), receipt.ref().value(),
                        step.words(), before, new Field("words", "What you have typed now", null, words, null),
                        UUID.randomUUID()));
        return "casework/raise/already-sent";
    }

    /** One step in words; of everybody told of where the person is negative. */
    private static List<SummaryRow> rows(Step step, int person, Telling t) {
        return switch (step) {
            case DANGER -> List.of(SummaryRow.of("In danger now?", t.inDanger() ? "Yes" : "No"));
            case ACCOUNT -> Told.account(t);
            case WHO -> people(t, person)
                    .stream()
                    .filter(p -> !p.empty())
                    .flatMap(p -> java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(SummaryRow.of(p.inRole().words(), p.shown())),
                            Told.person(p).stream()))
                    .toList();
            case WORKS_HERE -> Told.worksHere(t);
            case HAPPENED -> Told.happened(t);
            case KNOWING -> Told.knowing(t);
            case ELSEWHERE -> Told.elsewhere(t);
            case CONTACT -> Told.contact(t);
        };
    }

    private static List<Person> people(Telling t, int person) {
        return person < 0 ? t.people() : t.people().stream().skip(person).limit(1).toList();
    }

    private static Step named(String path) {
        return Arrays.stream(Step.values())
                .filter(s -> s.path().equals(path))
                .findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such step"));
    }

    private static String about(Telling t) {
        var main = t.main();
        return main == null || main.empty() ? "Not said yet who it is about" : main.shown();
    }
}

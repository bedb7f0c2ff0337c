package heed.assurance.exercise;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.print.PdfFile;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Question;
import heed.platform.web.StepUp;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Checking a return, signing it off, submitting it, printing it, and typing in ratings that a paper has lost. */
@Controller
@RequestMapping("/assurance/returns/{ret}")
class SignOffController {
    private static final String FORM = "layout/form";

    private final ReturnReading reading;
    private final SigningOff signing;
    private final ItemWriting writing;
    private final Checked checked;
    private final Staff staff;
    private final PdfFile pdf;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    SignOffController(ReturnReading reading, SigningOff signing, ItemWriting writing, Checked checked, Staff staff,
            PdfFile pdf, Frames frames, LondonTime time, Clock clock) {
        this.reading = reading;
        this.signing = signing;
        this.writing = writing;
        this.checked = checked;
        this.staff = staff;
        this.pdf = pdf;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/check")
    String check(Actor by, @PathVariable UUID ret, HttpServletRequest request, Model model) {
        var found = checked.of(by, ret);
        model.addAttribute("page", ReturnCheckPage.of(frames.of(request, by, "Check this return"), found.opened(),
                found.findings()));
        return "assurance/exercise/check";
    }

    @GetMapping("/sign-off")
    String askSigning(Actor by, @PathVariable UUID ret, HttpServletRequest request, Model model) {
        var opened = reading.overview(by, ret);
        if (!WhoReads.of(by).all())
            throw Refusal.NOT_FOUND.because("not all of it is theirs to read");
        var typed = new HashMap<String, String>();
        if (opened.signs()) {
            by.must(Permission.SIGN_OFF_RETURN);
            typed.put("post", staff.get(by, by.staff()).post());
        }
        return signOff(by, opened, ReturnForm.begun(typed), request, model);
    }

    private String signOff(Actor by, ReturnReading.Opened opened, ReturnForm form, HttpServletRequest request,
            Model model) {
        var signed = signing.of(by, opened.made().id());
        var who = signed.map(s -> staff.names(by, List.of(s.by())).getOrDefault(s.by(), "Someone who has left"))
                .orElse("");
        model.addAttribute("page", SignOffPage.of(frames.of(request, by, "Sign-off"), opened, signed.orElse(null), who,
                signing.closed(by, opened.made()), time, List.of(
                        form.line("group", "Which group approved it?", "Such as the strategic safeguarding group"),
                        form.line("minute", "Which minute?", "Its number or item"),
                        new Question.Day(form.date("minute-day", "When did the group meet?", null)),
                        form.line("post", "Your post", "The post that answers for the return")),
                form.problems(), form.get("version").isEmpty()
                        ? opened.made().version()
                        : ItemController.version(
                                form.get("version"))));
        return "assurance/exercise/sign-off";
    }

    @PostMapping("/sign-off")
    String sign(Actor by, @PathVariable UUID ret, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.SIGN_OFF_RETURN);
        var opened = reading.overview(by, ret);
        var form = new ReturnForm(sent);
        var group = form.words("group", "Enter which group approved it", ReturnForm.SHORT);
        var minute = form.words("minute", "Enter which minute", ReturnForm.SHORT);
        var day = form.day("minute-day");
        if (day != null && day.isAfter(LocalDate.ofInstant(clock.instant(), LondonTime.ZONE)))
            form.wrong("minute-day-day", "The meeting cannot be after today");
        var post = form.words("post", "Enter your post", ReturnForm.SHORT);
        if (form.right() && day != null)
            try {
                signing.sign(by, ret, ItemController.version(form.get("version")),
                        new SigningOff.Signature(group, minute, day, post));
                frames.say(request, response, ReturnNotice.RETURN_SIGNED);
                return "redirect:/assurance/returns/" + ret + "/sign-off";
            } catch (Refused refused) {
                if (refused.kind() == Refusal.NOT_FOUND)
                    throw refused;
                form.wrong("group", refused.kind() == Refusal.MOVED_ON
                        ? "Somebody moved this return meanwhile. Look at it again before you sign"
                        : "Something is still missing: see what holds it up");
            }
        response.setStatus(422);
        return signOff(by, opened, form, request, model);
    }

    @StepUp
    @PostMapping("/submission")
    String submit(Actor by, @PathVariable UUID ret, @RequestParam(defaultValue = "-1") String version,
            HttpServletRequest request, HttpServletResponse response) {
        signing.submit(by, ret, ItemController.version(version));
        frames.say(request, response, ReturnNotice.RETURN_SUBMITTED);
        return "redirect:/assurance/returns/" + ret + "/sign-off";
    }

    /** The whole return as it stands, or as it was signed off, for printing. */
    @StepUp
    @GetMapping("/pdf")
    ResponseEntity<byte[]> print(Actor by, @PathVariable UUID ret) {
        var printed = signing.printed(by, ret, "pdf");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("return-" + printed.copy().year() + "-" + printed.copy().number() + ".pdf").build()
                        .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.of("assurance/exercise/print", PrintedReturn.of(printed.copy(), printed.hash(),
                        time.dayAndTime(printed.at()))));
    }

    @GetMapping("/lost-ratings")
    String askLost(Actor by, @PathVariable UUID ret, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_RETURN);
        return lost(by, reading.overview(by, ret), new ReturnForm(Map.of()), null, request, model);
    }

    private static List<ReturnEdition.Asked> lost(ReturnReading.Opened opened) {
        return opened.edition().questions().stream().filter(q -> {
            var own = opened.own(q.code()).values();
            return own.stream().allMatch(r -> r == null || r.verdict() instanceof Verdict.NotRecoverable);
        }).toList();
    }

    private static String level(ReturnForm form, ReturnEdition.Asked asked) {
        return form.get(field(asked));
    }

    private static String field(ReturnEdition.Asked asked) {
        return "level-" + asked.code().replace('.', '-');
    }

    /** What somebody else typed in meanwhile where another level is chosen here; null for nothing. */
    private static @Nullable String meanwhile(ReturnReading.Opened opened, ReturnForm form) {
        var open = lost(opened);
        var scale = opened.edition().scale();
        var others = opened.edition().questions().stream().filter(q -> !open.contains(q)).flatMap(q -> {
            var now = opened.own(q.code()).get(Audience.ALL);
            return scale.level(level(form, q))
                    .filter(l -> now != null && now.verdict() instanceof Verdict.Level is
                            && !is.code().equals(l.code()))
                    .map(l -> q.code() + ": " + ReturnWords.verdict(scale, Objects.requireNonNull(now).verdict())
                            + ", where you chose " + l.shown())
                    .stream();
        }).toList();
        return others.isEmpty()
                ? null
                : "Somebody else typed in ratings while you did this. " + String.join(". ", others)
                        + ". Yours of these are not kept; what else you chose is below and not kept yet.";
    }

    private String lost(Actor by, ReturnReading.Opened opened, ReturnForm form, @Nullable String warning,
            HttpServletRequest request, Model model) {
        var levels = opened.edition().scale().levels();
        var questions = new ArrayList<Question>();
        questions.add(form.line("source", "Where do you read them?",
                "Such as the signed copy of that year. It stands beside every rating, with your name."));
        for (var asked : lost(opened)) {
            var name = field(asked);
            var choices = new ArrayList<Choice>();
            choices.add(form.choice(name, "", "Not known", null));
            levels.forEach(l -> choices.add(form.choice(name, l.code(), l.shown(), null)));
            questions.add(new Question.Select(form.field(name, asked.code() + " " + asked.title(), null), choices));
        }
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Type in lost ratings"),
                opened.made().href() + "/lost-ratings", questions, form.problems(), "Keep these ratings",
                opened.made().href())
                .withIntro(levels.isEmpty()
                        ? "The scale of this framework has no levels, so nothing can be rated on it. Load the scale first."
                        : "The paper does not say how these were rated. Choose only what you can read somewhere.")
                .withWarning(warning)
                .withShown(levels.stream().map(l -> SummaryRow.of(l.shown(), l.meaning())).toList()));
        return FORM;
    }

    @PostMapping("/lost-ratings")
    String type(Actor by, @PathVariable UUID ret, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var opened = reading.overview(by, ret);
        var form = new ReturnForm(sent);
        var source = form.words("source", "Say where you read them", ReturnForm.SHORT);
        var typed = new ArrayList<ItemWriting.Typed>();
        for (var asked : lost(opened)) {
            var level = level(form, asked);
            if (opened.edition().scale().level(level).isPresent())
                typed.add(new ItemWriting.Typed(asked.code(), level));
        }
        var meanwhile = meanwhile(opened, form);
        if (meanwhile != null) {
            response.setStatus(Refusal.MOVED_ON.status());
            return lost(by, opened, form, meanwhile, request, model);
        }
        if (typed.isEmpty())
            form.wrong("source", "Choose at least one rating");
        if (!form.right()) {
            response.setStatus(422);
            return lost(by, opened, form, null, request, model);
        }
        writing.transcribe(by, ret, typed, source);
        frames.say(request, response, ReturnNotice.RATINGS_TYPED);
        return "redirect:/assurance/returns/" + ret;
    }
}

package heed.assurance.plan;

import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Initials and other names that plans give a post: added, corrected, ended, set aside. */
@Controller
@RequestMapping("/assurance/posts/{id}/aliases")
class AliasesController {
    /** The last day of a name as its page was made. */
    private static final String SEEN = "seen";
    private static final String FORM = "layout/form";

    private final Posts posts;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    AliasesController(Posts posts, Staff staff, Frames frames, LondonTime time) {
        this.posts = posts;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    private static String at(Post its) {
        return PostsController.HOME + "/" + its.id();
    }

    @GetMapping
    String aliasing(Actor by, @PathVariable("id") UUID post, HttpServletRequest request, Model model) {
        return alias(by, posts.get(by, post), Map.of(), List.of(), List.of(), null, request, model);
    }

    /** @param meanwhile what somebody else did, shown under the post; empty for nothing */
    private String alias(Actor by, Post its, Map<String, String> sent, List<Problem> problems,
            List<SummaryRow> meanwhile, @Nullable String warning, HttpServletRequest request, Model model) {
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Add initials or another name"),
                        at(its) + "/aliases",
                        called(sent, problems), problems, "Add it", at(its))
                        .withWarning(warning)
                        .withShown(Stream.concat(Stream.of(SummaryRow.of("Post", its.title())), meanwhile.stream())
                                .toList()));
        return FORM;
    }

    private static List<Question> called(Map<String, String> sent, List<Problem> problems) {
        return List.of(new Question.Line(ActionsController.field(sent, "alias", "What do plans call it?", problems)
                .withHint("Such as the initials of whoever holds it")),
                DayTyped.of(sent, "from").question("From which day? (optional)", null, problems),
                DayTyped.of(sent, "until").question("Until which day? (optional)", null, problems));
    }

    @GetMapping("/{alias}")
    String correcting(Actor by, @PathVariable("id") UUID post, @PathVariable UUID alias, HttpServletRequest request,
            Model model) {
        var its = posts.get(by, post);
        var now = called(its, alias);
        var shown = new HashMap<String, String>();
        shown.put("alias", now.alias());
        DayTyped.of("from", now.from()).into(shown);
        DayTyped.of("until", now.until()).into(shown);
        shown.put(SEEN, text(now.until()));
        return correction(by, its, now, shown, List.of(), null, request, model);
    }

    private static Post.Alias called(Post its, UUID alias) {
        return its.aliases().stream().filter(a -> a.id().equals(alias)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("it is not called so"));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String correction(Actor by, Post its, Post.Alias now, Map<String, String> sent, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var questions = new ArrayList<>(called(sent, problems));
        questions.add(new Question.Tick(ActionsController.field(sent, "mistake", "If it never was called so", problems),
                List.of(Choice.of("yes", "It was added by mistake: set it aside", sent.containsKey("mistake")))));
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Correct or end a name"),
                        at(its) + "/aliases/" + now.id(), questions, problems, "Save",
                        at(its))
                        .withIntro(
                                "To end it, enter its last day. A plan of an earlier day still finds it. What was typed wrongly is set aside: no plan finds it any more, and it stays on record.")
                        .withWarning(warning).withHidden(Map.of(SEEN, sent.getOrDefault(SEEN, "")))
                        .withShown(List.of(SummaryRow.of("Post", its.title()),
                                SummaryRow.of("Called", now.alias() + ", " + now.when()))));
        return FORM;
    }

    @PostMapping("/{alias}")
    String correct(Actor by, @PathVariable("id") UUID post, @PathVariable UUID alias,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var opened = posts.open(by, post);
        var its = opened.post();
        var gone = opened.setAside().stream().filter(s -> s.alias().id().equals(alias)).findFirst();
        if (gone.isPresent())
            return correctedFirst(by, its, gone.get(), sent, request, response, model);
        var now = called(its, alias);
        var typed = sent.getOrDefault("alias", "").strip();
        boolean mistake = sent.containsKey("mistake");
        var problems = new ArrayList<Problem>();
        if (!mistake && (LeadWords.folded(typed).isEmpty() || typed.length() > Posts.LONGEST))
            problems.add(new Problem("alias", "Enter initials or a name of 120 characters or fewer"));
        var until = mistake ? DayTyped.of("until", null) : DayTyped.period(sent, problems, false);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return correction(by, its, now, sent, problems, null, request, model);
        }
        if (!text(now.until()).equals(sent.getOrDefault(SEEN, ""))) {
            response.setStatus(Refusal.MOVED_ON.status());
            var again = new HashMap<>(sent);
            again.put(SEEN, text(now.until()));
            return correction(by, its, now, again, problems,
                    "Somebody else ended it while you did this. It is now as shown; yours is below and not saved yet.",
                    request, model);
        }
        if (mistake)
            posts.setAliasAside(by, post, now);
        else
            posts.correctAlias(by, post, now, typed, DayTyped.of(sent, "from").read(), until.read());
        frames.say(request, response, PlanNotice.POST_SAVED);
        return "redirect:" + PostsController.HOME + "/" + post;
    }

    /** Somebody set the name aside while this person typed what is right: they can add it. */
    private String correctedFirst(Actor by, Post its, Post.SetAside gone, Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if (sent.containsKey("mistake"))
            throw Refusal.MOVED_ON.because("set aside already");
        response.setStatus(Refusal.MOVED_ON.status());
        return alias(by, its, sent, List.of(), List.of(
                SummaryRow.of("Was called", gone.alias().alias() + ", set aside by "
                        + staff.names(by, List.of(gone.by())).getOrDefault(gone.by(), "someone who has left") + ", "
                        + time.dayAndTime(gone.at())),
                SummaryRow.of("Called now", its.aliases().isEmpty()
                        ? "Nothing else"
                        : String.join("\n", its.aliases().stream().map(a -> a.alias() + ", " + a.when()).toList()))),
                "Somebody else set this name aside while you did this. Yours is below and not saved yet: add it if the"
                        + " post is called so.",
                request, model);
    }

    @PostMapping
    String alias(Actor by, @PathVariable("id") UUID post, @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var its = posts.get(by, post);
        var alias = sent.getOrDefault("alias", "").strip();
        var problems = new ArrayList<Problem>();
        if (LeadWords.folded(alias).isEmpty() || alias.length() > Posts.LONGEST)
            problems.add(new Problem("alias", "Enter initials or a name of 120 characters or fewer"));
        var until = DayTyped.period(sent, problems, false);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return alias(by, its, sent, problems, List.of(), null, request, model);
        }
        posts.alias(by, post, alias, DayTyped.of(sent, "from").read(), until.read());
        frames.say(request, response, PlanNotice.POST_SAVED);
        return "redirect:" + PostsController.HOME + "/" + post;
    }
}

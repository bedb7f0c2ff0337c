package heed.assurance.plan;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import heed.platform.web.TimelineEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** What became of recommendations, findings and learning points. */
@Controller
@RequestMapping("/assurance/recommendations")
class RecommendationsController {
    private static final String HOME = "/assurance/recommendations";
    private static final String FORM = "layout/form";

    private final Recommendations recommendations;
    private final Plans plans;
    private final Posts posts;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    RecommendationsController(Recommendations recommendations, Plans plans, Posts posts, Staff staff, Frames frames,
            LondonTime time) {
        this.recommendations = recommendations;
        this.plans = plans;
        this.posts = posts;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String all(Actor by, HttpServletRequest request, Model model) {
        var all = recommendations.all(by);
        long open = all.stream().filter(f -> !f.answered().holds()).count();
        model.addAttribute("page", new RecommendationsPage(
                frames.of(request, by, "What became of recommendations").withBack("/assurance/plans"),
                all.size() == 1 ? "1 in all" : all.size() + " in all",
                open == 0 ? "Every one is answered." : open == 1 ? "1 is not answered." : open + " are not answered.",
                all.stream().map(f -> new RecommendationsPage.Row(f.recommendation().title(),
                        HOME + "/" + f.recommendation().id(), ActionWords.brief(f.recommendation().words().text()),
                        f.answered().words(), f.answered().colour(), ActionGroup.count(f.sheet().actions().size())))
                        .toList(),
                by.may(Permission.KEEP_PLANS)));
        return "assurance/plan/recommendations";
    }

    @GetMapping("/new")
    String adding(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        return form(by, Map.of(), List.of(), request, model);
    }

    private String form(Actor by, Map<String, String> sent, List<Problem> problems, HttpServletRequest request,
            Model model) {
        var chosen = sent.getOrDefault("kind", "");
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Add a recommendation"), HOME, List.of(
                new Question.Pick(ActionsController.field(sent, "kind", "What is it?", problems),
                        Stream.of(ActionSource.RECOMMENDATION, ActionSource.LEARNING_POINT, ActionSource.FINDING)
                                .map(k -> Choice.of(k.name(), k.words(), chosen.equals(k.name()))).toList(),
                        false),
                number(sent, problems), year(sent, problems), paper(sent, problems), text(sent, problems)), problems,
                "Keep it", HOME));
        return FORM;
    }

    private static Question number(Map<String, String> sent, List<Problem> problems) {
        return new Question.Line(ActionsController.field(sent, "code", "Its number", problems)
                .withHint("As the paper has it, such as 3 or 2.1"), "govuk-input--width-5", "", "off");
    }

    private static Question year(Map<String, String> sent, List<Problem> problems) {
        return new Question.Line(ActionsController.field(sent, "year", "Year of the paper", problems),
                "govuk-input--width-4", "numeric", "off");
    }

    private static Question paper(Map<String, String> sent, List<Problem> problems) {
        return new Question.Line(ActionsController.field(sent, "paper", "Which paper? (optional)", problems));
    }

    private static Question text(Map<String, String> sent, List<Problem> problems) {
        return new Question.Words(ActionsController.field(sent, "text", "What does it say?", problems), 5);
    }

    /** What somebody typed of one. @param year as typed */
    private record Typed(String code, String year, String text, String paper) {
        static Typed of(Map<String, String> sent) {
            return new Typed(sent.getOrDefault("code", "").strip(), sent.getOrDefault("year", "").strip(),
                    sent.getOrDefault("text", "").strip(), sent.getOrDefault("paper", "").strip());
        }

        void check(List<Problem> problems) {
            if (code.isEmpty() || code.length() > 20)
                problems.add(new Problem("code", "Enter its number, 20 characters or fewer"));
            if (!year.matches("(199\\d|20\\d\\d)"))
                problems.add(new Problem("year", "Enter a year, such as 2026"));
            if (paper.length() > 200)
                problems.add(new Problem("paper", "Use 200 characters or fewer"));
            if (text.isEmpty() || text.length() > ActionWords.LONGEST)
                problems.add(new Problem("text",
                        text.isEmpty() ? "Enter what it says" : "Use 4,000 characters or fewer"));
        }

        Recommendation.Words words() {
            return new Recommendation.Words(text, paper);
        }

        /** Keeps the words out of logs. */
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    /** Says so where another is there under this number in this paper. */
    private void known(Actor by, @Nullable UUID but, ActionSource kind, Typed typed, List<Problem> problems) {
        if (problems.isEmpty() && recommendations.all(by).stream().map(Recommendations.Followed::recommendation)
                .anyMatch(r -> !r.id().equals(but)
                        && r.same(kind, Integer.parseInt(typed.year()), typed.code(), typed.paper())))
            problems.add(new Problem("code", "This one is kept already"));
    }

    @PostMapping
    String add(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_PLANS);
        var problems = new ArrayList<Problem>();
        var kind = kind(sent.get("kind"));
        var typed = Typed.of(sent);
        if (kind == null)
            problems.add(new Problem("kind", "Choose what it is"));
        typed.check(problems);
        if (kind != null)
            known(by, null, kind, typed, problems);
        if (!problems.isEmpty() || kind == null) {
            response.setStatus(422);
            return form(by, sent, problems, request, model);
        }
        var id = recommendations.add(by, kind, Integer.parseInt(typed.year()), typed.code(), typed.words());
        frames.say(request, response, PlanNotice.RECOMMENDATION_ADDED);
        return "redirect:" + HOME + "/" + id;
    }

    private static @Nullable ActionSource kind(@Nullable String sent) {
        return Stream.of(ActionSource.values()).filter(k -> k.mustBeAnswered() && k.name().equals(sent)).findFirst()
                .orElse(null);
    }

    @GetMapping("/{id}")
    String show(Actor by, @PathVariable("id") UUID recommendation, HttpServletRequest request, Model model) {
        var followed = recommendations.get(by, recommendation);
        var r = followed.recommendation();
        var at = HOME + "/" + recommendation;
        var facts = new ArrayList<SummaryRow>();
        if (!r.words().from().isBlank())
            facts.add(SummaryRow.of("Paper", r.words().from()));
        var decision = r.decision();
        if (decision != null)
            facts.add(SummaryRow.of(decision.acts() ? "Decided to act" : "Decided not to act",
                    decision.who() + ", " + PlanDays.words(decision.on()) + "\n" + decision.why()));
        var ways = new ArrayList<ActionPage.Way>();
        if (by.may(Permission.KEEP_PLANS)) {
            plans.all(by).stream().findFirst().ifPresent(p -> ways.add(new ActionPage.Way("Add an action to "
                    + p.title(), "/assurance/plans/" + p.id() + "/actions/new?source=" + recommendation)));
            ways.add(new ActionPage.Way("Record a decision", at + "/decision"));
            if (r.typed())
                ways.add(new ActionPage.Way("Correct it", at + "/correction"));
        }
        model.addAttribute("page", new RecommendationPage(frames.of(request, by, r.title()).withBack(HOME), r.title(),
                at, followed.answered().words(), followed.answered().colour(), r.words().text(), facts,
                ActionLine.all(followed.sheet()), ways, corrected(by, followed)));
        return "assurance/plan/recommendation";
    }

    private List<TimelineEvent> corrected(Actor by, Recommendations.Followed followed) {
        var names = staff.names(by,
                followed.corrected().stream().map(Recommendation.Corrected::by).distinct().toList());
        return followed.corrected().stream().map(c -> new TimelineEvent(
                "Corrected. Before: " + followed.recommendation().title(c.year(), c.code()),
                names.getOrDefault(c.by(), "Someone who has left"), time.dayAndTime(c.at()),
                c.words().text() + (c.words().from().isBlank() ? "" : "\nPaper: " + c.words().from()))).toList();
    }

    @GetMapping("/{id}/correction")
    String correcting(Actor by, @PathVariable("id") UUID recommendation, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        var r = typed(by, recommendation);
        return correction(by, r, Map.of("code", r.code(), "year", String.valueOf(r.year()), "paper", r.words().from(),
                "text", r.words().text()), r.version(), List.of(), null, request, model);
    }

    private Recommendation typed(Actor by, UUID id) {
        var r = recommendations.get(by, id).recommendation();
        if (!r.typed())
            throw Refusal.NOT_ALLOWED_NOW.because("it says what its paper says");
        return r;
    }

    /**
     * @param seen    the version that was read
     * @param warning that somebody else corrected it meanwhile; null where nobody did
     */
    private String correction(Actor by, Recommendation r, Map<String, String> sent, int seen, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var at = HOME + "/" + r.id();
        var page = FormPage.of(frames.of(request, by, "Correct what was typed"), at + "/correction",
                List.of(number(sent, problems), year(sent, problems), paper(sent, problems), text(sent, problems)),
                problems, "Save the correction", at)
                .withIntro("What it said before stays on record, with your name.").withWarning(warning)
                .withHidden(Map.of("seen", String.valueOf(seen)));
        model.addAttribute("page", warning == null
                ? page
                : page.withShown(List.of(SummaryRow.of(r.title(), r.words().text()),
                        SummaryRow.of("Paper", r.words().from()))));
        return FORM;
    }

    @PostMapping("/{id}/correction")
    String correct(Actor by, @PathVariable("id") UUID recommendation, @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "-1") int seen, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        by.must(Permission.KEEP_PLANS);
        var r = typed(by, recommendation);
        var problems = new ArrayList<Problem>();
        var typed = Typed.of(sent);
        typed.check(problems);
        known(by, recommendation, r.kind(), typed, problems);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return correction(by, r, sent, seen, problems, null, request, model);
        }
        try {
            recommendations.correct(by, recommendation, seen, Integer.parseInt(typed.year()), typed.code(),
                    typed.words());
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            var now = typed(by, recommendation);
            return correction(by, now, sent, now.version(), List.of(),
                    "Somebody else corrected it while you did. It says now what is shown here; yours is below and not saved yet.",
                    request, model);
        }
        frames.say(request, response, PlanNotice.RECOMMENDATION_CORRECTED);
        return "redirect:" + HOME + "/" + recommendation;
    }

    @GetMapping("/{id}/decision")
    String deciding(Actor by, @PathVariable("id") UUID recommendation, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_PLANS);
        return decision(by, recommendations.get(by, recommendation).recommendation(), Map.of(), List.of(), request,
                model);
    }

    private String decision(Actor by, Recommendation r, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var acts = sent.getOrDefault("acts", "");
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Record a decision"), HOME + "/" + r.id() + "/decision",
                        List.of(new Question.Pick(
                                ActionsController.field(sent, "acts", "What was decided?", problems),
                                List.of(Choice.of("no", "Not to act on it", acts.equals("no")),
                                        Choice.of("yes", "To act on it after all", acts.equals("yes"))),
                                false),
                                new Question.Line(
                                        ActionsController.field(sent, "who", "Who decided?", problems)
                                                .withHint(
                                                        "The group or post, such as the strategic safeguarding group")),
                                DayTyped.of(sent, "made").question("When?", "For example, 27 3 2026", problems),
                                new Question.Words(ActionsController.field(sent, "why", "Why?", problems), 4)),
                        problems, "Record it", HOME + "/" + r.id())
                        .withShown(List.of(SummaryRow.of(r.title(), r.words().text()))));
        return FORM;
    }

    @PostMapping("/{id}/decision")
    String decide(Actor by, @PathVariable("id") UUID recommendation, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_PLANS);
        var r = recommendations.get(by, recommendation).recommendation();
        var problems = new ArrayList<Problem>();
        var acts = sent.getOrDefault("acts", "");
        var who = sent.getOrDefault("who", "").strip();
        var why = sent.getOrDefault("why", "").strip();
        var day = DayTyped.of(sent, "made");
        if (!acts.equals("yes") && !acts.equals("no"))
            problems.add(new Problem("acts", "Choose what was decided"));
        if (who.isEmpty() || who.length() > 200)
            problems.add(new Problem("who", who.isEmpty() ? "Enter who decided" : "Use 200 characters or fewer"));
        day.check(problems, true, "the day of the decision");
        var on = day.read();
        if (on != null && on.isAfter(posts.today(by)))
            problems.add(new Problem("made-day", "The decision cannot lie ahead"));
        if (why.isEmpty() || why.length() > ActionWords.LONGEST)
            problems.add(new Problem("why", why.isEmpty() ? "Enter the reason" : "Use 4,000 characters or fewer"));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return decision(by, r, sent, problems, request, model);
        }
        recommendations.decide(by, recommendation,
                new Recommendation.Decision(acts.equals("yes"), Objects.requireNonNull(on), who, why));
        frames.say(request, response, PlanNotice.RECOMMENDATION_DECIDED);
        return "redirect:" + HOME + "/" + recommendation;
    }
}

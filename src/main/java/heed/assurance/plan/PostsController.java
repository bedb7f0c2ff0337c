package heed.assurance.plan;

import heed.access.staff.Staff;
import heed.access.staff.StaffMember;
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
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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

/** The posts that lead actions: what they are called and who holds them. */
@Controller
@RequestMapping("/assurance/posts")
class PostsController {
    static final String HOME = "/assurance/posts";
    private static final String FORM = "layout/form";

    private final Posts posts;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    PostsController(Posts posts, Staff staff, Frames frames, LondonTime time) {
        this.posts = posts;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String all(Actor by, HttpServletRequest request, Model model) {
        var book = posts.all(by);
        var day = posts.today(by);
        model.addAttribute("page",
                new PostsPage(frames.of(request, by, "Posts that lead actions").withBack("/assurance/plans"),
                        book.posts().size() == 1 ? "1 post" : book.posts().size() + " posts",
                        book.posts().stream().map(p -> {
                            var holders = p.holdersOn(day).stream().map(Post.Holder::name).toList();
                            return new PostsPage.Row(p.title(), HOME + "/" + p.id(), String.join("\n", holders),
                                    holders.isEmpty(), String.join(", ",
                                            p.aliases().stream().filter(a -> a.on(day)).map(Post.Alias::alias)
                                                    .toList()));
                        }).toList()));
        return "assurance/plan/posts";
    }

    @GetMapping("/new")
    String adding(Actor by, HttpServletRequest request, Model model) {
        posts.all(by);
        return title(by, null, "", -1, List.of(), null, request, model);
    }

    @PostMapping
    String add(Actor by, @RequestParam(defaultValue = "") String title, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return save(by, null, title, -1, request, response, model);
    }

    @GetMapping("/{id}")
    String show(Actor by, @PathVariable("id") UUID post, HttpServletRequest request, Model model) {
        var opened = posts.open(by, post);
        var its = opened.post();
        var day = posts.today(by);
        var at = HOME + "/" + post;
        var names = staff.names(by, opened.setAside().stream().map(Post.SetAside::by).distinct().toList());
        model.addAttribute("page", new PostPage(frames.of(request, by, its.title()).withBack(HOME), its.title(), at,
                its.holdersOn(day).isEmpty(),
                its.holders().stream()
                        .map(h -> new PostPage.Held(h.name(), PlanDays.words(h.from()),
                                h.until() == null ? "" : " until " + PlanDays.words(h.until()),
                                h.until() == null || h.until().isAfter(day) ? at + "/holders/" + h.id() : ""))
                        .toList(),
                its.aliases().stream()
                        .map(a -> new PostPage.Called(a.alias(), a.when(), at + "/aliases/" + a.id())).toList(),
                opened.setAside().stream().map(s -> s.alias().alias() + " (" + s.alias().when() + "): set aside by "
                        + names.getOrDefault(s.by(), "someone who has left") + ", " + time.dayAndTime(s.at()))
                        .toList()));
        return "assurance/plan/post";
    }

    @GetMapping("/{id}/title")
    String titling(Actor by, @PathVariable("id") UUID post, HttpServletRequest request, Model model) {
        var its = posts.get(by, post);
        return title(by, its, its.title(), its.version(), List.of(), null, request, model);
    }

    @PostMapping("/{id}/title")
    String title(Actor by, @PathVariable("id") UUID post, @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "-1") int seen, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        return save(by, posts.get(by, post), title, seen, request, response, model);
    }

    private String save(Actor by, @Nullable Post its, String title, int seen, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var book = posts.all(by);
        var words = title.strip();
        var taken = book.posts().stream().anyMatch(
                p -> (its == null || !p.id().equals(its.id()))
                        && LeadWords.folded(p.title()).equals(LeadWords.folded(words)));
        if (LeadWords.folded(words).isEmpty() || words.length() > Posts.LONGEST || taken) {
            response.setStatus(422);
            return title(by, its, title, seen,
                    List.of(new Problem("title", words.isEmpty()
                            ? "Enter what the post is called"
                            : taken
                                    ? "Another post is called so: make the title tell them apart"
                                    : "Use letters, and 120 characters or fewer")),
                    null, request, model);
        }
        UUID id;
        try {
            if (its == null)
                id = posts.add(by, words);
            else
                posts.call(by, id = its.id(), words, seen);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON || its == null)
                throw refused;
            response.setStatus(refused.kind().status());
            var now = posts.get(by, its.id());
            return title(by, now, title, now.version(), List.of(),
                    "Somebody else changed this title while you did. Yours is below and not saved yet.", request,
                    model);
        }
        frames.say(request, response, PlanNotice.POST_SAVED);
        return "redirect:" + HOME + "/" + id;
    }

    /** @param seen the version that was read, so that what another called it meanwhile is noticed */
    private String title(Actor by, @Nullable Post its, String typed, int seen, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var page = FormPage
                .of(frames.of(request, by, its == null ? "Add a post" : "Change the title"),
                        its == null ? HOME : HOME + "/" + its.id() + "/title",
                        List.of(new Question.Line(ActionsController.field(Map.of("title", typed), "title",
                                "What is the post called?", problems)
                                .withHint("The post, not the person: for example, Housing options lead"))),
                        problems, "Save", its == null ? HOME : HOME + "/" + its.id())
                .withWarning(warning);
        if (its != null)
            page = page.withHidden(Map.of("seen", String.valueOf(seen)));
        if (its != null && warning != null)
            page = page.withShown(List.of(SummaryRow.of("Title now", its.title())));
        model.addAttribute("page", page);
        return FORM;
    }

    @GetMapping("/{id}/holders")
    String holding(Actor by, @PathVariable("id") UUID post, HttpServletRequest request, Model model) {
        return holder(by, posts.get(by, post), Map.of(), List.of(), request, model);
    }

    private String holder(Actor by, Post its, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var chosen = sent.getOrDefault("staff", "");
        var day = posts.today(by);
        var people = Stream.concat(Stream.of(Choice.of("", "Somebody who is not in the list", chosen.isEmpty())),
                posts.people(by).stream().map(p -> Choice.of(p.id().toString(), p.name() + worded(p),
                        chosen.equals(p.id().toString()))))
                .toList();
        var questions = new ArrayList<>(List.of(
                new Question.Select(ActionsController.field(sent, "staff", "Who holds it?", problems), people),
                new Question.Line(
                        ActionsController.field(sent, "name", "Their name, if they are not in the list", problems)),
                (sent.isEmpty() ? DayTyped.of("from", day) : DayTyped.of(sent, "from")).question("From which day?",
                        null,
                        problems),
                DayTyped.of(sent, "until").question("Until which day? (optional)", "Leave empty where no end is known",
                        problems)));
        if (!its.holdersOn(day).isEmpty())
            questions.add(new Question.Tick(ActionsController.field(sent, "ends", "Who holds it now", problems),
                    List.of(Choice.of("yes", String.join(", ",
                            its.holdersOn(day).stream().map(Post.Holder::name).toList()) + " leaves it the day before",
                            sent.isEmpty() || sent.containsKey("ends")))));
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Say who holds it"),
                HOME + "/" + its.id() + "/holders", questions, problems, "Save", HOME + "/" + its.id())
                .withShown(List.of(SummaryRow.of("Post", its.title()))));
        return FORM;
    }

    private static String worded(StaffMember person) {
        return person.post().isBlank() ? "" : ", " + person.post();
    }

    @PostMapping("/{id}/holders")
    String hold(Actor by, @PathVariable("id") UUID post, @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var its = posts.get(by, post);
        var problems = new ArrayList<Problem>();
        var who = PlansController.id(sent.get("staff"));
        var name = sent.getOrDefault("name", "").strip();
        if (who == null && name.isEmpty())
            problems.add(new Problem("staff", "Choose who holds it, or enter their name"));
        if (who != null && !name.isEmpty())
            problems.add(new Problem("name", "Choose somebody or enter a name, not both"));
        if (name.length() > Posts.LONGEST)
            problems.add(new Problem("name", "Use 120 characters or fewer"));
        if (who != null && posts.people(by).stream().noneMatch(p -> p.id().equals(who)))
            problems.add(new Problem("staff", "Choose somebody who works here"));
        var until = DayTyped.period(sent, problems, true);
        if (DayTyped.of(sent, "from").read() instanceof LocalDate first && its.held(who, name, first))
            problems.add(new Problem(who == null ? "name" : "staff", "They hold it on that day already"));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return holder(by, its, sent, problems, request, model);
        }
        posts.hold(by, post, who, name, Objects.requireNonNull(DayTyped.of(sent, "from").read()), until.read(),
                sent.containsKey("ends"));
        frames.say(request, response, PlanNotice.POST_SAVED);
        return "redirect:" + HOME + "/" + post;
    }

    @GetMapping("/{id}/holders/{holder}")
    String ending(Actor by, @PathVariable("id") UUID post, @PathVariable UUID holder, HttpServletRequest request,
            Model model) {
        return end(by, posts.get(by, post), holder, DayTyped.of("day", posts.today(by)), List.of(), request, model);
    }

    private String end(Actor by, Post its, UUID holder, DayTyped day, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var held = its.holders().stream().filter(h -> h.id().equals(holder)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("nobody holds it so"));
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "End holding the post"),
                        HOME + "/" + its.id() + "/holders/" + holder,
                        List.of(day.question("Last day", null, problems)), problems, "End it", HOME + "/" + its.id())
                        .withShown(List.of(SummaryRow.of("Post", its.title()), SummaryRow.of("Held by", held.name()),
                                SummaryRow.of("Since", PlanDays.words(held.from())))));
        return FORM;
    }

    @PostMapping("/{id}/holders/{holder}")
    String end(Actor by, @PathVariable("id") UUID post, @PathVariable UUID holder,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var its = posts.get(by, post);
        var day = DayTyped.of(sent, "day");
        var problems = new ArrayList<Problem>();
        day.check(problems, true, "the last day");
        var last = day.read();
        var held = its.holders().stream().filter(h -> h.id().equals(holder)).findFirst();
        if (last != null && held.isPresent() && last.isBefore(held.get().from()))
            problems.add(new Problem("day-day", "The last day must not be before the first"));
        if (last != null && held.isPresent() && held.get().until() instanceof LocalDate ended
                && !last.isBefore(ended))
            problems.add(new Problem("day-day", "It ends before that already, on " + PlanDays.words(ended)));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return end(by, its, holder, day, problems, request, model);
        }
        if (held.isEmpty())
            throw Refusal.NOT_FOUND.because("nobody holds it so");
        posts.release(by, post, holder, Objects.requireNonNull(last));
        frames.say(request, response, PlanNotice.POST_SAVED);
        return "redirect:" + HOME + "/" + post;
    }
}

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
import java.util.HashMap;
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

/** The posts that lead actions. */
@Controller
@RequestMapping("/assurance/posts")
class PostsController {
    private static final String HOME = "/assurance/posts";
    /** The last day of a name as its page was made. */
    private static final String SEEN = "seen";
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
                        .map(a -> new PostPage.Called(a.alias(), when(a), at + "/aliases/" + a.id())).toList(),
                opened.setAside().stream().map(s -> s.alias().alias() + " (" + when(s.alias()) + "): set aside by "
                        + names.getOrDefault(s.by(), "someone who has left") + ", " + time.dayAndTime(s.at()))
                        .toList()));
        return "assurance/plan/post";
    }

    private static String when(Post.Alias alias) {
        if (alias.from() == null && alias.until() == null)
            return "Always";
        return Stream.of(alias.from() == null ? "" : "From " + PlanDays.words(alias.from()),
                alias.until() == null ? "" : "until " + PlanDays.words(alias.until())).filter(w -> !w.isEmpty())
                .reduce((a, b) -> a + " " + b).orElse("");
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
        var until = days(sent, problems, true);
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

    /** Checks two days, the second of which may be missing. */
    private static DayTyped days(Map<String, String> sent, List<Problem> problems, boolean needed) {
        var from = DayTyped.of(sent, "from");
        var until = DayTyped.of(sent, "until");
        from.check(problems, needed, "the first day");
        until.check(problems, false, "the last day");
        var first = from.read();
        var last = until.read();
        if (first != null && last != null && last.isBefore(first))
            problems.add(new Problem("until-day", "The last day must not be before the first"));
        return until;
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

    @GetMapping("/{id}/aliases")
    String aliasing(Actor by, @PathVariable("id") UUID post, HttpServletRequest request, Model model) {
        return alias(by, posts.get(by, post), Map.of(), List.of(), List.of(), null, request, model);
    }

    /** @param meanwhile what somebody else did, shown under the post; empty for nothing */
    private String alias(Actor by, Post its, Map<String, String> sent, List<Problem> problems,
            List<SummaryRow> meanwhile, @Nullable String warning, HttpServletRequest request, Model model) {
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Add initials or another name"),
                        HOME + "/" + its.id() + "/aliases",
                        called(sent, problems), problems, "Add it", HOME + "/" + its.id())
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

    @GetMapping("/{id}/aliases/{alias}")
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
                        HOME + "/" + its.id() + "/aliases/" + now.id(), questions, problems, "Save",
                        HOME + "/" + its.id())
                        .withIntro(
                                "To end it, enter its last day. A plan of an earlier day still finds it. What was typed wrongly is set aside: no plan finds it any more, and it stays on record.")
                        .withWarning(warning).withHidden(Map.of(SEEN, sent.getOrDefault(SEEN, "")))
                        .withShown(List.of(SummaryRow.of("Post", its.title()),
                                SummaryRow.of("Called", now.alias() + ", " + when(now)))));
        return FORM;
    }

    @PostMapping("/{id}/aliases/{alias}")
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
        var until = mistake ? DayTyped.of("until", null) : days(sent, problems, false);
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
        return "redirect:" + HOME + "/" + post;
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
                        : String.join("\n", its.aliases().stream().map(a -> a.alias() + ", " + when(a)).toList()))),
                "Somebody else set this name aside while you did this. Yours is below and not saved yet: add it if the"
                        + " post is called so.",
                request, model);
    }

    @PostMapping("/{id}/aliases")
    String alias(Actor by, @PathVariable("id") UUID post, @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var its = posts.get(by, post);
        var alias = sent.getOrDefault("alias", "").strip();
        var problems = new ArrayList<Problem>();
        if (LeadWords.folded(alias).isEmpty() || alias.length() > Posts.LONGEST)
            problems.add(new Problem("alias", "Enter initials or a name of 120 characters or fewer"));
        var until = days(sent, problems, false);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return alias(by, its, sent, problems, List.of(), null, request, model);
        }
        posts.alias(by, post, alias, DayTyped.of(sent, "from").read(), until.read());
        frames.say(request, response, PlanNotice.POST_SAVED);
        return "redirect:" + HOME + "/" + post;
    }
}

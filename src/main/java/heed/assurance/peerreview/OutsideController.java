package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReturnEdition;
import heed.assurance.exercise.ReturnForm;
import heed.assurance.exercise.ReturnWords;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.Field;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.PieceKind;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reviews by people from outside, and judgements that stand in old papers. */
@Controller
@RequestMapping("/assurance/outside-reviews")
class OutsideController {
    static final String HOME = "/assurance/outside-reviews";
    private static final String FORM = "layout/form";
    private static final String REPLACES = "replaces";
    private static final String PAPER = "paper";
    private static final String VOICE = "voice";
    private static final String REVIEW = "review";
    private static final String PEER = "peer";
    private static final String WHAT = "what";
    private static final String ALL = "all";
    private static final String LEVEL = "level";
    private static final String STANDARDS = "standards";
    private static final String SOURCE = "source";

    private final OutsideReviews reviews;
    private final Frames frames;
    private final Clock clock;

    OutsideController(OutsideReviews reviews, Frames frames, Clock clock) {
        this.reviews = reviews;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor by, HttpServletRequest request, Model model) {
        var begin = new ArrayList<AskedPage.Act>();
        begin.add(new AskedPage.Act("Record a review", HOME + "/recording"));
        for (var paper : reviews.papers(by))
            if (paper.reading().kind() == PaperKind.REVIEW)
                begin.add(new AskedPage.Act("Record it from the paper “" + name(paper) + "”",
                        HOME + "/recording?paper=" + paper.id()));
        for (var edition : reviews.editions(by))
            begin.add(new AskedPage.Act("Type in judgements on “" + edition.title() + "”",
                    HOME + "/judgements/" + edition.id()));
        model.addAttribute("page", new OutsidePage(
                frames.of(request, by, "Reviews from outside").withBack("/assurance"), "Reviews from outside",
                List.of(),
                reviews.all(by).stream().map(r -> new OutsidePage.Row(r.title(), HOME + "/" + r.id(),
                        r.kind().words() + days(r))).toList(),
                "No review by people from outside is recorded yet.", List.of(), null, begin));
        return "assurance/peerreview/outside";
    }

    private static String name(AcceptedPaper paper) {
        return paper.reading().of(PieceKind.HEADER).stream()
                .map(p -> p.field(Field.TITLE).or(() -> p.field(Field.VALUE))
                        .orElse(""))
                .filter(t -> !t.isBlank()).findFirst()
                .map(t -> t.length() > 80 ? t.substring(0, 80) + "…" : t).orElse("without a title");
    }

    private static String days(IndependentReview review) {
        var until = review.until();
        return until == null ? "" : ", " + ReturnWords.day(until);
    }

    private @Nullable RatingScale scale(Actor by) {
        return reviews.impactScales(by).stream().findFirst().orElse(null);
    }

    @GetMapping("/recording")
    String ask(Actor by, @RequestParam(defaultValue = "") String paper, HttpServletRequest request, Model model) {
        var from = paper(by, paper);
        var read = from.map(p -> ReviewRead.of(p.reading()));
        return recording(by, read.map(r -> ReturnForm.begun(OutsideForm.begun(r))).orElse(new ReturnForm(Map.of())),
                read.map(r -> r.methods().stream().map(Enum::name).toList()).orElse(List.of()),
                from.map(p -> p.id().toString()).orElse(""), "", null, request, model);
    }

    private Optional<AcceptedPaper> paper(Actor by, String id) {
        return reviews.papers(by).stream().filter(p -> p.id().toString().equals(id)).findFirst();
    }

    private String recording(Actor by, ReturnForm form, List<String> methods, String paper, String replaces,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var back = replaces.isEmpty() ? HOME : HOME + "/" + replaces;
        var scale = scale(by);
        var page = FormPage.of(
                frames.of(request, by, replaces.isEmpty() ? "Record a review" : "Correct this review"),
                HOME + "/recording", OutsideForm.questions(form, methods, scale), form.problems(),
                "Keep this review", back).withHidden(Map.of(PAPER, paper, REPLACES, replaces)).withWarning(warning);
        if (!paper.isEmpty())
            page = page
                    .withIntro("Read from the paper, as far as Heed can. Check every line, and say who the reviewers "
                            + "were.");
        else if (scale == null)
            page = page.withIntro("No scale of impact is published, so levels of impact are not asked.");
        model.addAttribute("page", page);
        return FORM;
    }

    @PostMapping("/recording")
    String record(Actor by, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var form = new ReturnForm(sent.toSingleValueMap());
        var methods = sent.getOrDefault(OutsideForm.METHODS, List.of());
        var asked = form.get(REPLACES);
        var replaces = reviews.all(by).stream().map(IndependentReview::id).filter(i -> i.toString().equals(asked))
                .findFirst();
        var scale = scale(by);
        var paper = paper(by, form.get(PAPER)).map(AcceptedPaper::id);
        var review = OutsideForm.read(form, methods, by.council(), scale);
        if (replaces.isEmpty() && !asked.isEmpty()) {
            response.setStatus(Refusal.MOVED_ON.status());
            return recording(by, form, methods, "", asked,
                    "Somebody else corrected this review while you did. Copy what you want to keep: it is below and not "
                            + "kept. Then open the review as it is now from the list of reviews.",
                    request, model);
        }
        if (review != null)
            reviews.record(by, review, scale == null
                    ? new RatingScale("none", 1, "", List.of(), Map.of(), List.of())
                    : scale, paper.orElse(null), replaces.orElse(null))
                    .forEach(f -> form.wrong(OutsideForm.field(f), f.words()));
        if (!form.right() || review == null) {
            response.setStatus(422);
            return recording(by, form, methods, paper.map(UUID::toString).orElse(""),
                    replaces.map(UUID::toString).orElse(""), null, request, model);
        }
        frames.say(request, response, PeerNotice.OUTSIDE_REVIEW_KEPT);
        return "redirect:" + HOME + "/" + review.id();
    }

    @GetMapping("/{review}")
    String show(Actor by, @PathVariable UUID review, @RequestParam(defaultValue = "") String correct,
            HttpServletRequest request, Model model) {
        var found = reviews.get(by, review);
        if (correct.equals("yes"))
            return recording(by, ReturnForm.begun(OutsideForm.begun(found)),
                    found.methods().stream().map(Enum::name).toList(), "", review.toString(), null, request, model);
        var scale = scale(by);
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Kind", found.kind().words()));
        var from = found.from();
        var until = found.until();
        if (from != null)
            facts.add(SummaryRow.of("First day of the work", ReturnWords.day(from)));
        if (until != null)
            facts.add(SummaryRow.of("Dated", ReturnWords.day(until)));
        facts.add(SummaryRow.of("Reviewers",
                String.join("\n", found.team().stream().map(IndependentReview.Member::post).toList())));
        facts.add(SummaryRow.of("How they worked",
                String.join("\n", found.methods().stream().map(ReviewMethod::words).toList())));
        var rows = found.areas().stream().map(a -> new OutsidePage.Row(a.title(), null,
                a.items().isEmpty() ? "" : "Standards " + String.join(", ", a.items()))).toList();
        var parts = new ArrayList<OutsidePage.Part>();
        parts.add(new OutsidePage.Part("What they could not do", found.limitations().stream()
                .map(l -> l.words() + (l.areas().isEmpty()
                        ? " Weakens the whole review."
                        : " Weakens " + String.join(", ", l.areas()) + "."))
                .toList()));
        if (scale != null)
            parts.add(new OutsidePage.Part("Levels of impact", found.impact().stream()
                    .map(i -> (i.area().isEmpty() ? "The whole" : i.area()) + ": " + i.shown(scale)).toList()));
        if (!found.judgement().isBlank())
            parts.add(new OutsidePage.Part("What they say of the own assessment", List.of(found.judgement())));
        model.addAttribute("page", new OutsidePage(frames.of(request, by, found.title()).withBack(HOME), found.title(),
                facts, rows, "No areas are recorded.", parts, HOME + "/" + review + "?correct=yes", List.of()));
        return "assurance/peerreview/outside";
    }

    private ReturnEdition edition(Actor by, UUID id) {
        return reviews.editions(by).stream().filter(e -> e.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such edition"));
    }

    @GetMapping("/judgements/{edition}")
    String askJudgements(Actor by, @PathVariable UUID edition, HttpServletRequest request, Model model) {
        var asked = edition(by, edition);
        return judgements(by, asked, new ReturnForm(Map.of()),
                asked.questions().stream().map(ReturnEdition.Asked::code).toList(), request, model);
    }

    private String judgements(Actor by, ReturnEdition edition, ReturnForm form, List<String> standards,
            HttpServletRequest request, Model model) {
        var levels = new ArrayList<Choice>();
        levels.add(form.choice(LEVEL, "", "Choose a level", null));
        edition.scale().levels().forEach(l -> levels.add(form.choice(LEVEL, l.code(), l.shown(), null)));
        var known = new ArrayList<Choice>();
        known.add(form.choice(REVIEW, "", "Choose the review", null));
        reviews.all(by).forEach(r -> known.add(form.choice(REVIEW, r.id().toString(), r.title(), null)));
        var what = new ArrayList<Choice>();
        what.add(form.choice(WHAT, ALL, "One level for the standards I tick", null));
        for (var paper : reviews.papers(by)) {
            long many = OutsideForm.printed(paper, edition, Voice.SELF, by.council(), "-", null).stream()
                    .mapToLong(j -> j.items().size()).sum();
            if (many > 0)
                what.add(form.choice(WHAT, paper.id().toString(),
                        "As the paper “" + name(paper) + "” prints them: " + many + " standards", null));
        }
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, "Judgements on “" + edition.title() + "”"),
                HOME + "/judgements/" + edition.id(),
                List.of(new Question.Pick(form.field(VOICE, "Whose judgement is it?", null),
                        List.of(form.choice(VOICE, Voice.SELF.name(), "Our own", null),
                                form.choice(VOICE, Voice.PEER.name(), "Peers’", null),
                                form.choice(VOICE, Voice.INDEPENDENT.name(), "Of a review from outside", null),
                                form.choice(VOICE, Voice.AGREED.name(), "The board’s", null)),
                        false,
                        Map.of(Voice.PEER.name(), List.of(form.line(PEER, "Which organisation?", null)),
                                Voice.INDEPENDENT.name(),
                                List.of(new Question.Select(form.field(REVIEW, "Which review?", null), known)),
                                Voice.AGREED.name(), MinuteForm.questions(form))),
                        new Question.Pick(form.field(WHAT, "What does it say?", null), what, false,
                                Map.of(ALL, List.of(
                                        new Question.Select(form.field(LEVEL, "Which level?", null), levels),
                                        new Question.Tick(form.field(STANDARDS, "Of which standards?", null),
                                                edition.questions().stream().map(q -> Choice.of(q.code(),
                                                        q.code() + " " + q.title(), standards.contains(q.code())))
                                                        .toList())))),
                        form.line(SOURCE, "Where does it stand?",
                                "The paper and the place in it, such as “review, 1.2”")),
                form.problems(), "Keep these ratings", HOME));
        return FORM;
    }

    @PostMapping("/judgements/{edition}")
    String judge(Actor by, @PathVariable UUID edition, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var asked = edition(by, edition);
        var form = new ReturnForm(sent.toSingleValueMap());
        var standards = sent.getOrDefault(STANDARDS, List.of());
        var said = form.one(VOICE, List.of("SELF", "PEER", "INDEPENDENT", "AGREED"), "Choose whose judgement it is");
        var source = form.words(SOURCE, "Say where it stands: the paper and the place in it", ReturnForm.SHORT);
        var whose = said == null ? null : whose(by, form, Voice.valueOf(said));
        var papers = reviews.papers(by);
        var what = form.get(WHAT);
        var paper = papers.stream().filter(p -> p.id().toString().equals(what)).findFirst();
        List<PastJudgement> made = List.of();
        if (what.equals(ALL)) {
            var level = form.one(LEVEL, asked.scale().levels().stream().map(RatingScale.Step::code).toList(),
                    "Choose a level");
            if (level != null && whose != null)
                made = List.of(new PastJudgement(whose.voice(), whose.organisation(), standards,
                        new Verdict.Level(level, null), source, whose.ground()));
        } else if (paper.isEmpty())
            form.wrong(WHAT, "Choose what it says");
        else if (whose != null)
            made = OutsideForm.printed(paper.get(), asked, whose.voice(), whose.organisation(), source,
                    whose.ground());
        if (form.right())
            reviews.judge(by, asked, made)
                    .forEach(w -> form.wrong(w.startsWith("Choose the standards") ? STANDARDS : WHAT, w));
        if (!form.right()) {
            response.setStatus(422);
            return judgements(by, asked, form, standards, request, model);
        }
        frames.say(request, response, PeerNotice.JUDGEMENTS_TYPED);
        return "redirect:" + HOME;
    }

    private record Whose(Voice voice, UUID organisation, Rating.@Nullable Ground ground) {
    }

    /** Whose judgement it is. @return null where something is missing, which the form then says */
    private @Nullable Whose whose(Actor by, ReturnForm form, Voice voice) {
        return switch (voice) {
            case PEER -> {
                var peer = form.words(PEER, "Enter which organisation", ReturnForm.SHORT);
                yield peer.isEmpty() ? null : new Whose(voice, named(peer), null);
            }
            case INDEPENDENT -> {
                var review = reviews.all(by).stream().filter(r -> r.id().toString().equals(form.get(REVIEW)))
                        .findFirst();
                if (review.isEmpty())
                    form.wrong(REVIEW, "Choose the review it is of; record it first where it is not there");
                yield review.map(r -> new Whose(voice, r.id(), r.ground())).orElse(null);
            }
            case AGREED -> {
                var minute = MinuteForm.read(form, LocalDate.ofInstant(clock.instant(), LondonTime.ZONE));
                yield minute == null
                        ? null
                        : new Whose(voice, named(minute.group()),
                                new Rating.Ground(Rating.Ground.Kind.MINUTE, minute.words(), minute.day()));
            }
            case SELF, MODERATED -> new Whose(Voice.SELF, by.council(), null);
        };
    }

    /** One id for one name, however it is written: an organisation of an old paper need not be in this Heed. */
    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.strip().toLowerCase(Locale.UK).getBytes(StandardCharsets.UTF_8));
    }
}

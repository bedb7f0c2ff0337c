package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReturnForm;
import heed.assurance.exercise.ReturnMove;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.VerdictForm;
import heed.assurance.exercise.Voice;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

/** A return that the board received: read, decided on, agreed, moved on. */
@Controller
@RequestMapping("/assurance/received/{received}")
class ReceivedController {
    static final String HOME = "/assurance/received/";
    private static final String FORM = "layout/form";
    private static final String WHY = "why";
    private static final String DECIDING = "deciding";
    private static final String REFS = "refs";
    private static final String CHECKED = "checked";
    private static final String NOTE = "note";
    private static final String APART = "apart";
    private static final String SEEN = "seen";

    private final PanelDesk panel;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    ReceivedController(PanelDesk panel, Frames frames, LondonTime time, Clock clock) {
        this.panel = panel;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
    }

    @GetMapping
    String show(Actor by, @PathVariable UUID received, HttpServletRequest request, Model model) {
        var room = panel.open(by, received);
        var base = HOME + received;
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Return", room.said().editionTitle() + " " + room.said().year()
                + (room.copy().number() > 1 ? ", version " + room.copy().number() : "")));
        facts.add(SummaryRow.of("Received", time.dayAndTime(room.copy().at())));
        facts.add(SummaryRow.of("Own ratings", room.said().tally()));
        facts.add(SummaryRow.of("Content hash", room.copy().hash()));
        var acts = new ArrayList<AskedPage.Act>();
        if (WhoRates.faults(Voice.AGREED, new WhoRates.Sitting(by.scope(), room.owner(), by.scope(), true,
                room.cycle().state(), room.state(), today(), null, null)).isEmpty()) {
            acts.add(new AskedPage.Act("Record the board’s ratings", base + "/agreement"));
            if (room.edition().both())
                acts.add(new AskedPage.Act("Record them for children and adults apart", base + "/agreement?apart=yes"));
        }
        PanelDesk.moves(room).forEach(m -> acts.add(new AskedPage.Act(words(m), base + "/moves/" + m)));
        acts.add(new AskedPage.Act("Evidence for the reviewers’ pack", base + "/samples"));
        model.addAttribute("page", new ReviewPage(
                frames.of(request, by, room.name(room.owner()))
                        .withBack("/assurance/cycles/" + room.cycle().id() + "/reviews"),
                room.name(room.owner()), room.state().words(), room.state().colour(), facts, null, null,
                ReviewPage.rows(room, base, Voice.AGREED, null), "Agreed rating", acts));
        return "assurance/peerreview/review";
    }

    private static String words(ReturnMove move) {
        return switch (move) {
            case SEND_BACK -> "Send it back";
            case MODERATE -> "The panel is done with it";
            case PUBLISH -> "Publish it";
            default -> move.words();
        };
    }

    @GetMapping("/questions/{question}")
    String question(Actor by, @PathVariable UUID received, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var room = panel.open(by, received);
        PeerDesk.question(room, question);
        var base = HOME + received;
        var acts = new ArrayList<AskedPage.Act>();
        if (WhoRates.faults(Voice.MODERATED, new WhoRates.Sitting(by.scope(), room.owner(), by.scope(), true,
                room.cycle().state(), room.state(), today(), null, null)).isEmpty())
            acts.add(new AskedPage.Act("Record the panel’s decision", base + "/questions/" + question + "/panel"));
        model.addAttribute("page", AskedPage.of(frames.of(request, by, question), room, question, List.of(), acts, null,
                base, time));
        return "assurance/peerreview/question";
    }

    @GetMapping("/questions/{question}/panel")
    String askPanel(Actor by, @PathVariable UUID received, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var room = panel.open(by, received);
        PeerDesk.question(room, question);
        return panel(by, room, question, ReturnForm.begun(Map.of(VerdictForm.AUDIENCE, Audience.ALL.name())),
                List.of(), referred(room, question).stream().map(Challenge::ref).toList(), null, request, model);
    }

    private static List<Challenge> referred(Room room, String question) {
        return room.on(question).stream().filter(c -> c.state() == ChallengeState.REFERRED).toList();
    }

    /** How many ratings and decisions there were as a page was made: who writes down another is told of what came since. */
    private static String seen(Room room, String question) {
        return Long.toString(room.ratings().stream().filter(r -> question.isEmpty() || r.item().equals(question))
                .count()
                + room.decisions().stream().filter(d -> question.isEmpty() || d.item().equals(question)).count());
    }

    private static boolean meanwhile(Room room, String question, ReturnForm form) {
        return form.right() && !form.get(SEEN).isEmpty() && !form.get(SEEN).equals(seen(room, question));
    }

    private String panel(Actor by, Room room, String question, ReturnForm form, List<String> deciding,
            List<String> refs, @Nullable String warning, HttpServletRequest request, Model model) {
        var back = HOME + room.copy().id() + "/questions/" + question;
        var scale = room.edition().scale();
        var questions = new ArrayList<>(VerdictForm.questions(form, scale, "What did the panel decide?", false));
        if (room.edition().both())
            questions.add(VerdictForm.audience(form));
        questions.add(form.text(WHY, "Why?", "Everybody with a side in it reads this.", 4));
        var referred = referred(room, question);
        if (!referred.isEmpty())
            questions.add(new Question.Tick(form.field(REFS, "Which challenges does it settle?", null),
                    referred.stream().map(c -> Choice.of(c.ref(),
                            c.ref() + " " + c.kind().words() + ", " + room.name(c.peer()), refs.contains(c.ref())))
                            .toList()));
        questions.add(new Question.Tick(form.field(DECIDING, "Whose people decided?",
                "The organisation itself is heard and does not decide."),
                room.names().entrySet().stream().filter(e -> !e.getKey().equals(room.owner()))
                        .sorted(Map.Entry.comparingByValue())
                        .map(e -> Choice.of(e.getKey().toString(), e.getValue(),
                                deciding.contains(e.getKey().toString())))
                        .toList()));
        questions.addAll(MinuteForm.questions(form));
        model.addAttribute("page", FormPage.of(frames.of(request, by, "The panel’s decision on " + question),
                back + "/panel", questions, form.problems(), "Keep the decision", back)
                .withWarning(warning).withHidden(Map.of(SEEN, seen(room, question)))
                .withShown(scale.levels().stream().map(l -> SummaryRow.of(l.shown(), l.meaning())).toList()));
        return FORM;
    }

    @PostMapping("/questions/{question}/panel")
    String decide(Actor by, @PathVariable UUID received, @PathVariable String question,
            @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var room = panel.open(by, received);
        PeerDesk.question(room, question);
        var form = new ReturnForm(sent.toSingleValueMap());
        var deciding = sent.getOrDefault(DECIDING, List.of());
        var refs = sent.getOrDefault(REFS, List.of());
        var verdict = VerdictForm.verdict(form, room.edition().scale());
        var why = form.words(WHY, "Give the panel’s reason", ReturnForm.LONG);
        var minute = MinuteForm.read(form, today());
        var who = new HashSet<UUID>();
        room.names().keySet().stream().filter(id -> deciding.contains(id.toString())).forEach(who::add);
        if (who.isEmpty())
            form.wrong(DECIDING, "Say which organisations decided");
        if (meanwhile(room, question, form)) {
            response.setStatus(Refusal.MOVED_ON.status());
            return panel(by, room, question, form, deciding, refs,
                    "Somebody wrote down a rating or decision on this question while you did. It now stands at: "
                            + said(room, question) + ". Yours is below and not kept yet.",
                    request, model);
        }
        if (verdict != null && minute != null && form.right())
            panel.decide(by, new PanelDecision(UUID.randomUUID(), received, room.owner(), question,
                    VerdictForm.about(form), verdict, why, minute, who, new HashSet<>(refs)))
                    .forEach(w -> form.wrong(VerdictForm.SAYS, w));
        if (!form.right()) {
            response.setStatus(422);
            return panel(by, room, question, form, deciding, refs, null, request, model);
        }
        frames.say(request, response, PeerNotice.PANEL_DECIDED);
        return "redirect:" + HOME + received + "/questions/" + question;
    }

    private static String field(String what, BoardAgreement.Line line) {
        return what + "-" + line.item().replace('.', '-') + "-" + line.audience();
    }

    @GetMapping("/agreement")
    String askAgreement(Actor by, @PathVariable UUID received, @RequestParam(defaultValue = "") String apart,
            HttpServletRequest request, Model model) {
        var room = panel.open(by, received);
        var reasons = panel.reasons(by, received);
        var typed = new HashMap<String, String>();
        typed.put(APART, apart);
        for (var line : PanelDesk.proposed(room, apart.equals("yes"))) {
            typed.put(field("level", line), line.verdict().stored());
            typed.put(field(WHY, line), reasons.getOrDefault(line.item() + " " + line.audience(), ""));
        }
        return agreement(by, room, ReturnForm.begun(typed), null, request, model);
    }

    private String agreement(Actor by, Room room, ReturnForm form, @Nullable String warning,
            HttpServletRequest request, Model model) {
        var back = HOME + room.copy().id();
        var scale = room.edition().scale();
        var questions = new ArrayList<Question>();
        var apart = form.get(APART).equals("yes");
        for (var line : PanelDesk.proposed(room, apart)) {
            var level = field("level", line);
            var title = line.item() + " " + room.line(line.item()).map(l -> l.title()).orElse("")
                    + (line.audience() == Audience.ALL ? "" : " (" + line.audience().words() + ")");
            questions.add(new Question.Select(
                    form.field(level, title, said(room, line.item())), levels(form, level, scale)));
            questions.add(new Question.Line(form.field(field(WHY, line), "Why, if it differs (" + line.item()
                    + (line.audience() == Audience.ALL ? "" : ", " + line.audience().words()) + ")",
                    null)));
        }
        questions.addAll(MinuteForm.questions(form));
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, "The board’s ratings of " + room.name(room.owner())), back + "/agreement",
                questions, form.problems(), "Keep the board’s ratings", back)
                .withIntro(
                        "Proposed is what the panel, or else the organisation, says. Every other rating stays beside "
                                + "these.")
                .withWarning(warning).withHidden(Map.of(APART, apart ? "yes" : "", SEEN, seen(room, "")))
                .withShown(scale.levels().stream().map(l -> SummaryRow.of(l.shown(), l.meaning())).toList()));
        return FORM;
    }

    /** Everybody's rating on one line, so that whoever records the board's sees what it is held against. */
    private static String said(Room room, String question) {
        return String.join(". ", room.beside(question).lines().stream().map(l -> l.whose() + ": " + l.shown())
                .toList());
    }

    private static List<Choice> levels(ReturnForm form, String name, RatingScale scale) {
        var choices = new ArrayList<Choice>();
        scale.levels().forEach(l -> choices.add(form.choice(name, l.code(), l.shown(), null)));
        choices.add(form.choice(name, "not_rated", "Not rated", null));
        if (form.get(name).equals("not_applicable"))
            choices.add(form.choice(name, "not_applicable", "Not applicable", null));
        if (form.get(name).equals("not_recoverable"))
            choices.add(form.choice(name, "not_recoverable", "Rating not recoverable", null));
        return choices;
    }

    @PostMapping("/agreement")
    String agree(Actor by, @PathVariable UUID received, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var room = panel.open(by, received);
        var form = new ReturnForm(sent);
        var lines = new ArrayList<BoardAgreement.Line>();
        for (var line : PanelDesk.proposed(room, form.get(APART).equals("yes"))) {
            var verdict = verdict(form.get(field("level", line)), line.verdict(), room.edition().scale());
            if (verdict == null)
                form.wrong(field("level", line), "Choose a rating");
            else
                lines.add(new BoardAgreement.Line(line.item(), line.audience(), verdict,
                        form.maybe(field(WHY, line), ReturnForm.LONG)));
        }
        var minute = MinuteForm.read(form, today());
        if (meanwhile(room, "", form)) {
            response.setStatus(Refusal.MOVED_ON.status());
            return agreement(by, room, form,
                    "Somebody wrote down ratings of this return while you did. What stands now is beside each question; "
                            + "yours are below and not kept yet.",
                    request, model);
        }
        if (minute != null && form.right())
            panel.agree(by, new BoardAgreement(received, minute, lines))
                    .forEach(w -> form.wrong(place(lines, w), w));
        if (!form.right()) {
            response.setStatus(422);
            return agreement(by, room, form, null, request, model);
        }
        frames.say(request, response, PeerNotice.BOARD_AGREED);
        return "redirect:" + HOME + received;
    }

    /**
     * The field that a fault is beside: for one that begins with a question's code, the reason that is missing or else the
     * rating; the meeting's day or else its group for others.
     */
    private static String place(List<BoardAgreement.Line> lines, String wrong) {
        if (wrong.equals(BoardAgreement.Fault.BEFORE_SUBMISSION.words()))
            return MinuteForm.WHEN;
        boolean reason = wrong.endsWith(BoardAgreement.Fault.NO_REASON.words());
        return lines.stream().filter(l -> wrong.startsWith(l.item() + ":") && (!reason || l.why().isBlank()))
                .map(l -> field(reason ? WHY : "level", l)).findFirst().orElse("group");
    }

    private static @Nullable Verdict verdict(String chosen, Verdict proposed, RatingScale scale) {
        if (chosen.equals(proposed.stored()))
            return proposed;
        if (chosen.equals("not_rated"))
            return new Verdict.NotRated();
        return scale.level(chosen).map(l -> (Verdict) new Verdict.Level(l.code(), null)).orElse(null);
    }

    @GetMapping("/moves/{move}")
    String askMove(Actor by, @PathVariable UUID received, @PathVariable String move, HttpServletRequest request,
            Model model) {
        return move(by, panel.open(by, received), named(move), new ReturnForm(Map.of()), request, model);
    }

    private static ReturnMove named(String name) {
        return Arrays.stream(ReturnMove.values())
                .filter(m -> m.name().equals(name) && m.who() == ReturnMove.Who.BOARD).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such move of a board"));
    }

    private String move(Actor by, Room room, ReturnMove move, ReturnForm form, HttpServletRequest request,
            Model model) {
        var back = HOME + room.copy().id();
        var questions = new ArrayList<Question>();
        var shown = new ArrayList<SummaryRow>();
        if (move.note())
            questions.add(form.text(NOTE, "What has to be put right?", "The organisation reads this.", 4));
        if (move == ReturnMove.PUBLISH) {
            for (var found : PanelDesk.disclosures(room.said()))
                shown.add(SummaryRow.of(found.place().words(), found.says()));
            questions.add(new Question.Tick(
                    form.field(CHECKED, "Before anybody else may read it",
                            shown.isEmpty() ? "Heed found no name and no single case in it." : null),
                    List.of(Choice.of("yes", "It was read for names and for single cases", false))));
        }
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, words(move) + ": " + room.name(room.owner())), back + "/moves/" + move,
                questions,
                form.problems(), words(move), back).withShown(shown));
        return FORM;
    }

    @PostMapping("/moves/{move}")
    String moveOn(Actor by, @PathVariable UUID received, @PathVariable String move,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var room = panel.open(by, received);
        var chosen = named(move);
        var form = new ReturnForm(sent);
        var note = chosen.note()
                ? form.words(NOTE, "Say what has to be put right", ReturnForm.LONG)
                : "";
        if (chosen == ReturnMove.PUBLISH && !form.get(CHECKED).equals("yes"))
            form.wrong(CHECKED, "Have it read for names and single cases first");
        if (!form.right()) {
            response.setStatus(422);
            return move(by, room, chosen, form, request, model);
        }
        panel.move(by, received, chosen, note, form.get(CHECKED).equals("yes"));
        frames.say(request, response, PeerNotice.RECEIVED_MOVED);
        return "redirect:" + HOME + received;
    }
}

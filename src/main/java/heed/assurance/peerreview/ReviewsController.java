package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.cycle.Cycles;
import heed.assurance.evidence.Standing;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.ReturnForm;
import heed.assurance.exercise.Voice;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A cycle's reviews: who reviews whom, what was declared, and one question with all returns side by side. */
@Controller
@RequestMapping("/assurance/cycles/{id}")
class ReviewsController {
    private static final String FORM = "layout/form";
    private static final String HOW = "how";
    private static final String ALL = "all";
    private static final String ONE = "one";
    private static final String EACH = "each";
    private static final String REVIEWER = "reviewer";
    private static final String OWNER = "owner";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final BoardDesk desk;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    ReviewsController(BoardDesk desk, Frames frames, LondonTime time, Clock clock) {
        this.desk = desk;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    private static String home(UUID cycle) {
        return "/assurance/cycles/" + cycle;
    }

    @GetMapping("/reviews")
    String show(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var whole = desk.desk(by, id);
        var cycle = whole.cycle();
        var here = home(id) + "/reviews";
        var facts = new ArrayList<SummaryRow>();
        var peerBy = cycle.dates().peerBy();
        var panelOn = cycle.dates().moderationOn();
        facts.add(SummaryRow.of("Peers answer and are answered by", peerBy == null
                ? "No day set"
                : heed.assurance.exercise.ReturnWords.day(peerBy)));
        facts.add(SummaryRow.of("The panel meets", panelOn == null
                ? "No day set"
                : heed.assurance.exercise.ReturnWords.day(panelOn)));
        facts.add(SummaryRow.of("Returns here", whole.came().size() + " of " + whole.invited().size()));
        model.addAttribute("page", new ReviewsPage(
                frames.of(request, by, "Reviews: " + cycle.name()).withBack(home(id)), cycle.name(),
                cycle.state().words(), cycle.state().colour(), facts,
                whole.came().stream().map(c -> new ReviewsPage.Came(whole.name(c.copy().from()),
                        ReceivedController.HOME + c.copy().id(), c.state().words(), c.state().colour(),
                        ReviewPage.counted(c.challenges()), time.day(c.copy().at()))).toList(),
                whole.pairings().stream().map(p -> pair(whole, p, here)).toList(),
                whole.pairs() ? here + "/pairing" : null,
                whole.declarations().reversed().stream().filter(d -> !d.relationships().isEmpty())
                        .map(d -> new ReviewsPage.Declared(whole.name(d.reviewer()), whole.name(d.owner()), d.beside(),
                                time.day(d.at()),
                                d.waits() ? "/assurance/declarations/" + d.id() + "/ruling" : null))
                        .toList(),
                whole.first() == null ? null : home(id) + "/moderation/" + whole.first()));
        return "assurance/peerreview/reviews";
    }

    private static ReviewsPage.Pair pair(BoardDesk.Desk whole, Pairing p, String here) {
        var declared = whole.declarations().stream()
                .filter(d -> d.reviewer().equals(p.reviewer()) && d.owner().equals(p.owner()))
                .reduce((a, b) -> b);
        return new ReviewsPage.Pair(whole.name(p.reviewer()), whole.name(p.owner()), PeerController.days(p),
                declared.map(d -> d.waits() ? "Declared, the panel looks at it" : "Declared").orElse("Not declared"),
                p.ended() == null ? here + "/" + p.id() + "/ending" : null);
    }

    @GetMapping("/reviews/pairing")
    String askPairing(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var whole = desk.desk(by, id);
        var typed = new HashMap<String, String>();
        typed.putAll(ReturnForm.boxes(FROM, LocalDate.ofInstant(clock.instant(), LondonTime.ZONE)));
        typed.putAll(ReturnForm.boxes(UNTIL, whole.cycle().dates().peerBy()));
        typed.put(EACH, "2");
        return pairing(by, whole, ReturnForm.begun(typed), request, model);
    }

    private String pairing(Actor by, BoardDesk.Desk whole, ReturnForm form, HttpServletRequest request, Model model) {
        var here = home(whole.cycle().id()) + "/reviews";
        var owners = new ArrayList<Choice>();
        owners.add(form.choice(OWNER, "", "Choose a return", null));
        whole.invited()
                .forEach(s -> owners.add(form.choice(OWNER, s.scope().toString(), s.name(), null)));
        var reviewers = new ArrayList<Choice>();
        reviewers.add(form.choice(REVIEWER, "", "Choose who reviews", null));
        whole.names().entrySet().stream().sorted(Map.Entry.comparingByValue())
                .forEach(e -> reviewers.add(form.choice(REVIEWER, e.getKey().toString(), e.getValue(), null)));
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Pair organisations"), here + "/pairing",
                List.of(new Question.Pick(form.field(HOW, "Who reviews whom?", null),
                        List.of(form.choice(HOW, ALL, "Everybody who was invited",
                                "Each reviews as many as review it, and last year’s pairs are avoided"),
                                form.choice(HOW, ONE, "One reviews one", null)),
                        false,
                        Map.of(ALL, List.of(new Question.Line(form.field(EACH, "How many does each review?", null),
                                "govuk-input--width-2", "numeric", "")), ONE,
                                List.of(new Question.Select(form.field(REVIEWER, "Who reviews?", null), reviewers),
                                        new Question.Select(form.field(OWNER, "Whose return?", null), owners)))),
                        new Question.Day(form.date(FROM, "First day they read it", null)),
                        new Question.Day(form.date(UNTIL, "Last day", null))),
                form.problems(), "Pair them", here));
        return FORM;
    }

    @PostMapping("/reviews/pairing")
    String pair(Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var whole = desk.desk(by, id);
        var form = new ReturnForm(sent);
        var how = form.one(HOW, List.of(ALL, ONE), "Choose who reviews whom");
        var from = form.day(FROM);
        var until = form.day(UNTIL);
        if (from != null && until != null && until.isBefore(from))
            form.wrong(UNTIL + "-day", "The last day is before the first");
        UUID reviewer = null;
        UUID owner = null;
        if (ALL.equals(how) && !form.get(EACH).matches("[1-9]"))
            form.wrong(EACH, "Enter a number from 1 to 9");
        if (ONE.equals(how)) {
            reviewer = chosen(form, REVIEWER, whole.names().keySet().stream().toList(), "Choose who reviews");
            owner = chosen(form, OWNER, whole.invited().stream().map(Cycles.Standing::scope).toList(),
                    "Choose whose return");
            if (reviewer != null && reviewer.equals(owner))
                form.wrong(REVIEWER, "Nobody reviews their own return");
        }
        if (form.right() && !whole.pairs())
            form.wrong(HOW, "Peer review is over");
        var notice = PeerNotice.PAIRED;
        if (form.right() && from != null && until != null)
            try {
                if (reviewer != null && owner != null)
                    desk.pair(by, id, reviewer, owner, from, until);
                else if (desk.pairAll(by, id, Integer.parseInt(form.get(EACH)), from, until) == 0)
                    notice = PeerNotice.PAIRED_ALREADY;
            } catch (Refused refused) {
                if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                    throw refused;
                form.wrong(HOW, "These two are paired already");
            }
        if (!form.right()) {
            response.setStatus(422);
            return pairing(by, whole, form, request, model);
        }
        frames.say(request, response, notice);
        return "redirect:" + home(id) + "/reviews";
    }

    private static @Nullable UUID chosen(ReturnForm form, String name, List<UUID> of, String missing) {
        var one = form.one(name, of.stream().map(UUID::toString).toList(), missing);
        return one == null ? null : UUID.fromString(one);
    }

    @PostMapping("/reviews/{pairing}/ending")
    String end(Actor by, @PathVariable UUID id, @PathVariable UUID pairing, HttpServletRequest request,
            HttpServletResponse response) {
        desk.end(by, id, pairing);
        frames.say(request, response, PeerNotice.PAIRING_ENDED);
        return "redirect:" + home(id) + "/reviews";
    }

    /** One question with all returns; a sitting in the address hides every name. */
    @GetMapping("/moderation/{question}")
    String moderate(Actor by, @PathVariable UUID id, @PathVariable String question,
            @RequestParam(defaultValue = "") String sitting, HttpServletRequest request, Model model) {
        by.must(Permission.RUN_CYCLES);
        var whole = desk.sitting(by, id);
        var codes = whole.order();
        int at = codes.indexOf(question);
        if (at < 0)
            throw Refusal.NOT_FOUND.because("no such question in any return");
        var here = home(id) + "/moderation/";
        var hidden = sitting(sitting);
        var with = hidden == null ? "" : "?sitting=" + hidden;
        var asked = whole.rooms().stream().filter(r -> r.line(question).isPresent()).toList();
        var title = asked.getFirst().line(question).map(FrozenReturn.ItemLine::title).orElse("");
        var scale = asked.getFirst().edition().scale();
        var entries = asked.stream().map(r -> entry(r, question)).toList();
        var peers = Stream.concat(whole.invited().stream().map(Cycles.Standing::scope),
                whole.pairings().stream().map(Pairing::reviewer)).distinct()
                .map(o -> new HiddenNames.Named(o, whole.names().getOrDefault(o, ""), List.of())).toList();
        var laid = hidden == null
                ? ModerationDesk.open(question, title, scale, entries, peers)
                : ModerationDesk.hidden(hidden, question, title, scale, entries, peers);
        model.addAttribute("page", new ModerationPage(
                frames.of(request, by, "Moderation: " + question).withBack(home(id) + "/reviews"), laid,
                hidden == null ? here + question + "?sitting=" + UUID.randomUUID() : null,
                hidden == null ? null : here + question, at == 0 ? null : here + codes.get(at - 1) + with,
                at + 1 == codes.size() ? null : here + codes.get(at + 1) + with, jumps(whole, question, here, with),
                counts(question, asked)));
        return "assurance/peerreview/moderation";
    }

    /** Every question, to go to it at once. */
    private static List<ModerationPage.Jump> jumps(BoardDesk.Laid whole, String here, String base, String with) {
        return whole.order().stream().map(code -> new ModerationPage.Jump(
                code + " " + whole.rooms().stream().flatMap(r -> r.line(code).stream()).findFirst()
                        .map(FrozenReturn.ItemLine::title).orElse(""),
                code.equals(here) ? null : base + code + with,
                whole.rooms().stream().flatMap(r -> r.on(code).stream())
                        .anyMatch(c -> c.state() == ChallengeState.REFERRED)))
                .toList();
    }

    private static @Nullable UUID sitting(String sent) {
        return sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(sent) : null;
    }

    private static ModerationDesk.Entry entry(Room room, String question) {
        var line = room.line(question).orElseThrow();
        Map<Standing, Integer> evidence = Room.evidence(line);
        return new ModerationDesk.Entry(room.owner(), room.name(room.owner()), List.of(),
                ReceivedController.HOME + room.copy().id() + "/questions/" + question, line.answer(), evidence,
                room.ratings().stream().map(r -> byScope(room, r)).toList(), room.challenges(), room.declared(),
                room::limits);
    }

    /** The own rating as its organisation's on the desk, where all are known by their scope. */
    private static Rating byScope(Room room, Rating r) {
        return r.organisation().equals(room.copy().council())
                ? new Rating(r.id(), r.item(), r.voice(), r.audience(), r.scale(), r.scaleVersion(), r.verdict(),
                        room.owner(), r.by(), r.at(), r.ground(), r.override(), r.transcribed())
                : r;
    }

    private static List<String> counts(String question, List<Room> asked) {
        var first = asked.getFirst();
        var owners = asked.stream().map(Room::owner).collect(Collectors.toSet());
        var lines = new ArrayList<String>();
        for (var voice : List.of(Voice.SELF, Voice.AGREED))
            for (var audience : PanelDesk.audiences(first)) {
                var all = asked.stream().collect(Collectors.toMap(Room::owner,
                        r -> r.ratings().stream().filter(x -> x.item().equals(question)).toList()));
                var counted = Benchmark.of(question, voice, audience, first.edition().scale(), owners, all);
                if (counted.shown())
                    lines.add(voice.words()
                            + (audience == Audience.ALL ? "" : ", " + audience.words().toLowerCase(java.util.Locale.UK))
                            + ": " + counted.words());
            }
        return lines.isEmpty()
                ? List.of("Counts are shown only where at least " + Benchmark.LEAST + " organisations were rated.")
                : List.copyOf(lines);
    }
}

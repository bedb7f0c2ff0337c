package heed.assurance.peerreview;

import heed.assurance.exercise.Rating;
import heed.assurance.exercise.ReturnForm;
import heed.assurance.exercise.ReturnWords;
import heed.assurance.exercise.VerdictForm;
import heed.assurance.exercise.Voice;
import heed.platform.Actor;
import heed.platform.Refusal;
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
import java.util.Comparator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A peer's pages: what they declare, the return they read, how they rate it and what they ask. */
@Controller
@RequestMapping("/assurance/reviews/{pairing}")
class PeerController {
    private static final String SEEN = "seen";
    static final String HOME = "/assurance/reviews/";
    private static final String FORM = "layout/form";
    private static final String ANY = "any";
    private static final String KINDS = "kinds";
    private static final String WORDS = "words";
    private static final String KIND = "kind";
    private static final String SOME = "some";

    private final PeerDesk desk;
    private final ReviewPack pack;
    private final Rooms rooms;
    private final PdfFile pdf;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    PeerController(PeerDesk desk, ReviewPack pack, Rooms rooms, PdfFile pdf, Frames frames, LondonTime time,
            Clock clock) {
        this.desk = desk;
        this.pack = pack;
        this.rooms = rooms;
        this.pdf = pdf;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor by, @PathVariable UUID pairing, HttpServletRequest request, Model model) {
        var seat = desk.open(by, pairing);
        var base = HOME + pairing;
        var room = seat.room();
        var owner = rooms.names().getOrDefault(seat.asked().pairing().owner(), "An organisation that has left");
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Review", seat.asked().title()));
        facts.add(SummaryRow.of("Open to you", days(seat.asked().pairing())));
        boolean over = PeerDesk.over(seat.asked().pairing(), today());
        var declared = seat.declared();
        facts.add(SummaryRow.of("You declared", declared == null
                ? "Nothing yet"
                : String.join("\n", declared.beside())));
        model.addAttribute("page", new ReviewPage(frames.of(request, by, "Review of " + owner).withBack("/assurance"),
                "Review of " + owner, room == null ? "Not open" : "Open to you", room == null ? "grey" : "green",
                facts, waits(seat, over), over ? null : base + "/declaration",
                room == null ? List.of() : ReviewPage.rows(room, base, Voice.PEER, by.scope()), "Your rating",
                room == null ? List.of() : List.of(new AskedPage.Act("Print the pack (PDF)", base + "/pack"))));
        return "assurance/peerreview/review";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
    }

    static String days(Pairing pairing) {
        var ended = pairing.ended();
        return ended == null
                ? ReturnWords.day(pairing.from()) + " to " + ReturnWords.day(pairing.until())
                : "Ended on " + ReturnWords.day(ended);
    }

    private static @Nullable String waits(PeerDesk.Seat seat, boolean over) {
        if (seat.room() == null)
            return over
                    ? "The time granted is over."
                    : "You can read the return once it is with the board, while the cycle is in peer review and within "
                            + "these days.";
        var faults = WhoRates.faults(Voice.PEER, seat.sits());
        return faults.isEmpty() ? null : faults.getFirst().words() + ".";
    }

    @GetMapping("/declaration")
    String askDeclaration(Actor by, @PathVariable UUID pairing, HttpServletRequest request, Model model) {
        var seat = desk.open(by, pairing);
        return declaration(by, seat, new ReturnForm(Map.of()), List.of(), request, model);
    }

    private String declaration(Actor by, PeerDesk.Seat seat, ReturnForm form, List<String> kinds,
            HttpServletRequest request, Model model) {
        var back = HOME + seat.asked().pairing().id();
        List<Question> about = List.of(
                new Question.Tick(form.field(KINDS, "What is there?", null),
                        Arrays.stream(Relationship.Kind.values())
                                .map(k -> Choice.of(k.name(), k.words(), kinds.contains(k.name()))).toList()),
                form.text(WORDS, "With whom, and since when?", null, 3));
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Declare working relationships"),
                back + "/declaration",
                List.of(new Question.Pick(
                        form.field(ANY, "Is there any relationship with the organisation you review?", null),
                        List.of(form.choice(ANY, "none", "No", null), form.choice(ANY, SOME, "Yes", null)), false,
                        Map.of(SOME, about))),
                form.problems(), "Declare it", back).withIntro(
                        "What lies between two organisations bars nobody: it "
                                + "stands beside your ratings. What is your own waits for the panel."));
        return FORM;
    }

    @PostMapping("/declaration")
    String declare(Actor by, @PathVariable UUID pairing, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var seat = desk.open(by, pairing);
        var form = new ReturnForm(sent.toSingleValueMap());
        var picked = sent.getOrDefault(KINDS, List.of());
        var any = form.one(ANY, List.of("none", SOME), "Say whether there is any");
        var made = new ArrayList<Relationship>();
        if (SOME.equals(any)) {
            var words = form.words(WORDS, "Say with whom, and since when", ReturnForm.LONG);
            for (var kind : Relationship.Kind.values())
                if (picked.contains(kind.name()))
                    made.add(new Relationship(kind, made.isEmpty() ? words : ""));
            if (made.isEmpty())
                form.wrong(KINDS, "Choose what there is");
        }
        if (!form.right()) {
            response.setStatus(422);
            return declaration(by, seat, form, picked, request, model);
        }
        desk.declare(by, pairing, made);
        frames.say(request, response, PeerNotice.PEER_DECLARED);
        return "redirect:" + HOME + pairing;
    }

    @GetMapping("/questions/{question}")
    String question(Actor by, @PathVariable UUID pairing, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var seat = desk.open(by, pairing);
        var room = seat.must();
        PeerDesk.question(room, question);
        var base = HOME + pairing;
        var here = base + "/questions/" + question;
        var acts = new ArrayList<AskedPage.Act>();
        if (WhoRates.faults(Voice.PEER, seat.sits()).isEmpty())
            acts.add(new AskedPage.Act("Rate this answer", here + "/rating"));
        if (WhoRates.challenging(seat.sits()).isEmpty())
            acts.add(new AskedPage.Act("Ask or challenge", here + "/challenge"));
        model.addAttribute("page", AskedPage.of(frames.of(request, by, question), room, question,
                desk.earlier(by, seat, question), acts, waits(seat, false), base, time));
        return "assurance/peerreview/question";
    }

    @GetMapping("/questions/{question}/rating")
    String askRating(Actor by, @PathVariable UUID pairing, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var room = desk.open(by, pairing).must();
        PeerDesk.question(room, question);
        return rating(by, pairing, room, question, ReturnForm.begun(VerdictForm.begun(mine(by, room, question))), null,
                request, model);
    }

    /** What their organisation said last. */
    private static @Nullable Rating mine(Actor by, Room room, String question) {
        return room.now(question).stream().filter(r -> r.voice() == Voice.PEER && r.organisation().equals(by.scope()))
                .max(Comparator.comparing(Rating::at)).orElse(null);
    }

    private static String seen(@Nullable Rating mine) {
        return mine == null ? "" : mine.id().toString();
    }

    private String rating(Actor by, UUID pairing, Room room, String question, ReturnForm form,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var back = HOME + pairing + "/questions/" + question;
        var scale = room.edition().scale();
        var questions = new ArrayList<>(VerdictForm.questions(form, scale, "Your rating", false));
        if (room.edition().both())
            questions.add(VerdictForm.audience(form));
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, "Rate " + question + " " + room.line(question).orElseThrow().title()),
                back + "/rating", questions, form.problems(), "Keep this rating", back)
                .withWarning(warning).withHidden(Map.of(SEEN, seen(mine(by, room, question))))
                .withIntro("Your organisation’s rating stands beside the others, with what you declared.")
                .withShown(scale.levels().stream().map(l -> SummaryRow.of(l.shown(), l.meaning())).toList()));
        return FORM;
    }

    @PostMapping("/questions/{question}/rating")
    String rate(Actor by, @PathVariable UUID pairing, @PathVariable String question,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var room = desk.open(by, pairing).must();
        PeerDesk.question(room, question);
        var form = new ReturnForm(sent);
        var verdict = VerdictForm.verdict(form, room.edition().scale());
        var mine = mine(by, room, question);
        if (form.right() && mine != null && !sent.getOrDefault(SEEN, seen(mine)).equals(seen(mine))) {
            response.setStatus(Refusal.MOVED_ON.status());
            return rating(by, pairing, room, question, form, "A colleague rated this while you did: "
                    + ReturnWords.verdict(room.edition().scale(), mine.verdict())
                    + ". Yours is below and not kept yet.", request, model);
        }
        if (verdict != null && form.right())
            desk.rate(by, pairing, question, VerdictForm.about(form), verdict)
                    .forEach(w -> form.wrong(VerdictForm.SAYS, w));
        if (!form.right()) {
            response.setStatus(422);
            return rating(by, pairing, room, question, form, null, request, model);
        }
        frames.say(request, response, PeerNotice.PEER_RATED);
        return "redirect:" + HOME + pairing + "/questions/" + question;
    }

    @GetMapping("/questions/{question}/challenge")
    String askChallenge(Actor by, @PathVariable UUID pairing, @PathVariable String question,
            HttpServletRequest request, Model model) {
        var room = desk.open(by, pairing).must();
        PeerDesk.question(room, question);
        return challenge(by, pairing, room, question, ReturnForm.begun(Map.of(VerdictForm.AUDIENCE, "ALL")), request,
                model);
    }

    private String challenge(Actor by, UUID pairing, Room room, String question, ReturnForm form,
            HttpServletRequest request, Model model) {
        var back = HOME + pairing + "/questions/" + question;
        var questions = new ArrayList<Question>();
        questions.add(new Question.Pick(form.field(KIND, "What do you want to say?", null),
                Arrays.stream(ChallengeKind.values()).map(k -> form.choice(KIND, k.name(), k.words(), k.ask()))
                        .toList(),
                false));
        questions.add(form.text(WORDS, "In your words", "The organisation, other reviewers and the board read this.",
                5));
        if (room.edition().both())
            questions.add(VerdictForm.audience(form));
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, "Ask about " + question + " " + room.line(question).orElseThrow().title()),
                back + "/challenge", questions, form.problems(), "Send it", back));
        return FORM;
    }

    @PostMapping("/questions/{question}/challenge")
    String raise(Actor by, @PathVariable UUID pairing, @PathVariable String question,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var room = desk.open(by, pairing).must();
        PeerDesk.question(room, question);
        var form = new ReturnForm(sent);
        var kind = form.one(KIND, Arrays.stream(ChallengeKind.values()).map(Enum::name).toList(),
                "Choose what you want to say");
        var words = form.words(WORDS, "Say it in your words", ReturnForm.LONG);
        if (kind != null && form.right())
            desk.raise(by, pairing, question, VerdictForm.about(form), ChallengeKind.valueOf(kind), words).wrong()
                    .forEach(w -> form.wrong(KIND, w));
        if (!form.right()) {
            response.setStatus(422);
            return challenge(by, pairing, room, question, form, request, model);
        }
        frames.say(request, response, PeerNotice.CHALLENGE_RAISED);
        return "redirect:" + HOME + pairing + "/questions/" + question;
    }

    /** The return for reviewers on paper, its evidence only as somebody has read it through. */
    @StepUp
    @GetMapping("/pack")
    ResponseEntity<byte[]> print(Actor by, @PathVariable UUID pairing) {
        var opened = pack.forPeer(by, pairing);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("reviewers-pack.pdf").build().toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.of("assurance/peerreview/pack", PrintedPack.of(opened, time.dayAndTime(clock.instant()))));
    }
}

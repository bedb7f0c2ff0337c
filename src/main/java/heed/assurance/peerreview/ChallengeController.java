package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.exercise.ReturnForm;
import heed.assurance.exercise.VerdictForm;
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
import heed.platform.web.TimelineEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Challenges, for each of the three who take turns in them. */
@Controller
@RequestMapping("/assurance/challenges")
class ChallengeController {
    static final String HOME = "/assurance/challenges";
    private static final String TURN = "turn";
    private static final String WORDS = "words";
    private static final String OUTCOME = "outcome";

    private final Challenging challenging;
    private final Rooms rooms;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    ChallengeController(Challenging challenging, Rooms rooms, Frames frames, LondonTime time, Clock clock) {
        this.challenging = challenging;
        this.rooms = rooms;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor by, HttpServletRequest request, Model model) {
        var all = challenging.with(by);
        var names = rooms.names();
        model.addAttribute("page", new ChallengesPage(frames.of(request, by, "Challenges").withBack("/assurance"),
                List.of(group("About our return", "Nobody has asked about our return yet.", all,
                        c -> c.owner().equals(by.scope()), c -> names.getOrDefault(c.peer(), "")),
                        group("Raised by us", "We have not asked about a return yet. Open a review to do so.", all,
                                c -> c.peer().equals(by.scope()), c -> names.getOrDefault(c.owner(), "")))));
        return "assurance/peerreview/challenges";
    }

    private ChallengesPage.Group group(String title, String empty, List<ChallengeBook.Listed> all,
            Predicate<ChallengeBook.Listed> which, java.util.function.Function<ChallengeBook.Listed, String> other) {
        return new ChallengesPage.Group(title, empty, all.stream().filter(which)
                .map(c -> new ChallengesPage.Row(c.ref(), HOME + "/" + c.id(), c.item(), c.kind().words(),
                        other.apply(c), time.day(c.at()), c.state().words(), c.state().colour()))
                .toList());
    }

    @GetMapping("/{challenge}")
    String show(Actor by, @PathVariable UUID challenge, HttpServletRequest request, Model model) {
        return page(by, challenging.open(by, challenge), new ReturnForm(Map.of()), null, request, model);
    }

    private String page(Actor by, Challenging.View view, ReturnForm form, @Nullable String moved,
            HttpServletRequest request, Model model) {
        var challenge = view.challenge();
        var room = view.room();
        var here = HOME + "/" + challenge.id();
        var came = challenge.outcome();
        var line = room.line(challenge.item());
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("About", room.name(room.owner()) + ", " + room.said().editionTitle() + " "
                + room.said().year()));
        facts.add(SummaryRow.of("Question", challenge.item() + line.map(l -> " " + l.title()).orElse("")));
        facts.add(SummaryRow.of("Raised by", room.name(challenge.peer())));
        room.beside(challenge.item()).lines()
                .forEach(l -> facts.add(SummaryRow.of(l.whose() + ", " + l.from(), l.shown())));
        model.addAttribute("page", new ChallengePage(
                frames.of(request, by, challenge.ref() + " " + challenge.kind().words()).withBack(back(view)),
                form.problems(), challenge.ref() + " " + challenge.kind().words(),
                came == null ? challenge.state().words() : came.words(), challenge.state().colour(), facts,
                question(view),
                challenge.turns().reversed().stream().map(t -> event(room, t)).toList(), questions(view, form), moved,
                Integer.toString(challenge.version()), here, view.ownRating() ? here + "/rating" : null));
        return "assurance/peerreview/challenge";
    }

    /** Where the answer is read by those who see it as this party. */
    private static @Nullable String question(Challenging.View view) {
        return view.parties().contains(Party.OWNER)
                ? "/assurance/returns/" + view.room().ret() + "/questions/" + view.challenge().item()
                : view.parties().contains(Party.BOARD)
                        ? ReceivedController.HOME + view.room().copy().id() + "/questions/" + view.challenge().item()
                        : null;
    }

    private static String back(Challenging.View view) {
        return view.parties().contains(Party.BOARD) && view.parties().size() == 1
                ? ReceivedController.HOME + view.room().copy().id()
                : HOME;
    }

    private TimelineEvent event(Room room, Turn turn) {
        var minute = turn.minute();
        return new TimelineEvent(turn.move().words(), room.name(turn.by().organisation())
                + (turn.by().party() == Party.BOARD ? " (the board)" : ""),
                time.dayAndTime(turn.at()) + (minute == null
                        ? ""
                        : ". From " + minute.words() + ", "
                                + heed.assurance.exercise.ReturnWords.day(minute.day())),
                turn.words().isEmpty() ? null : turn.words());
    }

    private List<Question> questions(Challenging.View view, ReturnForm form) {
        if (view.offers().isEmpty())
            return List.of();
        var opens = new HashMap<String, List<Question>>();
        for (var offer : view.offers())
            if (offer.move() == ChallengeMove.RESOLVE)
                opens.put(offer.code(), List.of(new Question.Pick(form.field(OUTCOME, "What came of it?", null),
                        Arrays.stream(ChallengeOutcome.values()).filter(o -> o.move() == ChallengeMove.RESOLVE)
                                .map(o -> form.choice(OUTCOME, o.name(), o.words(),
                                        o.mustShow() ? "Only once they have changed it because of this" : null))
                                .toList(),
                        false)));
        var choices = new ArrayList<Choice>();
        view.offers().forEach(o -> choices.add(form.choice(TURN, o.code(), words(o), null)));
        var questions = new ArrayList<Question>();
        questions.add(new Question.Pick(form.field(TURN, "What is your turn?", null), choices, false, opens));
        questions.add(form.text(WORDS, "In words", "Both sides and the board read this.", 5));
        questions.add(new Question.More("From a meeting: give its minute",
                MinuteForm.questions(form),
                MinuteForm.typed(form) || form.problems().stream().anyMatch(p -> p.field().equals("group"))));
        return List.copyOf(questions);
    }

    private static String words(Challenging.Offer offer) {
        var does = switch (offer.move()) {
            case ANSWER -> "Answer it";
            case ASK_AGAIN -> "Ask again";
            case RESOLVE -> "Settle it";
            case WITHDRAW -> "Take it back";
            case REFER -> "Refer it to the panel";
            case REFER_UNANSWERED -> "Refer it to the panel, for no answer came";
            case ASK, PRAISE, DECIDE -> offer.move().words();
        };
        return offer.heard()
                ? offer.party().words() + ", in a meeting: " + does.toLowerCase(java.util.Locale.UK)
                : does;
    }

    @PostMapping("/{challenge}")
    String turn(Actor by, @PathVariable UUID challenge, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var view = challenging.open(by, challenge);
        var form = new ReturnForm(sent);
        var code = form.one(TURN, view.offers().stream().map(Challenging.Offer::code).toList(),
                "Choose your turn");
        var move = code == null ? null : Challenging.move(code);
        var words = move != null && move.note()
                ? form.words(WORDS, "Say it in words", ReturnForm.LONG)
                : form.maybe(WORDS, ReturnForm.LONG);
        Minute minute = null;
        if (MinuteForm.typed(form) || code != null && Challenging.heard(code))
            minute = MinuteForm.read(form, LocalDate.ofInstant(clock.instant(), LondonTime.ZONE));
        ChallengeOutcome outcome = null;
        if (move == ChallengeMove.RESOLVE) {
            var chosen = form.one(OUTCOME, Arrays.stream(ChallengeOutcome.values())
                    .filter(o -> o.move() == ChallengeMove.RESOLVE).map(Enum::name).toList(), "Choose what came of it");
            outcome = chosen == null ? null : ChallengeOutcome.valueOf(chosen);
            if (outcome == ChallengeOutcome.RATING_CHANGED && !Challenging.changed(view.room(), view.challenge()))
                form.wrong(OUTCOME, "The organisation has not changed its rating because of this challenge");
        }
        if (!form.right() || code == null) {
            response.setStatus(422);
            return page(by, view, form, null, request, model);
        }
        try {
            challenging.turn(by, challenge, version(form), code, new Challenge.Said(words, minute, outcome));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            return page(by, challenging.open(by, challenge), form,
                    "Somebody else took a turn meanwhile. It is below; what you wrote is still in the form.", request,
                    model);
        }
        frames.say(request, response, PeerNotice.CHALLENGE_TURNED);
        return "redirect:" + HOME + "/" + challenge;
    }

    private static int version(ReturnForm form) {
        var seen = form.get("seen");
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }

    @GetMapping("/{challenge}/rating")
    String askRating(Actor by, @PathVariable UUID challenge, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_RETURN);
        var view = owned(by, challenge);
        var own = view.room().now(view.challenge().item()).stream()
                .filter(r -> r.voice() == Voice.SELF && r.audience() == view.challenge().audience()).findFirst()
                .orElse(null);
        return rating(by, view, ReturnForm.begun(VerdictForm.begun(own)), request, model);
    }

    private Challenging.View owned(Actor by, UUID challenge) {
        var view = challenging.open(by, challenge);
        if (!view.parties().contains(Party.OWNER))
            throw Refusal.NOT_FOUND.because("not about a return of theirs");
        return view;
    }

    private String rating(Actor by, Challenging.View view, ReturnForm form, HttpServletRequest request, Model model) {
        var scale = view.room().edition().scale();
        var back = HOME + "/" + view.challenge().id();
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, "Change the own rating of " + view.challenge().item()), back + "/rating",
                VerdictForm.questions(form, scale, "Your rating", true), form.problems(), "Keep this rating", back)
                .withIntro("After submission a rating changes only for a reason that everybody can read: challenge "
                        + view.challenge().ref() + ".")
                .withShown(scale.levels().stream().map(l -> SummaryRow.of(l.shown(), l.meaning())).toList()));
        return "layout/form";
    }

    @PostMapping("/{challenge}/rating")
    String rate(Actor by, @PathVariable UUID challenge, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var view = owned(by, challenge);
        var form = new ReturnForm(sent);
        var verdict = VerdictForm.verdict(form, view.room().edition().scale());
        var override = VerdictForm.override(form);
        if (verdict != null && form.right())
            for (var wrong : challenging.rateAgain(by, challenge, verdict, override)) {
                var fault = wrong.fault();
                form.wrong(fault == null ? VerdictForm.SAYS : VerdictForm.field(fault), wrong.words());
            }
        if (!form.right()) {
            response.setStatus(422);
            return rating(by, view, form, request, model);
        }
        frames.say(request, response, PeerNotice.RATED_AGAIN);
        return "redirect:" + HOME + "/" + challenge;
    }
}

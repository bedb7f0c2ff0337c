package heed.assurance.exercise;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.assurance.exercise.ItemWriting.Kept;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One question of a return: read, written, saved while it is typed, confirmed. */
@Controller
@RequestMapping("/assurance/returns/{ret}/questions/{question}")
class ItemController {
    private static final int LONGEST = 50_000;

    private final ReturnReading reading;
    private final ItemWriting writing;
    private final ItemSharing sharing;
    private final ObjectProvider<ReturnActions> actions;
    private final ObjectProvider<BesideRating> notes;
    private final FiguresBeside figures;
    private final Staff staff;
    private final Organisations organisations;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    ItemController(ReturnReading reading, ItemWriting writing, ItemSharing sharing,
            ObjectProvider<ReturnActions> actions, ObjectProvider<BesideRating> notes, FiguresBeside figures,
            Staff staff, Organisations organisations, Frames frames, LondonTime time, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.sharing = sharing;
        this.actions = actions;
        this.notes = notes;
        this.figures = figures;
        this.staff = staff;
        this.organisations = organisations;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor by, @PathVariable UUID ret, @PathVariable String question, HttpServletRequest request,
            Model model) {
        return page(by, reading.item(by, ret, question), null, List.of(), null, request, model);
    }

    private String page(Actor by, ReturnReading.OpenedItem item, @Nullable String typed, List<Problem> problems,
            @Nullable String theirs, HttpServletRequest request, Model model) {
        var opened = item.opened();
        var before = item.before();
        var names = new HashMap<>(staff.names(by, Stream.of(
                item.ratings().stream().map(Rating::by), opened.statements().stream().map(Statement::writtenBy),
                opened.shares().stream().flatMap(s -> Stream.of(s.staff(), s.askedBy())),
                before == null ? Stream.<UUID>empty() : before.ratings().stream().map(Rating::by))
                .flatMap(s -> s).distinct().toList()));
        organisations.scopes().forEach(s -> names.put(s.id(), s.name()));
        var begin = actions.getIfAvailable();
        model.addAttribute("page", ItemPage.of(by, frames.of(request, by, item.asked().title()), item,
                opened.actions(),
                begin == null || !by.may(Permission.KEEP_PLANS)
                        ? null
                        : begin.begin(opened.made().id(), item.item().code()),
                names,
                r -> notes.orderedStream().flatMap(n -> n.of(by, r).stream()).toList(), time,
                LocalDate.ofInstant(clock.instant(), LondonTime.ZONE),
                typed == null ? item.item().answer() : typed, problems, theirs, figures.of(by, item)));
        return "assurance/exercise/item";
    }

    @PostMapping
    String answer(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "-1") String was,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if (answer.length() > LONGEST) {
            response.setStatus(422);
            return page(by, reading.item(by, ret, question), answer,
                    List.of(new Problem("answer", "Use 50,000 characters or fewer")), null, request, model);
        }
        ItemWriting.Kept kept;
        try {
            kept = writing.answer(by, ret, question, version(was), answer);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            response.setStatus(refused.kind().status());
            return page(by, reading.item(by, ret, question), answer, List.of(new Problem("answer",
                    "This return is not open for writing any more. Copy what you wrote: it is below and not kept")),
                    null, request, model);
        }
        if (kept.how() == Kept.How.CHANGED_ELSEWHERE) {
            response.setStatus(Refusal.MOVED_ON.status());
            return page(by, reading.item(by, ret, question), answer, List.of(), kept.item().answer(), request, model);
        }
        frames.say(request, response, ReturnNotice.ANSWER_SAVED);
        return "redirect:" + href(ret, question);
    }

    /** Saves an answer while it is typed. */
    @PostMapping("/typing")
    ResponseEntity<Typing> typing(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "-1") String was) {
        if (answer.length() > LONGEST)
            throw Refusal.NOT_ALLOWED_NOW.because("too long to be saved");
        var kept = writing.answer(by, ret, question, version(was), answer);
        return ResponseEntity.status(kept.how() == Kept.How.CHANGED_ELSEWHERE ? HttpStatus.CONFLICT : HttpStatus.OK)
                .body(new Typing(kept.how().name(), Integer.toString(kept.item().version()),
                        time.time(kept.item().changedAt())));
    }

    /**
     * What became of an answer saved while it was typed.
     *
     * @param state a {@link Kept.How}
     * @param was   the version to send the next time
     * @param at    when it was saved, such as 14:03
     */
    record Typing(String state, String was, String at) {
    }

    @PostMapping("/confirming")
    String confirm(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam(defaultValue = "-1") String was, HttpServletRequest request, HttpServletResponse response) {
        writing.confirm(by, ret, question, version(was));
        frames.say(request, response, ReturnNotice.ANSWER_CONFIRMED);
        return "redirect:" + href(ret, question);
    }

    @PostMapping("/shares/{share}/done")
    String done(Actor by, @PathVariable UUID ret, @PathVariable String question, @PathVariable UUID share,
            @RequestParam(defaultValue = "yes") String done, HttpServletRequest request,
            HttpServletResponse response) {
        boolean is = !done.equals("no");
        sharing.done(by, ret, question, share, is);
        frames.say(request, response, is ? ReturnNotice.ANSWER_DONE_SAID : ReturnNotice.ANSWER_NOT_DONE);
        return "redirect:" + href(ret, question);
    }

    @PostMapping("/shares/{share}/ending")
    String end(Actor by, @PathVariable UUID ret, @PathVariable String question, @PathVariable UUID share,
            HttpServletRequest request, HttpServletResponse response) {
        sharing.end(by, ret, question, share);
        frames.say(request, response, ReturnNotice.SHARE_ENDED);
        return "redirect:" + href(ret, question);
    }

    static String href(UUID ret, String question) {
        return "/assurance/returns/" + ret + "/questions/" + question;
    }

    static int version(String was) {
        return was.matches("\\d{1,9}") ? Integer.parseInt(was) : -1;
    }
}

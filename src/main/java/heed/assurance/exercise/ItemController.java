package heed.assurance.exercise;

import heed.assurance.exercise.ItemPages.Typed;
import heed.assurance.exercise.ItemWriting.Kept;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
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

    private final ItemPages pages;
    private final ItemWriting writing;
    private final ItemSharing sharing;
    private final Frames frames;
    private final LondonTime time;

    ItemController(ItemPages pages, ItemWriting writing, ItemSharing sharing, Frames frames, LondonTime time) {
        this.pages = pages;
        this.writing = writing;
        this.sharing = sharing;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String show(Actor by, @PathVariable UUID ret, @PathVariable String question, HttpServletRequest request,
            Model model) {
        return page(by, ret, question, Typed.NOTHING, request, model);
    }

    private String page(Actor by, UUID ret, String question, Typed typed, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.of(by, ret, question, typed, request));
        return "assurance/exercise/item";
    }

    @PostMapping
    String answer(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam(defaultValue = "") String answer, @RequestParam(defaultValue = "-1") String was,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if (answer.length() > LONGEST) {
            response.setStatus(422);
            return page(by, ret, question, Typed.wrong(answer, "Use 50,000 characters or fewer"), request, model);
        }
        ItemWriting.Kept kept;
        try {
            kept = writing.answer(by, ret, question, version(was), answer);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            response.setStatus(refused.kind().status());
            return page(by, ret, question, Typed.wrong(answer,
                    "This return is not open for writing any more. Copy what you wrote: it is below and not kept"),
                    request, model);
        }
        if (kept.how() == Kept.How.CHANGED_ELSEWHERE) {
            response.setStatus(Refusal.MOVED_ON.status());
            return page(by, ret, question, new Typed(answer, List.of(), kept.item().answer()), request, model);
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

package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisation's own rating of one question, and the reason why there is no action. */
@Controller
@RequestMapping("/assurance/returns/{ret}/questions/{question}")
class RatingController {
    private static final String REASON = "reason";

    private final ReturnReading reading;
    private final ItemWriting writing;
    private final Frames frames;

    RatingController(ReturnReading reading, ItemWriting writing, Frames frames) {
        this.reading = reading;
        this.writing = writing;
        this.frames = frames;
    }

    @GetMapping("/rating")
    String ask(Actor by, @PathVariable UUID ret, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var item = reading.forWriting(by, ret, question);
        return page(by, item, ReturnForm.begun(VerdictForm.begun(latest(item))), null, request, model);
    }

    /** What the organisation itself said last. */
    private static @Nullable Rating latest(ReturnReading.OpenedItem item) {
        return item.opened().own(item.item().code()).values().stream().filter(Objects::nonNull)
                .max(Comparator.comparing(Rating::at)).orElse(null);
    }

    private String page(Actor by, ReturnReading.OpenedItem item, ReturnForm form, @Nullable String warning,
            HttpServletRequest request, Model model) {
        var edition = item.opened().edition();
        var scale = edition.scale();
        var questions = new ArrayList<>(VerdictForm.questions(form, scale, "Your rating", true));
        if (edition.both())
            questions.add(VerdictForm.audience(form));
        var back = ItemController.href(item.opened().made().id(), item.item().code());
        var latest = latest(item);
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, "Rate " + item.item().code() + " " + item.asked().title()), back + "/rating",
                questions, form.problems(), "Keep this rating", back)
                .withHidden(Map.of("seen", latest == null ? "" : latest.id().toString())).withWarning(warning)
                .withShown(scale.levels().stream().map(l -> SummaryRow.of(l.shown(), l.meaning())).toList())
                .withIntro(scale.derives()
                        ? "On the scale “" + scale.title() + "”. The letter follows from two answers."
                        : "On the scale “" + scale.title() + "”."
                                + (scale.rates() ? "" : " It has no levels yet, so nothing can be rated on it.")));
        return "layout/form";
    }

    @PostMapping("/rating")
    String rate(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var item = reading.forWriting(by, ret, question);
        var form = new ReturnForm(sent);
        var scale = item.opened().edition().scale();
        var verdict = VerdictForm.verdict(form, scale);
        var override = VerdictForm.override(form);
        var audience = VerdictForm.about(form);
        if (verdict != null && form.right())
            try {
                writing.rateOver(by, ret, question, sent.get("seen"), audience, verdict, override)
                        .forEach(f -> form.wrong(VerdictForm.field(f), f.words()));
            } catch (Refused refused) {
                if (refused.kind() != Refusal.MOVED_ON)
                    throw refused;
                response.setStatus(refused.kind().status());
                var latest = latest(item);
                return page(by, item, form, "Somebody else rated this meanwhile"
                        + (latest == null ? "" : ": " + ReturnWords.verdict(scale, latest.verdict()))
                        + ". Yours is below and not kept yet.", request, model);
            }
        if (!form.right()) {
            response.setStatus(422);
            return page(by, item, form, null, request, model);
        }
        frames.say(request, response, ReturnNotice.RATING_SAVED);
        return "redirect:" + ItemController.href(ret, question);
    }

    @GetMapping("/no-action")
    String askNoAction(Actor by, @PathVariable UUID ret, @PathVariable String question, HttpServletRequest request,
            Model model) {
        var item = reading.forWriting(by, ret, question);
        var reason = item.item().noAction();
        return noAction(by, item, ReturnForm.begun(Map.of(REASON, reason == null ? "" : reason)), null, request, model);
    }

    private String noAction(Actor by, ReturnReading.OpenedItem item, ReturnForm form, @Nullable String warning,
            HttpServletRequest request, Model model) {
        var back = ItemController.href(item.opened().made().id(), item.item().code());
        model.addAttribute("page", FormPage.of(frames.of(request, by, "No action for " + item.item().code()),
                back + "/no-action",
                List.of(form.text(REASON, "Why is there no action?",
                        "Empty it to take the reason back. Everybody who reads the return reads this.", 3)),
                form.problems(), "Keep the reason", back)
                .withHidden(Map.of("was", Integer.toString(item.item().version()))).withWarning(warning));
        return "layout/form";
    }

    @PostMapping("/no-action")
    String withoutAction(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var item = reading.forWriting(by, ret, question);
        var form = new ReturnForm(sent);
        var reason = form.maybe(REASON, ReturnForm.LONG);
        if (!form.right()) {
            response.setStatus(422);
            return noAction(by, item, form, null, request, model);
        }
        try {
            writing.withoutAction(by, ret, question, ItemController.version(form.get("was")), reason);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            var theirs = item.item().noAction();
            return noAction(by, item, form, "Somebody else changed this question meanwhile. The reason kept now: "
                    + (theirs == null ? "none" : "“" + theirs + "”") + ". Yours is below and not kept yet.", request,
                    model);
        }
        frames.say(request, response, ReturnNotice.ANSWER_SAVED);
        return "redirect:" + ItemController.href(ret, question);
    }
}

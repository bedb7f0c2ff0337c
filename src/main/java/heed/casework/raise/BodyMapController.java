package heed.casework.raise;

import heed.casework.concern.BodyFigure;
import heed.casework.concern.BodyList;
import heed.casework.concern.Telling;
import heed.casework.concern.TellingCheck;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The body map of a draft: marks that somebody happened to see, instead of photographs (domain 2.1). Without a script a part
 * of the drawing is a link that opens the same page with that place chosen.
 */
@Controller
@RequestMapping("/raise/{draft}/body-map")
class BodyMapController {
    private static final String VIEW = "casework/raise/body-map";
    private static final Telling.Mark BLANK = new Telling.Mark("", "", "", "", "", "");
    private static final Set<String> SIDES = Set.of("left", "right", "middle", "not-sure");

    private final Raise raise;
    private final Frames frames;

    BodyMapController(Raise raise, Frames frames) {
        this.raise = raise;
        this.frames = frames;
    }

    @GetMapping
    String show(Actor by, @PathVariable UUID draft, @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String side, HttpServletRequest request, Model model) {
        var kept = raise.read(by, draft);
        if (kept.sent())
            return "redirect:/raise/" + draft + "/receipt";
        var known = BodyList.places().stream().anyMatch(p -> p.code().equals(place));
        var pointed = known
                ? new Telling.Mark(place, SIDES.contains(side) ? side : "", "", "", "", "")
                : BLANK;
        model.addAttribute("page", page(by, kept, pointed, List.of(), request));
        return VIEW;
    }

    @PostMapping
    String add(Actor by, @PathVariable UUID draft, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var typed = new Telling.Mark(get(sent, "place"), SIDES.contains(get(sent, "side")) ? get(sent, "side") : "",
                get(sent, "look"), get(sent, "size"), get(sent, "colour"), get(sent, "explained"));
        var problems = TellingCheck.mark(typed);
        var kept = raise.keep(by, draft,
                t -> problems.isEmpty() && t.marks().size() < TellingCheck.MARKS_MOST
                        ? t.marks(with(t.marks(), typed))
                        : t);
        if (kept.sent())
            return alreadySent(by, kept, typed, request, response, model);
        if (problems.isEmpty())
            return "redirect:/raise/" + draft + "/body-map";
        response.setStatus(422);
        model.addAttribute("page", page(by, kept, typed, problems, request));
        return VIEW;
    }

    @PostMapping("/{mark}/removal")
    String remove(Actor by, @PathVariable UUID draft, @PathVariable int mark) {
        raise.keep(by, draft, t -> mark >= 0 && mark < t.marks().size() ? t.marks(without(t.marks(), mark)) : t);
        return "redirect:/raise/" + draft + "/body-map";
    }

    private BodyMapPage page(Actor by, Draft draft, Telling.Mark typed, List<Problem> problems,
            HttpServletRequest request) {
        var base = "/raise/" + draft.id();
        var marks = draft.typed().marks();
        return BodyMapPage.of(frames.of(request, by, "Body map").withBack(base), base, marks, typed, problems,
                marks.size() < TellingCheck.MARKS_MOST);
    }

    private String alreadySent(Actor by, Draft draft, Telling.Mark typed, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        response.setStatus(Refusal.MOVED_ON.status());
        var receipt = raise.receiptOf(by, draft.id());
        var words = String.join("\n", BodyFigure.rows(List.of(typed)).stream()
                .map((SummaryRow row) -> row.key().replaceFirst("^1\\. ", "") + ": " + row.value()).toList());
        model.addAttribute("page",
                new AlreadySentPage(frames.of(request, by, "You have already sent this"), receipt.ref().value(),
                        "Body map", BodyFigure.rows(draft.typed().marks()),
                        new Field("words", "What you have typed now", null, words, null), UUID.randomUUID()));
        return "casework/raise/already-sent";
    }

    private static List<Telling.Mark> with(List<Telling.Mark> marks, Telling.Mark one) {
        var all = new ArrayList<>(marks);
        // A form sent twice shows the mark once.
        if (!all.contains(one))
            all.add(one);
        return all;
    }

    private static List<Telling.Mark> without(List<Telling.Mark> marks, int which) {
        var all = new ArrayList<>(marks);
        all.remove(which);
        return all;
    }

    private static String get(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\r\n", "\n");
    }
}

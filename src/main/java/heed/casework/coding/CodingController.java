package heed.casework.coding;

import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coding a concern: types, level, time to act by. */
@Controller
@RequestMapping("/concerns/{ref}/coding")
class CodingController {
    private static final String FORM = "layout/form";

    private final Codings codings;
    private final Frames frames;
    private final LondonTime time;

    CodingController(Codings codings, Frames frames, LondonTime time) {
        this.codings = codings;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        var opened = codings.open(by, ref);
        var form = CodingForm.of(opened.coding(), codings.usualActBy(by, opened.concern()));
        model.addAttribute("page", page(by, opened, form, List.of(), request));
        return FORM;
    }

    @PostMapping
    String save(Actor by, @PathVariable ConcernRef ref, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var opened = codings.open(by, ref);
        var about = opened.concern().subject();
        var form = CodingForm.of(sent);
        var problems = form.problems(about, opened.coding());
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", page(by, opened, form, problems, request)
                    .withHidden(Map.of("seen", String.valueOf(form.seen()))));
            return FORM;
        }
        try {
            codings.save(by, ref, form.seen(), form.wanted(about, opened.coding()));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            var now = codings.open(by, ref);
            model.addAttribute("page", page(by, now, form, List.of(), request).withShown(rows(now.coding()))
                    .withWarning(
                            "Someone else changed this while you were. What is saved now is shown first. What you chose is below and has not been saved."));
            return FORM;
        }
        frames.say(request, response, CodingNotice.CODED);
        return "redirect:/concerns/" + ref;
    }

    private FormPage page(Actor by, Codings.Opened opened, CodingForm form, List<Problem> problems,
            HttpServletRequest request) {
        var base = "/concerns/" + opened.concern().ref();
        return FormPage.of(frames.of(request, by, "Types, level, ward and time to act by"), base + "/coding",
                form.questions(opened.concern().subject(), opened.coding(), problems), problems, "Save", base)
                .withHidden(Map.of("seen", String.valueOf(opened.coding().mark())));
    }

    private List<SummaryRow> rows(Coding coding) {
        var rows = new ArrayList<SummaryRow>();
        for (var list : Vocabulary.TypeList.values())
            if (!coding.words(list).isEmpty())
                rows.add(SummaryRow.of(list.words(), coding.words(list)));
        var level = coding.level();
        if (level != null)
            rows.add(SummaryRow.of("Level as we see it", coding.words().level(level.code())));
        var ward = coding.ward();
        if (ward != null)
            rows.add(SummaryRow.of("Ward", coding.words().ward(ward)));
        var actBy = coding.actBy();
        if (actBy != null)
            rows.add(SummaryRow.of("Act by", time.dayAndTime(actBy)));
        return rows;
    }
}

package heed.casework.restriction;

import heed.access.Permission;
import heed.access.policy.Marking;
import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Restricting a concern to named people, changing who they are, and lifting it. */
@Controller
@RequestMapping("/concerns/{ref}/access")
class RestrictingController {
    private static final String PEOPLE = "people";

    private final Restriction restriction;
    private final AccessController access;
    private final Forms forms;
    private final Frames frames;

    RestrictingController(Restriction restriction, AccessController access, Forms forms, Frames frames) {
        this.restriction = restriction;
        this.access = access;
        this.forms = forms;
        this.frames = frames;
    }

    @GetMapping("/restricting")
    String askRestricting(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        by.must(Permission.RESTRICT);
        var choosing = restriction.choosing(by, ref);
        model.addAttribute("page", restricting(by, choosing, Map.of(), Set.of(), List.of(), request));
        return Forms.FORM;
    }

    @PostMapping("/restricting")
    String restrict(Actor by, @PathVariable ConcernRef ref, @RequestParam MultiValueMap<String, String> all,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.RESTRICT);
        var choosing = restriction.choosing(by, ref);
        var sent = all.toSingleValueMap();
        var problems = new ArrayList<Problem>();
        var people = people(choosing, all);
        if (people.stream().noneMatch(someone -> !by.is(someone)))
            problems.add(
                    new Problem(PEOPLE, "Choose at least one other person, so that it never depends on you alone"));
        var why = Forms.why(sent, problems);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", restricting(by, choosing, sent, people, problems, request));
            return Forms.FORM;
        }
        try {
            restriction.restrict(by, ref, version(sent), people, why);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            var now = restriction.choosing(by, ref);
            model.addAttribute("page", restricting(by, now, sent, people, List.of(), request).withWarning(
                    now.concern().marking() == Marking.NORMAL
                            ? "This concern changed while you were writing. Nothing was done yet. Check it, and send this again if it still holds."
                            : "Somebody else restricted it while you were writing. What you typed is below."));
            return Forms.FORM;
        }
        frames.say(request, response, RestrictionNotice.RESTRICTED);
        return "redirect:/concerns/" + ref + "/access";
    }

    @GetMapping("/naming")
    String askNaming(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        by.must(Permission.RESTRICT);
        model.addAttribute("page", naming(by, restriction.choosing(by, ref), List.of(), request));
        return Forms.FORM;
    }

    @PostMapping("/naming")
    String name(Actor by, @PathVariable ConcernRef ref, @RequestParam MultiValueMap<String, String> all,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.RESTRICT);
        var choosing = restriction.choosing(by, ref);
        var people = people(choosing, all);
        if (people.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", naming(by, choosing,
                    List.of(new Problem(PEOPLE, "Choose who else can open it")), request));
            return Forms.FORM;
        }
        restriction.name(by, ref, people);
        frames.say(request, response, RestrictionNotice.PEOPLE_NAMED);
        return "redirect:/concerns/" + ref + "/access";
    }

    @PostMapping("/named/{staff}/removal")
    String unname(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID staff, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.RESTRICT);
        try {
            restriction.unname(by, ref, staff);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            response.setStatus(422);
            model.addAttribute("page", access.page(by, ref,
                    "Nobody was taken off. A lead and one other person at least must be able to open it: name somebody else first.",
                    request));
            return "casework/restriction/access";
        }
        frames.say(request, response, RestrictionNotice.NAME_TAKEN_OFF);
        return by.is(staff) ? "redirect:/queue/waiting" : "redirect:/concerns/" + ref + "/access";
    }

    @StepUp
    @GetMapping("/lifting")
    String askLifting(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        by.must(Permission.RESTRICT);
        restriction.choosing(by, ref);
        model.addAttribute("page", lifting(by, ref, Map.of(), List.of(), request));
        return Forms.FORM;
    }

    @StepUp
    @PostMapping("/lifting")
    String lift(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.RESTRICT);
        restriction.choosing(by, ref);
        var problems = new ArrayList<Problem>();
        var why = Forms.why(sent, problems);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", lifting(by, ref, sent, problems, request));
            return Forms.FORM;
        }
        restriction.lift(by, ref, why);
        frames.say(request, response, RestrictionNotice.UNRESTRICTED);
        return "redirect:/concerns/" + ref + "/access";
    }

    private FormPage restricting(Actor by, Restriction.Choosing choosing, Map<String, String> sent, Set<UUID> people,
            List<Problem> problems, HttpServletRequest request) {
        var concern = choosing.concern();
        var others = choosing.officers().entrySet().stream().filter(e -> !by.is(e.getKey()))
                .map(e -> Choice.of(e.getKey().toString(), e.getValue(), people.contains(e.getKey()))).toList();
        return forms.page(by, concern.ref(), "Restrict it to named people", "/restricting",
                List.of(new Question.Tick(new Field(PEOPLE, "Who else can open it?",
                        "You can. Whoever told us still sees their own words.", "",
                        FormPage.problem(problems, PEOPLE)), others),
                        Forms.why("Why is it restricted?", sent, problems)),
                problems, "Restrict it", request)
                .withIntro(
                        "Everybody else no longer finds it, at their next click: not in the queue, not in a search, not in a count.")
                .withHidden(Map.of("version", String.valueOf(concern.version())));
    }

    private FormPage naming(Actor by, Restriction.Choosing choosing, List<Problem> problems,
            HttpServletRequest request) {
        var others = choosing.officers().entrySet().stream().filter(e -> !choosing.named().contains(e.getKey()))
                .map(e -> Choice.of(e.getKey().toString(), e.getValue(), false)).toList();
        return forms.page(by, choosing.concern().ref(), "Name more people", "/naming",
                List.of(new Question.Tick(
                        Field.of(PEOPLE, "Who else can open it?").withProblem(FormPage.problem(problems, PEOPLE)),
                        others)),
                problems, "Name them", request);
    }

    private FormPage lifting(Actor by, ConcernRef ref, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request) {
        return forms.page(by, ref, "Lift the restriction", "/lifting",
                List.of(Forms.why("Why can every officer see it now?", sent, problems)), problems,
                "Lift the restriction", request)
                .withWarning(
                        "Every officer who is not kept from it will be able to open it, with all that was written.");
    }

    private static Set<UUID> people(Restriction.Choosing choosing, MultiValueMap<String, String> all) {
        var chosen = new HashSet<UUID>();
        for (var officer : choosing.officers().keySet())
            if (all.getOrDefault(PEOPLE, List.of()).contains(officer.toString()))
                chosen.add(officer);
        return chosen;
    }

    private static int version(Map<String, String> sent) {
        var typed = sent.getOrDefault("version", "");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }
}

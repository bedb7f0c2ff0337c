package heed.assurance.cycle;

import heed.access.Permission;
import heed.assurance.framework.Edition;
import heed.assurance.framework.Framework;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.directory.organisation.RecordingScope;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Cycles: planned, opened, moved on; whom they invite and where those are. */
@Controller
@RequestMapping(CyclePages.HOME)
class CyclesController {
    private static final String FORM = "layout/form";
    private static final int LONGEST_NOTE = 1_000;
    private static final String MEANWHILE = "Somebody else changed this cycle meanwhile. What stands now is below.";

    private final Cycles cycles;
    private final CyclePages pages;
    private final Frameworks frameworks;
    private final Frames frames;

    CyclesController(Cycles cycles, CyclePages pages, Frameworks frameworks, Frames frames) {
        this.cycles = cycles;
        this.pages = pages;
        this.frameworks = frameworks;
        this.frames = frames;
    }

    @GetMapping("/planning")
    String askPlan(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.RUN_CYCLES);
        return planning(by, DatesForm.empty(), "", List.of(), request, model);
    }

    private String planning(Actor by, DatesForm form, String edition, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", "Choose an edition", edition.isEmpty()));
        editions(by).forEach(f -> choices.add(Choice.of(f.id().toString(), f.shown() + " (" + f.name() + ")",
                f.id().toString().equals(edition))));
        var questions = Stream.concat(
                Stream.of((Question) new Question.Select(Field.of("edition", "Which edition is answered?")
                        .withHint(choices.size() == 1 ? "Publish one first, under Frameworks." : null)
                        .withProblem(FormPage.problem(problems, "edition")), choices)),
                form.questions().stream()).toList();
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Plan a cycle"), CyclePages.HOME + "/planning",
                questions, problems, "Plan the cycle", "/assurance"));
        return FORM;
    }

    private List<Framework> editions(Actor by) {
        return frameworks.current(by).stream().filter(f -> f.ours() && f.kind() == FrameworkKind.EDITION).toList();
    }

    @PostMapping("/planning")
    String plan(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.RUN_CYCLES);
        var form = DatesForm.typed(sent);
        var chosen = sent.getOrDefault("edition", "");
        var edition = editions(by).stream().filter(f -> f.id().toString().equals(chosen)).findFirst();
        var dates = form.dates();
        if (edition.isPresent() && dates != null) {
            var id = cycles.plan(by, edition.get().id(), dates);
            frames.say(request, response, CycleNotice.CYCLE_PLANNED);
            return "redirect:" + CyclePages.HOME + "/" + id;
        }
        var problems = new ArrayList<Problem>();
        if (edition.isEmpty())
            problems.add(new Problem("edition", "Choose an edition"));
        problems.addAll(form.problems());
        response.setStatus(422);
        return planning(by, form, chosen, problems, request, model);
    }

    @GetMapping("/{id}")
    String show(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        return show(by, id, null, request, model);
    }

    private String show(Actor by, UUID id, @Nullable String moved, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.cycle(by, id, moved, request));
        return "assurance/cycle/cycle";
    }

    @GetMapping("/{id}/dates")
    String askDates(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var cycle = cycles.get(by, id).cycle();
        return dates(by, cycle, DatesForm.of(cycle.dates()), null, request, model);
    }

    private String dates(Actor by, Cycle cycle, DatesForm form, @Nullable String warning, HttpServletRequest request,
            Model model) {
        var here = CyclePages.HOME + "/" + cycle.id();
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Dates of the cycle"), here + "/dates",
                form.questions(), form.problems(), "Keep these dates", here)
                .withHidden(Map.of("seen", String.valueOf(cycle.version()))).withWarning(warning));
        return FORM;
    }

    @PostMapping("/{id}/dates")
    String changeDates(Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var cycle = cycles.cycle(by, id);
        var form = DatesForm.typed(sent);
        var dates = form.dates();
        if (dates == null) {
            response.setStatus(422);
            return dates(by, cycle, form, null, request, model);
        }
        try {
            cycles.changeDates(by, id, dates, number(sent.get("seen")));
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_ALLOWED_NOW && cycle.state().datesMayChange()) {
                response.setStatus(422);
                return dates(by, cycle, form.wrong("window-from",
                        "Somebody has begun their return with the days of evidence that stand now, "
                                + CyclePages.day(cycle.dates().windowFrom()) + " to "
                                + CyclePages.day(cycle.dates().windowUntil()) + ". Only the other dates can change"),
                        null, request, model);
            }
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            if (refused.kind() == Refusal.NOT_ALLOWED_NOW)
                return dates(by, cycle, form, "This cycle is now “" + cycle.state().words()
                        + "”, so its dates stay as they are. Yours are below and not kept.", request, model);
            var now = cycle.dates();
            return dates(by, cycle, form, "Somebody else changed this cycle meanwhile. What stands now: evidence from "
                    + CyclePages.day(now.windowFrom()) + " to " + CyclePages.day(now.windowUntil()) + ", returns from "
                    + CyclePages.day(now.opensOn()) + " to " + CyclePages.day(now.returnsBy())
                    + ". Yours are below and not kept yet.", request, model);
        }
        frames.say(request, response, CycleNotice.CYCLE_DATES_KEPT);
        return "redirect:" + CyclePages.HOME + "/" + id;
    }

    private static int number(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,8}") ? Integer.parseInt(sent) : -1;
    }

    private String refused(Actor by, UUID id, Refused refused, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return refused(by, id, refused, "", request, response, model);
    }

    /** @param typed what they wrote, to be read back; empty for nothing */
    private String refused(Actor by, UUID id, Refused refused, String typed, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        if (refused.kind() == Refusal.NOT_FOUND)
            throw refused;
        response.setStatus(refused.kind().status());
        return show(by, id, typed.isBlank() ? MEANWHILE : MEANWHILE + " You wrote: “" + typed.strip() + "”", request,
                model);
    }

    @PostMapping("/{id}/moves")
    String move(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "-1") int seen, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        cycles.cycle(by, id);
        var made = named(move);
        if (made.isEmpty()) {
            response.setStatus(422);
            return show(by, id, "Choose what comes next.", request, model);
        }
        return moved(by, id, made.get(), "", seen, request, response, model);
    }

    private static Optional<CycleMove> named(String name) {
        return Stream.of(CycleMove.values()).filter(m -> m.name().equals(name) && m.from() != null).findFirst();
    }

    private static CycleMove move(String name) {
        return named(name).orElseThrow(() -> Refusal.NOT_FOUND.because("no such move"));
    }

    private String moved(Actor by, UUID id, CycleMove move, String note, int seen, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        try {
            cycles.move(by, id, move, note, seen);
        } catch (Refused refused) {
            return refused(by, id, refused, note, request, response, model);
        }
        frames.say(request, response, CycleNotice.CYCLE_MOVED);
        return "redirect:" + CyclePages.HOME + "/" + id;
    }

    @GetMapping("/{id}/moves/{move}")
    String askNote(Actor by, @PathVariable UUID id, @PathVariable String move, HttpServletRequest request,
            Model model) {
        return note(by, cycles.get(by, id).cycle(), move(move), "", List.of(), request, model);
    }

    private String note(Actor by, Cycle cycle, CycleMove move, String typed, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var here = CyclePages.HOME + "/" + cycle.id();
        model.addAttribute("page", FormPage.of(frames.of(request, by, move.words()), here + "/moves/" + move.name(),
                List.of(new Question.Words(Field.of("note", move.ask()).withValue(typed)
                        .withProblem(FormPage.problem(problems, "note")), 3)),
                problems, move.words(), here).withHidden(Map.of("seen", String.valueOf(cycle.version()))));
        return FORM;
    }

    @PostMapping("/{id}/moves/{move}")
    String moveWithNote(Actor by, @PathVariable UUID id, @PathVariable String move,
            @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "-1") int seen,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var cycle = cycles.cycle(by, id);
        var made = move(move);
        if (made.note() && (note.isBlank() || note.strip().length() > LONGEST_NOTE)) {
            response.setStatus(422);
            return note(by, cycle, made, note, List.of(new Problem("note",
                    note.isBlank() ? "Answer this" : "Use " + LONGEST_NOTE + " characters or fewer")), request, model);
        }
        if (cycle.version() != seen && cycle.state() == made.from()) {
            // Still possible: shown again with what was typed, so that nothing is lost.
            response.setStatus(409);
            return note(by, cycle, made, note, List.of(new Problem("note",
                    "Somebody else changed this cycle meanwhile. Send it again if it still holds")), request, model);
        }
        return moved(by, id, made, note, seen, request, response, model);
    }

    @GetMapping("/{id}/inviting")
    String askInvite(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        cycles.get(by, id);
        return inviting(by, id, List.of(), "", List.of(), request, model);
    }

    private String inviting(Actor by, UUID id, List<String> scopes, String profile, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var cycle = cycles.cycle(by, id);
        var here = CyclePages.HOME + "/" + id;
        var edition = frameworks.edition(by, cycle.edition());
        var possible = cycles.possible(by, id).stream()
                .map(s -> Choice.of(s.id().toString(),
                        s.name() + (s.id().equals(by.scope()) ? " (your own organisation)" : ""),
                        scopes.contains(s.id().toString())))
                .toList();
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Invite organisations"), here + "/inviting",
                List.of(new Question.Tick(Field.of("scope", "Who is invited?")
                        .withHint(possible.isEmpty() ? "Everybody who uses this Heed is invited already." : null)
                        .withProblem(FormPage.problem(problems, "scope")), possible),
                        new Question.Pick(Field.of("profile", "What do they answer?")
                                .withProblem(FormPage.problem(problems, "profile")),
                                edition.profileCodes().stream()
                                        .map(code -> Choice.of(code, words(edition, code), code.equals(profile)))
                                        .toList(),
                                false)),
                problems, "Invite them", here));
        return FORM;
    }

    private static String words(Edition edition, String profile) {
        int many = edition.items(profile).size();
        return CyclePages.answers(profile) + ": " + many + (many == 1 ? " question" : " questions");
    }

    @PostMapping("/{id}/inviting")
    String invite(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "") String profile, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var cycle = cycles.cycle(by, id);
        var possible = cycles.possible(by, id).stream().map(RecordingScope::id)
                .collect(Collectors.toMap(UUID::toString, s -> s));
        var problems = new ArrayList<Problem>();
        if (scope.isEmpty() || !possible.keySet().containsAll(scope))
            problems.add(new Problem("scope", "Choose at least one organisation"));
        if (!frameworks.edition(by, cycle.edition()).profileCodes().contains(profile))
            problems.add(new Problem("profile", "Choose what they answer"));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return inviting(by, id, scope, profile, problems, request, model);
        }
        try {
            cycles.invite(by, id, scope.stream().map(UUID::fromString).toList(), profile);
        } catch (Refused refused) {
            return refused(by, id, refused, request, response, model);
        }
        frames.say(request, response, CycleNotice.CYCLE_INVITED);
        return "redirect:" + CyclePages.HOME + "/" + id;
    }

    @PostMapping("/{id}/reminding")
    String remind(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        Cycles.Reminded reminded;
        try {
            reminded = cycles.remind(by, id);
        } catch (Refused refused) {
            return refused(by, id, refused, request, response, model);
        }
        if (reminded.asked() == 0) {
            response.setStatus(Refusal.MOVED_ON.status());
            return show(by, id, pages.nobodyReminded(reminded.last()), request, model);
        }
        frames.say(request, response, CycleNotice.CYCLE_REMINDED);
        return "redirect:" + CyclePages.HOME + "/" + id;
    }

    @PostMapping("/{id}/invitations/{invitation}/withdrawal")
    String withdraw(Actor by, @PathVariable UUID id, @PathVariable UUID invitation, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        try {
            cycles.withdraw(by, id, invitation);
        } catch (Refused refused) {
            return refused(by, id, refused, request, response, model);
        }
        frames.say(request, response, CycleNotice.CYCLE_UNINVITED);
        return "redirect:" + CyclePages.HOME + "/" + id;
    }
}

package heed.casework.rota;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.TimeTyped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for one shift. */
@Controller
@RequestMapping("/rota/shifts")
class ShiftController {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final Rota rota;
    private final Frames frames;
    private final Clock clock;

    ShiftController(Rota rota, Frames frames, Clock clock) {
        this.rota = rota;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/new")
    String askNew(Actor by, @RequestParam(required = false) @Nullable String day, HttpServletRequest request,
            Model model) {
        by.must(Permission.EDIT_ROTA);
        var typed = new HashMap<String, String>();
        var first = day == null ? clock.instant().atZone(LondonTime.ZONE).toLocalDate() : RotaController.day(day);
        put(typed, "starts", first.atTime(9, 0).atZone(LondonTime.ZONE).toInstant());
        put(typed, "ends", first.atTime(17, 0).atZone(LondonTime.ZONE).toInstant());
        return form(by, null, typed, List.of(), request, model);
    }

    @PostMapping("/new")
    String add(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return save(by, null, sent, request, response, model);
    }

    @GetMapping("/{id}")
    String ask(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var shift = rota.get(by, id);
        var typed = new HashMap<String, String>();
        typed.put("officer", shift.officer().toString());
        typed.put("cover", shift.cover() == null ? "" : shift.cover().toString());
        put(typed, "starts", shift.starts());
        put(typed, "ends", shift.ends());
        return form(by, id, typed, List.of(), request, model);
    }

    @PostMapping("/{id}")
    String change(Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return save(by, id, sent, request, response, model);
    }

    private String remove(Actor by, UUID id, HttpServletRequest request, HttpServletResponse response) {
        var shift = rota.get(by, id);
        rota.remove(by, id);
        frames.say(request, response, RotaNotice.SHIFT_REMOVED);
        return week(shift.starts());
    }

    private String save(Actor by, @Nullable UUID id, Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.EDIT_ROTA);
        if (id != null)
            rota.get(by, id);
        if ("remove".equals(sent.get("do")) && id != null)
            return remove(by, id, request, response);
        var problems = new ArrayList<Problem>();
        var names = rota.choosable(by);
        var officer = chosen(sent, "officer", names);
        var cover = chosen(sent, "cover", names);
        if (officer == null)
            problems.add(new Problem("officer", "Choose who is on duty"));
        if (!sent.getOrDefault("cover", "").isEmpty() && cover == null)
            problems.add(new Problem("cover", "Choose who covers, or nobody"));
        if (officer != null && officer.equals(cover))
            problems.add(new Problem("cover", "Choose someone else: nobody covers for themselves"));
        var from = moment(sent, "starts", problems);
        var until = moment(sent, "ends", problems);
        if (from != null && until != null && !until.isAfter(from))
            problems.add(new Problem("ends-time", "Enter an end that is after the start"));
        else if (from != null && until != null && until.isAfter(from.plus(java.time.Duration.ofDays(8))))
            problems.add(new Problem("ends-day", "Enter an end within eight days of the start"));
        if (problems.isEmpty() && officer != null && from != null && until != null)
            try {
                if (id == null)
                    rota.add(by, officer, cover, from, until);
                else
                    rota.change(by, id, officer, cover, from, until);
                frames.say(request, response, id == null ? RotaNotice.SHIFT_ADDED : RotaNotice.SHIFT_CHANGED);
                return week(from);
            } catch (Refused refused) {
                if (refused.kind() != Refusal.NOT_ALLOWED_NOW && refused.kind() != Refusal.MOVED_ON)
                    throw refused;
                problems.add(new Problem("officer", refused.kind() == Refusal.MOVED_ON
                        ? "Someone else changed or removed this shift. Go back to the rota to see it"
                        : "Choose someone who is an officer here now"));
            }
        response.setStatus(422);
        return form(by, id, sent, problems, request, model);
    }

    private String form(Actor by, @Nullable UUID id, Map<String, String> typed, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var names = rota.choosable(by);
        var questions = List.<Question>of(
                new Question.Select(field("officer", "Who is on duty?", null, typed, problems),
                        people(names, typed.getOrDefault("officer", ""), "Choose an officer")),
                new Question.Select(field("cover", "Who covers when they do not answer?", null, typed, problems),
                        people(names, typed.getOrDefault("cover", ""), "Nobody")),
                day("starts", "First day", typed, problems),
                time("starts", "From", "For example, 9:00", typed, problems),
                day("ends", "Last day", typed, problems),
                time("ends", "Until", "For example, 17:00, or 9:00 of the next morning", typed, problems));
        model.addAttribute("page",
                new ShiftPage(FormPage.of(frames.of(request, by, id == null ? "Add a shift" : "Change a shift"),
                        "/rota/shifts/" + (id == null ? "new" : id), questions, problems,
                        id == null ? "Add the shift" : "Save", "/rota"), id != null));
        return "casework/rota/shift";
    }

    private static Question day(String name, String label, Map<String, String> typed, List<Problem> problems) {
        return new Question.Day(DateField.of(name, label)
                .withValue(typed.get(name + "-day"), typed.get(name + "-month"), typed.get(name + "-year"))
                .withProblem(FormPage.problem(problems, name + "-day")));
    }

    private static Question time(String name, String label, String hint, Map<String, String> typed,
            List<Problem> problems) {
        return new Question.Line(field(name + "-time", label, hint, typed, problems), "govuk-input--width-5", "",
                "off");
    }

    private static Field field(String name, String label, @Nullable String hint, Map<String, String> typed,
            List<Problem> problems) {
        return Field.of(name, label).withHint(hint).withValue(typed.get(name))
                .withProblem(FormPage.problem(problems, name));
    }

    private static List<Choice> people(Map<UUID, String> names, String picked, String none) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", none, picked.isEmpty()));
        names.entrySet().stream().sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(who -> choices.add(
                        Choice.of(who.getKey().toString(), who.getValue(), who.getKey().toString().equals(picked))));
        return choices;
    }

    private static @Nullable UUID chosen(Map<String, String> sent, String name, Map<UUID, String> names) {
        return names.keySet().stream().filter(id -> id.toString().equals(sent.get(name))).findFirst().orElse(null);
    }

    private static @Nullable Instant moment(Map<String, String> sent, String name, List<Problem> problems) {
        LocalDate day = null;
        try {
            day = LocalDate.of(number(sent, name + "-year"), number(sent, name + "-month"),
                    number(sent, name + "-day"));
        } catch (DateTimeException notADay) {
            problems.add(new Problem(name + "-day", "Enter the day as a date, such as 27 3 2026"));
        }
        if (day != null && (day.getYear() < 2000 || day.getYear() > 2100)) {
            problems.add(new Problem(name + "-day", "Enter the year in four figures"));
            day = null;
        }
        var time = TimeTyped.time(sent.getOrDefault(name + "-time", ""));
        if (time.isEmpty())
            problems.add(new Problem(name + "-time", "Enter a time, such as 17:00"));
        return day == null || time.isEmpty() ? null : day.atTime(time.get()).atZone(LondonTime.ZONE).toInstant();
    }

    private static int number(Map<String, String> sent, String name) {
        var typed = sent.getOrDefault(name, "").strip();
        return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : -1;
    }

    private static void put(Map<String, String> typed, String name, Instant at) {
        var there = at.atZone(LondonTime.ZONE);
        typed.put(name + "-day", Integer.toString(there.getDayOfMonth()));
        typed.put(name + "-month", Integer.toString(there.getMonthValue()));
        typed.put(name + "-year", Integer.toString(there.getYear()));
        typed.put(name + "-time", TIME.format(there));
    }

    private static String week(Instant at) {
        return "redirect:/rota?week=" + Rota.monday(at.atZone(LondonTime.ZONE).toLocalDate());
    }
}

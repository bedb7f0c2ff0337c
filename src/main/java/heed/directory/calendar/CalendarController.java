package heed.directory.calendar;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.calendar.DayChange;
import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Notice;
import heed.platform.web.Notices;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bank holidays of this year and the next, with a form for a day proclaimed once. */
@Controller
@RequestMapping("/settings/bank-holidays")
class CalendarController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private final Calendar calendar;
    private final Frames frames;
    private final Clock clock;

    CalendarController(Calendar calendar, Frames frames, Clock clock) {
        this.calendar = calendar;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor by, HttpServletRequest request, Model model) {
        return show(by, Map.of(), List.of(), request, model);
    }

    @PostMapping
    String add(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.EDIT_CALENDAR);
        var problems = new ArrayList<Problem>();
        var day = day(sent);
        var name = sent.getOrDefault("name", "").strip();
        var kind = sent.getOrDefault("kind", "");
        if (day == null)
            problems.add(new Problem("day-day", "Enter the day as a date, such as 5 6 2029"));
        if (name.isEmpty() || name.length() > 80)
            problems.add(new Problem("name", "Enter what the day is called, in 80 characters or fewer"));
        if (!kind.equals("extra") && !kind.equals("moved"))
            problems.add(new Problem("kind", "Choose whether it is a bank holiday or a working day"));
        if (problems.isEmpty() && day != null)
            try {
                calendar.add(by, new DayChange(day, name, kind.equals("moved")));
                frames.say(request, response, Said.CALENDAR_SAVED);
                return "redirect:/settings/bank-holidays";
            } catch (Refused refused) {
                if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                    throw refused;
                problems.add(new Problem("day-day", "This day was added already. Take it away first to change it"));
            }
        response.setStatus(422);
        return show(by, sent, problems, request, model);
    }

    @PostMapping("/{id}/removal")
    String remove(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        calendar.remove(by, id);
        frames.say(request, response, Said.CALENDAR_SAVED);
        return "redirect:/settings/bank-holidays";
    }

    private String show(Actor by, Map<String, String> sent, List<Problem> problems, HttpServletRequest request,
            Model model) {
        by.must(Permission.EDIT_CALENDAR);
        var added = calendar.added(by);
        var byDay = added.stream().collect(Collectors.toMap(a -> a.change().day(), a -> a));
        var days = calendar.workingDays(by);
        int thisYear = clock.instant().atZone(LondonTime.ZONE).getYear();
        var years = IntStream.of(thisYear, thisYear + 1)
                .mapToObj(year -> new CalendarPage.Year(Integer.toString(year), days.holidays(year).stream()
                        .map(holiday -> new CalendarPage.Row(DAY.format(holiday.day()), holiday.name(),
                                byDay.containsKey(holiday.day()), null))
                        .toList()))
                .toList();
        var ours = added.stream()
                .map(a -> new CalendarPage.Row(DAY.format(a.change().day()),
                        a.change().name() + (a.change().works() ? ": people work" : ""), true,
                        "/settings/bank-holidays/" + a.id() + "/removal"))
                .toList();
        var kind = sent.getOrDefault("kind", "");
        model.addAttribute("page", new CalendarPage(frames.of(request, by, "Bank holidays").withBack("/settings"),
                problems, years, ours,
                DateField.of("day", "Which day?").withHint("For example, 5 6 2029")
                        .withValue(sent.get("day-day"), sent.get("day-month"), sent.get("day-year"))
                        .withProblem(problem(problems, "day-day")),
                Field.of("name", "What is it called?").withValue(sent.get("name"))
                        .withProblem(problem(problems, "name")),
                Field.of("kind", "What is it?").withProblem(problem(problems, "kind")),
                List.of(Choice.of("extra", "An extra bank holiday", kind.equals("extra")),
                        Choice.of("moved", "A bank holiday that was moved away: people work", kind.equals("moved")))));
        return "directory/calendar/calendar";
    }

    private static @Nullable String problem(List<Problem> problems, String field) {
        return problems.stream().filter(p -> p.field().equals(field)).map(Problem::text).findFirst().orElse(null);
    }

    private static @Nullable LocalDate day(Map<String, String> sent) {
        try {
            var day = LocalDate.of(Integer.parseInt(sent.getOrDefault("day-year", "").strip()),
                    Integer.parseInt(sent.getOrDefault("day-month", "").strip()),
                    Integer.parseInt(sent.getOrDefault("day-day", "").strip()));
            return day.getYear() < 2000 || day.getYear() > 2100 ? null : day;
        } catch (NumberFormatException | DateTimeException notADate) {
            return null;
        }
    }

    /** What the page says after a change. */
    enum Said implements Notice {
        CALENDAR_SAVED;

        @Override
        public String words() {
            return "The bank holidays are saved. What is due is computed from them at once.";
        }
    }

    /** Makes it known. */
    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(Said.values());
        }
    }
}

package heed.assurance.report;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.measure.Measure;
import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

/** Figures that Heed counts for a report alone, besides those of the return. */
@Controller
@RequestMapping(ReportController.HOME + "/{report}/figures")
class ReportFigureController {
    private static final String MEASURE = "measure";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final ReportReading reading;
    private final ReportWriting writing;
    private final ReportCounting counting;
    private final Frames frames;

    ReportFigureController(ReportReading reading, ReportWriting writing, ReportCounting counting, Frames frames) {
        this.reading = reading;
        this.writing = writing;
        this.counting = counting;
        this.frames = frames;
    }

    @GetMapping
    String ask(Actor by, @PathVariable UUID report, HttpServletRequest request, Model model) {
        return page(by, reading.forWriting(by, report), Map.of(), List.of(), request, model);
    }

    private String page(Actor by, ReportReading.Opened opened, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", "Choose a figure", false));
        for (var d : counting.offered(by).stream().map(Measure::definition).toList())
            choices.add(Choice.of(d.code(), d.group() + ": " + d.title(),
                    d.code().equals(sent.getOrDefault(MEASURE, ""))));
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Count a figure for the report"),
                opened.href() + "/figures",
                List.of(new Question.Select(Field.of(MEASURE, "Which figure?")
                        .withProblem(FormPage.problem(problems, MEASURE)), choices),
                        new Question.Day(day(FROM, "First day", sent, problems)),
                        new Question.Day(day(UNTIL, "Last day", sent, problems))),
                problems, "Count it", opened.href())
                .withIntro("Small numbers are not printed: “fewer than 5” stands in their place."));
        return "layout/form";
    }

    private static DateField day(String name, String label, Map<String, String> sent, List<Problem> problems) {
        return DateField.of(name, label).withValue(sent.get(name + "-day"), sent.get(name + "-month"),
                sent.get(name + "-year")).withProblem(FormPage.problem(problems, name + "-day"));
    }

    @PostMapping
    String count(Actor by, @PathVariable UUID report, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var opened = reading.forWriting(by, report);
        var problems = new ArrayList<Problem>();
        var measure = sent.getOrDefault(MEASURE, "");
        if (counting.offered(by).stream().noneMatch(m -> m.definition().code().equals(measure)))
            problems.add(new Problem(MEASURE, "Choose a figure"));
        var boxes = new HashMap<>(sent);
        var from = day(FROM, boxes, problems);
        var until = day(UNTIL, boxes, problems);
        if (from != null && until != null && until.isBefore(from))
            problems.add(new Problem(UNTIL + "-day", "The last day is before the first"));
        if (problems.isEmpty() && from != null && until != null)
            try {
                writing.count(by, report, measure, from, until);
                frames.say(request, response, CommitteeNotice.REPORT_FIGURE_ADDED);
                return "redirect:" + opened.href();
            } catch (Refused refused) {
                if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                    throw refused;
                problems.add(new Problem(FROM + "-day", "There is nothing to count: look at the days again"));
            }
        response.setStatus(422);
        return page(by, opened, sent, problems, request, model);
    }

    private static @Nullable LocalDate day(String name, Map<String, String> sent, List<Problem> problems) {
        var day = TypedReport.day(sent, name);
        if (day == null)
            problems.add(new Problem(name + "-day", "Enter a real date, like 1 4 2026"));
        return day;
    }

    @PostMapping("/removal")
    String drop(Actor by, @PathVariable UUID report, @RequestParam(defaultValue = "") String which,
            HttpServletRequest request, HttpServletResponse response) {
        writing.drop(by, report, which);
        frames.say(request, response, CommitteeNotice.REPORT_FIGURE_REMOVED);
        return "redirect:" + ReportController.HOME + "/" + report;
    }
}

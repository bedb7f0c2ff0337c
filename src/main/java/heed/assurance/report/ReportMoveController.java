package heed.assurance.report;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Checking a report, and moving it on or back. */
@Controller
@RequestMapping(ReportController.HOME + "/{report}")
class ReportMoveController {
    private static final int LONG = 5000;
    private static final String WHY = "why";

    private final ReportReading reading;
    private final ReportWriting writing;
    private final ReportDesk desk;
    private final Frames frames;

    ReportMoveController(ReportReading reading, ReportWriting writing, ReportDesk desk, Frames frames) {
        this.reading = reading;
        this.writing = writing;
        this.desk = desk;
        this.frames = frames;
    }

    @GetMapping("/check")
    String show(Actor by, @PathVariable UUID report, HttpServletRequest request, Model model) {
        return page(by, desk.checking(by, report), List.of(), "", "", request, model);
    }

    private String page(Actor by, ReportDesk.Checking checking, List<Problem> problems, String mark, String typed,
            HttpServletRequest request, Model model) {
        model.addAttribute("page", ReportCheckPage.of(frames.of(request, by, "Check the report"), checking, problems,
                mark, typed));
        return "assurance/report/check";
    }

    @PostMapping("/settling")
    String settle(Actor by, @PathVariable UUID report, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var mark = sent.getOrDefault("mark", "");
        var why = sent.entrySet().stream().filter(e -> e.getKey().startsWith(WHY)).map(Map.Entry::getValue)
                .findFirst().orElse("").strip();
        var wrong = why.isEmpty()
                ? "Say why it may stand, such as: a councillor, in public office"
                : why.length() > WrittenPart.SHORT ? "Use 300 characters or fewer" : null;
        if (wrong != null) {
            response.setStatus(422);
            return page(by, desk.checking(by, report), List.of(new Problem("main-content", wrong)), mark, why, request,
                    model);
        }
        writing.settle(by, report, mark, why);
        frames.say(request, response, CommitteeNotice.REPORT_SETTLED);
        return "redirect:" + ReportController.HOME + "/" + report + "/check";
    }

    @PostMapping("/checking")
    String check(Actor by, @PathVariable UUID report, @RequestParam(defaultValue = "") String version,
            HttpServletRequest request, HttpServletResponse response) {
        desk.check(by, report, ReportPartController.version(version));
        frames.say(request, response, CommitteeNotice.REPORT_CHECKED);
        return "redirect:" + ReportController.HOME + "/" + report;
    }

    private static ReportMove move(Actor by, String name) {
        return Arrays.stream(ReportMove.values())
                .filter(m -> m.name().equals(name) && m.from() != null && m != ReportMove.CHECK
                        || m == ReportMove.AMEND && name.equals(ReportMove.AMEND.name()))
                .filter(m -> ReportDesk.may(by, m)).findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("not their move"));
    }

    @GetMapping("/moves/{move}")
    String ask(Actor by, @PathVariable UUID report, @PathVariable String move, HttpServletRequest request,
            Model model) {
        var opened = reading.open(by, report);
        return why(by, opened, move(by, move), Integer.toString(opened.report().version()), "", List.of(), request,
                model);
    }

    /** @param seen the version that was read, so that what another wrote meanwhile is noticed */
    private String why(Actor by, ReportReading.Opened opened, ReportMove move, String seen, String typed,
            List<Problem> problems, HttpServletRequest request, Model model) {
        var title = switch (move) {
            case WRITE_ON -> "Open it for writing again";
            case GIVE_BACK -> "Give it back for writing";
            case GIVE_UP -> "Give this report up";
            case WITHDRAW -> "Withdraw this report";
            case AMEND -> "Correct this report";
            case APPROVE -> "Approve this report";
            case PUBLISH -> "Publish this report";
            case BEGIN, CHECK -> throw Refusal.NOT_FOUND.because("made elsewhere");
        };
        var ask = switch (move) {
            case WRITE_ON -> "What is still to be written?";
            case GIVE_BACK -> "What is to be otherwise?";
            case GIVE_UP -> "Why is it given up?";
            case WITHDRAW -> "Why is it withdrawn?";
            default -> "Why is it corrected?";
        };
        List<Question> questions = move.note()
                ? List.of(new Question.Words(Field.of(WHY, ask).withValue(typed)
                        .withProblem(FormPage.problem(problems, WHY)), 4))
                : List.of();
        var page = FormPage.of(frames.of(request, by, title), opened.href() + "/moves/" + move, questions, problems,
                title, opened.href()).withHidden(Map.of("version", seen));
        model.addAttribute("page", switch (move) {
            case AMEND -> page.withIntro(
                    "A new version begins with all that was written in this one. This one stays as it went out. Your reason is printed on the new one.");
            case GIVE_UP -> page.withIntro(givenUp(opened.report()));
            case WITHDRAW -> page.withIntro("It stays readable here, with your reason. Tell those who have it.");
            default -> page;
        });
        return "layout/form";
    }

    /** What happens to a draft that is given up. */
    private static String givenUp(Report report) {
        return "It never goes out. Nobody can write in it any more, and this cannot be undone. What was written stays readable, with your reason. "
                + (report.amends() == null
                        ? "Another report on the same return can be begun."
                        : "The version that it was to correct stays as it is, and can be corrected anew.");
    }

    @PostMapping("/moves/{move}")
    String move(Actor by, @PathVariable UUID report, @PathVariable String move,
            @RequestParam(defaultValue = "") String why, @RequestParam(defaultValue = "") String version,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var asked = move(by, move);
        var words = why.replace("\r\n", "\n").strip();
        if (asked.note() && (words.isEmpty() || words.length() > LONG)) {
            response.setStatus(422);
            return why(by, reading.open(by, report), asked, version, why,
                    List.of(new Problem(WHY, words.isEmpty() ? "Say why" : "Use 5,000 characters or fewer")), request,
                    model);
        }
        if (asked == ReportMove.AMEND) {
            var made = desk.amend(by, report, words);
            frames.say(request, response, CommitteeNotice.REPORT_AMENDING);
            return "redirect:" + ReportController.HOME + "/" + made;
        }
        desk.move(by, report, ReportPartController.version(version), asked, words);
        frames.say(request, response,
                asked == ReportMove.GIVE_UP ? CommitteeNotice.REPORT_GIVEN_UP : CommitteeNotice.REPORT_MOVED);
        return "redirect:" + ReportController.HOME + "/" + report;
    }
}

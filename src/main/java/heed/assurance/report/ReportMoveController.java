package heed.assurance.report;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    ReportMoveController(ReportReading reading, ReportWriting writing, ReportDesk desk, Staff staff, Frames frames,
            LondonTime time) {
        this.reading = reading;
        this.writing = writing;
        this.desk = desk;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
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
        try {
            writing.settle(by, report, mark, why);
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            var checking = desk.checking(by, report);
            return page(by, checking, List.of(new Problem("main-content", (checking.opened().writes()
                    ? "Somebody else changed this place meanwhile: it is not in the report any more."
                    : "Somebody else moved this report meanwhile: it is now “"
                            + checking.opened().report().state().words() + "”.")
                    + " You wrote: “" + why + "”")), "", "", request, model);
        }
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
        return why(by, opened, move(by, move), Integer.toString(opened.report().version()), "", List.of(), null,
                request, model);
    }

    /** What somebody else did while this person wrote, as their form says it. */
    private record Meanwhile(String says, List<SummaryRow> rows) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Meanwhile";
        }
    }

    /** @param seen the version that was read, so that what another wrote meanwhile is noticed */
    private String why(Actor by, ReportReading.Opened opened, ReportMove move, String seen, String typed,
            List<Problem> problems, @Nullable Meanwhile meanwhile, HttpServletRequest request, Model model) {
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
        if (meanwhile != null)
            page = page.withWarning(meanwhile.says()).withShown(meanwhile.rows());
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
                    List.of(new Problem(WHY, words.isEmpty() ? "Say why" : "Use 5,000 characters or fewer")), null,
                    request, model);
        }
        try {
            if (asked == ReportMove.AMEND) {
                var made = desk.amend(by, report, words);
                frames.say(request, response, CommitteeNotice.REPORT_AMENDING);
                return "redirect:" + ReportController.HOME + "/" + made;
            }
            desk.move(by, report, ReportPartController.version(version), asked, words);
        } catch (Refused refused) {
            // Where nothing was typed nothing is lost, and what changed is to be read before it is sent again.
            if (refused.kind() != Refusal.MOVED_ON || !asked.note())
                throw refused;
            response.setStatus(refused.kind().status());
            var now = reading.open(by, report);
            return why(by, now, asked, Integer.toString(now.report().version()), why, List.of(),
                    meanwhile(by, now, asked), request, model);
        }
        frames.say(request, response,
                asked == ReportMove.GIVE_UP ? CommitteeNotice.REPORT_GIVEN_UP : CommitteeNotice.REPORT_MOVED);
        return "redirect:" + ReportController.HOME + "/" + report;
    }

    /** What became of a report since its page was made: where it stands, what was done to it last, and what was written. */
    private Meanwhile meanwhile(Actor by, ReportReading.Opened now, ReportMove asked) {
        var next = now.amending();
        if (asked == ReportMove.AMEND && next != null)
            return new Meanwhile("Somebody else began to correct it meanwhile. What you typed is below and not kept:"
                    + " write it into the version that they began.", rows(by, reading.open(by, next)));
        return new Meanwhile(asked.from() == now.report().state()
                ? "Somebody else changed this report meanwhile. Look at it first, and send this again if it still holds."
                : "Somebody else moved this report meanwhile. It is now “" + now.report().state().words()
                        + "”, so this cannot be done. What you typed is below and not kept.",
                rows(by, now));
    }

    private List<SummaryRow> rows(Actor by, ReportReading.Opened now) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Where it stands", now.report().state().words()));
        if (!now.moves().isEmpty()) {
            var last = now.moves().getFirst();
            rows.add(SummaryRow.of("Done last", last.move().done() + ", " + who(by, last.by(), last.at())
                    + (last.note() == null ? "" : ": " + last.note())));
        }
        now.typed().entrySet().stream().filter(e -> e.getValue().changedAt() != null).max(Comparator
                .comparing(e -> Objects.requireNonNullElse(e.getValue().changedAt(), Instant.MIN)))
                .ifPresent(e -> rows.add(SummaryRow.of("Last written in", part(now, e.getKey()) + ", "
                        + who(by, Objects.requireNonNull(e.getValue().changedBy()),
                                Objects.requireNonNull(e.getValue().changedAt())))));
        return rows;
    }

    private static String part(ReportReading.Opened now, String code) {
        return WrittenPart.of(now.sections()).stream().filter(p -> p.code().equals(code)).map(WrittenPart::title)
                .findFirst().orElse(code.equals(WrittenPart.FIGURES) ? "Figures" : "Places that may tell of somebody");
    }

    private String who(Actor by, UUID staffMember, Instant at) {
        return "by " + staff.names(by, List.of(staffMember)).getOrDefault(staffMember, "someone who has left") + ", "
                + time.dayAndTime(at);
    }
}

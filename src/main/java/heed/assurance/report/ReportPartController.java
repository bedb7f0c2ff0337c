package heed.assurance.report;

import heed.access.Permission;
import heed.assurance.report.ReportWriting.Saved;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One part of a report: read, written, saved while it is typed. */
@Controller
@RequestMapping(ReportController.HOME + "/{report}/parts/{part}")
class ReportPartController {
    private final ReportReading reading;
    private final ReportWriting writing;
    private final Frames frames;
    private final LondonTime time;

    ReportPartController(ReportReading reading, ReportWriting writing, Frames frames, LondonTime time) {
        this.reading = reading;
        this.writing = writing;
        this.frames = frames;
        this.time = time;
    }

    private static WrittenPart part(ReportReading.Opened opened, String code) {
        return WrittenPart.of(opened.sections(), code).orElseThrow(() -> Refusal.NOT_FOUND.because("no such part"));
    }

    @GetMapping
    String show(Actor by, @PathVariable UUID report, @PathVariable String part, HttpServletRequest request,
            Model model) {
        var opened = reading.forWriting(by, report);
        var typed = opened.typed(part);
        return page(by, opened, part(opened, part), typed.boxes(), typed.version(), List.of(), null, request, model);
    }

    private String page(Actor by, ReportReading.Opened opened, WrittenPart part, Map<String, String> boxes, int was,
            List<Problem> problems, @Nullable Map<String, String> theirs, HttpServletRequest request, Model model) {
        model.addAttribute("page", ReportPartPage.of(frames.of(request, by, part.title()), opened, part, boxes, was,
                problems, theirs, writing.earlier(by, opened)));
        return "assurance/report/part";
    }

    @PostMapping
    String write(Actor by, @PathVariable UUID report, @PathVariable String part,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var opened = reading.forWriting(by, report);
        var of = part(opened, part);
        var boxes = boxes(of, sent);
        var problems = problems(of, boxes);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(by, opened, of, boxes, version(sent), problems, null, request, model);
        }
        var saved = writing.write(by, report, part, version(sent), boxes);
        if (saved.how() == Saved.How.CHANGED_ELSEWHERE) {
            response.setStatus(Refusal.MOVED_ON.status());
            return page(by, opened, of, boxes, saved.typed().version(), List.of(), saved.typed().boxes(), request,
                    model);
        }
        frames.say(request, response, CommitteeNotice.REPORT_SAVED);
        return "redirect:" + opened.href();
    }

    /** Saves a part while it is typed, half a date and all. */
    @PostMapping("/typing")
    ResponseEntity<Typing> typing(Actor by, @PathVariable UUID report, @PathVariable String part,
            @RequestParam Map<String, String> sent) {
        by.must(Permission.KEEP_RETURN);
        if (sent.values().stream().anyMatch(w -> w.length() > WrittenPart.LONG))
            throw Refusal.NOT_ALLOWED_NOW.because("too long to be saved");
        var saved = writing.write(by, report, part, version(sent), sent);
        return ResponseEntity.status(saved.how() == Saved.How.CHANGED_ELSEWHERE ? HttpStatus.CONFLICT : HttpStatus.OK)
                .body(new Typing(saved.how().name(), Integer.toString(saved.typed().version()),
                        saved.typed().changedAt() == null ? "" : time.time(saved.typed().changedAt())));
    }

    /**
     * What became of words saved while they were typed.
     *
     * @param state a {@link Saved.How}
     * @param was   the version to send the next time
     * @param at    when it was saved, such as 14:03
     */
    record Typing(String state, String was, String at) {
    }

    private static Map<String, String> boxes(WrittenPart part, Map<String, String> sent) {
        var boxes = new LinkedHashMap<String, String>();
        part.boxes().stream().flatMap(b -> b.names().stream()).forEach(n -> {
            if (sent.containsKey(n))
                boxes.put(n, sent.getOrDefault(n, ""));
        });
        return boxes;
    }

    private static List<Problem> problems(WrittenPart part, Map<String, String> boxes) {
        var problems = new ArrayList<Problem>();
        for (var box : part.boxes())
            switch (box.kind()) {
                case LINE, WORDS -> {
                    if (boxes.getOrDefault(box.name(), "").length() > box.longest())
                        problems.add(
                                new Problem(box.name(), "Use %,d characters or fewer".formatted(box.longest())));
                }
                case DAY -> {
                    if (TypedReport.begun(boxes, box.name()) && TypedReport.day(boxes, box.name()) == null)
                        problems.add(new Problem(box.name() + "-day", "Enter a real date, like 1 4 2026"));
                }
            }
        return problems;
    }

    static int version(Map<String, String> sent) {
        return version(sent.getOrDefault("was", ""));
    }

    static int version(String was) {
        return was.matches("\\d{1,9}") ? Integer.parseInt(was) : -1;
    }
}

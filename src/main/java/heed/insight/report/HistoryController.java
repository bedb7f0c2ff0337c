package heed.insight.report;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.export.Cell;
import heed.platform.export.CsvFile;
import heed.platform.measure.Measures;
import heed.platform.measure.Period;
import heed.platform.measure.Split;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Totals from an older tool: sent, looked at, applied, taken back. */
@Controller
@RequestMapping("/quarters/history")
class HistoryController {
    private final History history;
    private final Measures measures;
    private final Staff staff;
    private final LondonTime time;
    private final Frames frames;

    HistoryController(History history, Measures measures, Staff staff, LondonTime time, Frames frames) {
        this.history = history;
        this.measures = measures;
        this.staff = staff;
        this.time = time;
        this.frames = frames;
    }

    @GetMapping
    String ask(Actor by, HttpServletRequest request, Model model) {
        return form(by, "", List.of(), request, model);
    }

    @PostMapping
    String check(Actor by, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String rows, HttpServletRequest request, HttpServletResponse response,
            Model model) throws IOException {
        by.must(Permission.PUBLISH_FIGURES);
        var none = rows.isBlank() && (file == null || file.isEmpty());
        var sent = file != null && !file.isEmpty() ? file.getBytes() : rows.getBytes(StandardCharsets.UTF_8);
        var checked = none
                ? new History.Checked(null, List.of(new TotalFault(0, "", "Choose a file, or paste the rows")))
                : history.check(by, sent);
        if (checked.id() != null)
            return "redirect:/quarters/history/" + checked.id();
        response.setStatus(422);
        return form(by, rows, checked.faults(), request, model);
    }

    private String form(Actor by, String rows, List<TotalFault> faults, HttpServletRequest request, Model model) {
        var loads = history.loads(by);
        var names = staff.names(by, loads.stream().map(History.Load::madeBy).collect(Collectors.toSet()));
        var whole = faults.stream().filter(f -> f.line() == 0).map(TotalFault::words).findFirst().orElse(null);
        var lines = faults.stream().filter(f -> f.line() > 0).toList();
        var pasted = !rows.isBlank();
        var problems = new ArrayList<Problem>();
        if (whole != null)
            problems.add(new Problem(pasted ? "rows" : "file", whole));
        if (!lines.isEmpty())
            problems.add(new Problem("faults", count(lines.size(), "thing", "things") + " to put right in the file"));
        model.addAttribute("page", new HistoryPage(
                frames.of(request, by, "Totals from an older tool").withBack("/quarters"), List.copyOf(problems),
                Field.of("file", "Totals as a CSV file").withProblem(pasted ? null : whole),
                Field.of("rows", "Or paste the rows, with their heading").withValue(rows)
                        .withProblem(pasted ? whole : null),
                lines, lines.isEmpty() ? null : count(lines.size(), "thing", "things") + " to put right",
                loads.stream().map(load -> new HistoryPage.Load(words(load),
                        "Loaded on " + time.day(load.madeAt()) + " by "
                                + names.getOrDefault(load.madeBy(), "somebody who has left"),
                        load.undone() == null ? "/quarters/history/" + load.id() + "/undoing" : null,
                        load.undone() == null ? "" : "Taken back on " + time.day(load.undone()))).toList(),
                measures.all().stream()
                        .filter(m -> m.definition().unit().counts())
                        .map(m -> new HistoryPage.Known(m.definition().code(), m.definition().title(),
                                m.splits().stream().map(Split::code).collect(Collectors.joining(", "))))
                        .toList()));
        return "insight/report/history";
    }

    private static String words(History.Load load) {
        var first = load.totals().stream().map(Total::from).min(java.time.LocalDate::compareTo);
        var last = load.totals().stream().map(Total::to).max(java.time.LocalDate::compareTo);
        var days = first.isEmpty() || last.isEmpty() ? "" : new Period(first.get(), last.get().plusDays(1)).words();
        return count(load.totals().size(), "total", "totals") + ", " + days + ", from "
                + load.totals().stream().map(Total::source).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String count(int many, String one, String more) {
        return many + " " + (many == 1 ? one : more);
    }

    @GetMapping("/example")
    ResponseEntity<byte[]> example(Actor by) {
        by.must(Permission.PUBLISH_FIGURES);
        var lines = Stream.of(TotalsFile.COLUMNS,
                List.of("2025-04-01", "2025-06-30", Sheet.RAISED, "", "", "48", "our old tool"),
                List.of("2025-04-01", "2025-06-30", Sheet.RAISED, "service", "Housing", "21", "our old tool"),
                List.of("2025-04-01", "2025-06-30", Sheet.RAISED, "month", "2025-04", "17", "our old tool"))
                .map(line -> line.stream().map(Cell::text).toList()).toList();
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("heed-totals-example.csv").build().toString())
                .body(CsvFile.written(lines));
    }

    @GetMapping("/{id}")
    String show(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        return shown(by, id, false, request, model);
    }

    private String shown(Actor by, UUID id, boolean moved, HttpServletRequest request, Model model) {
        var load = history.get(by, id);
        if (load.applied() != null && !moved)
            return "redirect:/quarters/history";
        model.addAttribute("page", new HistoryCheckPage(
                frames.of(request, by, "Check the totals").withBack("/quarters/history"), moved,
                count(load.totals().size(), "total", "totals"),
                load.totals().stream()
                        .map(t -> new HistoryCheckPage.Row(new Period(t.from(), t.to().plusDays(1)).words(),
                                measures.get(t.measure()).definition().title()
                                        + (t.split().isEmpty() ? "" : ", " + part(t)),
                                String.format(Locale.UK, "%,d", t.number()), t.source()))
                        .toList(),
                "/quarters/history/" + id, "/quarters/history/" + id + "/discarding"));
        return "insight/report/historycheck";
    }

    /** What a part is called: a month by its name, all others as they stand in the file. */
    private static String part(Total total) {
        try {
            return total.split().equals(Split.MONTH.code())
                    ? Period.month(YearMonth.parse(total.value())).words()
                    : total.value();
        } catch (DateTimeParseException asTyped) {
            return total.value();
        }
    }

    @PostMapping("/{id}")
    String apply(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        try {
            history.apply(by, id);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            return shown(by, id, true, request, model);
        }
        frames.say(request, response, ReportNotice.HISTORY_APPLIED);
        return "redirect:/quarters/history";
    }

    @PostMapping("/{id}/discarding")
    String discard(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        history.discard(by, id);
        frames.say(request, response, ReportNotice.HISTORY_DISCARDED);
        return "redirect:/quarters/history";
    }

    @PostMapping("/{id}/undoing")
    String undo(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        history.undo(by, id);
        frames.say(request, response, ReportNotice.HISTORY_UNDONE);
        return "redirect:/quarters/history";
    }
}

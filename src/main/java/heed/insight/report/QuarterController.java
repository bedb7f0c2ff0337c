package heed.insight.report;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.print.PdfFile;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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

/** Quarters: the list, each one's figures, publishing them, and taking them away as a file. */
@Controller
@RequestMapping("/quarters")
class QuarterController {
    private static final int LONGEST = 600;
    /** How many quarters back one that was not published is still offered as a draft. */
    private static final int BACK = 5;
    private static final String MEMBERS = "members";
    private static final MediaType CSV = new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8);
    private static final MediaType EXCEL = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Publications publications;
    private final SheetViews views;
    private final PdfFile pdf;
    private final Frames frames;
    private final Clock clock;

    QuarterController(Publications publications, SheetViews views, PdfFile pdf, Frames frames, Clock clock) {
        this.publications = publications;
        this.views = views;
        this.pdf = pdf;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor by, HttpServletRequest request, Model model) {
        var all = publications.all(by);
        var publish = by.may(Permission.PUBLISH_FIGURES);
        var now = Quarter.of(clock.instant());
        var quarters = Stream.concat(
                publish ? Stream.iterate(now, Quarter::before).limit(BACK) : Stream.<Quarter>empty(),
                all.stream().map(Publication::quarter)).distinct().sorted(java.util.Comparator.reverseOrder()).toList();
        var rows = quarters.stream().map(q -> {
            var latest = all.stream().filter(p -> p.quarter().equals(q)).findFirst();
            return new QuartersPage.Row(q.words(), q.which(), "/quarters/" + q.code(),
                    latest.map(QuarterController::state)
                            .orElse(q.over(clock.instant()) ? "Not published" : "Under way"),
                    latest.isPresent() ? "green" : "grey", latest.map(p -> views.said(by, p)).orElse(""));
        }).toList();
        int upTo = publications.hideTo(by);
        model.addAttribute("page", new QuartersPage(frames.of(request, by, "Quarters"), rows, publish,
                publish
                        ? Field.of("hide-to", "Hide numbers from 1 to").withHint(
                                "In the copy for members and the public, in what is published from now on.")
                        : null,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(n -> Choice.of(Integer.toString(n), Integer.toString(n), n == upTo))
                        .toList()));
        return "insight/report/quarters";
    }

    @PostMapping("/hiding")
    String hide(Actor by, @RequestParam(name = "hide-to", defaultValue = "") String upTo, HttpServletRequest request,
            HttpServletResponse response) {
        by.must(Permission.PUBLISH_FIGURES);
        if (!upTo.matches("[1-9]|10"))
            throw Refusal.NOT_ALLOWED_NOW.because("not a number from the list");
        publications.hide(by, Integer.parseInt(upTo));
        frames.say(request, response, ReportNotice.QUARTER_HIDING_SET);
        return "redirect:/quarters";
    }

    @GetMapping("/{quarter}")
    String show(Actor by, @PathVariable String quarter, HttpServletRequest request, Model model) {
        var which = Quarter.parse(quarter);
        return by.may(Permission.PUBLISH_FIGURES)
                ? working(by, which, null, List.of(), null, request, model)
                : read(by, which, null, !Publications.readsFull(by), request, model);
    }

    /** The copy for members and the public, for those who read the full one. */
    @GetMapping("/{quarter}/members")
    String members(Actor by, @PathVariable String quarter, HttpServletRequest request, Model model) {
        return read(by, Quarter.parse(quarter), null, true, request, model);
    }

    @GetMapping("/{quarter}/publications/{number}")
    String edition(Actor by, @PathVariable String quarter, @PathVariable int number, HttpServletRequest request,
            Model model) {
        return read(by, Quarter.parse(quarter), number, !Publications.readsFull(by), request, model);
    }

    /** What was published, as it was. */
    private String read(Actor by, Quarter quarter, @Nullable Integer number, boolean members,
            HttpServletRequest request,
            Model model) {
        var found = publications.get(by, quarter, number);
        var base = "/quarters/" + quarter.code();
        var both = Publications.readsFull(by);
        model.addAttribute("page", page(by, found, views.published(by, found, members), members, request,
                both ? members ? base : base + "/members" : null, List.of(), null, -1, null, null, List.of()));
        return "insight/report/quarter";
    }

    /** A quarter for those who publish: the draft, or what was published with what is otherwise now. */
    private String working(Actor by, Quarter quarter, @Nullable String typed, List<Problem> problems,
            @Nullable String moved, HttpServletRequest request, Model model) {
        var draft = publications.draft(by, quarter);
        var latest = draft.latest();
        var base = "/quarters/" + quarter.code();
        var note = Field.of("note", "What changed this quarter")
                .withHint(
                        "Two or three sentences for everybody who reads the quarter. No people, and no number that is hidden.")
                .withValue(typed == null ? draft.sheet().note() : typed)
                .withProblem(problems.stream().map(Problem::text).findFirst().orElse(null));
        if (latest != null) {
            publications.get(by, quarter, null);
            var otherwise = !draft.changes().isEmpty() || !latest.full().note().equals(draft.sheet().note());
            model.addAttribute("page", page(by, latest, views.published(by, latest, false), false, request,
                    base + "/members", problems, note, draft.version(), otherwise ? base + "/publishing" : null, moved,
                    draft.changes()));
            return "insight/report/quarter";
        }
        var over = quarter.over(clock.instant());
        model.addAttribute("page", new QuarterPage(frames.of(request, by, quarter.words()).withBack("/quarters"),
                problems, views.draft(by, draft, false), over ? "Draft" : "Under way", "grey", moved, List.of(),
                List.of(),
                note, draft.version(), over ? base + "/publishing" : null, "Check and publish", over, null, "full", 0,
                null, "", quarter.code(), meanings(draft.sheet())));
        return "insight/report/quarter";
    }

    private QuarterPage page(Actor by, Publication found, SheetView sheet, boolean members, HttpServletRequest request,
            @Nullable String other, List<Problem> problems, @Nullable Field note, int version, @Nullable String publish,
            @Nullable String moved, List<String> late) {
        var base = "/quarters/" + found.quarter().code();
        var editions = publications.all(by).stream().filter(p -> p.quarter().equals(found.quarter())).toList();
        return new QuarterPage(frames.of(request, by, found.quarter().words()).withBack("/quarters"), problems, sheet,
                state(found), "green", moved, late,
                editions.size() < 2
                        ? List.of()
                        : editions.stream().map(p -> new QuarterPage.Edition(views.said(by, p),
                                p.number() == found.number() ? null : base + "/publications/" + p.number(),
                                Objects.requireNonNullElse(p.reason(), ""))).toList(),
                note, version, publish, "Check and publish a revision", true, base, members ? MEMBERS : "full",
                found.number(), other,
                members ? "Full figures" : "Copy for members and the public", found.quarter().code(),
                meanings(members ? found.members() : found.full()));
    }

    private static List<QuarterPage.Meaning> meanings(Sheet sheet) {
        return sheet.meanings().stream().map(m -> new QuarterPage.Meaning(m.title(), m.words())).toList();
    }

    private static String state(Publication publication) {
        return publication.number() == 0 ? "Published" : "Revised";
    }

    @PostMapping("/{quarter}/note")
    String note(Actor by, @PathVariable String quarter, @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "-1") int version, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        by.must(Permission.PUBLISH_FIGURES);
        var which = Quarter.parse(quarter);
        if (note.strip().length() > LONGEST) {
            response.setStatus(422);
            return working(by, which, note, List.of(new Problem("note", "Use 600 characters or fewer: it is one page")),
                    null,
                    request, model);
        }
        try {
            publications.write(by, which, note, version);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            return working(by, which, note, List.of(),
                    "Somebody else changed these words meanwhile. Yours are below and not kept yet; theirs: “"
                            + publications.draft(by, which).sheet().note() + "”",
                    request, model);
        }
        frames.say(request, response, ReportNotice.QUARTER_NOTE_KEPT);
        return "redirect:/quarters/" + which.code();
    }

    @GetMapping("/{quarter}/publishing")
    String preview(Actor by, @PathVariable String quarter, HttpServletRequest request, Model model) {
        return preview(by, Quarter.parse(quarter), "", List.of(), false, request, model);
    }

    private String preview(Actor by, Quarter quarter, String typed, List<Problem> problems, boolean moved,
            HttpServletRequest request, Model model) {
        var draft = publications.draft(by, quarter);
        if (!quarter.over(clock.instant()))
            throw Refusal.NOT_FOUND.because("the quarter is not over");
        var again = draft.latest() != null;
        var title = again ? "Publish a revision" : "Publish " + quarter.words();
        model.addAttribute("page", new PublishPage(
                frames.of(request, by, title).withBack("/quarters/" + quarter.code()), problems, moved, title,
                views.draft(by, draft, false), views.draft(by, draft, true), draft.changes(),
                again
                        ? Field.of("reason", "Why is it revised?")
                                .withHint("Everybody who reads the quarter reads this.")
                                .withValue(typed)
                                .withProblem(problems.stream().map(Problem::text).findFirst().orElse(null))
                        : null,
                "/quarters/" + quarter.code() + "/publishing", draft.asAt().toString(), draft.hash(),
                again ? "Publish the revision" : "Publish the quarter"));
        return "insight/report/publish";
    }

    @PostMapping("/{quarter}/publishing")
    String publish(Actor by, @PathVariable String quarter, @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "as-at", defaultValue = "") String asAt, @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.PUBLISH_FIGURES);
        var which = Quarter.parse(quarter);
        var again = publications.draft(by, which).latest() != null;
        if (again && (reason.isBlank() || reason.strip().length() > LONGEST)) {
            response.setStatus(422);
            return preview(by, which, reason, List.of(new Problem("reason",
                    reason.isBlank() ? "Say why it is revised" : "Use 600 characters or fewer")), false, request,
                    model);
        }
        try {
            publications.publish(by, which, moment(asAt), seen, reason);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            return preview(by, which, reason, List.of(), true, request, model);
        }
        frames.say(request, response, again ? ReportNotice.QUARTER_REVISED : ReportNotice.QUARTER_PUBLISHED);
        return "redirect:/quarters/" + which.code();
    }

    private static Instant moment(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeException e) {
            throw Refusal.MOVED_ON.because("no moment");
        }
    }

    @StepUp
    @PostMapping("/{quarter}/csv")
    ResponseEntity<byte[]> csv(Actor by, @PathVariable String quarter, @RequestParam(defaultValue = "") String copy,
            @RequestParam(required = false) @Nullable Integer number) {
        var taken = take(by, quarter, copy, number, "csv");
        return file(taken, "csv", CSV, Tables.csv(taken.sheet(), taken.about()));
    }

    @StepUp
    @PostMapping("/{quarter}/excel")
    ResponseEntity<byte[]> excel(Actor by, @PathVariable String quarter, @RequestParam(defaultValue = "") String copy,
            @RequestParam(required = false) @Nullable Integer number) {
        var taken = take(by, quarter, copy, number, "excel");
        return file(taken, "xlsx", EXCEL, Tables.excel(taken.sheet(), taken.about()));
    }

    /** One A4 page. */
    @StepUp
    @GetMapping("/{quarter}/pdf")
    ResponseEntity<byte[]> pdf(Actor by, @PathVariable String quarter, @RequestParam(defaultValue = "") String copy,
            @RequestParam(required = false) @Nullable Integer number) {
        var taken = take(by, quarter, copy, number, "pdf");
        return file(taken, "pdf", MediaType.APPLICATION_PDF, pdf.of("insight/report/print", taken.view()));
    }

    /** What somebody takes away. */
    private record Taken(Publication publication, boolean members, Sheet sheet, SheetView view, List<String> about) {
    }

    private Taken take(Actor by, String quarter, String copy, @Nullable Integer number, String kind) {
        var found = publications.take(by, Quarter.parse(quarter), number, kind);
        var members = copy.equals(MEMBERS) || !Publications.readsFull(by);
        var view = views.published(by, found, members);
        var sheet = members ? found.members() : found.full();
        var about = new ArrayList<>(List.of("Safeguarding figures, " + view.body(), view.title() + ", " + view.which(),
                view.stamp(), "Counted as at " + view.asAt(), view.forWhom(), view.treated()));
        about.addAll(view.lastYear());
        about.addAll(sheet.changes());
        about.add("Content hash " + found.hash());
        return new Taken(found, members, sheet, view, List.copyOf(about));
    }

    private static ResponseEntity<byte[]> file(Taken taken, String ending, MediaType type, byte[] bytes) {
        var name = "safeguarding-" + taken.publication().quarter().code()
                + (taken.publication().number() == 0 ? "" : "-revision-" + taken.publication().number())
                + (taken.members() ? "-members" : "-full") + "." + ending;
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}

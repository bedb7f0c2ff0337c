package heed.casework.mine;

import heed.access.Permission;
import heed.casework.ConcernRef;
import heed.casework.concern.BodyFigure;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.casework.concern.Status;
import heed.casework.concern.TellingCheck;
import heed.casework.concern.Told;
import heed.casework.raise.Raise;
import heed.casework.triage.Desk;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import heed.platform.web.Alerts;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Pager;
import heed.platform.web.Problem;
import heed.platform.web.StartPart;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page, and what someone raised with what was written back to them. */
@Controller
class MyConcernsController {
    private static final int ON_START_PAGE = 5;

    private final MyConcerns mine;
    private final MyFiles files;
    private final Raise raise;
    private final Desk desk;
    private final WorkLists lists;
    private final StartNotes notes;
    private final Frames frames;
    private final LondonTime time;
    private final ObjectProvider<Alerts> alerts;
    private final ObjectProvider<StartPart> parts;

    MyConcernsController(MyConcerns mine, MyFiles files, Raise raise, Desk desk, WorkLists lists, StartNotes notes,
            Frames frames, LondonTime time, ObjectProvider<Alerts> alerts, ObjectProvider<StartPart> parts) {
        this.mine = mine;
        this.files = files;
        this.raise = raise;
        this.desk = desk;
        this.lists = lists;
        this.notes = notes;
        this.frames = frames;
        this.time = time;
        this.alerts = alerts;
        this.parts = parts;
    }

    @GetMapping("/")
    String home(Actor by, HttpServletRequest request, Model model) {
        var raises = by.may(Permission.RAISE);
        var listed = raises
                ? mine.list(by, null, ON_START_PAGE)
                : new MyConcerns.Listed(List.of(), java.util.Map.of(), List.of(), false);
        var begun = raises
                ? raise.unsent(by)
                        .stream()
                        .map(d -> new HomePage.Begun("/raise/" + d.id(),
                                d.typed().named().stream().findFirst().map(Person::shown)
                                        .orElse("A worry not sent yet"),
                                time.dayAndTime(d.savedAt())))
                        .toList()
                : List.<HomePage.Begun>of();
        HomePage.Waiting waiting = null;
        if (by.may(Permission.WORK_CONCERNS)) {
            long count = desk.waiting(by);
            waiting = new HomePage.Waiting(count == 0 ? "No" : String.valueOf(count),
                    count == 1 ? "concern is waiting" : "concerns are waiting", notes.overdue(by));
        }
        model.addAttribute("page",
                new HomePage(frames.of(request, by, "Start"), raises, rows(listed), listed.more(), begun, waiting,
                        by.may(Permission.WORK_CONCERNS) ? lists.waiting(by) : List.of(),
                        alerts.orderedStream().flatMap(each -> each.alerts(by).stream()).toList(), notes.duty(by),
                        notes.warnings(by), parts.orderedStream().flatMap(each -> each.show(by).stream()).toList()));
        return "casework/mine/home";
    }

    @GetMapping("/my-concerns")
    String list(Actor by, @RequestParam(required = false) @Nullable String after, HttpServletRequest request,
            Model model) {
        var cursor = Concerns.Cursor.of(after);
        var listed = mine.list(by, cursor, MyConcerns.PAGE);
        var older = listed.more()
                ? "/my-concerns?after=" + Concerns.Cursor.after(listed.concerns().getLast()).asText()
                : null;
        var pager = older == null && cursor == null
                ? null
                : new Pager(cursor == null ? null : "/my-concerns", older, listed.concerns().size() + " shown");
        model.addAttribute("page", new MyConcernsPage(frames.of(request, by, "My concerns"), rows(listed), pager));
        return "casework/mine/list";
    }

    @GetMapping("/my-concerns/{ref}")
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        model.addAttribute("page", page(by, ref, "", UUID.randomUUID(), null, request));
        return "casework/mine/concern";
    }

    @PostMapping("/my-concerns/{ref}/addenda")
    String add(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String words,
            @RequestParam UUID submission,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var problem = words.isBlank()
                ? "Enter what you want to add"
                : words.length() > TellingCheck.LONG
                        ? "This must be %,d characters or fewer. It is %,d".formatted(TellingCheck.LONG, words.length())
                        : null;
        if (problem != null) {
            response.setStatus(422);
            model.addAttribute("page", page(by, ref, words, submission, problem, request));
            return "casework/mine/concern";
        }
        var apart = mine.add(by, ref, submission, words.replace("\r\n", "\n"));
        frames.say(request, response, apart.isPresent() ? MineNotice.RECEIVED_APART : MineNotice.ADDED_TO_OWN);
        return "redirect:/my-concerns/" + apart.orElse(ref);
    }

    private MyConcernPage page(Actor by, ConcernRef ref, String typed, UUID submission, @Nullable String problem,
            HttpServletRequest request) {
        var opened = mine.open(by, ref);
        var c = opened.concern();
        var t = opened.telling();
        var parts = new ArrayList<MyConcernPage.Part>();
        part(parts, "What you told us", Told.account(t));
        part(parts, "Who it is about", t.named()
                .stream()
                .flatMap(p -> Stream.concat(Stream.of(SummaryRow.of(p.inRole().words(), p.shown())),
                        Told.person(p).stream()))
                .toList());
        part(parts, "When and where", Told.happened(t));
        part(parts, "What they know, say and want", Told.knowing(t));
        part(parts, "Done already", Told.elsewhere(t));
        part(parts, "Safe contact", Told.contact(t));
        part(parts, "Someone who works here", Told.worksHere(t));
        part(parts, "Body map", BodyFigure.rows(t.marks()));
        part(parts, "Photos and documents", files.of(by, ref).stream()
                .map(file -> SummaryRow.of(file.shown(), file.kind().words() + ", " + file.sized())).toList());
        var letters = opened.feedback().stream().map(f -> new MyConcernPage.Letter(time.dayAndTime(f.at()), f.words()))
                .toList();
        var added = opened.addenda().stream().map(a -> new MyConcernPage.Letter(time.dayAndTime(a.at()), a.words()))
                .toList();
        return new MyConcernPage(frames.of(request, by, "Concern " + ref).withBack("/my-concerns"), ref.value(),
                time.dayAndTime(c.receivedAt()),
                state(c), c.outcome() == null || c.status() != Status.DECIDED ? null : c.outcome().toReporter(),
                letters, parts, added, c.inUse(),
                new Field("words", "Add to what you sent",
                        "What you sent does not change. Anything you add is dated and kept with it.", typed, problem),
                submission.toString(), problem == null ? List.of() : List.of(new Problem("words", problem)));
    }

    private List<MyConcernsPage.Row> rows(MyConcerns.Listed listed) {
        return listed.concerns()
                .stream()
                .map(c -> new MyConcernsPage.Row(c.ref().value(), "/my-concerns/" + c.ref(),
                        !c.inUse()
                                ? "Recorded in error"
                                : listed.people().getOrDefault(c.id(), List.of()).stream().findFirst()
                                        .map(Person::shown).orElse("Nobody named"),
                        time.dayAndTime(c.receivedAt()), state(c), listed.unread().contains(c.id())))
                .toList();
    }

    private static String state(Concern c) {
        return switch (c.status()) {
            case RECEIVED -> "Received";
            case IN_TRIAGE -> "Being looked at";
            case DECIDED -> "Decided";
            case JOINED -> "Received";
            case IN_ERROR -> "Recorded in error";
        };
    }

    private static void part(List<MyConcernPage.Part> parts, String title, List<SummaryRow> rows) {
        if (!rows.isEmpty())
            parts.add(new MyConcernPage.Part(title, rows));
    }
}

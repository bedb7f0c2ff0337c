package heed.casework.triage;

import heed.casework.clock.TimeLeft;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Status;
import heed.casework.rota.HandoversPage;
import heed.casework.work.WorkLists;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.Pager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of the queue, worded. Public only because templates compile elsewhere. */
public record QueuePage(Frame frame, List<Tab> tabs, List<WorkLists.Tab> lists, String total, List<Row> rows,
        @Nullable Pager pager, String empty, String last, boolean timed, List<HandoversPage.Row> handovers,
        boolean urgent) {

    /** What the list is and how it is ordered, for those who do not see it. */
    public String order() {
        return last.equals("Decision") ? "Concerns, latest first" : "Concerns, danger first and then longest waiting";
    }

    /** A shelf to go to. */
    public record Tab(String text, String href, boolean current) {
    }

    /** One concern in the list. */
    public record Row(String ref, String href, boolean danger, boolean decided, String about, String subject,
            String since,
            String received, String officer, String actBy, boolean late, @Nullable TimeLeft left) {
    }

    static QueuePage of(Frame frame, List<WorkLists.Tab> lists, Desk.Queue queue, Instant now, Map<UUID, TimeLeft> left,
            List<HandoversPage.Row> handovers, Concerns.@Nullable Cursor after, boolean urgent, LondonTime time) {
        var tabs = List.of(tab(queue, Desk.Shelf.WAITING, "Waiting"), tab(queue, Desk.Shelf.IN_HAND, "Being looked at"),
                tab(queue, Desk.Shelf.DECIDED, "Decided"));
        var rows = queue.concerns().stream().map(c -> row(c, queue, now, left.get(c.id()), time)).toList();
        long all = queue.counts().getOrDefault(queue.shelf(), 0L);
        var path = "/queue/" + path(queue.shelf());
        var older = queue.more() ? path + "?after=" + Concerns.Cursor.after(queue.concerns().getLast()).asText() : null;
        var pager = older == null && after == null
                ? null
                : new Pager(after == null ? null : path, older, rows.size() + " shown of " + all);
        var empty = switch (queue.shelf()) {
            case WAITING -> "Nothing is waiting. New concerns appear here, and you are sent mail when one arrives.";
            case IN_HAND -> "Nobody is looking at a concern now. Take one up from those waiting.";
            case DECIDED -> "Nothing has been decided yet.";
        };
        return new QueuePage(frame, tabs, lists, all == 1 ? "1 concern" : String.format(Locale.UK, "%,d concerns", all),
                rows,
                pager, empty,
                queue.shelf() == Desk.Shelf.WAITING
                        ? rows.stream().allMatch(r -> r.officer().isEmpty()) ? "" : "Note"
                        : queue.shelf() == Desk.Shelf.IN_HAND ? "With" : "Decision",
                queue.shelf() == Desk.Shelf.WAITING, queue.shelf() == Desk.Shelf.WAITING ? handovers : List.of(),
                urgent);
    }

    static String path(Desk.Shelf shelf) {
        return shelf.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Tab tab(Desk.Queue queue, Desk.Shelf shelf, String words) {
        long count = queue.counts().getOrDefault(shelf, 0L);
        var shown = shelf != queue.shelf() && count > Desk.Queue.COUNTED
                ? "over " + Desk.Queue.COUNTED
                : String.format(Locale.UK, "%,d", count);
        return new Tab(words + " (" + shown + ")", "/queue/" + path(shelf), shelf == queue.shelf());
    }

    private static Row row(Concern c, Desk.Queue queue, Instant now, @Nullable TimeLeft left, LondonTime time) {
        var people = queue.people().getOrDefault(c.id(), List.of());
        var first = people.stream().filter(p -> p.inRole() == PersonRole.AT_RISK).findFirst()
                .or(() -> people.stream().findFirst());
        var actBy = c.status() == Status.IN_TRIAGE ? queue.actBy().get(c.id()) : null;
        var more = people.size() > 1 ? " and " + (people.size() - 1) + " more" : "";
        var last = switch (queue.shelf()) {
            case WAITING -> c.firstTakenAt() == null ? "" : "Handed back";
            case IN_HAND ->
                c.takenBy() == null ? "" : queue.officers().getOrDefault(c.takenBy(), "Someone who has left");
            case DECIDED -> c.outcome() == null ? "" : c.outcome().words();
        };
        return new Row(c.ref().value(), "/concerns/" + c.ref(), c.danger(), c.status() == Status.DECIDED,
                first.map(p -> p.shown() + more).orElse("Nobody named"),
                c.subject().shortWords(), time.since(c.receivedAt()), time.dayAndTime(c.receivedAt()), last,
                actBy == null ? "" : TimeLeft.of(actBy, now).words().replaceFirst("^Due", "Act"),
                actBy != null && TimeLeft.of(actBy, now).overdue(), left);
    }
}

package heed.casework.triage;

import heed.access.Permission;
import heed.casework.concern.Concerns;
import heed.casework.escalation.FirstLooks;
import heed.casework.rota.Handovers;
import heed.casework.rota.HandoversPage;
import heed.casework.work.WorkLists;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue: what waits, what is in hand, what was decided. */
@Controller
class QueueController {
    private final Desk desk;
    private final FirstLooks looks;
    private final Handovers handovers;
    private final Frames frames;
    private final LondonTime time;
    private final WorkLists lists;
    private final Clock clock;

    QueueController(Desk desk, FirstLooks looks, Handovers handovers, WorkLists lists, Frames frames, LondonTime time,
            Clock clock) {
        this.desk = desk;
        this.looks = looks;
        this.handovers = handovers;
        this.frames = frames;
        this.time = time;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/queue")
    String waiting() {
        return "redirect:/queue/waiting";
    }

    @GetMapping("/queue/{shelf}")
    String queue(Actor by, @PathVariable String shelf, @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request, Model model) {
        var wanted = Arrays.stream(Desk.Shelf.values())
                .filter(s -> QueuePage.path(s).equals(shelf))
                .findFirst()
                .orElseThrow(() -> Refusal.NOT_FOUND.because("no such shelf"));
        var cursor = Concerns.Cursor.of(after);
        var queue = desk.queue(by, wanted, cursor);
        model.addAttribute("page", QueuePage.of(frames.of(request, by, "Concerns"), lists.tabs(by, "/queue"), queue,
                clock.instant(), looks.of(by, queue.concerns()),
                wanted == Desk.Shelf.WAITING ? HandoversPage.rows(handovers.unread(by), time) : List.of(), cursor,
                by.may(Permission.OPEN_IN_EMERGENCY), time));
        return "casework/triage/queue";
    }
}

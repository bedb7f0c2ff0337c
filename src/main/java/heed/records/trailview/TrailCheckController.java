package heed.records.trailview;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.trail.Head;
import heed.platform.trail.TrailState;
import heed.platform.web.Alerts;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says whether the audit log is vouched for, and the alert where it is not. */
@Controller
@Order(75)
class TrailCheckController implements Navigation, Alerts {
    private static final String PATH = "/audit-log";

    private final TrailCheck check;
    private final Frames frames;
    private final LondonTime time;

    TrailCheckController(TrailCheck check, Frames frames, LondonTime time) {
        this.check = check;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping(PATH)
    String show(Actor by, HttpServletRequest request, Model model) {
        var state = check.look(by);
        model.addAttribute("page", new TrailCheckPage(frames.of(request, by, "Audit log"),
                state.trouble().isEmpty() ? "" : sentence(state.trouble()), rows(state),
                state.notable().stream().map(this::explained).toList()));
        return "records/trailview/check";
    }

    private List<SummaryRow> rows(TrailState state) {
        var rows = new ArrayList<SummaryRow>();
        var last = state.last();
        rows.add(SummaryRow.of("Last signed", last == null ? "Not yet" : time.dayAndTime(last.at())));
        rows.add(SummaryRow.of("Entries signed", last == null ? "0" : "%,d".formatted(last.total())));
        rows.add(SummaryRow.of("Waiting to be signed", "%,d".formatted(state.waiting())));
        if (last != null) {
            rows.add(SummaryRow.of("Last head", "%,d\n%s".formatted(last.number(), groups(last.hash()))));
            rows.add(SummaryRow.of("Key fingerprint", state.fingerprint()));
        }
        rows.add(SummaryRow.of("Heads are written to", state.headsFile().toString()));
        return rows;
    }

    /** Digits that people compare by eye, in fours. */
    private static String groups(String digits) {
        return digits.replaceAll("(....)(?=.)", "$1 ");
    }

    private String explained(Head head) {
        return "Head %,d, %s: %s".formatted(head.number(), time.dayAndTime(head.at()), switch (head.kind()) {
            case RESTORED -> "a backup was restored, or the end of the log was removed";
            case LATE -> head.size() + (head.size() == 1 ? " entry is" : " entries are") + " dated long before";
            case KEY -> "a new key signs";
            case BACKLOG, BATCH -> "entries were signed";
        });
    }

    private static String sentence(String trouble) {
        return Character.toUpperCase(trouble.charAt(0)) + trouble.substring(1) + ". Entries are still recorded.";
    }

    @Override
    public List<Alert> alerts(Actor by) {
        var trouble = check.trouble(by);
        return trouble.isEmpty()
                ? List.of()
                : List.of(new Alert("The audit log is recorded, but it cannot be vouched for.", PATH, "See why"));
    }

    @Override
    public List<NavItem> items(Actor by, String path) {
        return by.may(Permission.CHECK_AUDIT_LOG)
                ? List.of(NavItem.more("Audit log", PATH, path.equals(PATH)))
                : List.of();
    }
}

package heed.casework.restriction;

import heed.access.Permission;
import heed.access.Role;
import heed.access.policy.Marking;
import heed.access.policy.Opening;
import heed.access.policy.Way;
import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.TimelineEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who can see a concern and why. */
@Controller
class AccessController {
    private final Reach reach;
    private final Frames frames;
    private final LondonTime time;

    AccessController(Reach reach, Frames frames, LondonTime time) {
        this.reach = reach;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/concerns/{ref}/access")
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        model.addAttribute("page", page(by, ref, null, request));
        return "casework/restriction/access";
    }

    AccessPage page(Actor by, ConcernRef ref, @Nullable String warning, HttpServletRequest request) {
        var seen = reach.of(by, ref);
        var base = "/concerns/" + ref;
        return new AccessPage(frames.of(request, by, "Who can see " + ref).withBack(base), ref.value(), intro(seen),
                warning, seen.readers().stream().map(r -> reader(by, seen, r, base)).toList(), teller(seen),
                kept(seen, base), steps(by, seen, base), history(seen));
    }

    private static String intro(Reach.Seen seen) {
        return switch (seen.concern().marking()) {
            case NORMAL -> "Every officer can open this concern, but those it is kept from.";
            case RESTRICTED -> seen.protective()
                    ? "This is the record of a lead beside an allegation. Who can see it is changed with the allegation, by its recipients."
                    : "This concern is restricted: only the people listed here can open it.";
            case ALLEGATION ->
                "This is an allegation: only those who receive allegations can open it, but those it is kept from.";
        };
    }

    private AccessPage.Reader reader(Actor by, Reach.Seen seen, Reach.Reader reader, String base) {
        var concern = seen.concern();
        var roles = reader.roles().isEmpty()
                ? "Staff"
                : reader.roles().stream().map(Role::words).collect(Collectors.joining(", "));
        var opened = reader.opened();
        var why = reader.ways().stream().map(way -> way != Way.OPENED || opened == null
                ? way.words()
                : (opened.kind() == Opening.Kind.GRANT ? "Can read it until " : "Opened it in an emergency, until ")
                        + time.until(opened.until()))
                .collect(Collectors.joining(". "));
        var manages = seen.mayManage() && by.may(Permission.RESTRICT);
        String takeOff = null;
        var button = "";
        if (manages && reader.ways().contains(Way.NAMED) && concern.marking() == Marking.RESTRICTED) {
            takeOff = base + "/access/named/" + reader.staff() + "/removal";
            button = "Take off";
        } else if (manages && opened != null) {
            takeOff = base + "/access/opened/" + reader.staff() + "/closing";
            button = "Close";
        }
        return new AccessPage.Reader(by.is(reader.staff()) ? reader.name() + " (you)" : reader.name(), roles, why,
                takeOff, button);
    }

    private static @Nullable String teller(Reach.Seen seen) {
        var teller = seen.concern().raisedBy();
        return teller == null
                ? null
                : "%s told us. They see their own words, where it stands and what was written back to them, and nothing else unless they are listed here."
                        .formatted(name(seen.names(), teller));
    }

    private @Nullable List<AccessPage.Kept> kept(Reach.Seen seen, String base) {
        var barred = seen.barred();
        return barred == null
                ? null
                : barred.stream().map(b -> new AccessPage.Kept(name(seen.names(), b.staff()),
                        KeptBecause.words(b.reason()),
                        (b.by().equals(Actor.NOBODY) || b.by().equals(seen.concern().raisedBy())
                                ? "When it was received"
                                : name(seen.names(), b.by())) + ", " + time.dayAndTime(b.at()),
                        seen.mayManage() ? base + "/access/kept/" + b.staff() + "/lifting" : null)).toList();
    }

    private static List<AccessPage.Step> steps(Actor by, Reach.Seen seen, String base) {
        var steps = new ArrayList<AccessPage.Step>();
        var concern = seen.concern();
        if (seen.protective() || !concern.inUse())
            return steps;
        steps.add(new AccessPage.Step("Keep somebody from it", base + "/access/keeping"));
        if (by.may(Permission.RESTRICT) && concern.marking() != Marking.ALLEGATION) {
            if (concern.marking() == Marking.NORMAL)
                steps.add(new AccessPage.Step("Restrict it to named people", base + "/access/restricting"));
            else {
                steps.add(new AccessPage.Step("Name more people", base + "/access/naming"));
                steps.add(new AccessPage.Step("Lift the restriction", base + "/access/lifting"));
            }
            steps.add(new AccessPage.Step("Let somebody read it for a time", base + "/access/opening"));
        }
        steps.add(new AccessPage.Step("Who has looked at it", base + "/looks"));
        return steps;
    }

    private List<TimelineEvent> history(Reach.Seen seen) {
        return seen.changes().stream().map(c -> new TimelineEvent(
                c.kind().words() + (c.staff() == null ? "" : ": " + name(seen.names(), c.staff()))
                        + (c.until() == null ? "" : ", until " + time.until(c.until())),
                name(seen.names(), c.by()), time.dayAndTime(c.at()), c.why())).toList();
    }

    private static String name(Map<UUID, String> names, UUID id) {
        return names.getOrDefault(id, "Someone who has left");
    }
}

package heed.assurance.plan;

import heed.assurance.exercise.ReturnActions;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The actions of plans that come from a return's questions, as far as somebody sees them. */
@Component
class ReturnItemActions implements ReturnActions {
    private final ActionRows rows;
    private final PostRows posts;
    private final Clock clock;

    ReturnItemActions(ActionRows rows, PostRows posts, Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public List<OfItem> of(Actor by, UUID ret) {
        var today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        var found = rows.ofSources(by, PlanSight.of(by, today), List.of(ret));
        if (found.isEmpty())
            return List.of();
        var book = posts.book(by);
        return found.stream().filter(a -> a.origin().source() == ActionSource.RETURN_ITEM)
                .map(a -> new OfItem(a.id(), a.origin().code(), a.words().title(),
                        Stream.of(a.leads().isEmpty()
                                ? "No lead"
                                : a.leads().stream().map(id -> book.words(id, today)).collect(Collectors.joining("; ")),
                                a.words().timescale()).filter(w -> !w.isBlank()).collect(Collectors.joining(", ")),
                        a.state().words(), a.state().open(), ActionsController.HOME + "/" + a.ref()))
                .toList();
    }

    @Override
    public String begin(UUID ret, String item) {
        return "/assurance/returns/" + ret + "/questions/" + item + "/actions";
    }
}

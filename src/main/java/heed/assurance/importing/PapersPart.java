package heed.assurance.importing;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Papers on the page "Assurance": those that wait for somebody to look through them. */
@Component
@Order(40)
class PapersPart implements AssurancePart {
    private final Importing importing;
    private final LondonTime time;

    PapersPart(Importing importing, LondonTime time) {
        this.importing = importing;
        this.time = time;
    }

    @Override
    public Optional<Part> part(Actor by) {
        if (!by.may(Permission.IMPORT_PAPERS))
            return Optional.empty();
        var open = importing.open(by);
        int all = open.all();
        var rows = open.papers().stream()
                .map(l -> new Row(l.paper().id(), l.file().shown(), "/assurance/papers/" + l.paper().id(),
                        l.paper().kind().words() + ", brought " + time.dayAndTime(l.paper().broughtAt()),
                        l.paper().state().words(), l.paper().state().colour()))
                .toList();
        var ways = new ArrayList<Way>();
        ways.add(new Way("Bring in a paper", "/assurance/papers/files"));
        if (all > 0)
            ways.add(new Way(
                    (all == 1 ? "The one paper brought in" : "All " + PaperWords.count(all, "paper", "papers"))
                            // Nothing is left out unsaid.
                            + (open.open() > rows.size()
                                    ? ", " + PaperWords.count(open.open(), "of it", "of them") + " not accepted yet"
                                    : ""),
                    "/assurance/papers"));
        return Optional.of(new Part("Papers from earlier years", rows, all == 0
                ? "Last year’s return, plan, report or review need not be typed again: bring in the file."
                : "No paper waits to be looked through.", List.copyOf(ways)));
    }
}

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
        var all = importing.listed(by);
        var rows = all.stream().filter(l -> l.paper().state() != PaperState.ACCEPTED)
                .map(l -> new Row(l.paper().id(), l.file().shown(), "/assurance/papers/" + l.paper().id(),
                        l.paper().kind().words() + ", brought " + time.dayAndTime(l.paper().broughtAt()),
                        l.paper().state().words(), l.paper().state().colour()))
                .toList();
        var ways = new ArrayList<Way>();
        ways.add(new Way("Bring in a paper", "/assurance/papers/files"));
        if (!all.isEmpty())
            ways.add(new Way(all.size() == 1 ? "The one paper brought in" : "All " + all.size() + " papers",
                    "/assurance/papers"));
        return Optional.of(new Part("Papers from earlier years", rows, all.isEmpty()
                ? "Last year’s return, plan, report or review need not be typed again: bring in the file."
                : "No paper waits to be looked through.", List.copyOf(ways)));
    }
}

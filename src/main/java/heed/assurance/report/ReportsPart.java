package heed.assurance.report;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.assurance.exercise.SignedCopies;
import heed.platform.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Committee reports on the page "Assurance", for those who read whole returns or what is published. */
@Component
@Order(50)
class ReportsPart implements AssurancePart {
    private static final int MOST = 3;
    private final ReportReading reading;

    ReportsPart(ReportReading reading) {
        this.reading = reading;
    }

    @Override
    public Optional<Part> part(Actor by) {
        boolean whole = ReportReading.onlyPublished(by);
        if (!whole && !SignedCopies.reads(by))
            return Optional.empty();
        var all = reading.listed(by);
        var ways = new ArrayList<Way>();
        if (by.may(Permission.KEEP_RETURN))
            ways.add(new Way("Begin a committee report", ReportController.HOME + "/new"));
        if (!all.isEmpty())
            ways.add(new Way("All committee reports", ReportController.HOME));
        return Optional.of(new Part("Committee reports", all.stream()
                .filter(l -> !l.kept().report().state().givenUp()).limit(MOST).map(l -> new Row(l.kept().id(),
                        l.title(), ReportController.HOME + "/" + l.kept().id() + (whole ? "/whole" : ""), "",
                        l.kept().report().state().words(),
                        ReportPage.colour(l.kept().report().state())))
                .toList(),
                whole
                        ? "No report is published yet."
                        : "No report yet. One is begun from a return, with its results and plan in it.",
                List.copyOf(ways)));
    }

    @Override
    public boolean shared(Actor by) {
        return ReportReading.onlyPublished(by);
    }
}

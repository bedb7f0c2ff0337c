package heed.assurance.report;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What keeps a report from being checked, and what may tell of somebody in it. Public only because templates compile
 * elsewhere.
 *
 * @param caption the report
 * @param base    where its pages are
 * @param missing what it lacks, each with where to write it
 * @param open    places that nobody has looked at
 * @param kept    places that stay, with why
 * @param checks  whether it can be checked now
 * @param version for the form
 */
public record ReportCheckPage(Frame frame, List<Problem> problems, String caption, String base,
        List<ReportPage.Link> missing, List<Place> open, List<Place> kept, boolean checks, int version) {
    /**
     * A place that may tell of somebody.
     *
     * @param place  under which heading
     * @param says   the sentence
     * @param sure   how sure that is
     * @param mark   names it
     * @param reason to keep it: asked where nobody has, and what was given
     * @param why    what was given; empty where nobody has
     */
    public record Place(String place, String says, String sure, String mark, Field reason, String why) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Place[" + place + "]";
        }
    }

    static ReportCheckPage of(Frame frame, ReportDesk.Checking checking, List<Problem> problems, String typedFor,
            String typed) {
        var opened = checking.opened();
        Map<String, String> why = opened.settled().stream()
                .collect(Collectors.toMap(Disclosure.Settled::mark, Disclosure.Settled::why, (a, b) -> a));
        var open = new ArrayList<Place>();
        var kept = new ArrayList<Place>();
        int n = 0;
        for (var found : checking.found()) {
            var name = "why-" + n++;
            var said = why.getOrDefault(found.mark(), "");
            (said.isBlank() ? open : kept).add(new Place(found.place(), found.says(),
                    found.sure().words(), found.mark(),
                    Field.of(name, "Why may it stand?").withValue(found.mark().equals(typedFor) ? typed : "")
                            .withProblem(found.mark().equals(typedFor)
                                    ? problems.stream().map(Problem::text).findFirst().orElse(null)
                                    : null),
                    said));
        }
        return new ReportCheckPage(frame.withTitle("Check the report").withBack(opened.href()),
                problems.isEmpty()
                        ? List.of()
                        : open.stream().filter(p -> p.reason().problem() != null)
                                .map(p -> new Problem(p.reason().name(), String.valueOf(p.reason().problem())))
                                .findFirst().map(List::of).orElse(problems),
                ReportPage.title(opened.says()), opened.href(),
                opened.missing().stream().map(m -> new ReportPage.Link(m.words(), ReportPage.where(opened, m)))
                        .toList(),
                open, kept, opened.writes() && opened.missing().isEmpty() && open.isEmpty(),
                opened.report().version());
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReportCheckPage[" + base + "]";
    }
}

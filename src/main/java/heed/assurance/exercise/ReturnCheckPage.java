package heed.assurance.exercise;

import heed.assurance.check.Finding;
import heed.assurance.check.Place;
import heed.platform.web.Frame;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is missing in a return and what will not stand. Public only because templates compile elsewhere.
 *
 * @param title    the return
 * @param base     where its pages are
 * @param missing  what keeps it from being signed off
 * @param beside   what does not, and is shown to whoever reads it
 * @param found    what the checks found, by kind
 * @param many     how many findings there are
 */
public record ReturnCheckPage(Frame frame, String title, String base, List<Line> missing, List<Line> beside,
        List<Group> found, int many) {
    /** These stand among what is missing, with the question's words: they are not told twice. */
    private static final Set<Finding.Kind> MISSING = EnumSet.of(Finding.Kind.NO_EVIDENCE, Finding.Kind.NO_ACTION);

    /** A question, with all that is missing in it. */
    public record Line(String code, String title, String href, List<String> words) {
    }

    /** Findings of one kind. */
    public record Group(String title, List<Found> found) {
    }

    /** One finding: where, what stands there, and against what. */
    public record Found(String place, String href, String says, @Nullable String other, @Nullable String otherHref,
            @Nullable String against, String sure, String colour) {
    }

    static ReturnCheckPage of(Frame frame, ReturnReading.Opened opened, List<Finding> all) {
        var findings = all.stream().filter(f -> !MISSING.contains(f.kind())).toList();
        var base = opened.made().href();
        var missing = lines(opened, true);
        var beside = lines(opened, false);
        var groups = new ArrayList<Group>();
        for (var kind : Finding.Kind.values()) {
            var theirs = findings.stream().filter(f -> f.kind() == kind).map(f -> found(base, f)).toList();
            if (!theirs.isEmpty())
                groups.add(new Group(kind.words() + " (" + theirs.size() + ")", theirs));
        }
        return new ReturnCheckPage(frame.withTitle("Check: " + opened.edition().title()).withBack(base),
                opened.edition().title() + " " + opened.made().year(), base, missing, beside, groups,
                findings.size());
    }

    /** What holds it up, or what does not, question by question. */
    private static List<Line> lines(ReturnReading.Opened opened, boolean holdsUp) {
        var words = new LinkedHashMap<String, List<String>>();
        for (var m : opened.missing())
            if (m.kind().holdsUp() == holdsUp)
                words.computeIfAbsent(m.item(), code -> new ArrayList<>())
                        .add(m.many() > 1 ? m.kind().words() + " (" + m.many() + ")" : m.kind().words());
        return words.entrySet().stream()
                .map(e -> new Line(e.getKey(),
                        opened.edition().question(e.getKey()).map(ReturnEdition.Asked::title).orElse(""),
                        ItemController.href(opened.made().id(), e.getKey()), List.copyOf(e.getValue())))
                .toList();
    }

    private static Found found(String base, Finding f) {
        var other = f.other();
        return new Found(place(f.place()), base + "/questions/" + f.place().item(), f.says(),
                other == null ? null : place(other), other == null ? null : base + "/questions/" + other.item(),
                f.against(), f.sure().words(), switch (f.sure()) {
                    case CERTAIN -> "red";
                    case LIKELY -> "orange";
                    case POSSIBLE -> "grey";
                });
    }

    private static String place(Place place) {
        return place.item() + ", " + place.part().words().toLowerCase(java.util.Locale.UK)
                + (place.paragraph() == 0 ? "" : ", paragraph " + place.paragraph());
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReturnCheckPage[" + base + "]";
    }
}

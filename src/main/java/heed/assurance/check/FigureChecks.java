package heed.assurance.check;

import heed.assurance.evidence.Bearing;
import heed.assurance.evidence.DateMention;
import heed.assurance.evidence.FigureMention;
import heed.assurance.prose.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures that disagree, and figures side by side that cannot be compared. */
final class FigureChecks {
    private record Said(Block block, FigureMention figure) {
        Place place() {
            return block.place(figure.start());
        }

        String sentence() {
            return block.sentences().get(figure.sentence()).text();
        }
    }

    private FigureChecks() {
    }

    static List<Finding> of(List<Block> blocks) {
        var all = new ArrayList<Said>();
        for (var block : blocks)
            for (var figure : block.figures())
                all.add(new Said(block, figure));
        var found = new ArrayList<Finding>();
        // Only what says the same of the same is compared, each with each.
        record Same(String head, Set<String> by, String deed, boolean percent) {
        }
        var kinds = all.stream()
                .filter(s -> s.figure().degree() == FigureMention.Degree.EXACT && !s.figure().deed().isEmpty())
                .collect(Collectors.groupingBy(s -> new Same(s.figure().of().head(), s.figure().of().by(),
                        s.figure().deed(), s.figure().percent()), LinkedHashMap::new, Collectors.toList()));
        for (var kind : kinds.values())
            for (int i = 0; i < kind.size(); i++)
                for (int j = i + 1; j < kind.size(); j++)
                    if (disagree(kind.get(i), kind.get(j)))
                        found.add(finding(Finding.Kind.FIGURE_CONFLICT, Finding.Sure.LIKELY, kind.get(i), kind.get(j)));
        found.addAll(notComparable(all));
        return found;
    }

    private static Finding finding(Finding.Kind kind, Finding.Sure sure, Said a, Said b) {
        return new Finding(kind, sure, a.figure().of().words(), a.place(), a.sentence(), b.place(), b.sentence());
    }

    private static boolean disagree(Said a, Said b) {
        var x = a.figure();
        var y = b.figure();
        boolean oneSentence = a.block() == b.block() && x.sentence() == y.sentence();
        return !oneSentence && x.value().compareTo(y.value()) != 0 && sameTime(x.when(), y.when())
                && tied(x.beside(), y.beside());
    }

    private static boolean tied(@Nullable Thing a, @Nullable Thing b) {
        if (a == null || b == null)
            return a == null && b == null;
        return a.head().equals(b.head()) && (a.by().containsAll(b.by()) || b.by().containsAll(a.by()));
    }

    private static boolean sameTime(@Nullable DateMention a, @Nullable DateMention b) {
        if (a == null || b == null)
            return a == null && b == null;
        return a.span().equals(b.span());
    }

    /** Of a series in one answer, those that cover another length of time than most. */
    private static List<Finding> notComparable(List<Said> all) {
        var found = new ArrayList<Finding>();
        Map<List<String>, List<Said>> answers = all.stream().filter(s -> period(s) > 0 && !s.figure().deed().isEmpty())
                .collect(Collectors.groupingBy(
                        s -> List.of(s.block().item(), s.block().part().name(), s.figure().deed()),
                        LinkedHashMap::new, Collectors.toList()));
        for (var said : answers.values())
            while (!said.isEmpty()) {
                var first = said.getFirst();
                var series = said.stream().filter(o -> kin(first.figure().of(), o.figure().of())).toList();
                said.removeAll(series);
                odd(series, found);
            }
        return found;
    }

    private static void odd(List<Said> series, List<Finding> found) {
        var lengths = series.stream().collect(Collectors.groupingBy(FigureChecks::length, Collectors.counting()));
        long usual = lengths.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue().thenComparing(e -> -e.getKey())).orElseThrow().getKey();
        for (var odd : series)
            if (Math.abs(length(odd) - usual) > 2)
                for (var other : series)
                    if (Math.abs(length(other) - usual) <= 2)
                        found.add(finding(Finding.Kind.PERIOD_NOT_COMPARABLE, Finding.Sure.CERTAIN, other, odd));
    }

    /** In tens of days, so that months of 30 and 31 are the same. */
    private static long length(Said said) {
        return Math.round(period(said) / 10.0);
    }

    /** Whether two things are of one kind, or one is told from others by the other's kind. */
    private static boolean kin(Thing a, Thing b) {
        return a.head().equals(b.head()) || a.by().contains(b.head()) || b.by().contains(a.head());
    }

    private static long period(Said said) {
        var when = said.figure().when();
        return when == null || when.bearing() != Bearing.DURING ? -1 : when.span().days();
    }
}

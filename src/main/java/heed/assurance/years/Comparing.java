package heed.assurance.years;

import heed.assurance.years.Crosswalk.ScaleRef;
import heed.assurance.years.Crosswalk.Theme;
import heed.assurance.years.Years.Cell;
import heed.assurance.years.Years.Comparison;
import heed.assurance.years.Years.NodeCell;
import heed.assurance.years.Years.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says how far two years of one theme compare, and what moved where that can be said at all.
 *
 * @param voice  whose rating a movement is said of
 * @param orders the letters of each scale, best first
 */
record Comparing(Crosswalk crosswalk, String voice, Map<ScaleRef, List<String>> orders) {
    /** One of the two years has nothing. */
    Comparison nothing(Theme theme, Year from, Year to, String gap) {
        return new Comparison(from, Grade.X, theme.stated(from.year(), to.year()).orElse(null), List.of(gap), List.of(),
                crosswalk.status(), "");
    }

    Comparison of(Theme theme, Cell before, Year year, List<NodeCell> nodes) {
        var entries = crosswalk.between(theme, before.year().edition(), year.edition());
        var stated = theme.stated(before.year().year(), year.year()).orElse(null);
        var why = new ArrayList<String>();
        var grade = entries.stream().map(Crosswalk.Entry::grade).reduce(Grade::or).orElse(Grade.C);
        if (entries.isEmpty())
            why.add("No entry ties the standards of the two years to each other.");
        else
            switch (grade) {
                case A -> {
                }
                case B -> why.add("The standards of one year are part of the other’s.");
                case C -> why.add("The standards only partly ask the same.");
                case X -> why.add("The standards of the two years have nothing to do with each other.");
            }
        if (stated != null && stated.or(grade) != grade) {
            grade = stated.or(grade);
            why.add("Its author grades the wording " + stated + ".");
        }
        grade = scales(grade, before, year, nodes, why);
        var movement = grade.moves() ? movement(before.nodes(), nodes, why) : "";
        return new Comparison(before.year(), grade, stated, why, entries, crosswalk.status(), movement);
    }

    private Grade scales(Grade grade, Cell before, Year year, List<NodeCell> nodes, List<String> why) {
        var old = scale(before.year(), before.nodes(), why);
        var now = scale(year, nodes, why);
        if (old == null || now == null)
            return grade.or(Grade.C);
        if (old.equals(now))
            return grade;
        if (crosswalk.conversion(old, now).isPresent()) {
            why.add("The two years are rated on different scales, which an agreed conversion ties.");
            return grade.or(Grade.B);
        }
        why.add("The two years are rated on different scales, and no conversion is agreed.");
        return grade.or(Grade.C);
    }

    /** The scale that all ratings of this voice are on; null where there is none, or more than one, which is said. */
    private @Nullable ScaleRef scale(Year year, List<NodeCell> nodes, List<String> why) {
        var scales = rated(nodes).stream().map(Rated::scale).distinct().toList();
        if (scales.size() == 1)
            return scales.getFirst();
        boolean others = nodes.stream().flatMap(n -> n.ratings().stream())
                .anyMatch(r -> r.state() == Rated.State.RATED);
        why.add(year.year() + (scales.size() > 1
                ? " is rated on more than one scale."
                : others
                        ? " has no rating of the kind compared here (" + voice.toLowerCase(Locale.UK) + ")."
                        : " has no rating."));
        return null;
    }

    private List<Rated> rated(List<NodeCell> nodes) {
        return nodes.stream().flatMap(n -> n.ratings().stream())
                .filter(r -> r.state() == Rated.State.RATED && r.voice().equals(voice)).toList();
    }

    /** What moved, where each year comes to one letter on a scale with an order. */
    private String movement(List<NodeCell> before, List<NodeCell> nodes, List<String> why) {
        var old = rated(before);
        var now = rated(nodes);
        if (old.stream().map(Rated::letter).distinct().count() != 1
                || now.stream().map(Rated::letter).distinct().count() != 1) {
            why.add("One of the two years has ratings that differ.");
            return "";
        }
        var from = old.getFirst().scale();
        var to = now.getFirst().scale();
        if (from == null || to == null)
            return "";
        var letter = from.equals(to)
                ? old.getFirst().letter()
                : crosswalk.conversion(from, to).map(c -> c.letters().getOrDefault(old.getFirst().letter(), ""))
                        .orElse("");
        var order = orders.getOrDefault(to, List.of());
        int was = order.indexOf(letter);
        int is = order.indexOf(now.getFirst().letter());
        if (was < 0 || is < 0) {
            why.add("The scale does not put these letters in an order.");
            return "";
        }
        return is == was ? "No change" : is < was ? "Better" : "Worse";
    }
}

package heed.assurance.years;

import heed.assurance.years.Years.Cell;
import heed.assurance.years.Years.Comparison;
import heed.assurance.years.Years.Row;
import heed.platform.web.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One theme through the years. Public only because templates compile elsewhere.
 *
 * @param code      the theme's
 * @param title     as shown
 * @param crosswalk what it rests on, in words
 * @param wording   what its author says of how far the wording compares; empty for nothing
 * @param years     year by year, oldest first
 */
public record ThemePage(Frame frame, String code, String title, String crosswalk, String wording, List<Part> years) {
    /**
     * A year.
     *
     * @param title     its number and the edition's title
     * @param gap       why there is nothing; empty where there is something
     * @param standards what stands in the theme
     * @param compared  how it compares with an earlier year; empty for the first
     * @param why       why no better
     * @param rests     the entries that rests on, in words
     * @param movement  how the rating moved; empty where nothing may be said
     */
    public record Part(String title, String gap, List<Standard> standards, String compared, List<String> why,
            List<String> rests,
            String movement) {
    }

    /** A standard with its ratings. */
    public record Standard(String code, String title, boolean part, List<Given> ratings) {
    }

    /** A rating: letter, word and meaning; whose; where its text is, empty for nowhere. */
    public record Given(String words, String meaning, String voice, String href) {
    }

    static ThemePage of(Frame frame, TenYears.Shown shown, @Nullable UUID chosen) {
        Row row = shown.years().rows().getFirst();
        var theme = row.theme();
        return new ThemePage(frame.withTitle(theme.title()).withBack(YearsPage.HOME + YearsPage.with(chosen)),
                theme.code(), theme.title(),
                YearsPage.rests(shown), theme.wording(), row.cells().stream().map(ThemePage::part).toList());
    }

    private static Part part(Cell cell) {
        var standards = cell.nodes().stream().map(n -> new Standard(n.share().node(), n.title(), n.share().part(),
                n.ratings().isEmpty()
                        ? List.of(new Given(Rated.State.NOT_HELD.words(), "", "", ""))
                        : given(n.ratings())))
                .toList();
        var since = cell.since();
        var title = cell.year().year() + ": " + cell.year().title();
        if (since == null)
            return new Part(title, cell.gap(), standards, "", List.of(), List.of(), "");
        var why = cell.gap().isEmpty() ? since.why() : List.<String>of();
        return new Part(title, cell.gap(), standards, YearsPage.compared(since), why, rests(since), since.movement());
    }

    /** Each rating; where several are read at one place, the last of them leads there. */
    private static List<Given> given(List<Rated> ratings) {
        var all = new ArrayList<Given>();
        for (int i = 0; i < ratings.size(); i++) {
            var r = ratings.get(i);
            boolean again = ratings.subList(i + 1, ratings.size()).stream().anyMatch(o -> o.href().equals(r.href()));
            all.add(new Given(r.words(), r.meaning(), r.voice(), again ? "" : r.href()));
        }
        return all;
    }

    private static List<String> rests(Comparison since) {
        var all = new ArrayList<String>();
        for (var e : since.entries())
            all.add(String.join(", ", e.sources()) + " is " + e.relation().words() + " "
                    + String.join(", ", e.targets())
                    + ": coverage " + e.coverage().toPlainString() + ", confidence " + e.confidence()
                    + (e.why().isBlank() ? "" : " (" + e.why() + ")"));
        return all;
    }
}

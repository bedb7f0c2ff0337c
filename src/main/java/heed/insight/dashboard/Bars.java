package heed.insight.dashboard;

import heed.platform.measure.Answer;
import heed.platform.measure.Figure;
import heed.platform.measure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parts under each other, with a bar each: the table is the chart. Public only because templates compile elsewhere.
 *
 * @param caption what it shows
 * @param first   what the parts are
 * @param range   whether an expected range is drawn
 * @param more    how many parts with small numbers are left out here; 0 for none
 */
public record Bars(String caption, String first, List<Bar> bars, boolean range, int more) {
    /** One part. {@code note} says where it stands to its expected range; empty where there is none. */
    public record Bar(String words, Shown now, Shown before, @Nullable String now100, @Nullable String before100,
            @Nullable String low, @Nullable String wide, String note, boolean outside) {
    }

    /**
     * Of two answers with the same split, this period's and last year's.
     *
     * @param most how many parts are shown
     */
    static Bars of(String caption, String first, Answer now, Answer before, int most) {
        var unit = now.definition().unit();
        var shown = now.parts().subList(0, Math.min(most, now.parts().size()));
        // Only what is drawn counts: a part that is not shown would shorten every bar that is.
        double top = Math.max(unit == Unit.PERCENT ? 100 : 0,
                shown.stream().flatMap(p -> Stream.concat(Stream.of(p), before.part(p.key()).stream()))
                        .mapToDouble(
                                p -> Math.max(drawn(p) ? p.value() : 0, p.expected() == null ? 0 : p.expected().high()))
                        .max().orElse(0));
        double scale = top <= 0 ? 1 : top;
        boolean range = shown.stream().anyMatch(p -> p.expected() != null);
        var bars = new ArrayList<Bar>();
        for (var part : shown) {
            var earlier = before.part(part.key()).orElse(null);
            var expected = part.expected();
            bars.add(new Bar(part.words(), Shown.of(now, part),
                    earlier == null ? new Shown("0", before.definition().href()) : Shown.of(before, earlier),
                    drawn(part) ? Columns.percent(100 * part.value() / scale) : null,
                    earlier != null && drawn(earlier) ? Columns.percent(100 * earlier.value() / scale) : null,
                    expected == null ? null : Columns.percent(100 * expected.low() / scale),
                    expected == null ? null : Columns.percent(100 * (expected.high() - expected.low()) / scale),
                    note(part), expected != null && !expected.where(part.value()).startsWith("within")));
        }
        return new Bars(caption, first, List.copyOf(bars), range, now.parts().size() - bars.size());
    }

    private static boolean drawn(Figure figure) {
        return figure.state() == Figure.State.KNOWN && figure.value() > 0;
    }

    private static String note(Figure figure) {
        var expected = figure.expected();
        if (expected == null || figure.state() == Figure.State.TOO_FEW)
            return "";
        return String.format(Locale.UK, "%s, %.1f to %.1f", capital(expected.where(figure.value())), expected.low(),
                expected.high());
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

package heed.insight.dashboard;

import heed.platform.measure.Answer;
import heed.platform.measure.Figure;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Months side by side, this year and the year before, drawn in per cent of the width so that it fits any screen while its
 * words keep their size. Public only because templates compile elsewhere.
 *
 * @param caption what it shows
 * @param most    the number at the top line
 * @param summary the chart in one sentence, for those who do not see it
 */
public record Columns(String caption, String summary, String most, List<Column> columns) {
    /** How high the tallest column is, in pixels. */
    private static final double HIGH = 150;
    /** Where the ground line is, from the top. */
    private static final double GROUND = 172;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM", Locale.UK);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /** One month; places and lengths as they stand in the drawing; {@code spare} is left unnamed where there is little room. */
    public record Column(String label, String words, Shown now, Shown before, String middle, boolean spare,
            Mark nowMark, Mark beforeMark) {
    }

    /** A column of the drawing. */
    public record Mark(String x, String y, String width, String height) {
    }

    /**
     * Of an answer split by month over two years, oldest first.
     *
     * @throws IllegalArgumentException if it does not have twice as many months as are to be shown
     */
    static Columns of(String caption, Answer answer, int months) {
        var parts = answer.parts();
        if (parts.size() != 2 * months)
            throw new IllegalArgumentException("two years of months are wanted");
        var before = parts.subList(0, months);
        var now = parts.subList(months, 2 * months);
        double top = Math.max(1, parts.stream().mapToDouble(Figure::value).max().orElse(1));
        double step = 100.0 / months;
        var columns = new ArrayList<Column>();
        for (int i = 0; i < months; i++) {
            var month = YearMonth.parse(now.get(i).key());
            columns.add(new Column(SHORT.format(month).substring(0, 3), LONG.format(month),
                    Shown.of(answer, now.get(i)), Shown.of(answer, before.get(i)), percent((i + 0.5) * step),
                    i % 2 == 1,
                    mark((i + 0.5) * step, step * 0.38, now.get(i).value() / top),
                    mark((i + 0.12) * step, step * 0.38, before.get(i).value() / top)));
        }
        long all = now.stream().mapToLong(Figure::counted).sum();
        long earlier = before.stream().mapToLong(Figure::counted).sum();
        return new Columns(caption,
                String.format(Locale.UK, "%s: %,d in these twelve months, %,d in the twelve before.", caption, all,
                        earlier),
                String.format(Locale.UK, "%,.0f", top), columns);
    }

    private static Mark mark(double x, double width, double share) {
        double height = HIGH * share;
        return new Mark(percent(x), pixels(GROUND - height), percent(width), pixels(height));
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String pixels(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

package heed.assurance.plan;

import heed.assurance.plan.Schedule.Precision;
import heed.assurance.plan.Schedule.Why;
import heed.assurance.plan.Timescale.Doubt;
import heed.assurance.plan.TimescaleWords.Sign;
import heed.assurance.plan.TimescaleWords.Word;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads timescales as people write them: "March 2022", "quarterly", "all year", "ongoing, reviewed every six months", "as
 * and when". Words that name no time for certain are not guessed at: the schedule is then {@link Schedule.Unread} with the
 * reason. A month's, season's or year's date is its last day.
 */
public final class Timescales {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final @Nullable PlanYear year;

    private Timescales(@Nullable PlanYear year) {
        this.year = year;
    }

    /**
     * Reads a timescale.
     *
     * @param words as they were written
     * @param year  the year of the plan they stand in; null where nobody knows it, and then nothing is taken from it
     */
    public static Timescale read(String words, @Nullable PlanYear year) {
        return new Timescales(year).read(words);
    }

    private Timescale read(String words) {
        var text = SPACE.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[‐-―−]", "-").replaceAll("[‘’´`“”\"]", "'")).replaceAll(" ").strip();
        if (text.isEmpty())
            return new Timescale(words, new Schedule.Unread(Why.EMPTY), List.of());
        var doubts = EnumSet.noneOf(Doubt.class);
        var said = new TimescaleWords(year).read(text, doubts);
        var schedule = schedule(said, doubts);
        // A doubt about words helps nobody who is told already that none were understood.
        return new Timescale(words, schedule, schedule instanceof Schedule.Unread ? List.of() : List.copyOf(doubts));
    }

    private static boolean has(List<Word> said, Sign sign) {
        return said.contains(new Word.Mark(sign));
    }

    private Schedule schedule(List<Word> said, Set<Doubt> doubts) {
        for (var word : said)
            if (word instanceof Word.Stop(Why why))
                return new Schedule.Unread(why);
        var spans = said.stream().filter(Word.Span.class::isInstance).map(Word.Span.class::cast).toList();
        var rhythms = said.stream().filter(Word.Rhythm.class::isInstance).map(Word.Rhythm.class::cast).distinct()
                .toList();
        boolean allYear = has(said, Sign.ALL_YEAR);
        boolean ongoing = has(said, Sign.ONGOING);
        if (has(said, Sign.VAGUE))
            doubts.add(Doubt.VAGUE);
        if (spans.stream().anyMatch(Word.Span::planned) || allYear && year != null)
            doubts.add(Doubt.YEAR_OF_PLAN);
        if (has(said, Sign.WHEN_NEEDED))
            return spans.isEmpty() && rhythms.isEmpty() && !allYear && !ongoing
                    ? new Schedule.WhenNeeded()
                    : new Schedule.Unread(Why.SEVERAL);
        if (rhythms.size() > 1 || spans.size() > 2 || allYear && !spans.isEmpty() || allYear && ongoing)
            return new Schedule.Unread(Why.SEVERAL);
        var ranges = said.stream().filter(Word.Range.class::isInstance).map(Word.Range.class::cast).toList();
        if (spans.size() == 2 && ranged(said) && !spans.get(1).last().isBefore(spans.get(0).first()))
            ranges = java.util.stream.Stream.concat(ranges.stream(),
                    java.util.stream.Stream.of(new Word.Range(spans.get(0).first(), spans.get(1).last()))).toList();
        else if (spans.size() == 2 || !spans.isEmpty() && !ranges.isEmpty())
            return new Schedule.Unread(Why.SEVERAL);
        if (ranges.size() > 1 || allYear && !ranges.isEmpty())
            return new Schedule.Unread(Why.SEVERAL);
        boolean ranged = !ranges.isEmpty();
        var rhythm = rhythms.isEmpty() ? null : rhythms.getFirst().interval();
        if (ongoing)
            return ranged
                    ? new Schedule.Unread(Why.SEVERAL)
                    : new Schedule.Ongoing(spans.isEmpty() ? null : spans.getFirst().first(), rhythm);
        LocalDate from = null;
        LocalDate to = null;
        if (allYear && year != null) {
            from = year.from();
            to = year.to();
        } else if (ranged) {
            from = ranges.getFirst().first();
            to = ranges.getFirst().last();
        } else if (spans.size() == 1) {
            var span = spans.getFirst();
            boolean exact = span.precision() == Precision.DAY || span.precision() == Precision.MONTH;
            if (has(said, Sign.UNTIL))
                to = span.last();
            else if (has(said, Sign.THROUGHOUT)
                    || rhythm != null && span.precision() == Precision.YEAR && !has(said, Sign.FROM)) {
                from = span.first();
                to = span.last();
            } else if (rhythm != null)
                from = span.first();
            else if (has(said, Sign.FROM)) {
                doubts.add(Doubt.NO_END);
                return new Schedule.Ongoing(span.first(), null);
            } else if (exact || has(said, Sign.BY))
                return new Schedule.OnDate(span.last(), span.precision());
            else {
                from = span.first();
                to = span.last();
            }
        }
        if (rhythm != null)
            return new Schedule.Every(rhythm, from, to);
        return allYear || from != null || to != null
                ? new Schedule.Between(from, to)
                : new Schedule.Unread(Why.UNKNOWN);
    }

    /** Whether what stands around the two spans says that one goes on to the other. */
    private static boolean ranged(List<Word> said) {
        int first = -1;
        for (int i = 0; i < said.size(); i++)
            if (said.get(i) instanceof Word.Span) {
                if (first < 0) {
                    first = i;
                    continue;
                }
                var between = said.subList(first + 1, i);
                return between.contains(new Word.Mark(Sign.UNTIL))
                        || first > 0 && said.subList(0, first).contains(new Word.Mark(Sign.FROM))
                                && between.contains(new Word.Mark(Sign.FILLER));
            }
        return false;
    }
}

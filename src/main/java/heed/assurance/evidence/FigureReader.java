package heed.assurance.evidence;

import heed.assurance.prose.Clauses;
import heed.assurance.prose.Sentence;
import heed.assurance.prose.Thing;
import heed.assurance.prose.Things;
import heed.assurance.prose.Verbs;
import heed.assurance.prose.Word;
import heed.assurance.prose.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the figures that a text gives, with what they count and when: offered to a person as facts, never taken as such. */
public final class FigureReader {
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("two", 2), Map.entry("three", 3),
            Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6), Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12));
    /** After these a number is a name: "level 2". */
    private static final Set<String> LABELS = Set.of("level", "stage", "section", "standard", "question", "paragraph",
            "page",
            "appendix", "phase", "tier", "part", "version", "grade", "principle", "priority", "point", "chapter",
            "number",
            "room", "ward", "zone", "year", "key", "round", "schedule", "article", "annex", "learning",
            "recommendation", "no",
            "under", "aged", "age", "£", "$", "€", "-", "–", "/", "@", "#", "(", "_", ".");
    private static final Set<String> TIMES = Set.of("year", "month", "week", "day", "hour", "minute", "night",
            "fortnight",
            "weekday", "time", "working", "o'clock", "second", "pm", "am", "per");

    private static final Set<String> LED_BY = Set.of("of", "more", "other", "the", "different", "separate", "these",
            "our", "all");
    private static final Set<String> STOPS = Set.of(";", ":", "(", ")");
    private static final Set<String> HAS = Set.of("has", "have", "had");

    private final List<Sentence> sentences;
    private final List<DateMention> dates;
    private final Clauses clauses;
    private final List<FigureMention> found = new ArrayList<>();

    private FigureReader(List<Sentence> sentences, List<DateMention> dates) {
        this.sentences = sentences;
        this.dates = dates;
        this.clauses = new Clauses(sentences);
    }

    /**
     * The figures of a text, in order. Durations are left out, and numbers that are part of a date or a name.
     *
     * @param sentences the sentences of the text
     * @param dates     where the text says when
     */
    public static List<FigureMention> read(List<Sentence> sentences, List<DateMention> dates) {
        var reader = new FigureReader(sentences, dates);
        for (int s = 0; s < sentences.size(); s++)
            for (int w = 0; w < sentences.get(s).words().size(); w++)
                reader.look(s, w);
        return List.copyOf(reader.found);
    }

    private void look(int s, int w) {
        var sentence = sentences.get(s);
        var words = sentence.words();
        var value = value(words.get(w));
        if (value == null || w > 0 && LABELS.contains(words.get(w - 1).low()))
            return;
        int start = sentence.start() + words.get(w).start();
        if (dates.stream().anyMatch(d -> d.start() <= start && start < d.end()))
            return;
        boolean percent = words.get(w).text().endsWith("%");
        int next = w + 1;
        if (next < words.size() && words.get(next).text().equals("%")) {
            percent = true;
            next++;
        } else if (next + 1 < words.size() && words.get(next).low().equals("per")
                && words.get(next + 1).low().equals("cent")) {
            percent = true;
            next += 2;
        }
        while (next < words.size() && LED_BY.contains(words.get(next).low()))
            next++;
        var of = next >= words.size() ? null : Things.at(words, next);
        if (of == null || TIMES.contains(of.head()) || of.by().stream().anyMatch(TIMES::contains) && !percent)
            return;
        int end = sentence.start() + words.get(of.to() - 1).end();
        int before = verb(words, w - 1, -1);
        boolean has = before >= 0 && !auxiliaryOnly(words, before);
        var deed = "";
        Thing beside = null;
        if (has) {
            deed = Verbs.stem(words.get(before).low());
            beside = clauses.subject(s, before).orElse(null);
        } else {
            int after = verb(words, of.to(), words.size());
            if (after >= 0) {
                deed = Verbs.stem(words.get(after).low());
                beside = sentence.things().stream().filter(t -> t.from() > after).findFirst().orElse(null);
            }
        }
        found.add(new FigureMention(start, end, value, percent, of, degree(words, w), deed, beside,
                when(sentence, start).orElse(null), s));
    }

    private static @Nullable BigDecimal value(Word word) {
        var named = NUMBERS.get(word.low());
        if (named != null)
            return BigDecimal.valueOf(named);
        if (!word.digits())
            return null;
        return new BigDecimal(word.text().replace(",", "").replace("%", ""));
    }

    private static FigureMention.Degree degree(List<Word> words, int w) {
        var before = words.subList(Math.max(0, w - 3), w).stream().map(Word::low).toList();
        var said = String.join(" ", before);
        if (said.endsWith("more than") || said.endsWith("over") || said.endsWith("at least")
                || said.endsWith("exceeding"))
            return FigureMention.Degree.MORE_THAN;
        if (said.endsWith("less than") || said.endsWith("fewer than") || said.endsWith("up to")
                || said.endsWith("under"))
            return FigureMention.Degree.LESS_THAN;
        if (said.endsWith("about") || said.endsWith("around") || said.endsWith("approximately")
                || said.endsWith("nearly")
                || said.endsWith("some") || said.endsWith("almost"))
            return FigureMention.Degree.ABOUT;
        return FigureMention.Degree.EXACT;
    }

    /** The next verb that says what is done, looking back to the clause's start where {@code to} is -1 and else ahead. */
    private static int verb(List<Word> words, int from, int to) {
        int step = to < 0 ? -1 : 1;
        int helping = -1;
        for (int i = from; i >= 0 && i < words.size() && i != to; i += step) {
            var low = words.get(i).low();
            if (STOPS.contains(low) || step < 0 && low.equals(","))
                break;
            if (Words.AUXILIARIES.contains(low)) {
                if (HAS.contains(low))
                    helping = i;
                continue;
            }
            if (Verbs.verb(words, i))
                return i;
        }
        return helping;
    }

    private static boolean auxiliaryOnly(List<Word> words, int at) {
        return Words.AUXILIARIES.contains(words.get(at).low()) && !HAS.contains(words.get(at).low());
    }

    /** The date nearest to it in its sentence, so long as no other figure's number is nearer to that date. */
    private Optional<DateMention> when(Sentence sentence, int start) {
        return dates.stream().filter(d -> d.start() >= sentence.start() && d.end() <= sentence.end())
                .filter(d -> d.bearing() != Bearing.BY)
                .min(java.util.Comparator
                        .comparingInt(d -> Math.min(Math.abs(d.start() - start), Math.abs(d.end() - start))));
    }
}

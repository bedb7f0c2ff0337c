package heed.assurance.exercise;

import heed.assurance.evidence.Bearing;
import heed.assurance.evidence.DateReader;
import heed.assurance.evidence.FigureMention;
import heed.assurance.evidence.FigureReader;
import heed.assurance.evidence.Span;
import heed.assurance.prose.Sentence;
import heed.assurance.prose.Words;
import heed.platform.web.LondonTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A figure that an answer or its evidence gives in its text and that is not among the figures of the question: offered to
 * whoever writes, never taken by itself.
 *
 * @param title    what is counted, as a title
 * @param value    the number
 * @param unit     what the number is of, in the plural
 * @param period   when, from the sentence; null where it does not say from when until when
 * @param sentence where it stands
 */
record FoundFigure(String title, BigDecimal value, String unit, @Nullable Span period, String sentence) {
    /** More would be a list to work through instead of an offer. */
    private static final int MOST = 8;

    /** Those of a question, first those of its answer, each once. */
    static List<FoundFigure> in(Item item, List<Statement> statements, List<Fact> facts) {
        var found = new ArrayList<FoundFigure>();
        read(item.answer(), item.changedAt(), found);
        statements.stream().filter(s -> s.state().live()).forEach(s -> read(s.words(), s.writtenAt(), found));
        var cited = facts.stream().filter(f -> f.items().contains(item.code())).map(Fact::value).toList();
        var offered = new ArrayList<FoundFigure>();
        for (var figure : found)
            if (cited.stream().noneMatch(v -> v.compareTo(figure.value) == 0)
                    && offered.stream().noneMatch(o -> o.value.compareTo(figure.value) == 0
                            && o.unit.equals(figure.unit)))
                offered.add(figure);
        return List.copyOf(offered.subList(0, Math.min(MOST, offered.size())));
    }

    private static void read(String text, Instant writtenAt, List<FoundFigure> into) {
        var dates = DateReader.read(text, LocalDate.ofInstant(writtenAt, LondonTime.ZONE));
        var sentences = Sentence.of(text);
        for (var mention : FigureReader.read(sentences, dates))
            // "Two" and "three" mostly count what is named beside them; what is about or at least is no figure to keep.
            if (mention.degree() == FigureMention.Degree.EXACT && Character.isDigit(text.charAt(mention.start())))
                into.add(of(mention, sentences.get(mention.sentence()).text()));
    }

    private static FoundFigure of(FigureMention mention, String sentence) {
        var counted = counted(mention.of().words());
        var when = mention.when();
        var days = when == null || when.bearing() != Bearing.DURING ? null : when.span();
        return new FoundFigure(mention.percent() ? "Share of " + counted : capital(counted), mention.value(),
                mention.percent() ? "per cent" : counted,
                days == null || days.from() == null || days.to() == null ? null : days, sentence);
    }

    /** Without "the" or "all" before it. */
    private static String counted(String thing) {
        var words = List.of(thing.strip().split("\\s+"));
        return words.stream().dropWhile(w -> Words.DETERMINERS.contains(w.toLowerCase(Locale.UK)))
                .collect(Collectors.joining(" "));
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** As it is offered, such as "88 per cent" or "193 people". */
    String says() {
        return value.toPlainString() + " " + unit;
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "FoundFigure";
    }
}

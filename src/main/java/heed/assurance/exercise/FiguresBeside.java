package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.prose.Word;
import heed.assurance.prose.Words;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.measure.Measure;
import heed.platform.measure.Measures;
import heed.platform.measure.Question;
import heed.platform.measure.Sight;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What Heed itself counts that bears on a question, over the days its evidence has to be about: the figures that the same
 * question cited the year before, then those whose title shares a word with the question or its answer. Shown and not
 * taken: whoever writes cites what the answer rests on.
 */
@Component
class FiguresBeside {
    /** More would be a dashboard beside a question. */
    private static final int MOST = 3;
    /** A word that so many titles have says nothing of one of them. */
    private static final int USUAL = 4;
    private static final int SHORTEST = 4;

    private final Measures measures;
    private final Clock clock;

    FiguresBeside(Measures measures, Clock clock) {
        this.measures = measures;
        this.clock = clock;
    }

    /** One of them. @param code of the measure @param says as it is printed, such as "88% (42 of 48)" */
    record Counted(String code, String title, String says) {
    }

    /** Those of a question that is still written; none for those who see no figures. */
    List<Counted> of(Actor by, ReturnReading.OpenedItem item) {
        var window = item.opened().made().window();
        var now = clock.instant();
        var period = FactWriting.period(window);
        if (!by.may(Permission.SEE_FIGURES) || !item.opened().writes() || period.start().isAfter(now))
            return List.of();
        var found = new ArrayList<Counted>();
        for (var measure : chosen(item))
            try {
                var answer = measure.ask(by, Question.of(period, now)
                        .within(by.may(Permission.PUBLISH_FIGURES) ? Sight.PUBLISHED : Sight.OWN));
                found.add(new Counted(measure.definition().code(), measure.definition().title(),
                        answer.say(answer.whole())));
            } catch (Refused notTheirs) {
                // Not theirs to count: not shown.
            }
        return found;
    }

    private List<Measure> chosen(ReturnReading.OpenedItem item) {
        var before = item.before();
        var last = before == null ? Set.<String>of() : before.measures();
        var cited = item.opened().facts().stream().filter(f -> f.origin() == Fact.Origin.COUNTED).map(Fact::measure)
                .collect(Collectors.toSet());
        var asked = new HashSet<>(stems(item.asked().title()));
        item.asked().bullets().forEach(b -> asked.addAll(stems(b)));
        var answered = stems(item.item().answer());
        var titles = new LinkedHashMap<Measure, Set<String>>();
        var often = new HashMap<String, Integer>();
        for (var measure : measures.all()) {
            var stems = stems(measure.definition().title());
            titles.put(measure, stems);
            stems.forEach(s -> often.merge(s, 1, Integer::sum));
        }
        var weighed = new ArrayList<Map.Entry<Measure, Integer>>();
        titles.forEach((measure, stems) -> {
            var code = measure.definition().code();
            var rare = stems.stream().filter(s -> often.getOrDefault(s, 0) < USUAL).toList();
            if (!cited.contains(code))
                weighed.add(
                        Map.entry(measure, last.contains(code) ? Integer.MAX_VALUE : weight(rare, asked, answered)));
        });
        return weighed.stream().filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<Measure, Integer>comparingByValue().reversed()).limit(MOST).map(Map.Entry::getKey)
                .toList();
    }

    /** A word of the question's own says enough; an answer has many words, and has to name most of a title. */
    private static int weight(List<String> title, Set<String> asked, Set<String> answered) {
        var inQuestion = title.stream().filter(asked::contains).count();
        var inAnswer = title.stream().filter(answered::contains).count();
        return (int) (inQuestion * title.size() + (2 * inAnswer > title.size() ? inAnswer : 0));
    }

    private static Set<String> stems(String text) {
        return Words.of(text).stream().filter(w -> w.letters() && w.text().length() >= SHORTEST && !Words.small(w))
                .map(Word::stem).collect(Collectors.toSet());
    }
}

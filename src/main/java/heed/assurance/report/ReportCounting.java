package heed.assurance.report;

import heed.access.Permission;
import heed.assurance.exercise.Fact;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.measure.Answer;
import heed.platform.measure.Figure;
import heed.platform.measure.Measure;
import heed.platform.measure.Measures;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import heed.platform.measure.Sight;
import heed.platform.measure.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts Heed's named measures for a report. What is printed for everybody shows no small number: whoever is one of three
 * could be known by it.
 */
@Component
class ReportCounting {
    private final Measures measures;

    ReportCounting(Measures measures) {
        this.measures = measures;
    }

    /** The measures that somebody may count, in order; none for those who see no figures. */
    List<Measure> offered(Actor by) {
        return by.may(Permission.SEE_FIGURES) ? measures.all() : List.of();
    }

    /**
     * Counts one.
     *
     * @param from  the first day
     * @param until the last
     * @throws heed.platform.Refused as not found for those who see no figures; as not allowed now for days that have not begun
     */
    CountedFigure count(Actor by, String measure, LocalDate from, LocalDate until, Instant now) {
        by.must(Permission.SEE_FIGURES);
        var period = new Period(from, until.plusDays(1));
        if (period.start().isAfter(now))
            throw Refusal.NOT_ALLOWED_NOW.because("the period has not begun");
        // The same for whoever counts it again, where that is allowed: the figure is everybody's.
        var answer = measures.get(measure).ask(by, Question.of(period, now)
                .within(by.may(Permission.PUBLISH_FIGURES) ? Sight.PUBLISHED : Sight.OWN));
        var definition = answer.definition();
        return new CountedFigure(measure, from, until, new ReportFigure(definition.title(), says(answer),
                period.words(), Fact.Origin.COUNTED.words(),
                definition.counts() + (definition.leaves().isEmpty() ? "" : " " + definition.leaves()),
                now.toString()));
    }

    private static String says(Answer answer) {
        var whole = answer.whole();
        boolean small = small(whole.counted()) || small(whole.outOf());
        if (whole.state() != Figure.State.KNOWN || !small)
            return answer.say(whole);
        return answer.definition().unit().counts()
                ? "Fewer than " + (Suppression.USUAL + 1)
                : "Too few to say";
    }

    private static boolean small(long number) {
        return number > 0 && number <= Suppression.USUAL;
    }
}

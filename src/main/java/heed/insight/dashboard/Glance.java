package heed.insight.dashboard;

import gg.jte.Content;
import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.measure.Answer;
import heed.platform.measure.Figure;
import heed.platform.measure.Measures;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import heed.platform.measure.Split;
import heed.platform.web.Fragments;
import heed.platform.web.LondonTime;
import heed.platform.web.StartPart;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The figures on the start page of those who answer for the whole: leads, the coordinator, and those who read figures and
 * no concern. An officer's start page is about what waits; they find the figures in the menu.
 */
@Component
@Order(50)
class Glance implements StartPart {
    static final int YEAR = 12;
    private static final int KINDS = 8;
    private static final int SERVICES = 12;

    private final Measures measures;
    private final Fragments fragments;
    private final Clock clock;

    Glance(Measures measures, Fragments fragments, Clock clock) {
        this.measures = measures;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    public Optional<Content> show(Actor by) {
        return by.may(Permission.SEE_FIGURES)
                && (by.may(Permission.PUBLISH_FIGURES) || !by.may(Permission.WORK_CONCERNS))
                        ? Optional.of(fragments.of("insight/dashboard/glance", page(by)))
                        : Optional.empty();
    }

    /** What it shows now. */
    GlancePage page(Actor by) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, LondonTime.ZONE);
        var soFar = Question.of(new Period(Period.quarter(today).from(), today.plusDays(1)), now);
        var thisMonth = YearMonth.from(today);
        var year = new Period(thisMonth.minusMonths(YEAR - 1).atDay(1), thisMonth.plusMonths(1).atDay(1));
        var twoYears = new Period(year.from().minusYears(1), year.until());
        var months = ask(by, "concerns-raised", Question.of(twoYears, now).by("month"));
        var aYear = Question.of(year, now);
        var rates = ask(by, "reporting-rate", aYear.by("service"));
        var said = rates.parts().stream().filter(p -> p.state() != Figure.State.TOO_FEW).toList();
        return new GlancePage(Period.quarter(today).words(), Period.quarter(today).lastYear().words(),
                List.of(tile(by, "concerns-raised", soFar), tile(by, "looked-at-in-time", soFar),
                        tile(by, "time-to-first-look", soFar)),
                Columns.of("Concerns by month", months, YEAR),
                Bars.of("Concerns for every 100 staff, by service", "Service",
                        new Answer(rates.definition(), rates.question(), rates.whole(), said, rates.opens()),
                        ask(by, "reporting-rate", aYear.by("service").lastYear()), SERVICES),
                (int) rates.parts().stream()
                        .filter(p -> p.state() == Figure.State.TOO_FEW && !p.key().equals(Split.NOT_KNOWN)).count(),
                bars(by, "Concerns by kind of harm", "Kind of harm", "concerns-raised", aYear.by("type"), KINDS),
                months.whole().counted() == 0, months.opens());
    }

    private GlancePage.Tile tile(Actor by, String code, Question question) {
        var now = ask(by, code, question);
        var before = ask(by, code, question.lastYear());
        return new GlancePage.Tile(now.definition().title(), Shown.of(now, now.whole()),
                Shown.of(before, before.whole()));
    }

    private Bars bars(Actor by, String caption, String first, String code, Question question, int most) {
        return Bars.of(caption, first, ask(by, code, question), ask(by, code, question.lastYear()), most);
    }

    private Answer ask(Actor by, String code, Question question) {
        return measures.get(code).ask(by, question);
    }
}

package heed.insight.dashboard;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.measure.Answer;
import heed.platform.measure.Definition;
import heed.platform.measure.Measure;
import heed.platform.measure.Measures;
import heed.platform.measure.Question;
import heed.platform.measure.Split;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.db.Transactions;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Every figure with how it is counted, and a page for each. */
@Controller
class FiguresController {
    private final Measures measures;
    private final Transactions transactions;
    private final Trail trail;
    private final Frames frames;
    private final Clock clock;

    FiguresController(Measures measures, Transactions transactions, Trail trail, Frames frames, Clock clock) {
        this.measures = measures;
        this.transactions = transactions;
        this.trail = trail;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/figures")
    String all(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.SEE_FIGURES);
        transactions.inScope(by.scope(), () -> trail.add(by, Trace.of("figure.definitions")));
        var groups = measures.all().stream().map(Measure::definition)
                .collect(Collectors.groupingBy(Definition::group, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("page", new FiguresPage(frames.of(request, by, "Figures"), groups.entrySet().stream()
                .map(g -> new FiguresPage.Group(g.getKey(), g.getValue().stream()
                        .map(d -> new FiguresPage.Row(d.title(), d.href(), d.counts())).toList()))
                .toList()));
        return "insight/dashboard/figures";
    }

    @GetMapping("/figures/{measure}")
    String one(Actor by, @PathVariable String measure, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.SEE_FIGURES);
        var asked = measures.get(measure);
        var today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        var chosen = Chosen.of(sent, today);
        if (!chosen.problems().isEmpty())
            response.setStatus(422);
        var split = asked.splits().stream().filter(s -> s.code().equals(sent.get("split"))).findFirst()
                .orElse(asked.splits().getFirst());
        var question = Question.of(chosen.period(), clock.instant()).by(split.code());
        var now = asked.ask(by, question);
        var before = asked.ask(by, question.lastYear());
        var definition = asked.definition();
        model.addAttribute("page", new MeasurePage(
                frames.of(request, by, definition.title()).withBack("/figures"), definition.title(),
                definition.counts(),
                definition.leaves(), chosen.problems(), definition.href(),
                Field.of("period", "Period"), chosen.choices(today), chosen.from(), chosen.until(), chosen.own(),
                Field.of("split", "Split by"), splits(asked, split), chosen.period().words(),
                chosen.period().lastYear().words(), Shown.of(now, now.whole()), Shown.of(before, before.whole()),
                note(now), months(split, now, before), now.opens(), split.overlaps()));
        return "insight/dashboard/measure";
    }

    /** By month, each month of last year stands beside the same month of this year. */
    private static Bars months(Split split, Answer now, Answer before) {
        var first = split.words().substring(0, 1).toUpperCase(Locale.UK) + split.words().substring(1);
        var caption = now.definition().title() + " by " + split.words();
        return Bars.of(caption, first, now, split.equals(Split.MONTH) ? aYearOn(before) : before, Integer.MAX_VALUE);
    }

    private static Answer aYearOn(Answer before) {
        return new Answer(before.definition(), before.question(), before.whole(), before.parts().stream()
                .map(p -> new heed.platform.measure.Figure(java.time.YearMonth.parse(p.key()).plusYears(1).toString(),
                        p.words(), p.state(), p.value(), p.counted(), p.outOf(), p.expected(), p.href()))
                .toList(), before.opens());
    }

    private static String note(Answer answer) {
        return switch (answer.definition().unit()) {
            case HOURS -> String.format(Locale.UK, "Median of %,d", answer.whole().counted());
            case PER_100_STAFF -> String.format(Locale.UK, "%,d from %,d staff", answer.whole().counted(),
                    answer.whole().outOf());
            default -> "";
        };
    }

    private static List<Choice> splits(Measure measure, Split chosen) {
        return measure.splits().stream()
                .map(s -> Choice.of(s.code(), s.words().substring(0, 1).toUpperCase(Locale.UK) + s.words().substring(1),
                        s.equals(chosen)))
                .toList();
    }
}

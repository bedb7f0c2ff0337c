package heed.assurance.exercise;

import heed.assurance.evidence.Span;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.measure.Measure;
import heed.platform.measure.Period;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures of one question: counted by Heed, typed with a source, cited from another question, or dropped. */
@Controller
@RequestMapping("/assurance/returns/{ret}/questions/{question}/figures")
class FigureController {
    private static final String HOW = "how";
    private static final String COUNT = "count";
    private static final String TYPE = "type";
    private static final String CITE = "cite";
    private static final String MEASURE = "measure";
    private static final String SPLIT = "split";
    private static final String FACT = "fact";

    private final ReturnReading reading;
    private final FactWriting writing;
    private final Frames frames;

    FigureController(ReturnReading reading, FactWriting writing, Frames frames) {
        this.reading = reading;
        this.writing = writing;
        this.frames = frames;
    }

    @GetMapping
    String ask(Actor by, @PathVariable UUID ret, @PathVariable String question,
            @RequestParam(defaultValue = "") String found, @RequestParam(defaultValue = "") String measure,
            HttpServletRequest request, Model model) {
        var item = reading.forWriting(by, ret, question);
        var made = item.opened().made();
        var typed = new HashMap<String, String>();
        typed.putAll(ReturnForm.boxes("from", made.window().from()));
        typed.putAll(ReturnForm.boxes("until", made.window().to()));
        var offered = FoundFigure.in(item.item(), item.opened().statements(), item.opened().facts());
        // Its place in the list and no word of it: an address may stand in a log.
        int which = found.matches("\\d{1,2}") ? Integer.parseInt(found) : offered.size();
        if (which < offered.size())
            typed.putAll(typed(offered.get(which)));
        if (writing.offered(by).stream().anyMatch(m -> m.definition().code().equals(measure)))
            typed.putAll(Map.of(HOW, COUNT, MEASURE, measure));
        return page(by, made, question, ReturnForm.begun(typed), request, model);
    }

    /** The form as it is filled in with what the text says; where it can be looked up is for whoever keeps it to say. */
    private static Map<String, String> typed(FoundFigure figure) {
        var typed = new HashMap<>(Map.of(HOW, TYPE, "title", figure.title(), "value",
                figure.value().toPlainString(), "unit", figure.unit()));
        var period = figure.period();
        if (period != null) {
            typed.putAll(ReturnForm.boxes("typed-from", period.from()));
            typed.putAll(ReturnForm.boxes("typed-until", period.to()));
        }
        return typed;
    }

    private String page(Actor by, Return made, String question, ReturnForm form, HttpServletRequest request,
            Model model) {
        var measures = writing.offered(by);
        var citable = writing.citable(by, made.id(), question);
        var ways = new ArrayList<Choice>();
        var opens = new HashMap<String, List<Question>>();
        if (!measures.isEmpty()) {
            ways.add(form.choice(HOW, COUNT, "Counted by Heed now", null));
            opens.put(COUNT, List.of(
                    new Question.Select(form.field(MEASURE, "Which figure?", null),
                            measures.stream().map(Measure::definition)
                                    .map(d -> form.choice(MEASURE, d.code(), d.group() + ": " + d.title(), null))
                                    .toList()),
                    new Question.Select(form.field(SPLIT, "Parted by (optional)", null), splits(measures, form)),
                    new Question.Day(form.date("from", "First day", null)),
                    new Question.Day(form.date("until", "Last day", null))));
        }
        ways.add(form.choice(HOW, TYPE, "Typed by hand", "It says so wherever it is shown"));
        opens.put(TYPE, List.of(form.line("title", "What was counted?", null),
                form.line("value", "The number", "Digits only, such as 193 or 88.4"),
                form.line("unit", "Of what?", "In the plural, such as people, concerns or per cent"),
                form.line("source", "Where can it be looked up?", null),
                new Question.Day(form.date("typed-from", "First day (optional)", null)),
                new Question.Day(form.date("typed-until", "Last day (optional)", null))));
        if (!citable.isEmpty()) {
            ways.add(form.choice(HOW, CITE, "Already in this return", null));
            opens.put(CITE, List.of(new Question.Select(form.field(FACT, "Which figure?", null),
                    citable.stream().map(f -> form.choice(FACT, f.id().toString(), f.title() + ": " + f.says(), null))
                            .toList())));
        }
        var back = ItemController.href(made.id(), question);
        model.addAttribute("page",
                FormPage.of(frames.of(request, by, "Add a figure for " + question), back + "/figures",
                        List.of(new Question.Pick(form.field(HOW, "Where is it from?", null), ways, false, opens)),
                        form.problems(), "Keep this figure", back));
        return "layout/form";
    }

    private static List<Choice> splits(List<Measure> measures, ReturnForm form) {
        var all = new ArrayList<Choice>();
        all.add(form.choice(SPLIT, "", "Nothing: the whole alone", null));
        measures.stream().flatMap(m -> m.splits().stream()).distinct()
                .forEach(s -> all.add(form.choice(SPLIT, s.code(), s.words(), null)));
        return all;
    }

    @PostMapping
    String add(Actor by, @PathVariable UUID ret, @PathVariable String question, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var made = reading.forWriting(by, ret, question).opened().made();
        var form = new ReturnForm(sent);
        var how = form.one(HOW, List.of(COUNT, TYPE, CITE), "Choose where the figure is from");
        if (how != null)
            switch (how) {
                case COUNT -> count(by, ret, question, form);
                case TYPE -> type(by, ret, question, form);
                default -> cite(by, ret, question, form);
            }
        if (!form.right()) {
            response.setStatus(422);
            return page(by, made, question, form, request, model);
        }
        frames.say(request, response, ReturnNotice.FIGURE_SAVED);
        return "redirect:" + ItemController.href(ret, question);
    }

    private void count(Actor by, UUID ret, String question, ReturnForm form) {
        var measure = writing.offered(by).stream().filter(m -> m.definition().code().equals(form.get(MEASURE)))
                .findFirst().orElse(null);
        if (measure == null) {
            form.wrong(MEASURE, "Choose a figure");
            return;
        }
        var split = form.get(SPLIT);
        if (!split.isEmpty() && measure.splits().stream().noneMatch(s -> s.code().equals(split)))
            form.wrong(SPLIT, "This figure cannot be parted so");
        var days = form.days("from", "until");
        if (days == null && form.right())
            form.wrong("from-day", "Enter the days to count");
        if (!form.right() || days == null || days.from() == null || days.to() == null)
            return;
        try {
            writing.count(by, ret, question, measure.definition().code(), split.isEmpty() ? null : split,
                    new Period(days.from(), days.to().plusDays(1)));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            form.wrong("from-day", "There is nothing to count in these days");
        }
    }

    private void type(Actor by, UUID ret, String question, ReturnForm form) {
        var title = form.words("title", "Say what was counted", ReturnForm.SHORT);
        var value = form.get("value").replace(",", "");
        if (!value.matches("-?\\d{1,12}(\\.\\d{1,6})?"))
            form.wrong("value", "Enter the number in digits");
        var unit = form.words("unit", "Say what the number is of", ReturnForm.SHORT);
        var source = form.words("source", "Say where it can be looked up", ReturnForm.SHORT);
        Span days = form.days("typed-from", "typed-until");
        if (form.right())
            writing.type(by, ret, question, new FactWriting.Typed(title, new BigDecimal(value), unit,
                    days == null ? null : days.from(), days == null ? null : days.to(), source));
    }

    private void cite(Actor by, UUID ret, String question, ReturnForm form) {
        var fact = writing.citable(by, ret, question).stream().filter(f -> f.id().toString().equals(form.get(FACT)))
                .findFirst();
        if (fact.isEmpty())
            form.wrong(FACT, "Choose a figure");
        else
            writing.cite(by, ret, question, fact.get().id());
    }

    @PostMapping("/{fact}/removal")
    String drop(Actor by, @PathVariable UUID ret, @PathVariable String question, @PathVariable UUID fact,
            HttpServletRequest request, HttpServletResponse response) {
        writing.drop(by, ret, question, fact);
        frames.say(request, response, ReturnNotice.FIGURE_REMOVED);
        return "redirect:" + ItemController.href(ret, question);
    }
}

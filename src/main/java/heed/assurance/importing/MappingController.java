package heed.assurance.importing;

import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.assurance.paper.Seen;
import heed.platform.Actor;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying what a paper's headings and columns are, so that it and the next one of its kind are read by them. */
@Controller
@RequestMapping("/assurance/papers/{paper}/mapping")
class MappingController {
    /** Headings that can be typed at once. */
    private static final int TYPED = 3;
    private static final int HEADING_MOST = 300;

    private final Importing importing;
    private final Frames frames;

    MappingController(Importing importing, Frames frames) {
        this.importing = importing;
        this.frames = frames;
    }

    @GetMapping
    String ask(Actor by, @PathVariable UUID paper, HttpServletRequest request, Model model) {
        var viewed = importing.view(by, paper);
        return page(by, viewed, Map.of(), List.of(), request, model);
    }

    @PostMapping
    String read(Actor by, @PathVariable UUID paper, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var viewed = importing.view(by, paper);
        var problems = new ArrayList<Problem>();
        var kind = Arrays.stream(PaperKind.values()).filter(k -> k.name().equals(sent.get("kind"))).findFirst();
        if (kind.isEmpty())
            problems.add(new Problem("kind", "Choose what the paper is"));
        for (int i = 0; i < TYPED; i++) {
            var heading = sent.getOrDefault("heading-" + i, "").strip();
            var is = sent.getOrDefault("is-" + i, "");
            if (!heading.isEmpty() && Mapping.fold(heading).isEmpty() || heading.length() > HEADING_MOST)
                problems.add(new Problem("heading-" + i, "Write the heading as the paper has it, in 300 characters"));
            else if (heading.isEmpty() != is.isEmpty())
                problems.add(heading.isEmpty()
                        ? new Problem("heading-" + i, "Write the heading as the paper has it")
                        : new Problem("is-" + i, "Choose what the heading is"));
        }
        if (kind.isEmpty() || !problems.isEmpty()) {
            response.setStatus(422);
            return page(by, viewed, sent, problems, request, model);
        }
        // "Try again" sends the kind alone, and says nothing of headings.
        importing.readAgain(by, paper, kind.get(),
                sent.containsKey("heading-0") ? mapping(by, viewed, kind.get(), sent) : null);
        frames.say(request, response, PaperNotice.PAPER_READ_AGAIN);
        return "redirect:/assurance/papers/" + paper;
    }

    /**
     * What was said before, with what is said now. A heading left as the reader took it says nothing: so what the readers
     * learn later counts for it too.
     */
    private Mapping mapping(Actor by, Importing.Viewed viewed, PaperKind kind, Map<String, String> sent) {
        var before = importing.mapping(by, viewed.paper(), kind);
        var columns = new HashMap<>(before.columns());
        var headings = new HashMap<>(before.headings());
        // Of another kind of paper the headings that were met say nothing.
        if (kind == viewed.paper().kind()) {
            var seen = seen(viewed);
            for (int i = 0; i < seen.size(); i++) {
                var one = seen.get(i);
                var is = sent.get("seen-" + i);
                if (is == null || is.equals(one.as() == null ? "" : one.as()))
                    continue;
                if (one.column())
                    put(columns, one.text(), heed.assurance.paper.Field.of(is));
                else
                    put(headings, one.text(), kind(is));
            }
        }
        for (int i = 0; i < TYPED; i++) {
            var heading = sent.getOrDefault("heading-" + i, "").strip();
            var is = sent.getOrDefault("is-" + i, "");
            if (heading.isEmpty())
                continue;
            if (is.startsWith("column-"))
                put(columns, heading, heed.assurance.paper.Field.of(is.substring("column-".length())));
            else
                put(headings, heading, kind(is));
        }
        return new Mapping(columns, headings);
    }

    private static <T> void put(Map<String, T> known, String heading, Optional<T> is) {
        is.ifPresentOrElse(t -> known.put(Mapping.fold(heading), t), () -> known.remove(Mapping.fold(heading)));
    }

    private static Optional<PieceKind> kind(String name) {
        return Arrays.stream(PieceKind.values()).filter(k -> k.name().equals(name)).findFirst();
    }

    /** Headings that were met, each once: the same words stand in a paper many times. */
    private static List<Seen> seen(Importing.Viewed viewed) {
        var reading = Optional.ofNullable(viewed.now()).map(Corrected::read).map(Reading::seen).orElse(List.of());
        var once = new LinkedHashMap<String, Seen>();
        reading.forEach(s -> once.merge((s.column() ? "c " : "h ") + Mapping.fold(s.text()), s, (a, b) -> {
            var lines = new ArrayList<>(a.lines());
            lines.addAll(b.lines());
            return new Seen(a.column(), a.text(), a.as() == null ? b.as() : a.as(), lines);
        }));
        return List.copyOf(once.values());
    }

    private String page(Actor by, Importing.Viewed viewed, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var self = "/assurance/papers/" + viewed.paper().id();
        if (!PaperMove.mayBeReadAgain(viewed.paper().state()))
            return "redirect:" + self;
        var seen = seen(viewed);
        var columns = new ArrayList<MappingPage.Row>();
        var headings = new ArrayList<MappingPage.Row>();
        var known = new ArrayList<MappingPage.Row>();
        for (int i = 0; i < seen.size(); i++) {
            var one = seen.get(i);
            var is = sent.getOrDefault("seen-" + i, one.as() == null ? "" : one.as());
            var row = new MappingPage.Row("seen-" + i, one.text(), where(one),
                    one.column() ? fields(is, one.as()) : kinds(is, one.as()));
            (one.column() ? columns : one.as() == null ? headings : known).add(row);
        }
        var typed = new ArrayList<MappingPage.Typed>();
        for (int i = 0; i < TYPED; i++)
            typed.add(new MappingPage.Typed(
                    Field.of("heading-" + i, "Heading " + (i + 1)).withValue(sent.get("heading-" + i))
                            .withProblem(FormPage.problem(problems, "heading-" + i)),
                    Field.of("is-" + i, "What it is").withProblem(FormPage.problem(problems, "is-" + i)),
                    either(sent.getOrDefault("is-" + i, ""))));
        var picked = sent.getOrDefault("kind", viewed.paper().kind().name());
        var made = viewed.now() == null ? 0 : viewed.now().count();
        model.addAttribute("page", new MappingPage(
                frames.of(request, by, "Read it another way").withBack(self), viewed.file().shown(), problems,
                Field.of("kind", "What is the paper?").withValue(picked)
                        .withProblem(FormPage.problem(problems, "kind")),
                PapersController.kinds(picked), columns, headings, known, typed,
                made == 0
                        ? ""
                        : "What was put right so far is put right again where it still fits; the rest is shown to you.",
                self + "/mapping", self));
        return "assurance/importing/mapping";
    }

    private static String where(Seen seen) {
        return seen.lines().isEmpty()
                ? ""
                : "Line " + seen.lines().getFirst()
                        + (seen.lines().size() > 1 ? " and " + (seen.lines().size() - 1) + " more" : "");
    }

    private static List<Choice> fields(String is, @Nullable String as) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", as == null ? "Not known" : "As Heed would take it", is.isEmpty()));
        for (var field : heed.assurance.paper.Field.values())
            choices.add(Choice.of(field.key(), field.words(), field.key().equals(is)));
        return choices;
    }

    private static List<Choice> kinds(String is, @Nullable String as) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", as == null ? "Not known" : "As Heed would take it", is.isEmpty()));
        for (var kind : PieceKind.values())
            choices.add(Choice.of(kind.name(), kind.words(), kind.name().equals(is)));
        return choices;
    }

    private static List<Choice> either(String is) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", "Choose", is.isEmpty()));
        for (var kind : PieceKind.values())
            choices.add(Choice.of(kind.name(), "Heading of: " + kind.words(), kind.name().equals(is)));
        for (var field : heed.assurance.paper.Field.values())
            choices.add(Choice.of("column-" + field.key(), "Column of: " + field.words(),
                    ("column-" + field.key()).equals(is)));
        return choices;
    }
}

package heed.casework.correction;

import heed.access.Permission;
import heed.casework.ConcernRef;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.TellingCheck;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for a correction of a concern, answering it, and who had read it. */
@Controller
class CorrectionController {
    private static final String WHOLE = "whole";

    private final Corrections corrections;
    private final Frames frames;
    private final LondonTime time;

    CorrectionController(Corrections corrections, Frames frames, LondonTime time) {
        this.corrections = corrections;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/corrections")
    String waiting(Actor by, HttpServletRequest request, Model model) {
        var waiting = corrections.waiting(by);
        var names = corrections.names(by, waiting.stream().map(Corrections.Waiting::askedBy).toList());
        model.addAttribute("page", new CorrectionsPage(frames.of(request, by, "Corrections"),
                waiting.stream().map(w -> new CorrectionsPage.Row(w.concern().ref().value(),
                        "/concerns/" + w.concern().ref() + "/correction",
                        (by.is(w.askedBy()) ? "You" : names.getOrDefault(w.askedBy(), "Someone who has left")) + ", "
                                + time.dayAndTime(w.askedAt())))
                        .toList()));
        return "casework/correction/list";
    }

    @GetMapping("/concerns/{ref}/correction")
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        return page(by, corrections.of(by, ref), Map.of(), List.of(), null, request, model);
    }

    @PostMapping("/concerns/{ref}/correction")
    String ask(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var opened = corrections.of(by, ref);
        var what = sent.getOrDefault("what", "");
        var why = sent.getOrDefault("why", "").replace("\r\n", "\n");
        var problems = new ArrayList<Problem>();
        if (what.isEmpty())
            problems.add(new Problem("what", "Choose what is wrong"));
        words("why", why, "Enter what is wrong and how you know", problems);
        var naming = opened.named().keySet().stream().filter(id -> id.toString().equals(what)).findFirst();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(by, opened, sent, problems, null, request, model);
        }
        try {
            if (what.equals(WHOLE))
                corrections.ask(by, ref, why);
            else
                corrections.ask(by, ref,
                        naming.orElseThrow(() -> Refusal.MOVED_ON.because("that person was taken off meanwhile")),
                        instead(opened, naming, sent), why);
        } catch (Refused refused) {
            return meanwhile(by, ref, sent, refused, request, response, model);
        }
        frames.say(request, response, CorrectionNotice.CORRECTION_ASKED);
        return "redirect:/concerns/" + ref;
    }

    @PostMapping("/concerns/{ref}/correction/answer")
    String answer(Actor by, @PathVariable ConcernRef ref, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.CORRECT_RECORDS);
        var opened = corrections.of(by, ref);
        var done = sent.getOrDefault("done", "");
        var words = sent.getOrDefault("words", "").replace("\r\n", "\n");
        var problems = new ArrayList<Problem>();
        if (!done.equals("yes") && !done.equals("no"))
            problems.add(new Problem("done", "Choose whether to correct it"));
        words("words", words, "Enter your reasons", problems);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(by, opened, sent, problems, null, request, model);
        }
        try {
            var asked = sent.getOrDefault("asked", "");
            corrections.answer(by, ref,
                    opened.open().map(Correction::id).filter(id -> id.toString().equals(asked))
                            .orElseThrow(() -> Refusal.MOVED_ON.because("answered meanwhile")),
                    done.equals("yes"), words);
        } catch (Refused refused) {
            return meanwhile(by, ref, sent, refused, request, response, model);
        }
        frames.say(request, response,
                done.equals("yes") ? CorrectionNotice.CORRECTION_DONE : CorrectionNotice.CORRECTION_NOT_DONE);
        return "redirect:/concerns/" + ref + "/correction";
    }

    @PostMapping("/concerns/{ref}/correction/undoing")
    String putBack(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, HttpServletResponse response) {
        corrections.putBack(by, ref);
        frames.say(request, response, CorrectionNotice.PUT_BACK);
        return "redirect:/concerns/" + ref;
    }

    /** Somebody else was first: what they did is shown, and what was typed here. */
    private String meanwhile(Actor by, ConcernRef ref, Map<String, String> sent, Refused refused,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if (refused.kind() == Refusal.NOT_FOUND)
            throw refused;
        response.setStatus(refused.kind().status());
        var typed = sent.getOrDefault("why", sent.getOrDefault("words", ""));
        return page(by, corrections.of(by, ref), sent, List.of(),
                "This changed while you were writing, so nothing was done. "
                        + "What stands now is below. You had typed: " + typed,
                request, model);
    }

    private String page(Actor by, Corrections.Opened o, Map<String, String> sent, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var ref = o.concern().ref();
        var open = o.open();
        var readers = by.may(Permission.CORRECT_RECORDS)
                ? o.readers().stream().map(r -> new CorrectionPage.Reader(
                        o.names().getOrDefault(r.who(), "Someone who has left"), String.valueOf(r.opened()),
                        String.valueOf(r.listed()), time.dayAndTime(r.first()), time.dayAndTime(r.last()))).toList()
                : null;
        CorrectionPage.Form form = null;
        if (open.isEmpty() && o.concern().inUse())
            form = asking(o, sent, problems);
        else if (open.isPresent() && by.may(Permission.CORRECT_RECORDS) && !by.is(open.get().askedBy()))
            form = answering(o, open.get(), sent, problems);
        model.addAttribute("page",
                new CorrectionPage(frames.of(request, by, "Correct " + ref).withBack("/concerns/" + ref), ref.value(),
                        warning, o.all().stream().map(c -> asked(o, c)).toList(), form,
                        !o.concern().inUse() && by.may(Permission.CORRECT_RECORDS), readers, problems));
        return "casework/correction/show";
    }

    private static CorrectionPage.Form asking(Corrections.Opened o, Map<String, String> sent, List<Problem> problems) {
        var what = sent.getOrDefault("what", "");
        var choices = new ArrayList<Choice>();
        var opens = new LinkedHashMap<String, List<Question>>();
        o.named().forEach((id, person) -> {
            choices.add(Choice.of(id.toString(), person.shown() + " is not the person meant",
                    what.equals(id.toString())));
            opens.put(id.toString(), List.of(
                    new Question.Line(Field.of("name-" + id, "Who is meant?").withHint("Leave empty if nobody knows.")
                            .withValue(sent.getOrDefault("name-" + id, ""))),
                    new Question.Words(Field.of("description-" + id, "How would we know them?")
                            .withHint("For example their age, where they live, or how they are related to others.")
                            .withValue(sent.getOrDefault("description-" + id, "")), 3)));
        });
        choices.add(new Choice(WHOLE, "The whole concern should not be held",
                "For example it was recorded twice, or about nobody we have a reason to hold.", what.equals(WHOLE)));
        return new CorrectionPage.Form("Ask for a correction", "/concerns/" + o.concern().ref() + "/correction", "",
                List.of(new Question.Pick(field("what", "What is wrong?", null, what, problems), choices, false, opens),
                        new Question.Words(field("why", "What is wrong with it, and how do you know?", null,
                                sent.getOrDefault("why", ""), problems), 5)),
                "Ask for this");
    }

    private static CorrectionPage.Form answering(Corrections.Opened o, Correction asked, Map<String, String> sent,
            List<Problem> problems) {
        var done = sent.getOrDefault("done", "");
        var yes = asked.kind() == Correction.Kind.WHOLE
                ? new Choice("yes", "Take it out of use",
                        "It leaves every list and search. Its text is kept encrypted until its retention date. You can put it back.",
                        done.equals("yes"))
                : new Choice("yes", "Correct who it is about",
                        "The wrong person leaves this concern and every search. What they were named as is kept encrypted until its retention date.",
                        done.equals("yes"));
        return new CorrectionPage.Form("Your answer", "/concerns/" + o.concern().ref() + "/correction/answer",
                asked.id().toString(),
                List.of(new Question.Pick(field("done", "What do you decide?", null, done, problems),
                        List.of(yes, Choice.of("no", "Leave it as it is", done.equals("no"))), false),
                        new Question.Words(field("words", "Why?", "Whoever asked will read this.",
                                sent.getOrDefault("words", ""), problems), 4)),
                "Record the answer");
    }

    private CorrectionPage.Asked asked(Corrections.Opened o, Correction c) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Asked", name(o, c.askedBy()) + ", " + time.dayAndTime(c.askedAt())));
        if (c.kind() == Correction.Kind.PERSON && c.naming() != null && c.instead() != null) {
            var now = o.named().get(c.naming());
            if (now != null)
                rows.add(SummaryRow.of("Wrong person", now.shown()));
            rows.add(SummaryRow.of("Person meant", c.instead().shown()));
        }
        if (o.concern().inUse())
            rows.add(SummaryRow.of("Why", c.why()));
        var answer = c.answer();
        if (answer != null) {
            rows.add(SummaryRow.of(answer.done() ? "Corrected" : "Not corrected",
                    name(o, answer.by()) + ", " + time.dayAndTime(answer.at())));
            if (o.concern().inUse())
                rows.add(SummaryRow.of("Reasons", answer.words()));
        }
        return new CorrectionPage.Asked(switch (c.kind()) {
            case WHOLE -> "The whole concern should not be held";
            case PERSON -> "The wrong person";
        }, rows);
    }

    private static Person instead(Corrections.Opened o, Optional<UUID> naming, Map<String, String> sent) {
        var role = naming.map(id -> o.named().get(id)).map(Person::role).orElse(PersonRole.NOT_SURE.name());
        var id = naming.map(UUID::toString).orElse("");
        var name = sent.getOrDefault("name-" + id, "").strip();
        var description = sent.getOrDefault("description-" + id, "").strip();
        return new Person(role, name, "", "", "", "", "", "", "",
                name.isEmpty() && description.isEmpty() ? "Not known" : description, "");
    }

    private static String name(Corrections.Opened o, UUID id) {
        return o.names().getOrDefault(id, "Someone who has left");
    }

    private static Field field(String name, String label, @Nullable String hint, String value, List<Problem> problems) {
        return new Field(name, label, hint, value, FormPage.problem(problems, name));
    }

    private static void words(String field, String words, String missing, List<Problem> problems) {
        if (words.isBlank())
            problems.add(new Problem(field, missing));
        else if (words.length() > TellingCheck.LONG)
            problems.add(new Problem(field, "This must be %,d characters or fewer. It is %,d"
                    .formatted(TellingCheck.LONG, words.length())));
    }
}

package heed.assurance.exercise;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.access.staff.StaffMember;
import heed.assurance.evidence.Window;
import heed.assurance.framework.Edition;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Returns: opened, looked over, sent for review, opened for writing again, shared out, corrected. */
@Controller
@RequestMapping("/assurance/returns")
class ReturnController {
    private static final String FOR = "for";
    private static final String OWN = "own";
    private static final String EDITION = "edition";
    private static final String FROM = "from";
    private static final String LAST = "last";
    private static final String REASON = "reason";
    private static final String FORM = "layout/form";

    private final ReturnDesk desk;
    private final ReturnReading reading;
    private final ItemSharing sharing;
    private final Staff staff;
    private final Organisations organisations;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    ReturnController(ReturnDesk desk, ReturnReading reading, ItemSharing sharing, Staff staff,
            Organisations organisations, Frames frames, LondonTime time, Clock clock) {
        this.desk = desk;
        this.reading = reading;
        this.sharing = sharing;
        this.staff = staff;
        this.organisations = organisations;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
    }

    @GetMapping("/opening")
    String ask(Actor by, HttpServletRequest request, Model model) {
        var offer = desk.offer(by);
        var typed = new HashMap<String, String>();
        var until = today();
        typed.putAll(ReturnForm.boxes("window-from", until.plusDays(1).minusYears(1)));
        typed.putAll(ReturnForm.boxes("window-until", until));
        typed.put(FOR, offer.invitations().isEmpty() ? OWN : offer.invitations().getFirst().id().toString());
        if (!offer.earlier().isEmpty())
            typed.put(FROM, LAST);
        return opening(by, offer, ReturnForm.begun(typed), request, model);
    }

    private String opening(Actor by, ReturnDesk.Offer offer, ReturnForm form, HttpServletRequest request,
            Model model) {
        var whichFor = new ArrayList<Choice>();
        for (var invited : offer.invitations()) {
            whichFor.add(form.choice(FOR, invited.id().toString(), invited.name() + ", for " + invited.boardName(),
                    "Evidence from " + ReturnWords.between(invited.windowFrom(), invited.windowUntil())
                            + ". Wanted by " + ReturnWords.day(invited.returnsBy())));
        }
        whichFor.add(form.choice(FOR, OWN, "One of our own, without a board", null));
        List<Question> own = List.of(
                new Question.Select(form.field(EDITION, "Which framework?", null),
                        offer.editions().stream()
                                .flatMap(e -> e.profiles().stream().map(p -> form.choice(EDITION, e.id() + " " + p,
                                        e.title() + (p.equals(Edition.WHOLE) ? "" : ", only " + p), null)))
                                .toList()),
                new Question.Day(form.date("window-from", "Evidence from", null)),
                new Question.Day(form.date("window-until", "Evidence until", null)));
        var begin = new ArrayList<Choice>();
        if (!offer.earlier().isEmpty())
            begin.add(form.choice(FROM, LAST, "The last return that the framework follows from", null));
        begin.add(form.choice(FROM, "", "Empty", null));
        for (var earlier : offer.earlier())
            begin.add(form.choice(FROM, earlier.made().id().toString(), earlier.title() + " " + earlier.made().year(),
                    null));
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Open a return"), "/assurance/returns/opening",
                List.of(new Question.Pick(form.field(FOR, "Which return?", null), whichFor, false, Map.of(OWN, own)),
                        new Question.Select(form.field(FROM, "Begin with the text of",
                                "Each answer has to be confirmed or changed. Ratings and evidence are not taken over."),
                                begin)),
                form.problems(), "Open the return", "/assurance"));
        return FORM;
    }

    @PostMapping("/opening")
    String open(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var offer = desk.offer(by);
        var form = new ReturnForm(sent);
        var choices = new ArrayList<String>(offer.invitations().stream().map(i -> i.id().toString()).toList());
        choices.add(OWN);
        var which = form.one(FOR, choices, "Choose which return to open");
        var from = offer.earlier().stream().map(l -> l.made().id()).filter(i -> i.toString().equals(form.get(FROM)))
                .findFirst().orElse(null);
        UUID made = null;
        if (OWN.equals(which))
            made = own(by, offer, form, from);
        else if (which != null)
            try {
                made = form.get(FROM).equals(LAST)
                        ? desk.answerFromLast(by, UUID.fromString(which))
                        : desk.answer(by, UUID.fromString(which), from);
            } catch (Refused refused) {
                if (refused.kind() != Refusal.MOVED_ON)
                    throw refused;
                form.wrong(FOR, "Somebody opened this return meanwhile. It is in the list of returns");
            }
        if (made == null) {
            response.setStatus(422);
            return opening(by, desk.offer(by), form, request, model);
        }
        var carried = reading.overview(by, made).items().stream().anyMatch(i -> i.carried() == Carried.CARRIED);
        frames.say(request, response, carried ? ReturnNotice.RETURN_OPENED : ReturnNotice.RETURN_OPENED_EMPTY);
        return "redirect:/assurance/returns/" + made;
    }

    private @Nullable UUID own(Actor by, ReturnDesk.Offer offer, ReturnForm form, @Nullable UUID from) {
        var chosen = form.one(EDITION,
                offer.editions().stream().flatMap(e -> e.profiles().stream().map(p -> e.id() + " " + p)).toList(),
                "Choose a framework");
        var days = form.days("window-from", "window-until");
        if (days == null && form.right())
            form.wrong("window-from-day", "Enter the days that evidence has to be about");
        if (chosen == null || days == null || days.from() == null || days.to() == null || !form.right())
            return null;
        var parts = chosen.split(" ", 2);
        var edition = UUID.fromString(parts[0]);
        var window = new Window(days.from(), days.to());
        return form.get(FROM).equals(LAST)
                ? desk.openFromLast(by, edition, parts[1], window)
                : desk.open(by, edition, parts[1], window, from);
    }

    @GetMapping("/{ret}")
    String show(Actor by, @PathVariable UUID ret, HttpServletRequest request, Model model) {
        var opened = reading.overview(by, ret);
        var names = staff.names(by, Stream.concat(opened.moves().stream().map(Returns.Entry::by),
                opened.shares().stream().map(Share::staff)).distinct().toList());
        model.addAttribute("page",
                OverviewPage.of(frames.of(request, by, opened.edition().title()).withBack("/assurance"), opened, names,
                        today(), time, organisations.council(by, opened.made().council()).name(),
                        desk.asked(by, opened.made()).orElse(null)));
        return "assurance/exercise/overview";
    }

    @PostMapping("/{ret}/review")
    String review(Actor by, @PathVariable UUID ret, @RequestParam(defaultValue = "-1") String version,
            HttpServletRequest request, HttpServletResponse response) {
        desk.askForReview(by, ret, ItemController.version(version));
        frames.say(request, response, ReturnNotice.RETURN_IN_REVIEW);
        return "redirect:/assurance/returns/" + ret;
    }

    @GetMapping("/{ret}/writing")
    String askWriting(Actor by, @PathVariable UUID ret, HttpServletRequest request, Model model) {
        return why(by, ret, "Open it for writing again", "/writing", "What is still to be written?",
                new ReturnForm(Map.of()), request, model);
    }

    @PostMapping("/{ret}/writing")
    String writing(Actor by, @PathVariable UUID ret, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var form = new ReturnForm(sent);
        var why = form.words(REASON, "Say what is still to be written", ReturnForm.LONG);
        if (!form.right()) {
            response.setStatus(422);
            return why(by, ret, "Open it for writing again", "/writing", "What is still to be written?", form, request,
                    model);
        }
        try {
            desk.goOnWriting(by, ret, ItemController.version(form.get("version")), why);
        } catch (Refused refused) {
            return meanwhile(by, ret, refused, "Open it for writing again", "/writing",
                    "What is still to be written?", form, request, response, model);
        }
        frames.say(request, response, ReturnNotice.RETURN_WRITING);
        return "redirect:/assurance/returns/" + ret;
    }

    @GetMapping("/{ret}/amending")
    String askAmending(Actor by, @PathVariable UUID ret, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_RETURN);
        return why(by, ret, "Correct this return", "/amending", "Why is it corrected?", new ReturnForm(Map.of()),
                request, model);
    }

    @PostMapping("/{ret}/amending")
    String amend(Actor by, @PathVariable UUID ret, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var form = new ReturnForm(sent);
        var reason = form.words(REASON, "Say why it is corrected", ReturnForm.LONG);
        if (!form.right()) {
            response.setStatus(422);
            return why(by, ret, "Correct this return", "/amending", "Why is it corrected?", form, request, model);
        }
        UUID made;
        try {
            made = desk.amend(by, ret, reason);
        } catch (Refused refused) {
            return meanwhile(by, ret, refused, "Correct this return", "/amending", "Why is it corrected?", form,
                    request, response, model);
        }
        frames.say(request, response, ReturnNotice.RETURN_AMENDING);
        return "redirect:/assurance/returns/" + made;
    }

    /** The same form where somebody moved the return meanwhile: what was typed stays. */
    private String meanwhile(Actor by, UUID ret, Refused refused, String title, String path, String label,
            ReturnForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (refused.kind() == Refusal.NOT_FOUND)
            throw refused;
        form.wrong(REASON, "Somebody else moved this return meanwhile: it is now “"
                + reading.overview(by, ret).made().state().words() + "”. Go back and look at it first");
        response.setStatus(refused.kind().status());
        return why(by, ret, title, path, label, form, request, model);
    }

    /** A form that asks for words and nothing else. */
    private String why(Actor by, UUID ret, String title, String path, String label, ReturnForm form,
            HttpServletRequest request, Model model) {
        var made = reading.overview(by, ret).made();
        var page = FormPage.of(frames.of(request, by, title), made.href() + path,
                List.of(form.text(REASON, label, null, 4)), form.problems(), title, made.href())
                .withHidden(Map.of("version", form.get("version").isEmpty()
                        ? Integer.toString(made.version())
                        : form.get("version")));
        model.addAttribute("page", path.equals("/amending")
                ? page.withIntro(
                        "A new version opens with all that this one says. This one stays as it was, and the new one is reviewed, signed off and submitted again.")
                : page);
        return FORM;
    }

    @GetMapping("/{ret}/sharing")
    String askSharing(Actor by, @PathVariable UUID ret, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_RETURN);
        return sharing(by, reading.overview(by, ret), new ReturnForm(Map.of()), List.of(), request, model);
    }

    private String sharing(Actor by, ReturnReading.Opened opened, ReturnForm form, List<String> picked,
            HttpServletRequest request, Model model) {
        var items = opened.edition().questions().stream()
                .map(q -> Choice.of(q.code(), q.code() + " " + q.title(), picked.contains(q.code()))).toList();
        var people = new ArrayList<Choice>();
        people.add(form.choice("staff", "", "Choose somebody", null));
        for (var member : staff.all(by))
            people.add(form.choice("staff", member.id().toString(), member.name() + ", " + member.post(), null));
        var href = opened.made().href();
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Share questions out"), href + "/sharing",
                List.of(new Question.Tick(form.field("questions", "Which questions?", null), items),
                        new Question.Select(form.field("staff", "Who answers them?",
                                "They see these questions and nothing else of the return."), people),
                        new Question.Day(form.date("due", "By which day?", null))),
                form.problems(), "Share", href));
        return FORM;
    }

    @PostMapping("/{ret}/sharing")
    String share(Actor by, @PathVariable UUID ret, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var opened = reading.overview(by, ret);
        var form = new ReturnForm(sent.toSingleValueMap());
        var picked = sent.getOrDefault("questions", List.of()).stream()
                .filter(c -> opened.edition().question(c).isPresent()).toList();
        if (picked.isEmpty())
            form.wrong("questions", "Choose at least one question");
        var who = staff.all(by).stream().map(StaffMember::id).filter(i -> i.toString().equals(form.get("staff")))
                .findFirst();
        if (who.isEmpty())
            form.wrong("staff", "Choose who answers them");
        var due = form.day("due");
        if (due != null && due.isBefore(today()))
            form.wrong("due-day", "This day is past");
        if (!form.right() || who.isEmpty() || due == null) {
            response.setStatus(422);
            return sharing(by, opened, form, picked, request, model);
        }
        try {
            sharing.share(by, ret, picked, who.get(), due);
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            form.wrong("questions", "This return is not open for writing any more");
            response.setStatus(refused.kind().status());
            return sharing(by, opened, form, picked, request, model);
        }
        frames.say(request, response, ReturnNotice.ITEM_SHARED);
        return "redirect:/assurance/returns/" + ret;
    }
}

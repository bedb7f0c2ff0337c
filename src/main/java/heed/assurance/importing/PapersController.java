package heed.assurance.importing;

import heed.access.Permission;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Source;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Pager;
import heed.platform.web.Problem;
import heed.platform.web.StreamedForm;
import heed.records.document.Arriving;
import heed.records.document.FileKind;
import heed.records.document.GivingOut;
import heed.records.document.Intake;
import heed.records.document.Taken;
import heed.records.document.VirusCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bringing papers in, looking at what was read of them, accepting them or giving them up. */
@Controller
@RequestMapping(PapersController.HOME)
class PapersController {
    static final String HOME = "/assurance/papers";
    private static final Set<FileKind> READABLE = Set.of(FileKind.DOCX, FileKind.PDF, FileKind.XLSX, FileKind.TXT);
    private static final String NOT_CHECKED = "Files are not checked for viruses here. Bring in only what you trust.";

    private final Importing importing;
    private final Acceptance acceptance;
    private final PaperPages pages;
    private final Intake intake;
    private final VirusCheck viruses;
    private final GivingOut givingOut;
    private final LondonTime time;
    private final Frames frames;

    PapersController(Importing importing, Acceptance acceptance, PaperPages pages, Intake intake, VirusCheck viruses,
            GivingOut givingOut, LondonTime time, Frames frames) {
        this.importing = importing;
        this.acceptance = acceptance;
        this.pages = pages;
        this.intake = intake;
        this.viruses = viruses;
        this.givingOut = givingOut;
        this.time = time;
        this.frames = frames;
    }

    @GetMapping
    String list(Actor by, @RequestParam(required = false) @Nullable String after, HttpServletRequest request,
            Model model) {
        var cursor = PaperCursor.of(after);
        var listing = importing.list(by, cursor);
        var older = listing.older();
        var papers = listing.papers().stream().map(l -> new PapersPage.Row(l.file().shown(),
                "/assurance/papers/" + l.paper().id(), l.paper().kind().words(), time.day(l.paper().broughtAt()),
                facts(l.paper()), l.paper().state().words(), l.paper().state().colour())).toList();
        model.addAttribute("page", new PapersPage(
                frames.of(request, by, "Papers from earlier years").withBack("/assurance"), papers, listing.all(),
                older == null && cursor == null
                        ? null
                        : new Pager(cursor == null ? null : HOME,
                                older == null ? null : HOME + "?after=" + older.asText(),
                                PaperWords.count(papers.size(), "paper", "papers") + " shown")));
        return "assurance/importing/papers";
    }

    private static String facts(Paper paper) {
        return switch (paper.state()) {
            case WAITING, UNREADABLE -> "";
            case READ -> paper.unread() == 0
                    ? "Every line was read"
                    : PaperWords.count(paper.unread(), "line", "lines") + " to settle";
            case ACCEPTED -> PaperWords.count(paper.pieces(), "piece", "pieces");
        };
    }

    @GetMapping("/files")
    String ask(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.IMPORT_PAPERS);
        return form(by, "", List.of(), request, model);
    }

    @PostMapping("/files")
    String bring(Actor by, @RequestParam(defaultValue = "") String kind, StreamedForm form, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.IMPORT_PAPERS);
        var problems = new ArrayList<Problem>();
        var chosen = Arrays.stream(PaperKind.values()).filter(k -> k.name().equals(kind)).findFirst();
        if (chosen.isEmpty())
            problems.add(new Problem("kind", "Choose what the paper is"));
        else {
            var came = new AtomicReference<@Nullable Taken>();
            var whole = form.each((name, bytes) -> {
                if (came.get() == null)
                    came.set(intake.take(by, name, bytes));
            });
            switch (came.get()) {
                case null ->
                    problems.add(new Problem("files", whole ? "Choose a file" : "The file did not arrive. Try again"));
                case Taken.Not not -> problems.add(new Problem("files", not.sentence()));
                case Arriving file -> {
                    try (file) {
                        if (READABLE.contains(file.kind()))
                            return "redirect:/assurance/papers/" + importing.bring(by, chosen.get(), file);
                        problems.add(new Problem("files", Source.Fault.TYPE.words()));
                    }
                }
            }
        }
        response.setStatus(422);
        return form(by, kind, problems, request, model);
    }

    private String form(Actor by, String kind, List<Problem> problems, HttpServletRequest request, Model model) {
        model.addAttribute("page", new PaperUploadPage(
                frames.of(request, by, "Bring in a paper").withBack("/assurance"), problems,
                Field.of("kind", "What is the paper?").withValue(kind)
                        .withProblem(FormPage.problem(problems, "kind")),
                kinds(kind), FormPage.problem(problems, "files"), viruses.configured() ? null : NOT_CHECKED));
        return "assurance/importing/upload";
    }

    static List<Choice> kinds(String picked) {
        return Arrays.stream(PaperKind.values()).map(k -> new Choice(k.name(), k.words(), switch (k) {
            case RETURN -> "Questions with answers, ratings and evidence";
            case PLAN -> "A table of actions or learning points with leads and dates";
            case REPORT -> "A report to cabinet, scrutiny or another committee";
            case REVIEW -> "What somebody from outside found and recommends";
        }, k.name().equals(picked))).toList();
    }

    @GetMapping("/{paper}")
    String show(Actor by, @PathVariable UUID paper, HttpServletRequest request, Model model) {
        var viewed = importing.view(by, paper);
        model.addAttribute("page", pages.overview(
                frames.of(request, by, viewed.paper().kind().words()).withBack("/assurance/papers"), viewed,
                acceptance.href(viewed.paper())));
        return "assurance/importing/paper";
    }

    @GetMapping("/{paper}/file")
    void save(Actor by, @PathVariable UUID paper, HttpServletResponse response) throws IOException {
        givingOut.answer(importing.file(by, paper), response);
    }

    @PostMapping("/{paper}/discarding")
    String discard(Actor by, @PathVariable UUID paper, HttpServletRequest request, HttpServletResponse response) {
        importing.discard(by, paper);
        frames.say(request, response, PaperNotice.PAPER_DISCARDED);
        return "redirect:/assurance/papers";
    }

    @GetMapping("/{paper}/acceptance")
    String askAccept(Actor by, @PathVariable UUID paper, HttpServletRequest request, Model model) {
        return acceptance(by, importing.view(by, paper), null, request, model);
    }

    @PostMapping("/{paper}/acceptance")
    String accept(Actor by, @PathVariable UUID paper, @RequestParam(defaultValue = "") String mark,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            acceptance.accept(by, paper, mark);
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            var viewed = importing.view(by, paper);
            response.setStatus(refused.kind().status());
            return acceptance(by, viewed, refused.kind() == Refusal.MOVED_ON
                    ? "Somebody changed the paper since you opened this page. This is how it stands now."
                    : "It cannot be accepted yet. What must be settled first stands below.", request, model);
        }
        frames.say(request, response, PaperNotice.PAPER_ACCEPTED);
        return "redirect:/assurance/papers/" + paper;
    }

    @GetMapping("/{paper}/taking-back")
    String askTakeBack(Actor by, @PathVariable UUID paper, HttpServletRequest request, Model model) {
        var viewed = importing.view(by, paper);
        if (viewed.paper().state() != PaperState.ACCEPTED)
            return "redirect:/assurance/papers/" + paper;
        return takingBack(by, viewed, null, request, model);
    }

    private String takingBack(Actor by, Importing.Viewed viewed, @Nullable String warning, HttpServletRequest request,
            Model model) {
        var self = "/assurance/papers/" + viewed.paper().id();
        model.addAttribute("page", FormPage.of(frames.of(request, by, "Take back that this paper was accepted?"),
                self + "/taking-back", List.of(), List.of(), "Take it back", self)
                .withIntro(acceptance.href(viewed.paper()) == null
                        ? "The paper can then be put right and accepted again."
                        : "What was made of it goes for good: that is possible only while nobody did anything with it. "
                                + "The paper stays, and can be put right and accepted again.")
                .withWarning(warning));
        return "layout/form";
    }

    @PostMapping("/{paper}/taking-back")
    String takeBack(Actor by, @PathVariable UUID paper, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        try {
            acceptance.takeBack(by, paper);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            response.setStatus(refused.kind().status());
            return takingBack(by, importing.view(by, paper),
                    "Somebody did something with what was made of this paper, so it stays. Correct it there instead.",
                    request, model);
        }
        frames.say(request, response, PaperNotice.PAPER_TAKEN_BACK);
        return "redirect:/assurance/papers/" + paper;
    }

    private String acceptance(Actor by, Importing.Viewed viewed, @Nullable String moved, HttpServletRequest request,
            Model model) {
        var self = "/assurance/papers/" + viewed.paper().id();
        if (viewed.paper().state() != PaperState.READ)
            return "redirect:" + self;
        model.addAttribute("page", pages.acceptance(frames.of(request, by, "Accept this paper?").withBack(self), viewed,
                acceptance.says(by, viewed), moved));
        return "assurance/importing/acceptance";
    }
}

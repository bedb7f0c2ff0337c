package heed.assurance.importing;

import heed.assurance.importing.PaperLinesPage.Said;
import heed.assurance.importing.PaperLinesPage.Source;
import heed.assurance.paper.Flag;
import heed.assurance.paper.Line;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Frame;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Notice;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Putting one piece of a paper right, leaving it out, or adding one that was not read. */
@Controller
@RequestMapping("/assurance/papers/{paper}")
class PiecesController {
    private static final String VIEW = "assurance/importing/piece";

    private final Importing importing;
    private final PuttingRight puttingRight;
    private final LondonTime time;
    private final Frames frames;

    PiecesController(Importing importing, PuttingRight puttingRight, LondonTime time, Frames frames) {
        this.importing = importing;
        this.puttingRight = puttingRight;
        this.time = time;
        this.frames = frames;
    }

    @GetMapping("/pieces/{piece}")
    String show(Actor by, @PathVariable UUID paper, @PathVariable String piece, HttpServletRequest request,
            Model model) {
        var viewed = importing.view(by, paper);
        var part = part(viewed, piece);
        if (viewed.paper().state() != PaperState.READ)
            return back(paper, part.piece());
        return page(by, viewed, part, PieceForm.of(part.piece()), List.of(), false, request, model);
    }

    @PostMapping("/pieces/{piece}")
    String change(Actor by, @PathVariable UUID paper, @PathVariable String piece,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var viewed = importing.view(by, paper);
        var part = part(viewed, piece);
        var form = PieceForm.of(sent);
        var problems = new ArrayList<Problem>();
        var now = form.check(viewed.read(), piece, Optional.of(part.piece()), problems);
        if (now.isEmpty()) {
            response.setStatus(422);
            return page(by, viewed, part, form, problems, !part.mark().equals(sent.getOrDefault("mark", "")), request,
                    model);
        }
        try {
            if (!now.get().equals(part.piece()) || !part.mark().equals(sent.getOrDefault("mark", "")))
                puttingRight.change(by, paper, now.get(), sent.getOrDefault("mark", ""));
        } catch (Refused refused) {
            return meanwhile(by, paper, piece, form, refused, request, response, model);
        }
        frames.say(request, response, PaperNotice.PAPER_CHANGED);
        return back(paper, now.get());
    }

    @PostMapping("/pieces/{piece}/leaving-out")
    String leaveOut(Actor by, @PathVariable UUID paper, @PathVariable String piece,
            @RequestParam(defaultValue = "") String mark, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        return move(by, paper, piece, () -> puttingRight.leaveOut(by, paper, piece, mark), PaperNotice.PAPER_LEFT_OUT,
                request, response, model);
    }

    @PostMapping("/pieces/{piece}/putting-back")
    String putBack(Actor by, @PathVariable UUID paper, @PathVariable String piece,
            @RequestParam(defaultValue = "") String mark, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        return move(by, paper, piece, () -> puttingRight.putBack(by, paper, piece, mark), PaperNotice.PAPER_PUT_BACK,
                request, response, model);
    }

    private String move(Actor by, UUID paper, String piece, Runnable act, Notice done, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var part = part(importing.view(by, paper), piece);
        try {
            act.run();
        } catch (Refused refused) {
            return meanwhile(by, paper, piece, null, refused, request, response, model);
        }
        frames.say(request, response, done);
        return back(paper, part.piece());
    }

    /** Somebody was quicker: what they put is shown beside what was typed, which is kept. */
    private String meanwhile(Actor by, UUID paper, String piece, @Nullable PieceForm typed, Refused refused,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        if (refused.kind() == Refusal.NOT_FOUND)
            throw refused;
        var viewed = importing.view(by, paper);
        if (viewed.now() == null || viewed.paper().state() != PaperState.READ)
            throw refused;
        var part = part(viewed, piece);
        response.setStatus(refused.kind().status());
        return page(by, viewed, part, typed == null ? PieceForm.of(part.piece()) : typed, List.of(), true, request,
                model);
    }

    @GetMapping("/additions")
    String adding(Actor by, @PathVariable UUID paper, @RequestParam(defaultValue = "") String lines,
            HttpServletRequest request, Model model) {
        var viewed = importing.view(by, paper);
        if (viewed.now() == null || viewed.paper().state() != PaperState.READ)
            return "redirect:/assurance/papers/" + paper;
        var read = viewed.read().read();
        var numbers = PieceForm.lines(lines, read.lines().size())
                .orElse(viewed.read().unread().stream().limit(1).toList());
        var text = read.lines(numbers).filter(l -> !l.blank()).map(l -> l.text().strip())
                .collect(Collectors.joining("\n"));
        var form = new PieceForm(PieceKind.PARAGRAPH.name(), "", "", PaperWords.lines(numbers),
                Map.of(heed.assurance.paper.Field.TEXT.key(), text), "", "");
        return addition(by, viewed, form, numbers, UUID.randomUUID().toString(), List.of(), request, model);
    }

    @PostMapping("/additions")
    String add(Actor by, @PathVariable UUID paper, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var viewed = importing.view(by, paper);
        var form = PieceForm.of(sent);
        var problems = new ArrayList<Problem>();
        var submission = sent.getOrDefault("submission", "");
        var id = "added-" + (submission.matches("[0-9a-f-]{36}") ? submission : UUID.randomUUID().toString());
        var now = form.check(viewed.read(), id, Optional.empty(), problems);
        if (now.isEmpty()) {
            response.setStatus(422);
            return addition(by, viewed, form, PieceForm.lines(form.lines(), viewed.read().read().lines().size())
                    .orElse(List.of()), submission, problems, request, model);
        }
        puttingRight.add(by, paper, now.get());
        frames.say(request, response, PaperNotice.PAPER_ADDED);
        return back(paper, now.get());
    }

    private static Corrected.Part part(Importing.Viewed viewed, String piece) {
        return viewed.read().part(piece).orElseThrow(() -> Refusal.NOT_FOUND.because("no such piece"));
    }

    private static String back(UUID paper, Piece piece) {
        return "redirect:" + PaperPages.at("/assurance/papers/" + paper,
                piece.lines().isEmpty() ? 1 : piece.lines().getFirst());
    }

    private String page(Actor by, Importing.Viewed viewed, Corrected.Part part, PieceForm form,
            List<Problem> problems, boolean changed, HttpServletRequest request, Model model) {
        var self = "/assurance/papers/" + viewed.paper().id();
        var piece = part.piece();
        var address = self + "/pieces/" + piece.id();
        var back = PaperPages.at(self, piece.lines().isEmpty() ? 1 : piece.lines().getFirst());
        var hidden = new HashMap<>(form.hidden());
        hidden.put("mark", part.mark());
        var also = viewed.read().under(piece.id()).stream().filter(p -> !p.out()).count();
        model.addAttribute("page", new PiecePage(frame(by, "Put right what was read", back, request),
                "Put right what was read", viewed.file().shown(), sources(viewed, piece.lines()),
                flags(viewed, part), changed ? who(viewed, part) : null, changed ? said(part) : List.of(), address,
                hidden, form.questions(viewed.read(), piece.id(), problems), problems, "Keep this", back,
                part.out() ? null : address + "/leaving-out",
                part.out() || part.changed() ? address + "/putting-back" : null,
                also == 0
                        ? ""
                        : PaperWords.count((int) also, "thing that belongs", "things that belong")
                                + " to it " + (also == 1 ? "is" : "are") + " left out with it."));
        return VIEW;
    }

    private String addition(Actor by, Importing.Viewed viewed, PieceForm form, List<Integer> lines, String submission,
            List<Problem> problems, HttpServletRequest request, Model model) {
        var self = "/assurance/papers/" + viewed.paper().id();
        var back = PaperPages.at(self, lines.isEmpty() ? 1 : lines.getFirst());
        var hidden = new HashMap<>(form.hidden());
        hidden.put("submission", submission);
        model.addAttribute("page", new PiecePage(frame(by, "Add what was not read", back, request),
                "Add what was not read", viewed.file().shown(), sources(viewed, lines), List.of(), null, List.of(),
                self + "/additions", hidden, form.questions(viewed.read(), "", problems), problems, "Add this", back,
                null, null, ""));
        return VIEW;
    }

    private Frame frame(Actor by, String title, String back, HttpServletRequest request) {
        return frames.of(request, by, title).withBack(back);
    }

    private static List<Source> sources(Importing.Viewed viewed, List<Integer> lines) {
        return viewed.read().read().lines(lines).filter(l -> !l.blank()).map((Line l) -> PaperBlocks.source(l))
                .toList();
    }

    private static List<String> flags(Importing.Viewed viewed, Corrected.Part part) {
        return part.piece().flags().stream().filter(f -> viewed.read().open(part, f))
                .map((Flag f) -> f.kind().words()
                        + (f.lines().isEmpty() ? "" : ": line " + PaperWords.lines(f.lines())))
                .toList();
    }

    private String who(Importing.Viewed viewed, Corrected.Part part) {
        var last = part.last();
        return last == null
                ? "The paper was read again since you opened this page."
                : PaperPages.name(viewed, last.by()) + " changed this " + time.dayAndTime(last.at())
                        + ", after you opened it.";
    }

    private static List<Said> said(Corrected.Part part) {
        var said = new ArrayList<Said>();
        said.add(new Said("What it is", part.piece().kind().words() + (part.out() ? " (left out)" : "")));
        if (part.piece().code() != null)
            said.add(new Said("Number", part.piece().code()));
        part.piece().fields().forEach((key, words) -> said.add(new Said(PaperWords.field(key), words)));
        return said;
    }
}

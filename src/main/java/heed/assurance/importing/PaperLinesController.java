package heed.assurance.importing;

import heed.assurance.importing.PaperBlocks.Which;
import heed.assurance.importing.PaperLinesPage.Block;
import heed.assurance.importing.PaperLinesPage.Tab;
import heed.assurance.paper.Flag;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was read beside its source, and settling what was not. */
@Controller
@RequestMapping("/assurance/papers/{paper}")
class PaperLinesController {
    /** Blocks on a page: a few screens. */
    static final int AT_ONCE = 50;

    private final Importing importing;
    private final PuttingRight puttingRight;
    private final Frames frames;

    PaperLinesController(Importing importing, PuttingRight puttingRight, Frames frames) {
        this.importing = importing;
        this.puttingRight = puttingRight;
        this.frames = frames;
    }

    @GetMapping("/lines")
    String lines(Actor by, @PathVariable UUID paper, @RequestParam(defaultValue = "1") String from,
            @RequestParam(defaultValue = "") String show, HttpServletRequest request, Model model) {
        var viewed = importing.view(by, paper);
        var self = "/assurance/papers/" + paper;
        if (viewed.now() == null)
            return "redirect:" + self;
        var open = viewed.paper().state() == PaperState.READ;
        var which = which(show);
        var blocks = PaperBlocks.of(viewed.read(), self, open, which);
        int start = start(blocks, from);
        int end = Math.min(blocks.size(), start + AT_ONCE);
        var here = self + "/lines?show=" + name(which) + "&from=";
        model.addAttribute("page", new PaperLinesPage(
                frames.of(request, by, "Beside the source").withBack(self), viewed.file().shown(), self,
                tabs(viewed.read(), self, which), blocks.subList(start, end), shown(blocks, start, end),
                start == 0 ? null : here + first(blocks.get(Math.max(0, start - AT_ONCE))),
                end == blocks.size() ? null : here + first(blocks.get(end)), switch (which) {
                    case ALL -> "There is nothing in this paper.";
                    case UNREAD -> "Every line was read or settled.";
                    case LOOK -> "Nothing is left to look at.";
                }, open, start < blocks.size() ? first(blocks.get(start)) : 1, name(which)));
        return "assurance/importing/lines";
    }

    @PostMapping("/lines/setting-aside")
    String setAside(Actor by, @PathVariable UUID paper, @RequestParam(defaultValue = "") String range,
            @RequestParam(defaultValue = "1") String from, @RequestParam(defaultValue = "") String show,
            HttpServletRequest request, HttpServletResponse response) {
        var most = importing.view(by, paper).read().read().lines().size();
        var lines = PieceForm.lines(range, most)
                .orElseThrow(() -> Refusal.NOT_ALLOWED_NOW.because("no such lines"));
        try {
            puttingRight.setAside(by, paper, lines);
            frames.say(request, response, PaperNotice.PAPER_LINES_OUT);
        } catch (Refused refused) {
            // Somebody settled these lines a moment ago: the page shows how.
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
        }
        return "redirect:/assurance/papers/" + paper + "/lines?show=" + name(which(show)) + "&from=" + number(from);
    }

    @PostMapping("/looking")
    String looked(Actor by, @PathVariable UUID paper, @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request, HttpServletResponse response) {
        var flag = Arrays.stream(Flag.Kind.values()).filter(k -> k.name().equals(kind)).findFirst()
                .orElseThrow(() -> Refusal.NOT_ALLOWED_NOW.because("no such flag"));
        puttingRight.lookedAt(by, paper, flag);
        frames.say(request, response, PaperNotice.PAPER_LOOKED_AT);
        return "redirect:/assurance/papers/" + paper;
    }

    private static List<Tab> tabs(Corrected now, String self, Which which) {
        var look = now.open().values().stream().flatMap(List::stream).distinct().count();
        return List.of(new Tab("Everything", self + "/lines", which == Which.ALL),
                new Tab("Not read (" + now.unread().size() + ")", self + "/lines?show=unread", which == Which.UNREAD),
                new Tab("To look at (" + look + ")", self + "/lines?show=look", which == Which.LOOK));
    }

    private static String shown(List<Block> blocks, int start, int end) {
        if (blocks.isEmpty())
            return "Nothing to show";
        var lines = blocks.get(end - 1).lines();
        return "Lines " + first(blocks.get(start)) + " to " + lines.getLast().number();
    }

    private static int first(Block block) {
        return block.lines().getFirst().number();
    }

    /** The page that holds the line: pages begin where they would if they were turned one by one. */
    private static int start(List<Block> blocks, String from) {
        int line = number(from);
        int at = 0;
        while (at + 1 < blocks.size() && first(blocks.get(at + 1)) <= line)
            at++;
        return at / AT_ONCE * AT_ONCE;
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,7}") ? Integer.parseInt(typed) : 1;
    }

    private static Which which(String show) {
        return switch (show) {
            case "unread" -> Which.UNREAD;
            case "look" -> Which.LOOK;
            default -> Which.ALL;
        };
    }

    private static String name(Which which) {
        return which.name().toLowerCase(Locale.ROOT);
    }
}

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
import java.util.ArrayList;
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
    /** Lines, and things that pieces say, on a page: a few screens. */
    static final int AT_ONCE = 90;

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
        var pages = pages(blocks);
        int page = page(blocks, pages, number(from));
        int start = pages.get(page);
        int end = page + 1 < pages.size() ? pages.get(page + 1) : blocks.size();
        var here = self + "/lines?show=" + name(which) + "&from=";
        model.addAttribute("page", new PaperLinesPage(
                frames.of(request, by, "Beside the source").withBack(self), viewed.file().shown(), self,
                tabs(viewed.read(), self, which), blocks.subList(start, end), shown(blocks, start, end),
                page == 0 ? null : here + first(blocks.get(pages.get(page - 1))),
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
        // Whose paper it is comes before what was sent.
        importing.view(by, paper);
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

    /** Where each page begins: a block is never parted, and a page holds as much as can be taken in. */
    static List<Integer> pages(List<Block> blocks) {
        var pages = new ArrayList<Integer>();
        pages.add(0);
        int held = 0;
        for (int i = 0; i < blocks.size(); i++) {
            int weight = weight(blocks.get(i));
            if (held > 0 && held + weight > AT_ONCE) {
                pages.add(i);
                held = 0;
            }
            held += weight;
        }
        return pages;
    }

    private static int weight(Block block) {
        int source = block.lines().stream().mapToInt(l -> l.cells().size()).sum();
        int said = block.pieces().stream().mapToInt(p -> 1 + p.said().size() + p.flags().size()).sum();
        return Math.max(source, said);
    }

    /** The page that holds the line, or what comes next before it. */
    private static int page(List<Block> blocks, List<Integer> pages, int line) {
        int at = 0;
        while (at + 1 < pages.size() && first(blocks.get(pages.get(at + 1))) <= line)
            at++;
        return at;
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

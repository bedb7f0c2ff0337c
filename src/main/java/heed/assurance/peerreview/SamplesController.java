package heed.assurance.peerreview;

import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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

/** Evidence of a received return, read through before reviewers print it. */
@Controller
@RequestMapping("/assurance/received/{received}/samples")
class SamplesController {
    private final ReviewPack pack;
    private final Frames frames;

    SamplesController(ReviewPack pack, Frames frames) {
        this.pack = pack;
        this.frames = frames;
    }

    private static String name(EvidenceSample sample) {
        return sample.place().item().replace('.', '-') + "-" + sample.place().paragraph();
    }

    @GetMapping
    String ask(Actor by, @PathVariable UUID received, HttpServletRequest request, Model model) {
        return page(by, pack.forBoard(by, received), Map.of(), List.of(), request, model);
    }

    private String page(Actor by, ReviewPack.Opened opened, Map<String, String> sent, List<Problem> problems,
            HttpServletRequest request, Model model) {
        var base = ReceivedController.HOME + opened.room().copy().id();
        var all = opened.samples().stream().map(s -> {
            var field = "words-" + name(s);
            return new SamplesPage.Sample(s.place().item() + ", statement " + s.place().paragraph(),
                    Field.of(field, s.place().item() + ", statement " + s.place().paragraph())
                            .withValue(sent.getOrDefault(field, Marked.shown(s)))
                            .withProblem(problems.stream().filter(p -> p.field().equals(field)).map(Problem::text)
                                    .findFirst().orElse(null)),
                    "read-" + name(s),
                    sent.isEmpty() ? s.printable() : sent.containsKey("read-" + name(s)), "seen-" + name(s),
                    opened.seen(s));
        }).toList();
        long read = opened.samples().stream().filter(EvidenceSample::printable).count();
        model.addAttribute("page", new SamplesPage(
                frames.of(request, by, "Evidence for the reviewers’ pack").withBack(base), problems, base + "/samples",
                read + " of " + opened.samples().size() + " read through", all));
        return "assurance/peerreview/samples";
    }

    @PostMapping
    String keep(Actor by, @PathVariable UUID received, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var opened = pack.forBoard(by, received);
        var problems = new ArrayList<Problem>();
        var meanwhile = new ArrayList<Problem>();
        var marked = new ArrayList<EvidenceSample>();
        boolean ticked = false;
        for (var sample : opened.samples()) {
            var field = "words-" + name(sample);
            if (!sent.containsKey("read-" + name(sample)))
                continue;
            ticked = true;
            var read = Marked.read(sample, sent.getOrDefault(field, ""));
            if (read.isEmpty())
                problems.add(new Problem(field,
                        "Only put [[ and ]] around what is to be left out; the words themselves stay"));
            else if (!read.get().removed().equals(sample.removed()) || !sample.printable())
                // What somebody left out meanwhile is never put back unseen: it would be printed.
                if (opened.seen(sample).equals(sent.getOrDefault("seen-" + name(sample), "")))
                    marked.add(read.get());
                else
                    meanwhile.add(new Problem(field,
                            "Somebody else read this through while you did, and it is now “" + Marked.shown(sample)
                                    + "”. Yours is in the box and not kept: change it if need be, and send it again"));
        }
        if (!ticked && !opened.samples().isEmpty())
            problems.add(new Problem("words-" + name(opened.samples().getFirst()),
                    "Tick each statement that you have read through"));
        if (!problems.isEmpty() || !meanwhile.isEmpty()) {
            response.setStatus(problems.isEmpty() ? Refusal.MOVED_ON.status() : 422);
            problems.addAll(meanwhile);
            return page(by, opened, sent, problems, request, model);
        }
        pack.readThrough(by, received, marked);
        frames.say(request, response, PeerNotice.SAMPLES_READ);
        return "redirect:" + ReceivedController.HOME + received;
    }
}

package heed.casework.known;

import heed.casework.ConcernRef;
import heed.casework.concern.Naming;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who a person named may be, deciding on it, and what is known of one person. */
@Controller
class KnownController {
    private final KnownPeople known;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    KnownController(KnownPeople known, Frames frames, LondonTime time, Clock clock) {
        this.known = known;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/concerns/{ref}/known/{naming}")
    String offers(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID naming, HttpServletRequest request,
            Model model) {
        var panel = KnownPanel.of(known.match(by, ref), true, time).only(naming);
        if (panel.people().isEmpty())
            throw Refusal.NOT_FOUND.because("nobody so named there");
        model.addAttribute("page", new KnownOffersPage(
                frames.of(request, by, "Known to us?").withBack("/concerns/" + ref), ref.value(),
                panel.people().getFirst().name(), panel));
        return "casework/known/offers";
    }

    @GetMapping("/concerns/{ref}/known/{naming}/{other}")
    String pair(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID naming, @PathVariable UUID other,
            HttpServletRequest request, Model model) {
        return pair(by, known.compare(by, ref, naming, other), Map.of(), List.of(), null, request, model);
    }

    @PostMapping("/concerns/{ref}/known/{naming}/{other}")
    String say(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID naming, @PathVariable UUID other,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var compared = known.compare(by, ref, naming, other);
        var problems = new ArrayList<Problem>();
        KnownLink.Saying saying = switch (sent.getOrDefault("saying", "")) {
            case "SAME" -> KnownLink.Saying.SAME;
            case "DIFFERENT" -> KnownLink.Saying.DIFFERENT;
            default -> null;
        };
        if (saying == null)
            problems.add(new Problem("saying", "Choose whether they are the same person"));
        tooLong(sent, problems);
        if (saying == null || !problems.isEmpty()) {
            response.setStatus(422);
            return pair(by, compared, sent, problems, null, request, model);
        }
        try {
            known.say(by, ref, naming, other, saying, why(sent), sent.getOrDefault("mark", ""));
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            return pair(by, known.compare(by, ref, naming, other), sent, List.of(), meanwhile(sent), request, model);
        }
        frames.say(request, response,
                saying == KnownLink.Saying.SAME ? KnownNotice.KNOWN_SAME : KnownNotice.KNOWN_DIFFERENT);
        return "redirect:/concerns/" + ref + "/known/" + naming;
    }

    @GetMapping("/known/{naming}")
    String person(Actor by, @PathVariable UUID naming, HttpServletRequest request, Model model) {
        var person = known.person(by, naming);
        model.addAttribute("page", KnownPersonPage.of(
                frames.of(request, by, "Known person")
                        .withBack("/concerns/" + person.namings().stream().filter(n -> n.id().equals(naming))
                                .findFirst().orElse(person.namings().getFirst()).concern().ref()),
                person, clock.instant(), time));
        return "casework/known/person";
    }

    @GetMapping("/known/links/{link}")
    String link(Actor by, @PathVariable UUID link, HttpServletRequest request, Model model) {
        return link(by, known.said(by, link), Map.of(), List.of(), null, request, model);
    }

    @PostMapping("/known/links/{link}")
    String takeBack(Actor by, @PathVariable UUID link, @RequestParam Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var said = known.said(by, link);
        var problems = new ArrayList<Problem>();
        tooLong(sent, problems);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return link(by, said, sent, problems, null, request, model);
        }
        try {
            known.takeBack(by, link, why(sent));
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            return link(by, known.said(by, link), sent, List.of(), meanwhile(sent), request, model);
        }
        frames.say(request, response, KnownNotice.KNOWN_TAKEN_BACK);
        return "redirect:/concerns/" + said.one().concern().ref() + "/known/" + said.one().id();
    }

    private String pair(Actor by, KnownPeople.Compared c, Map<String, String> sent, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var ref = c.here().concern().ref();
        var back = "/concerns/" + ref + "/known/" + c.here().id();
        var against = c.against().isEmpty() ? null : c.against().getFirst();
        var said = c.same()
                ? "They are kept as the same person."
                : against == null
                        ? null
                        : c.names().getOrDefault(against.by(), "Someone who has left") + " said on "
                                + time.dayAndTime(against.at()) + " that these are different people"
                                + (against.why() == null ? "." : ": " + against.why());
        var saying = sent.getOrDefault("saying", "");
        var questions = List.<Question>of(
                new Question.Pick(field("saying", "Are they the same person?", null, saying, problems), List.of(
                        new Choice("SAME", "Same person", "Their concerns are shown together.", saying.equals("SAME")),
                        new Choice("DIFFERENT", "Different people", "They are not offered again.",
                                saying.equals("DIFFERENT"))),
                        false, Map.of()),
                new Question.Words(field("why", "How do you know? (optional)", null, sent.getOrDefault("why", ""),
                        problems), 3));
        model.addAttribute("page", new KnownPairPage(
                frames.of(request, by, "Same person?").withBack(back), ref.value(), back + "/" + c.there().id(), back,
                warning, ref.value(), c.there().concern().ref().value(), rows(c), c.like().agrees(),
                c.like().disagrees(), joins(c), said,
                c.same() ? "/known/" + c.here().id() : against == null ? null : "/known/links/" + against.id(),
                c.same() ? "What is known of them" : "Read or take it back", c.mark(), questions, problems));
        return "casework/known/pair";
    }

    private static @Nullable String joins(KnownPeople.Compared c) {
        return c.same() || c.hereAll().size() + c.thereAll().size() < 3
                ? null
                : "If they are the same person, the concerns of both are joined: " + concerns(c.hereAll()) + " and "
                        + concerns(c.thereAll()) + ".";
    }

    private static String concerns(List<Naming> namings) {
        return String.join(", ", namings.stream().map(n -> n.concern().ref().value()).distinct().toList());
    }

    private List<KnownPairPage.Row> rows(KnownPeople.Compared c) {
        var one = c.here().person();
        var other = c.there().person();
        var rows = new ArrayList<KnownPairPage.Row>();
        row(rows, "Name", one.shown(), other.shown());
        row(rows, "Known as", one.knownAs(), other.knownAs());
        row(rows, "Born", shown(one.bornShown()), shown(other.bornShown()));
        row(rows, "Age", one.age(), other.age());
        row(rows, "Address", one.address(), other.address());
        row(rows, "Telephone or mail", one.contact(), other.contact());
        row(rows, "About them", one.description(), other.description());
        row(rows, "In the concern", one.inRole().words(), other.inRole().words());
        row(rows, "We were told", time.day(c.here().concern().receivedAt()),
                time.day(c.there().concern().receivedAt()));
        return rows;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void row(List<KnownPairPage.Row> rows, String what, String here, String there) {
        if (!here.isBlank() || !there.isBlank())
            rows.add(new KnownPairPage.Row(what, here.isBlank() ? "Not given" : here,
                    there.isBlank() ? "Not given" : there));
    }

    private String link(Actor by, KnownPeople.Said said, Map<String, String> sent, List<Problem> problems,
            @Nullable String warning, HttpServletRequest request, Model model) {
        var link = said.link();
        var ending = link.ending();
        var rows = new ArrayList<SummaryRow>();
        for (var naming : List.of(said.one(), said.other()))
            rows.add(SummaryRow.of("Concern " + naming.concern().ref(), naming.person().shown()));
        rows.add(SummaryRow.of("Said by", said.names().getOrDefault(link.by(), "Someone who has left") + ", "
                + time.dayAndTime(link.at())));
        if (link.why() != null)
            rows.add(SummaryRow.of("Why", link.why()));
        if (ending != null)
            rows.add(SummaryRow.of("Taken back by", said.names().getOrDefault(ending.by(), "Someone who has left")
                    + ", " + time.dayAndTime(ending.at()) + (ending.why() == null ? "" : "\n" + ending.why())));
        var back = "/concerns/" + said.one().concern().ref() + "/known/" + said.one().id();
        model.addAttribute("page", new KnownLinkPage(
                frames.of(request, by, link.saying().words()).withBack(back), link.saying().words(), warning, rows,
                link.stands(), "/known/links/" + link.id(),
                List.of(new Question.Words(field("why", "Why do you take it back? (optional)", null,
                        sent.getOrDefault("why", ""), problems), 3)),
                problems, back));
        return "casework/known/link";
    }

    private static String why(Map<String, String> sent) {
        return sent.getOrDefault("why", "").replace("\r\n", "\n").strip();
    }

    private static String meanwhile(Map<String, String> sent) {
        return "Someone else decided about these two meanwhile, so nothing was done. What stands now is below."
                + (why(sent).isEmpty() ? "" : " You had typed: " + why(sent));
    }

    private static void tooLong(Map<String, String> sent, List<Problem> problems) {
        if (why(sent).length() > TellingCheck.LONG)
            problems.add(new Problem("why", "This must be %,d characters or fewer. It is %,d"
                    .formatted(TellingCheck.LONG, why(sent).length())));
    }

    private static Field field(String name, String label, @Nullable String hint, String value, List<Problem> problems) {
        return new Field(name, label, hint, value, FormPage.problem(problems, name));
    }
}

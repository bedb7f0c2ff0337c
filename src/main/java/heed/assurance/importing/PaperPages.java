package heed.assurance.importing;

import heed.assurance.importing.Corrected.Part;
import heed.assurance.importing.PaperPage.Group;
import heed.assurance.importing.PaperPage.Look;
import heed.assurance.importing.PaperPage.Place;
import heed.assurance.importing.PaperPage.Row;
import heed.assurance.importing.PaperPage.Stray;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Source;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.records.document.VirusCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words a paper for its pages. */
@Component
class PaperPages {
    private static final int AT_ONCE = 3;

    private final VirusCheck viruses;
    private final LondonTime time;

    PaperPages(VirusCheck viruses, LondonTime time) {
        this.viruses = viruses;
        this.time = time;
    }

    /** The page of one paper, wherever it stands. */
    PaperPage overview(Frame frame, Importing.Viewed viewed, @Nullable String made) {
        var paper = viewed.paper();
        var self = "/assurance/papers/" + paper.id();
        var now = viewed.now();
        var unread = now == null ? 0 : now.unread().size();
        var waits = waits(viewed);
        return new PaperPage(frame, viewed.file().shown(), paper.kind().words(), paper.state().words(),
                paper.state().colour(), facts(viewed), self, waits,
                paper.state() == PaperState.WAITING && canBeOpened(viewed), fault(paper),
                paper.fault() == Source.Fault.READER ? paper.kind().name() : null,
                now != null && now.parts().isEmpty(), now == null ? List.of() : counts(now),
                unread == 0 ? null : PaperWords.count(unread, "line was", "lines were") + " not read",
                now == null || paper.state() != PaperState.READ ? List.of() : looks(now, self),
                now == null || now.count() == 0
                        ? null
                        : PaperWords.count(now.count(), "thing was", "things were") + " put right or settled",
                now == null ? List.of() : strays(now, viewed.names()),
                now == null ? List.of() : groups(viewed, now, self), paper.state() == PaperState.READ, made,
                paper.state() == PaperState.ACCEPTED ? self + "/taking-back" : null);
    }

    private boolean canBeOpened(Importing.Viewed viewed) {
        return switch (viewed.file().state()) {
            case INFECTED, HELD -> false;
            case WAITING, CLEAN, NOT_CHECKED -> true;
        };
    }

    private @Nullable String waits(Importing.Viewed viewed) {
        if (viewed.paper().state() != PaperState.WAITING)
            return null;
        return switch (viewed.file().state()) {
            case INFECTED -> "A virus was found in the file, so nobody can open it. Give this paper up.";
            case HELD -> "The virus check could not look into the file, because it is locked or too large. "
                    + "Give this paper up, and bring in a copy that is not locked.";
            case WAITING -> "The file is being checked for viruses. It is read as soon as that is done.";
            case CLEAN, NOT_CHECKED -> !viruses.opens(viewed.file().state())
                    ? "The file is being checked for viruses. It is read as soon as that is done."
                    : viewed.paper().readingSince() == null
                            ? "The paper is kept, and is read in a moment."
                            : "The paper is being read since " + time.time(viewed.paper().readingSince())
                                    + ". A long one takes a minute.";
        };
    }

    private static @Nullable String fault(Paper paper) {
        return paper.fault() == null ? null : sentence(paper.fault());
    }

    private static String sentence(Source.Fault fault) {
        if (fault == Source.Fault.READER)
            return "Heed opened the file and could not read it. The fault is Heed’s, not the file’s. The file is kept: "
                    + "try again after an update of Heed, or type what it says by hand.";
        return fault.words().endsWith(".") ? fault.words() : fault.words() + ".";
    }

    private List<String> facts(Importing.Viewed viewed) {
        var paper = viewed.paper();
        var facts = new ArrayList<String>();
        facts.add("Brought in " + time.dayAndTime(paper.broughtAt()) + " by " + name(viewed, paper.broughtBy()));
        if (paper.acceptedAt() != null && paper.acceptedBy() != null)
            facts.add("Accepted " + time.dayAndTime(paper.acceptedAt()) + " by " + name(viewed, paper.acceptedBy()));
        return facts;
    }

    static String name(Importing.Viewed viewed, UUID staff) {
        return viewed.names().getOrDefault(staff, "Someone who has left");
    }

    /** How many of each kind count, in the paper's order: "23 questions". */
    static List<String> counts(Corrected now) {
        var many = new LinkedHashMap<PieceKind, Integer>();
        now.pieces().forEach(p -> many.merge(p.kind(), 1, Integer::sum));
        return many.entrySet().stream().map(e -> PaperWords.count(e.getValue(), e.getKey())).toList();
    }

    private static List<Look> looks(Corrected now, String self) {
        return now.open().entrySet().stream().map(e -> {
            var places = e.getValue().stream()
                    .map(p -> new Place(named(now, p), href(p, self)))
                    .toList();
            return new Look(e.getKey().words(), PaperWords.count(places.size(), "place", "places"), e.getKey().name(),
                    places.subList(0, Math.min(AT_ONCE, places.size())),
                    places.subList(Math.min(AT_ONCE, places.size()), places.size()));
        }).toList();
    }

    /** Which piece, where its kind is not known: "Question 1.1 How?", or "Rating of 1.1" where it has no words. */
    private static String named(Corrected now, Part part) {
        var words = PaperWords.shortly(part.piece());
        var of = part.piece().parent() == null
                ? ""
                : now.part(part.piece().parent()).map(p -> p.piece().code()).map(code -> " of " + code).orElse("");
        return part.piece().kind().words() + (words.isEmpty() ? of : " " + words);
    }

    private static String href(Part part, String self) {
        return part.piece().lines().isEmpty()
                ? self + "/pieces/" + part.piece().id()
                : at(self, part.piece().lines().getFirst());
    }

    /** The side by side page at a line. */
    static String at(String self, int line) {
        return self + "/lines?from=" + line + "#line-" + line;
    }

    private List<Stray> strays(Corrected now, Map<UUID, String> names) {
        return now.strays().stream().map(s -> new Stray(
                s.correction().act().words() + " by " + names.getOrDefault(s.by(), "Someone who has left") + ", "
                        + time.dayAndTime(s.at()),
                s.correction().now() == null
                        ? ""
                        : String.join("\n", s.correction().piece().fields().values())))
                .toList();
    }

    private static List<Group> groups(Importing.Viewed viewed, Corrected now, String self) {
        var chiefly = PaperWords.chiefly(viewed.paper().kind());
        var under = new HashMap<String, Map<PieceKind, Integer>>();
        now.parts().stream().filter(p -> !p.out() && p.piece().parent() != null)
                .forEach(p -> under.computeIfAbsent(p.piece().parent(), k -> new LinkedHashMap<>())
                        .merge(p.piece().kind(), 1, Integer::sum));
        var byKind = new LinkedHashMap<PieceKind, List<Part>>();
        // What such a paper is made of comes first, whatever it begins with.
        chiefly.forEach(k -> byKind.put(k, new ArrayList<>()));
        now.parts().forEach(p -> byKind.computeIfAbsent(p.piece().kind(), k -> new ArrayList<>()).add(p));
        return byKind.entrySet().stream().filter(e -> !e.getValue().isEmpty()).map(e -> {
            int counted = (int) e.getValue().stream().filter(p -> !p.out()).count();
            return new Group(PaperWords.name(e.getKey(), counted) + " (" + counted + ")", chiefly.contains(e.getKey()),
                    e.getValue().stream().map(p -> new Row(
                            PaperWords.shortly(p.piece()).isEmpty() ? named(now, p) : PaperWords.shortly(p.piece()),
                            with(under.getOrDefault(p.piece().id(), Map.of())), PaperBlocks.tag(p), href(p, self)))
                            .toList());
        }).toList();
    }

    private static String with(Map<PieceKind, Integer> under) {
        var words = new ArrayList<String>();
        under.forEach((kind, many) -> words.add(many == 1
                ? kind.words().toLowerCase(Locale.UK)
                : PaperWords.count(many, kind)));
        return String.join(", ", words);
    }

    /** The page that asks whether to accept. */
    AcceptancePage acceptance(Frame frame, Importing.Viewed viewed, @Nullable String says, @Nullable String moved) {
        var now = viewed.read();
        var self = "/assurance/papers/" + viewed.paper().id();
        var left = new ArrayList<String>();
        if (!now.unread().isEmpty())
            left.add(PaperWords.count(now.unread().size(), "line was not read: it stays",
                    "lines were not read: they stay")
                    + " in the source, and nothing is made of " + (now.unread().size() == 1 ? "it." : "them."));
        var places = now.open().values().stream().mapToInt(List::size).sum();
        if (places > 0)
            left.add(PaperWords.count(places, "place was", "places were") + " marked to be looked at, and not "
                    + "settled.");
        return new AcceptancePage(frame, viewed.file().shown(), moved, counts(now),
                says != null ? says : "It is kept as it stands, with its source, and changes no more.", left,
                viewed.mark(), self + "/acceptance", self);
    }
}

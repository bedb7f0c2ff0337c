package heed.assurance.importing;

import heed.access.Permission;
import heed.assurance.framework.Edition;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.assurance.framework.Scale;
import heed.assurance.paper.Field;
import heed.assurance.paper.Flag;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.assurance.years.Crosswalk.ScaleRef;
import heed.assurance.years.Rated;
import heed.assurance.years.YearRatings;
import heed.platform.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Letters that accepted reports and reviews printed, for the years side by side. */
@Component
@Order(20)
class PapersOverYears implements YearRatings {
    private final BroughtPapers papers;
    private final Frameworks frameworks;

    PapersOverYears(BroughtPapers papers, Frameworks frameworks) {
        this.papers = papers;
        this.frameworks = frameworks;
    }

    @Override
    public List<Rated> ratings(Actor by, List<String> codes) {
        if (!by.may(Permission.IMPORT_PAPERS))
            return List.of();
        var editions = frameworks.current(by).stream()
                .filter(f -> f.kind() == FrameworkKind.EDITION && codes.contains(f.code()))
                .map(f -> frameworks.edition(by, f.id())).toList();
        var all = new ArrayList<Rated>();
        for (var paper : papers.accepted(by, List.of(PaperKind.REPORT, PaperKind.REVIEW)))
            add(paper, papers.corrected(by, paper).reading(), editions, all);
        return List.copyOf(all);
    }

    /** Adds the letters of a paper where exactly one edition has every standard that it names: else nobody knows whose. */
    private static void add(Paper paper, Reading reading, List<Edition> editions, List<Rated> all) {
        var standards = reading.of(PieceKind.STANDARD).stream().filter(s -> s.code() != null).toList();
        var named = standards.stream().map(s -> String.valueOf(s.code())).collect(Collectors.toSet());
        var its = editions.stream()
                .filter(e -> e.nodes().stream().map(Edition.Node::code).collect(Collectors.toSet()).containsAll(named))
                .toList();
        if (named.isEmpty() || its.size() != 1)
            return;
        var edition = its.getFirst();
        for (var standard : standards)
            all.add(rated(paper, reading, edition, standard));
    }

    private static Rated rated(Paper paper, Reading reading, Edition edition, Piece standard) {
        var line = standard.lines().isEmpty() ? 1 : standard.lines().getFirst();
        var href = "/assurance/papers/" + paper.id() + "/lines?from=" + line + "#line-" + line;
        var code = String.valueOf(standard.code());
        var level = reading.of(PieceKind.RATING).stream().filter(r -> code.equals(r.code())).findFirst()
                .flatMap(r -> r.field(Field.LETTER)).flatMap(edition.scale()::level);
        if (level.isPresent()) {
            Scale.Level of = level.get();
            return new Rated(edition.code(), code, FROM_PAPER, Rated.State.RATED,
                    new ScaleRef(edition.scale().code(), edition.scale().version()), of.code(), of.word(), of.meaning(),
                    href, paper.id());
        }
        var state = standard.flagged(Flag.Kind.RATING_NOT_RECOVERABLE)
                ? Rated.State.NOT_RECOVERABLE
                : Rated.State.NOT_RATED;
        return new Rated(edition.code(), code, FROM_PAPER, state, null, "", "", "", href, paper.id());
    }
}

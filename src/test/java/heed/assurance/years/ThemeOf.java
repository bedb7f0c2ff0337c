package heed.assurance.years;

import heed.assurance.framework.FrameworkOf;
import heed.assurance.importing.PaperOf;
import heed.assurance.paper.Field;
import heed.assurance.paper.Line;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.platform.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Themes for tests that only need some to be there. */
public final class ThemeOf {
    /** The crosswalk that comes with Heed. */
    public static final String CROSSWALK = "ox-crosswalk-2013-2017-2022";

    private ThemeOf() {
    }

    /** A theme of a published crosswalk, whose editions and scales are published with it. */
    public static String published(ApplicationContext context, Actor board) {
        FrameworkOf.shipped(context, board, CROSSWALK);
        return "T08";
    }

    /** A crosswalk between two invented editions that ask the same. */
    static void two(ApplicationContext context, Actor board) {
        FrameworkOf.published(context, board);
        FrameworkOf.published(context, board,
                FrameworkOf.edition("fell-2027", "Fellmoor standards").replace("2026", "2027"));
        FrameworkOf.published(context, board, """
                code: fell-walk
                version: 1
                status: draft
                editions: ["fell-2026", "fell-2027"]
                themes:
                  - {code: L1, title: "Leading", "fell-2026": [{node: "1.1", part: false}], "fell-2027": [{node: "1.1", part: false}], mapping_grade: A}
                entries:
                  - {from: "fell-2026", to: "fell-2027", sources: ["1.1"], targets: ["1.1"], relation: equal, coverage: 1.0, confidence: high, why: "the same question"}
                gaps: []
                conversions: []
                """);
    }

    /** An accepted report of 2017 with a letter for ten standards and none for the eleventh. */
    public static UUID report(ApplicationContext context, Actor keeper) {
        return PaperOf.accepted(context, keeper,
                report("1A B", "1B B", "1C B", "2A G", "2B B", "2C G", "2D B", "2E", "3A B", "3B B", "4A B"));
    }

    /** A report that prints letters for three standards and lists one that it does not rate. */
    static Reading report(String... standards) {
        var lines = new ArrayList<Line>();
        var pieces = new ArrayList<Piece>();
        for (var standard : standards) {
            var parts = standard.split(" ");
            lines.add(new Line(lines.size() + 1, 1, standard));
            pieces.add(new Piece("s-" + parts[0], PieceKind.STANDARD, parts[0], null,
                    Map.of(Field.TITLE.key(), "Titled " + parts[0]),
                    List.of(lines.size()), List.of()));
            if (parts.length > 1)
                pieces.add(new Piece("r-" + parts[0], PieceKind.RATING, parts[0], "s-" + parts[0],
                        Map.of(Field.LETTER.key(), parts[1]), List.of(lines.size()), List.of()));
        }
        return new Reading(PaperKind.REPORT, lines, pieces, List.of(), List.of());
    }
}

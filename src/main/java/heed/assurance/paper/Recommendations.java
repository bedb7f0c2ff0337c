package heed.assurance.paper;

import heed.assurance.paper.Gathering.Draft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The recommendations of a review. They are printed in a summary, under each area and again at the end; each is kept
 * once, with every place where it stands, and flagged where the words differ.
 */
final class Recommendations {
    private static final Pattern NAMED = Pattern
            .compile("(?is)recommendation\\s+(?:no\\.?\\s*)?(\\d{1,2}(?:\\.\\d{1,2})?|[A-Z]\\d{0,2})\\b\\s*[:.)–—-]*\\s*(.*)");
    private static final Pattern SHORT = Pattern.compile("(?s)R(\\d{1,2})\\s*[:.)–—-]*\\s+(\\S.*)");
    private static final double ALIKE = 0.55;
    private final Gathering gathering;
    private final Map<String, Draft> byCode = new LinkedHashMap<>();
    private final Map<Draft, List<Draft>> points = new LinkedHashMap<>();
    /** Whether a list of recommendations is going on, and under what. */
    private boolean open;
    private boolean fresh;
    private int next = 1;
    private @Nullable Draft now;
    private boolean again;

    Recommendations(Gathering gathering) {
        this.gathering = gathering;
    }

    /** A heading was met: it opens a list or ends one. */
    void heading(boolean ofRecommendations) {
        open = ofRecommendations;
        fresh = ofRecommendations;
        next = 1;
        now = null;
    }

    /** A paragraph said that recommendations follow. */
    void announced() {
        open = true;
        fresh = true;
        next = 1;
        now = null;
    }

    /** Takes a part that is a recommendation or belongs to one; false if it is neither. */
    boolean takes(Part part, String area, boolean titled) {
        var named = NAMED.matcher(part.text());
        var brief = SHORT.matcher(part.text());
        if (named.matches() && !part.bullet()) {
            begin(named.group(1), named.group(2).strip(), part, area);
            open = false;
            return true;
        }
        if (brief.matches()) {
            begin(brief.group(1), brief.group(2).strip(), part, area);
            open = true;
            return true;
        }
        if (open && !titled && part.code() != null && part.depth() == 0 && !part.rest().isEmpty()
                && part.code().equals(String.valueOf(next)) && (part.dotted() || next > 1) && reads(part)) {
            begin(part.code(), part.rest(), part, area);
            next++;
            return true;
        }
        if (now != null && !titled)
            return inside(part);
        // A list without numbers under a heading of its own.
        if (open && fresh && part.bullet() && part.depth() <= 0) {
            plain(part, area);
            return true;
        }
        return false;
    }

    /** A recommendation says what to do: it is a sentence or announces its parts; a heading is neither. */
    private static boolean reads(Part part) {
        return part.rest().split("\\s+").length >= 5 || ".:;".indexOf(part.rest().charAt(part.rest().length() - 1)) >= 0;
    }

    private boolean inside(Part part) {
        var draft = now;
        if (draft == null)
            return false;
        boolean lettered = part.code() != null && part.code().matches("[a-z]");
        boolean coded = part.code() != null && part.depth() > 0;
        if ((part.bullet() || lettered) && !coded) {
            point(draft, part, lettered ? part.code() : null, lettered ? part.rest() : part.text());
            return true;
        }
        if (coded || part.heading() || part.code() != null)
            return end();
        if (draft.field(Field.TEXT).isEmpty()) {
            draft.with(Field.TEXT, part.text()).reads(List.of(part.number()));
            return true;
        }
        var said = points.getOrDefault(draft, List.of());
        if (again && said.isEmpty() && alike(draft.field(Field.TEXT), part.text()) >= ALIKE
                || again && alike(draft.field(Field.TEXT), part.text()) >= ALIKE) {
            printedAgain(draft, part.text(), part);
            return true;
        }
        var text = said.isEmpty() ? draft : said.getLast();
        if (!again && Joins.goesOn(Joins.last(text.field(Field.TEXT)), part.text())) {
            text.with(Field.TEXT, text.field(Field.TEXT) + " " + part.text()).reads(List.of(part.number()))
                    .flag(Flag.Kind.JOINED);
            return true;
        }
        return end();
    }

    private boolean end() {
        now = null;
        return false;
    }

    private void begin(String code, String text, Part part, String area) {
        fresh = false;
        var before = byCode.get(code);
        again = before != null;
        if (before == null) {
            before = gathering.add(PieceKind.RECOMMENDATION, code, null, part.number()).with(Field.TEXT, text);
            byCode.put(code, before);
        } else if (text.isEmpty())
            before.reads(List.of(part.number())).flag(Flag.Kind.PRINTED_AGAIN, List.of(part.number()));
        else if (alike(before.field(Field.TEXT), text) >= ALIKE)
            printedAgain(before, text, part);
        else {
            again = false;
            before = gathering.add(PieceKind.RECOMMENDATION, code, null, part.number()).with(Field.TEXT, text)
                    .flag(Flag.Kind.CODE_TWICE, before.lines());
        }
        if (!area.isEmpty())
            before.with(Field.GROUP, area);
        now = before;
    }

    private void plain(Part part, String area) {
        for (var other : byCode.values())
            if (alike(other.field(Field.TEXT), part.text()) >= 0.8) {
                printedAgain(other, part.text(), part);
                return;
            }
        byCode.put("-" + part.number(), gathering.add(PieceKind.RECOMMENDATION, null, null, part.number())
                .with(Field.TEXT, part.text()).with(Field.GROUP, area));
    }

    private void point(Draft of, Part part, @Nullable String code, String text) {
        var all = points.computeIfAbsent(of, k -> new ArrayList<>());
        if (again) {
            Draft best = null;
            double most = ALIKE;
            for (var other : all) {
                double like = alike(other.field(Field.TEXT), text);
                if (like >= most) {
                    most = like;
                    best = other;
                }
            }
            if (best != null) {
                printedAgain(best, text, part);
                return;
            }
        }
        all.add(gathering.add(PieceKind.SUB_POINT, code, of, part.number()).with(Field.TEXT, text));
    }

    private static void printedAgain(Draft draft, String text, Part part) {
        draft.reads(List.of(part.number())).flag(Flag.Kind.PRINTED_AGAIN, List.of(part.number()));
        if (!Mapping.fold(draft.field(Field.TEXT)).equals(Mapping.fold(text)))
            draft.flag(Flag.Kind.PRINTED_DIFFERENTLY, List.of(part.number()));
    }

    /** The share of words that two texts have in common, 0 to 1. */
    private static double alike(String a, String b) {
        var left = words(a);
        var right = words(b);
        if (left.isEmpty() || right.isEmpty())
            return 0;
        var both = new HashSet<>(left);
        both.retainAll(right);
        return both.size() * 2.0 / (left.size() + right.size());
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(Mapping.fold(text).split(" ")));
    }
}

package heed.assurance.paper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which lines of a written paper are headings, and of what. */
final class Outline {
    private static final Pattern APPENDIX = Pattern.compile("(?i)(?:appendix|appendices|annex|schedule)\\b.{0,100}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;,:?!]$");

    private Outline() {
    }

    /** Whether the part is a heading of any kind. */
    static boolean heading(List<Part> parts, int at, Mapping mapping) {
        var part = parts.get(at);
        if (part.heading())
            return true;
        if (part.bullet() || part.filled() != 1 && part.code() == null || part.text().indexOf('\n') >= 0
                || part.text().length() > 110 || SENTENCE_END.matcher(part.text()).find())
            return !part.bullet() && part.text().endsWith(":") && part.text().length() <= 60
                    && Synonyms.heading(part.text(), mapping).isPresent();
        if (mapping.heading(part.text()).isPresent())
            return true;
        var next = at + 1 < parts.size() ? parts.get(at + 1) : null;
        boolean apart = part.blanks() > 0 || at == 0;
        if (part.code() != null && Character.isDigit(part.code().charAt(0)) && !part.rest().isEmpty())
            return apart && part.rest().length() <= 90 && words(part.rest()) <= (part.depth() > 0 ? 8 : 12)
                    && Character.isUpperCase(part.rest().codePointAt(0)) && !(part.dotted() && part.depth() > 0);
        if (APPENDIX.matcher(part.text()).matches())
            return apart;
        if (Synonyms.heading(part.text(), mapping).isPresent())
            return apart || next != null && (next.code() != null || next.bullet());
        return apart && words(part.text()) <= 9 && Character.isUpperCase(part.text().codePointAt(0))
                && (next == null || next.blanks() > 0 || next.bullet() || next.code() != null);
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    /** The title without its number. */
    static String title(Part part) {
        return part.code() == null || part.rest().isEmpty() ? part.text() : part.rest();
    }

    /** What stands under a heading of these words: as a whole, or by the one word that says it. */
    static Optional<PieceKind> about(String title, Mapping mapping) {
        var whole = Synonyms.heading(title, mapping);
        if (whole.isPresent())
            return whole;
        var folded = " " + Mapping.fold(title).toLowerCase(Locale.UK) + " ";
        if (folded.contains(" achievement") || folded.contains(" highlights "))
            return Optional.of(PieceKind.ACHIEVEMENT);
        if (folded.contains(" risk ") || folded.contains(" risks "))
            return Optional.of(PieceKind.RISK);
        if (folded.contains(" recommendation") || folded.contains(" recommended "))
            return Optional.of(PieceKind.RECOMMENDATION);
        if (folded.contains(" priorities ") || folded.contains(" areas of focus ") || folded.contains(" next year "))
            return Optional.of(PieceKind.FOCUS);
        if (folded.contains(" limitation"))
            return Optional.of(PieceKind.LIMITATION);
        if (folded.contains(" interviews ") || folded.contains(" focus groups "))
            return Optional.of(PieceKind.FIELDWORK);
        return Optional.empty();
    }
}

package heed.records.document;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of files as people's machines send them: anything at all. One form is safe to show, one to save under. */
public final class FileName {
    /** How much of what was sent as a name is kept, in characters. */
    static final int KEPT = 1_000;
    private static final int SHOWN = 200;
    private static final int SAVED = 100;
    private static final String NONE = "file";
    private static final Pattern ENDING = Pattern.compile("\\.[\\p{Alnum}]{1,8}$");
    /** Names that Windows keeps for devices, with or without an ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
    private static final Pattern RESERVED = Pattern
            .compile("(?i)(con|prn|aux|nul|com[0-9\u00B9\u00B2\u00B3]|lpt[0-9\u00B9\u00B2\u00B3])(\\..*)?");

    private FileName() {
    }

    /**
     * The name as it can be shown: no folders before it, nothing that cannot be seen or that turns the text around, at most
     * 200 characters. Markup is left for the page to escape.
     */
    public static String shown(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var seen = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                // Joins the parts of an emoji; everything else that formats is left out, the overrides of direction above all.
                case Character.FORMAT -> {
                    if (c == 0x200D)
                        seen.appendCodePoint(c);
                }
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                        Character.UNASSIGNED, Character.PRIVATE_USE ->
                    seen.append(' ');
                case Character.SURROGATE -> seen.append('\uFFFD');
                default -> seen.appendCodePoint(c);
            }
        });
        var tidy = seen.toString().replaceAll("[\\s\u00A0\u3000]+", " ").strip();
        return tidy.isEmpty() || tidy.chars().allMatch(c -> c == '.' || c == ' ' || c == 0x200D)
                ? NONE
                : cut(tidy, SHOWN);
    }

    /** The name to save a file of this kind under: safe on every system, with the kind's own ending. */
    public static String saved(String sent, FileKind kind) {
        var name = shown(sent).replaceAll("[<>:\"/\\\\|?*\u2044\u2215\u29F8\uFF0F\uFF3C;%]", "_");
        var bare = kind.fits(name) ? name : ENDING.matcher(name).replaceFirst("");
        var ending = kind.fits(name) ? name.substring(name.lastIndexOf('.')) : "." + kind.ending();
        if (kind.fits(name))
            bare = name.substring(0, name.lastIndexOf('.'));
        bare = bare.replaceAll("^[. ]+|[. ]+$", "");
        if (bare.isEmpty())
            bare = NONE;
        if (RESERVED.matcher(bare).matches())
            bare = "_" + bare;
        return head(bare, SAVED - ending.length()) + ending;
    }

    /** Whether the name had an ending, and one that another kind of file has. */
    public static boolean misnamed(String sent, FileKind kind) {
        var name = shown(sent);
        return !kind.fits(name) && ENDING.matcher(name).find();
    }

    /** Whether the name ends so. */
    static boolean ends(String sent, String ending) {
        return shown(sent).toLowerCase(java.util.Locale.ROOT).endsWith("." + ending);
    }

    /** The name as sent, no longer than is kept. */
    static String kept(String sent) {
        return head(sent, KEPT);
    }

    /** Cut in the middle, so that its ending can still be seen. */
    private static String cut(String name, int most) {
        if (name.codePointCount(0, name.length()) <= most)
            return name;
        var ending = ENDING.matcher(name);
        var tail = ending.find() ? ending.group() : "";
        return head(name, most - tail.length() - 1) + "…" + tail;
    }

    private static String head(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}

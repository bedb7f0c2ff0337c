package heed.directory.vocabulary;

import heed.platform.web.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What may become of a list: no row is lost, and no code that is used gets another meaning.
 *
 * @param now   the list as it stands
 * @param meant what each code was called when it was last free to mean anything, so that a used one cannot drift by small
 *              steps
 * @param used  the codes that records hold
 * @param own   the columns of this list alone
 */
record ListRules(WordList now, Map<String, String> meant, Set<String> used, List<String> own) {
    /** Whom a row can apply to. */
    static final List<String> APPLIES_TO = List.of("any", "child", "adult", "staff", "place");
    private static final Set<String> STATUSES = Set.of("sourced", WordRow.UNCONFIRMED, WordRow.CONFIRMED);
    private static final int LONGEST = 200;
    static final int MOST_ROWS = 2000;

    ListRules {
        meant = Map.copyOf(meant);
        used = Set.copyOf(used);
        own = List.copyOf(own);
    }

    /** What is wrong with a row that is new or changed; fields are named as the columns are. */
    List<Problem> problems(WordRow row) {
        var found = new ArrayList<Problem>();
        if (!row.code().matches("[A-Za-z0-9][A-Za-z0-9_-]{0,59}"))
            found.add(new Problem("code", "Enter a code of letters, digits, hyphens and underscores, up to 60"));
        if (row.label().isBlank() || row.label().length() > LONGEST)
            found.add(new Problem("label", "Enter what it is called in 200 characters or fewer"));
        if (!APPLIES_TO.contains(row.appliesTo()))
            found.add(new Problem("applies_to", "Choose whom it applies to"));
        if (!STATUSES.contains(row.status()))
            found.add(new Problem("status", "Choose whether it is confirmed"));
        if (row.source().length() > LONGEST)
            found.add(new Problem("source", "Say where it is from in 200 characters or fewer"));
        if (row.more().size() != own.size())
            found.add(new Problem("code", "The columns do not fit this list"));
        for (int i = 0; i < Math.min(row.more().size(), own.size()); i++)
            if (row.more().get(i).length() > LONGEST)
                found.add(new Problem(own.get(i), "Write this in 200 characters or fewer"));
        if (written(row).stream().anyMatch(ListRules::breaksLine))
            found.add(new Problem("label", "Write each answer on one line"));
        var from = row.validFrom();
        var to = row.validTo();
        if (from != null && to != null && to.isBefore(from))
            found.add(new Problem("valid_to", "The last day must not be before the first"));
        if (!row.parent().isEmpty() && !parents(row.code()).contains(row.parent()))
            found.add(new Problem("parent", "Choose a row that it belongs under, which is itself under none"));
        else if (!row.parent().isEmpty() && now.rows().stream().anyMatch(r -> r.parent().equals(row.code())))
            found.add(new Problem("parent", "Other rows belong under this one, so it cannot belong under another"));
        now.rows().stream().filter(r -> !r.code().equals(row.code()) && r.parent().equals(row.parent())
                && r.label().equalsIgnoreCase(row.label()) && overlap(r, row)).findFirst()
                .ifPresent(r -> found.add(new Problem("label", "There is a row of this name already")));
        found.addAll(meaning(row));
        return found;
    }

    /** What a row can belong under. */
    List<String> parents(String code) {
        return now.rows().stream().filter(r -> r.parent().isEmpty() && !r.code().equals(code)).map(WordRow::code)
                .toList();
    }

    private List<Problem> meaning(WordRow row) {
        if (!used.contains(row.code()))
            return List.of();
        var found = new ArrayList<Problem>();
        var before = meant.get(row.code());
        if (before != null && !sameMeaning(before, row.label()))
            found.add(new Problem("label",
                    "This row is used in records, so only its spelling can be corrected. End it, and add another"));
        now.row(row.code()).ifPresent(r -> {
            if (!r.parent().equals(row.parent()))
                found.add(new Problem("parent", "This row is used in records, so it stays where it belongs"));
            if (!r.appliesTo().equals(row.appliesTo()))
                found.add(new Problem("applies_to", "This row is used in records, so it still applies to the same"));
        });
        return found;
    }

    /** What is wrong with a whole list that takes the place of this one; each problem names its row by code. */
    List<Problem> problems(List<WordRow> rows) {
        var found = new ArrayList<Problem>();
        if (rows.size() > MOST_ROWS)
            return List.of(new Problem("file", "A list holds 2,000 rows at most"));
        var codes = new HashSet<String>();
        for (var row : rows)
            if (!codes.add(row.code().toUpperCase(Locale.ROOT)))
                found.add(new Problem("file", row.code() + ": this code is there twice"));
        for (var row : now.rows())
            if (rows.stream().noneMatch(r -> r.code().equals(row.code())))
                found.add(new Problem("file",
                        row.code() + ": this row is missing. Rows are not deleted; give it a last day instead"));
        var then = new ListRules(new WordList(now.name(), now.version(), rows), meant, used, own);
        for (var row : rows) {
            for (var problem : then.problems(row))
                found.add(new Problem("file", row.code() + ": " + problem.text()));
            // Against the rows as they will be it is its own parent and audience; what it was is in the list as it stands.
            if (used.contains(row.code()))
                now.row(row.code()).filter(r -> !r.parent().equals(row.parent())
                        || !r.appliesTo().equals(row.appliesTo())).ifPresent(r -> found.add(
                                new Problem("file",
                                        row.code() + ": This row is used in records, so it stays where it belongs")));
        }
        return found;
    }

    private static boolean overlap(WordRow a, WordRow b) {
        var aTo = a.validTo();
        var bTo = b.validTo();
        var aFrom = a.validFrom();
        var bFrom = b.validFrom();
        return (aTo == null || bFrom == null || !aTo.isBefore(bFrom))
                && (bTo == null || aFrom == null || !bTo.isBefore(aFrom));
    }

    private static List<String> written(WordRow row) {
        var all = new ArrayList<>(row.more());
        all.add(row.label());
        all.add(row.source());
        return all;
    }

    private static boolean breaksLine(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /**
     * Whether one label only corrects the spelling of another: the same number of words and the same figures, each word
     * beginning alike, two letters apart at most (one in a short word).
     */
    static boolean sameMeaning(String one, String other) {
        var a = words(one);
        var b = words(other);
        if (a.length != b.length)
            return false;
        int edits = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i].equals(b[i]))
                continue;
            if (a[i].isEmpty() || b[i].isEmpty() || a[i].charAt(0) != b[i].charAt(0)
                    || !figures(a[i]).equals(figures(b[i])))
                return false;
            int here = edits(a[i], b[i]);
            if (here > (Math.min(a[i].length(), b[i].length()) < 6 ? 1 : 2))
                return false;
            edits += here;
        }
        return edits <= 3;
    }

    private static String[] words(String label) {
        var bare = Normalizer.normalize(label, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{M}'’]", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return bare.split(" ");
    }

    private static String figures(String word) {
        return word.replaceAll("\\D", "");
    }

    private static int edits(String a, String b) {
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++)
            last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] here = new int[b.length() + 1];
            here[0] = i;
            for (int j = 1; j <= b.length(); j++)
                here[j] = Math.min(Math.min(here[j - 1], last[j]) + 1,
                        last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
            last = here;
        }
        return last[b.length()];
    }
}

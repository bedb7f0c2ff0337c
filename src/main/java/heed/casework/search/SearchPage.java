package heed.casework.search;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.Pager;
import heed.platform.web.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The search, with what was found where something was looked for. Public only because templates compile elsewhere.
 *
 * @param failed  what to say where the search failed; null where it did not
 * @param gone    whether an old search was asked for that is not kept any more
 * @param outcome how many were found, in words; null where nothing was looked for
 * @param scope   what was searched, and how much of it; null where nothing was looked for
 */
public record SearchPage(Frame frame, Field sought, List<Problem> problems, @Nullable String failed, boolean gone,
        @Nullable String outcome, @Nullable String scope, List<Row> rows, @Nullable Pager pager) {
    private static final String WHAT = "references, names, dates of birth, places, and the words of accounts and of notes added later";

    /** One concern. */
    public record Row(String ref, String href, String about, String subject, String status, boolean danger,
            String received, String why, List<Hit.Excerpt> excerpts) {
        /** Copies the excerpts. */
        public Row {
            excerpts = List.copyOf(excerpts);
        }
    }

    static Field field(String typed, @Nullable String problem) {
        return Field.of("sought", "What are you looking for?").withHint(
                "A reference, name, date of birth, place or words. Put words in “quotes” to find them just so.")
                .withValue(typed).withProblem(problem);
    }

    /** Nothing looked for yet. */
    static SearchPage blank(Frame frame) {
        return new SearchPage(frame, field("", null), List.of(), null, false, null, null, List.of(), null);
    }

    /** Something to put right. */
    static SearchPage wrong(Frame frame, String typed, String problem) {
        return new SearchPage(frame, field(typed, problem), List.of(new Problem("sought", problem)), null, false, null,
                null, List.of(), null);
    }

    /** A search that is kept no more, or never was. */
    static SearchPage gone(Frame frame) {
        return new SearchPage(frame, field("", null), List.of(), null, true, null, null, List.of(), null);
    }

    /** A search that failed: never to be taken for one that found nothing. */
    static SearchPage failed(Frame frame, String typed) {
        return new SearchPage(frame, field(typed, null), List.of(),
                "The search failed, so we cannot tell whether anything is known. Try again in a minute. If it fails again, tell your administrator, and do not take it that nothing is known.",
                false, null, null, List.of(), null);
    }

    static SearchPage of(Frame frame, Search.Kept kept, Search.Found found, boolean first, LondonTime time) {
        var rows = found.hits().stream().map(h -> row(h, time)).toList();
        var next = found.next();
        var path = "/search/" + kept.id();
        var older = next == null ? null : path + "?after=" + next.asText();
        boolean all = first && next == null;
        var many = all || !found.exact() ? rows.size() : found.many();
        var outcome = !found.exact() && next != null
                ? count(rows.size(), "concern") + " on this page. Further pages may hold more"
                : !found.exact() && !first
                        ? count(rows.size(), "concern") + " on this last page"
                        : many == 0 ? "Nothing found" : count(many, "concern") + " found";
        return new SearchPage(frame, field(kept.typed(), null), List.of(), null, false, outcome,
                "Searched " + count(kept.searched(), "concern") + " you may see: " + WHAT + ".", rows,
                older == null && first ? null : new Pager(first ? null : path, older, rows.size() + " shown"));
    }

    private static String count(long n, String what) {
        return String.format(Locale.UK, "%,d %s", n, n == 1 ? what : what + "s");
    }

    private static Row row(Hit hit, LondonTime time) {
        var c = hit.concern();
        return new Row(c.ref().value(), "/concerns/" + c.ref(), hit.about(), c.subject().words(), c.status().words(),
                c.danger(), time.day(c.receivedAt()), String.join(" · ", hit.why()), hit.excerpts());
    }
}

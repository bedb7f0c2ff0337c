package heed.assurance.years;

import heed.assurance.years.Crosswalk.ScaleRef;
import heed.assurance.years.Years.Cell;
import heed.assurance.years.Years.Comparison;
import heed.assurance.years.Years.NodeCell;
import heed.platform.web.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Themes by year. Public only because templates compile elsewhere.
 *
 * @param crosswalk what it rests on, in words; empty where no crosswalk is published
 * @param years     headings of the columns
 * @param rows      the themes
 * @param keys      what the letters mean, scale by scale
 * @param others    other crosswalks to lay the years out by
 */
public record YearsPage(Frame frame, String crosswalk, List<String> years, List<Line> rows, List<Key> keys,
        List<Other> others) {
    static final String HOME = "/assurance/years";

    /** Another crosswalk. */
    public record Other(String title, String href) {
    }

    /** A theme. */
    public record Line(String code, String title, String href, List<Box> boxes) {
    }

    /**
     * A theme in one year.
     *
     * @param year     the column's heading
     * @param says     standards with their rating, those with the same rating together
     * @param gap      why there is nothing; empty where there is something
     * @param compared how it compares with the year before, and why no better; empty for the first year
     * @param movement how the rating moved; empty where nothing may be said
     */
    public record Box(String year, List<Said> says, String gap, String compared, String movement) {
    }

    /** Standards and what they are rated. @param voice whose rating; empty where all are one's. @param quiet whether there is none */
    public record Said(String codes, String words, String voice, boolean quiet) {
    }

    /** A scale's letters with word and meaning. */
    public record Key(String title, List<String> levels) {
    }

    /** @param chosen the crosswalk that was asked for; null for none */
    static YearsPage of(Frame frame, TenYears.Shown shown, @Nullable UUID chosen) {
        boolean voices = shown.years().rows().stream().flatMap(r -> r.cells().stream()).flatMap(c -> c.nodes().stream())
                .flatMap(n -> n.ratings().stream()).map(Rated::voice).distinct().count() > 1;
        var rows = shown.years().rows().stream().map(r -> new Line(r.theme().code(), r.theme().title(),
                HOME + "/" + r.theme().code() + with(chosen), r.cells().stream().map(c -> box(c, voices)).toList()))
                .toList();
        return new YearsPage(frame.withTitle("Year by year").withBack("/assurance"), rests(shown),
                shown.years().years().stream().map(y -> "" + y.year()).toList(), rows, keys(shown),
                shown.others().stream().map(f -> new Other(f.name(), HOME + with(f.id()))).toList());
    }

    static String with(@Nullable UUID chosen) {
        return chosen == null ? "" : "?crosswalk=" + chosen;
    }

    static String rests(TenYears.Shown shown) {
        var crosswalk = shown.crosswalk();
        if (crosswalk == null)
            return "";
        var by = crosswalk.agreedBy();
        return "From the crosswalk " + shown.title() + " (" + crosswalk.status() + "), "
                + (by == null ? "which nobody has agreed." : "agreed by " + by + ".");
    }

    private static Box box(Cell cell, boolean voices) {
        var same = new LinkedHashMap<Said, List<String>>();
        for (var node : cell.nodes())
            for (var said : said(node, voices))
                same.computeIfAbsent(said, w -> new ArrayList<>())
                        .add(node.share().node() + (node.share().part() ? " in part" : ""));
        var says = same.entrySet().stream()
                .map(e -> new Said(String.join(", ", e.getValue()), e.getKey().words(), e.getKey().voice(),
                        e.getKey().quiet()))
                .toList();
        var since = cell.since();
        // The column says which year it is.
        var gap = cell.gap().replace("Nothing on this theme in " + cell.year().year(), "Nothing");
        return new Box("" + cell.year().year(), says, gap,
                since == null || !cell.gap().isEmpty() ? "" : reasoned(since),
                since == null ? "" : since.movement());
    }

    /** What a standard is rated, without its code. */
    private static List<Said> said(NodeCell node, boolean voices) {
        if (node.ratings().isEmpty())
            return List.of(new Said("", Rated.State.NOT_HELD.words(), "", true));
        return node.ratings().stream().map(r -> new Said("", r.words(), voices ? r.voice().toLowerCase(Locale.UK) : "",
                r.state() != Rated.State.RATED)).distinct().toList();
    }

    /** "C, side by side with 2013. 2022 has no rating." */
    private static String reasoned(Comparison since) {
        return since.why().isEmpty() ? compared(since) : compared(since) + ". " + String.join(" ", since.why());
    }

    /** "C, side by side with 2013". */
    static String compared(Comparison since) {
        return since.grade() + ", " + since.grade().words().toLowerCase(Locale.UK) + " with " + since.from().year();
    }

    /** The scales that something here is rated on. */
    private static List<Key> keys(TenYears.Shown shown) {
        var used = shown.years().rows().stream().flatMap(r -> r.cells().stream()).flatMap(c -> c.nodes().stream())
                .flatMap(n -> n.ratings().stream()).map(Rated::scale).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return shown.scales().stream().filter(s -> used.contains(new ScaleRef(s.code(), s.version())))
                .map(s -> new Key(s.title(),
                        s.levels().stream().map(l -> l.code() + " " + l.word() + ": " + l.meaning()).toList()))
                .toList();
    }
}

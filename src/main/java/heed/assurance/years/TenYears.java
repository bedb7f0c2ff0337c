package heed.assurance.years;

import heed.access.Permission;
import heed.assurance.framework.Edition;
import heed.assurance.framework.Framework;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.assurance.framework.Scale;
import heed.assurance.years.Crosswalk.ScaleRef;
import heed.assurance.years.Years.Row;
import heed.assurance.years.Years.Year;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads many years by theme. For those who read whole returns: who keeps them and who signs them off. Nothing is written
 * but the audit log.
 */
@Component
class TenYears {
    private final Frameworks frameworks;
    private final ObjectProvider<YearRatings> sources;
    private final Transactions transactions;
    private final Trail trail;

    TenYears(Frameworks frameworks, ObjectProvider<YearRatings> sources, Transactions transactions, Trail trail) {
        this.frameworks = frameworks;
        this.sources = sources;
        this.transactions = transactions;
        this.trail = trail;
    }

    /**
     * What is shown.
     *
     * @param id     of the crosswalk as published; null where none is, and then there is nothing else
     * @param others every other crosswalk that is published here
     * @param title  its name, such as "ox-crosswalk, version 1"
     * @param years  themes by year
     * @param scales every scale that a year is rated on, for its key
     * @param voice  whose ratings movements are said of
     */
    record Shown(@Nullable UUID id, List<Framework> others, String title, @Nullable Crosswalk crosswalk, Years years,
            List<Scale> scales,
            String voice) {
    }

    /** Whether it is any of their business. */
    static boolean reads(Actor by) {
        return by.may(Permission.KEEP_RETURN) || by.may(Permission.SIGN_OFF_RETURN);
    }

    /**
     * All themes of a crosswalk.
     *
     * @param crosswalk which; null for the one published last
     * @throws heed.platform.Refused as not found for those who do not read whole returns, or where there is no such crosswalk
     */
    Shown all(Actor by, @Nullable UUID crosswalk) {
        return read(by, crosswalk, null);
    }

    /** One theme. @throws heed.platform.Refused as not found where there is none, or for those who may not */
    Shown theme(Actor by, @Nullable UUID crosswalk, String code) {
        var shown = read(by, crosswalk, code);
        if (shown.years().rows().isEmpty())
            throw Refusal.NOT_FOUND.because("no such theme");
        return shown;
    }

    /** The crosswalk that is published; where there are several, the one published last. */
    Optional<Framework> crosswalk(Actor by) {
        return crosswalks(by).stream().findFirst();
    }

    private List<Framework> crosswalks(Actor by) {
        return frameworks.current(by).stream().filter(f -> f.kind() == FrameworkKind.CROSSWALK)
                .sorted(Comparator.comparing(Framework::publishedAt).thenComparing(Framework::code).reversed())
                .toList();
    }

    private Shown read(Actor by, @Nullable UUID chosen, @Nullable String theme) {
        if (!reads(by))
            throw Refusal.NOT_FOUND.because("whole returns are not theirs to read");
        return transactions.inScope(by.scope(), () -> {
            var all = crosswalks(by);
            var published = all.stream().filter(f -> chosen == null || f.id().equals(chosen)).findFirst();
            if (published.isEmpty()) {
                if (chosen != null)
                    throw Refusal.NOT_FOUND.because("no such crosswalk");
                trail.add(by, Trace.of("years.view"));
                return new Shown(null, List.of(), "", null, new Years(List.of(), List.of()), List.of(), "");
            }
            var shown = lay(by, published.get(),
                    all.stream().filter(f -> !f.id().equals(published.get().id())).toList(), theme);
            trail.add(by, Trace.list("years.view", published.get().id(), shown.years().rows().stream()
                    .flatMap(r -> r.cells().stream()).flatMap(c -> c.nodes().stream())
                    .flatMap(n -> n.ratings().stream())
                    .flatMap(r -> Stream.ofNullable(r.of())).distinct().toList()));
            return shown;
        });
    }

    private Shown lay(Actor by, Framework published, List<Framework> others, @Nullable String theme) {
        var crosswalk = Crosswalk.of(frameworks.document(by, published.id()));
        var years = new ArrayList<Year>();
        var orders = new LinkedHashMap<ScaleRef, List<String>>();
        var scales = new ArrayList<Scale>();
        for (var code : crosswalk.editions()) {
            var edition = edition(by, code);
            years.add(edition.map(TenYears::year).orElse(new Year(code, yearIn(code), code, Map.of())));
            edition.map(Edition::scale).ifPresent(scale -> {
                if (orders.putIfAbsent(new ScaleRef(scale.code(), scale.version()), order(scale)) == null)
                    scales.add(scale);
            });
        }
        var ratings = told(
                sources.orderedStream().flatMap(s -> s.ratings(by, crosswalk.editions()).stream()).toList());
        var voice = voice(ratings);
        var laid = Years.of(crosswalk, years, ratings, voice, orders);
        List<Row> rows = theme == null
                ? laid.rows()
                : laid.rows().stream().filter(r -> r.theme().code().equals(theme)).toList();
        return new Shown(published.id(), others, published.name(), crosswalk, new Years(laid.years(), rows), scales,
                voice);
    }

    /** Without letters as a paper printed them where somebody has said since whose they are. */
    private static List<Rated> told(List<Rated> all) {
        return all.stream().filter(r -> !r.voice().equals(YearRatings.FROM_PAPER) || all.stream()
                .noneMatch(o -> !o.voice().equals(YearRatings.FROM_PAPER) && o.state() != Rated.State.NOT_RATED
                        && o.edition().equals(r.edition()) && o.node().equals(r.node())))
                .toList();
    }

    /** The latest version of an edition that is there, whoever published it. */
    private Optional<Edition> edition(Actor by, String code) {
        return frameworks.current(by).stream().filter(f -> f.kind() == FrameworkKind.EDITION && f.code().equals(code))
                .findFirst().map(f -> frameworks.edition(by, f.id()));
    }

    private static Year year(Edition edition) {
        var titles = new LinkedHashMap<String, String>();
        edition.nodes().forEach(n -> titles.put(n.code(), n.title()));
        return new Year(edition.code(), edition.year(), edition.title(), titles);
    }

    /** The year in a code such as "ox-2017", where the edition itself is not there; 0 where it has none. */
    private static int yearIn(String code) {
        var m = java.util.regex.Pattern.compile("(?:19|20)\\d\\d").matcher(code);
        return m.find() ? Integer.parseInt(m.group()) : 0;
    }

    private static List<String> order(Scale scale) {
        return scale.ordered() ? scale.levels().stream().map(Scale.Level::code).toList() : List.of();
    }

    /** Movements are said of the voice that has rated in most years. */
    private static String voice(List<Rated> ratings) {
        var years = new LinkedHashMap<String, Long>();
        ratings.stream().map(Rated::voice).distinct().forEach(v -> years.put(v,
                ratings.stream().filter(r -> r.voice().equals(v)).map(Rated::edition).distinct().count()));
        return years.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }
}

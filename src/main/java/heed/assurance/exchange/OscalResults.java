package heed.assurance.exchange;

import static heed.assurance.exchange.Oscal.id;
import static heed.assurance.exchange.Oscal.line;
import static heed.assurance.exchange.Oscal.list;
import static heed.assurance.exchange.Oscal.ours;
import static heed.assurance.exchange.Oscal.part;
import static heed.assurance.exchange.Oscal.plain;
import static heed.assurance.exchange.Oscal.prose;

import heed.assurance.evidence.Span;
import heed.assurance.evidence.Window;
import heed.assurance.exchange.Oscal.Part;
import heed.assurance.exercise.EvidenceState;
import heed.assurance.framework.Edition;
import heed.assurance.framework.Scale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A return as OSCAL assessment results. Answers, ratings, accepted evidence and figures are observations; a rating on a scale
 * that has an order is a finding as well: satisfied at the scale's best level, and not satisfied below it, with letter, word
 * and definition beside it, because OSCAL knows those two states only. A scale without an order gives no findings.
 */
public final class OscalResults {
    private static final String CATALOG = "catalog.json";
    private static final String PROFILE = "profile.json";
    private final WholeReturn all;
    private final Edition edition;
    /** When things happened of which no time was kept: answers have none of their own. */
    private final Instant at;

    private OscalResults(WholeReturn all, Edition edition, Instant at) {
        this.all = all;
        this.edition = edition;
        this.at = at;
    }

    /**
     * The document.
     *
     * @param at when it is written
     * @throws IllegalArgumentException where the return's own edition cannot be read
     */
    public static String of(WholeReturn all, Instant at) {
        var edition = Agreement.edition(all)
                .orElseThrow(() -> new IllegalArgumentException("an edition that cannot be read"));
        var results = new OscalResults(all, edition, at);
        var plan = id("invitation", all.head().id());
        return Oscal.document("assessment-results", part().put("uuid", id("results", all.head().id()))
                .put("metadata", results.about())
                .put("import-ap", part().put("href", "#" + plan))
                .put("results", List.of(results.result()))
                .put("back-matter", part().put("resources", List.of(part().put("uuid", plan)
                        .put("title", line(edition.title() + " " + edition.year()))
                        .put("description",
                                "A self-assessment has no assessment plan of its own: its edition, profile and "
                                        + "window are what was asked.")
                        .put("rlinks", List.of(part().put("href", PROFILE).put("media-type", "application/oscal+json")))
                        .put("props", list(ours("edition", edition.code(), null),
                                ours("edition-version", String.valueOf(edition.version()), null),
                                ours("profile", results.profile(), null)))))));
    }

    private String profile() {
        return all.head().profile().isEmpty() ? Edition.WHOLE : all.head().profile();
    }

    private Part about() {
        var head = all.head();
        var parties = new LinkedHashMap<String, Part>();
        parties.put(Oscal.partyId(head.body()), Oscal.party(head.body()));
        for (var rating : all.ratings())
            parties.putIfAbsent(Oscal.partyId(rating.organisation()), Oscal.party(rating.organisation()));
        return Oscal
                .about(edition.title() + " " + edition.year() + ": " + head.body(), String.valueOf(head.number()), at)
                .put("parties", List.copyOf(parties.values()));
    }

    private Part result() {
        var head = all.head();
        var observations = new ArrayList<Part>();
        all.answers().forEach(a -> observations.add(answer(a)));
        var findings = new ArrayList<Part>();
        for (int n = 0; n < all.ratings().size(); n++) {
            observations.add(rating(all.ratings().get(n), n));
            finding(all.ratings().get(n), n).ifPresent(findings::add);
        }
        all.evidence().stream().filter(e -> e.state() == EvidenceState.ACCEPTED)
                .forEach(e -> observations.add(evidence(e)));
        all.figures().forEach(f -> observations.add(figure(f)));
        return part().put("uuid", id("result", head.id()))
                .put("title", line(edition.title() + " " + edition.year()))
                .put("description", line("Answers of " + head.body() + " to " + edition.title() + " " + edition.year()))
                .put("start", Oscal.from(head.windowFrom())).put("end", Oscal.until(head.windowUntil()))
                .put("props", list(ours("scale", edition.scale().code(), null),
                        ours("scale-version", String.valueOf(edition.scale().version()), null)))
                .put("reviewed-controls", part().put("control-selections", List.of(part().put("include-controls",
                        edition.items(head.profile()).stream().map(n -> part().put("control-id", Oscal.token(n)))
                                .toList()))))
                .put("assessment-log", signedOff())
                .put("observations", observations).put("findings", findings);
    }

    /** In the log, not among attestations: those are of test objectives and methods, by OSCAL's constraints. */
    private @Nullable Part signedOff() {
        var signing = all.signing();
        if (signing == null)
            return null;
        return part().put("entries", List.of(part().put("uuid", id("sign-off", all.head().id()))
                .put("title", "Signed off")
                .put("description", prose("Approved by " + plain(signing.group()) + " on " + signing.day() + ", minute "
                        + plain(signing.minute()) + "; signed off by " + plain(signing.post()) + "."))
                .put("start", signing.at().toString())
                .put("props", list(ours("sha-256", signing.hash(), "Of what was signed off."),
                        ours("post", signing.post(), null), ours("minute", signing.minute(), null)))));
    }

    private Part observation(String kind, Object name, String item, String title, String text) {
        return part().put("uuid", id(kind, all.head().id(), name)).put("title", line(title))
                .put("description", prose(text, "Nothing was written."))
                .put("props", list(question(item)));
    }

    private static @Nullable Part question(String item) {
        return ours("question", item, null);
    }

    private Part answer(WholeReturn.Answer answer) {
        return observation("answer", answer.item(), answer.item(), "Answer to " + answer.item(), answer.words())
                .put("props", list(question(answer.item()), ours("text", answer.carried().name(), null),
                        answer.noAction() == null ? null : ours("no-action", "with a reason", answer.noAction())))
                .put("methods", List.of("UNKNOWN")).put("types", List.of("answer"))
                .put("origins", origin(all.head().body())).put("collected", at.toString());
    }

    private static List<Part> origin(String organisation) {
        return List.of(part().put("actors", List.of(part().put("type", "party")
                .put("actor-uuid", Oscal.partyId(organisation)))));
    }

    private String words(WholeReturn.RatingLine rating) {
        var outside = Agreement.outside(rating.verdict());
        return edition.scale().level(rating.verdict()).map(OscalEdition::shown)
                .orElse(outside == null ? rating.verdict() : outside);
    }

    /** @param n its number among the ratings, which tells apart two of one voice */
    private Part rating(WholeReturn.RatingLine rating, int n) {
        var ground = rating.ground();
        return observation("rating", n, rating.item(), rating.voice().words() + " of " + rating.item(),
                words(rating) + (rating.reason() == null ? "" : "\n\n" + rating.reason()))
                .put("props", list(question(rating.item()), ours("voice", rating.voice().name(), null),
                        ours("audience", rating.audience().name(), null), ours("verdict", rating.verdict(), null),
                        ours("scale", rating.scale(), null),
                        ours("scale-version", String.valueOf(rating.scaleVersion()), null),
                        ours("attainment", rating.attainment(), null), ours("evidenced", rating.evidenced(), null),
                        ground == null
                                ? null
                                : ours("ground", ground.kind().name(),
                                        ground.words() + (ground.day() == null ? "" : "\n\n" + ground.day())),
                        rating.override() == null ? null : ours("without-evidence", "with a reason", rating.override()),
                        rating.transcribed() == null
                                ? null
                                : ours("transcribed", "from a paper", rating.transcribed())))
                .put("methods", List.of("UNKNOWN")).put("types", List.of("rating"))
                .put("origins", origin(rating.organisation())).put("collected", rating.at().toString());
    }

    private Optional<Part> finding(WholeReturn.RatingLine rating, int n) {
        var scale = edition.scale();
        var node = edition.node(rating.item());
        var level = scale.level(rating.verdict());
        if (!scale.ordered() || level.isEmpty() || node.isEmpty())
            return Optional.empty();
        boolean best = scale.levels().getFirst().equals(level.get());
        return Optional.of(part().put("uuid", id("finding", all.head().id(), n))
                .put("title", line(rating.voice().words() + " of " + rating.item()))
                .put("description", line(OscalEdition.shown(level.get())))
                .put("origins", origin(rating.organisation()))
                .put("target", part().put("type", "statement-id").put("target-id", OscalEdition.statement(node.get()))
                        .put("status", status(level.get(), best)))
                .put("related-observations", related(rating, n)));
    }

    private static Part status(Scale.Level level, boolean best) {
        return part().put("state", best ? "satisfied" : "not-satisfied").put("reason", best ? "pass" : "other")
                .put("remarks", line(OscalEdition.shown(level)));
    }

    private List<Part> related(WholeReturn.RatingLine rating, int n) {
        var related = new ArrayList<String>();
        related.add(id("rating", all.head().id(), n));
        all.answers().stream().filter(a -> a.item().equals(rating.item()))
                .forEach(a -> related.add(id("answer", all.head().id(), a.item())));
        all.evidence().stream().filter(e -> e.item().equals(rating.item()) && e.state() == EvidenceState.ACCEPTED)
                .forEach(e -> related.add(id("evidence", all.head().id(), e.id())));
        all.figures().stream().filter(f -> f.items().contains(rating.item()))
                .forEach(f -> related.add(id("figure", all.head().id(), f.id())));
        return related.stream().map(r -> part().put("observation-uuid", r)).toList();
    }

    private Part evidence(WholeReturn.EvidenceLine e) {
        var properties = new ArrayList<>(list(question(e.item()), ours("standing", standing(e.about()), null)));
        e.about().forEach(span -> properties.add(ours("about", days(span), null)));
        return observation("evidence", e.id(), e.item(), "Evidence for " + e.item(), e.words())
                .put("props", properties.stream().filter(java.util.Objects::nonNull).toList())
                .put("methods", List.of("EXAMINE")).put("types", List.of("evidence"))
                .put("origins", origin(all.head().body())).put("collected", e.writtenAt().toString());
    }

    /** In the window iff one of its times shares a day with it; without a time, never. (Invariant 8) */
    private String standing(List<Span> about) {
        var window = new Window(all.head().windowFrom(), all.head().windowUntil()).span();
        return about.isEmpty()
                ? "date missing"
                : about.stream().anyMatch(s -> s.overlaps(window)) ? "in window" : "out of window";
    }

    private static String days(Span span) {
        return (span.from() == null ? ".." : span.from()) + "/" + (span.to() == null ? ".." : span.to());
    }

    private Part figure(WholeReturn.FigureLine f) {
        var properties = new ArrayList<@Nullable Part>();
        f.items().forEach(item -> properties.add(question(item)));
        properties.addAll(list(ours("measure", f.measure(), null), ours("value", f.value().toPlainString(), null),
                ours("unit", f.unit(), null), ours("origin", f.origin().words(), null),
                f.from() == null && f.until() == null
                        ? null
                        : ours("period", days(new Span(f.from(), f.until())), null),
                f.asAt() == null ? null : ours("as-at", f.asAt().toString(), null),
                ours("parted-by", f.split(), null)));
        for (var each : f.parts())
            properties.add(ours("of-which", each.words() + ": " + each.says(), null));
        return observation("figure", f.id(), "", f.title(), f.says())
                .put("props", properties.stream().filter(java.util.Objects::nonNull).toList())
                .put("methods", List.of("EXAMINE")).put("types", List.of("figure"))
                .put("origins", origin(all.head().body()))
                .put("relevant-evidence", List.of(part().put("description",
                        prose(f.source(), "No source is given."))))
                .put("collected", f.enteredAt().toString());
    }

    /** The documents that a return leaves as, by the name of their file. */
    public static Map<String, String> all(WholeReturn all, Instant at) {
        var edition = Agreement.edition(all)
                .orElseThrow(() -> new IllegalArgumentException("an edition that cannot be read"));
        var documents = new LinkedHashMap<String, String>();
        documents.put(CATALOG, OscalEdition.catalog(edition, at));
        documents.put(PROFILE, OscalEdition.profile(edition,
                all.head().profile().isEmpty() ? Edition.WHOLE : all.head().profile(), CATALOG, at));
        documents.put("assessment-results.json", of(all, at));
        if (!all.actions().isEmpty())
            documents.put("plan-of-action.json", OscalPlan.of(all.head().body(), all.actions(), all.head().id(), at));
        return documents;
    }
}

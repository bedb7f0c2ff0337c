package heed.assurance.exercise;

import heed.assurance.exercise.ReturnReading.Opened;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a return says, in words: what is signed off, frozen and sent to the board. It holds no name and no id of anybody
 * in it but the return's own.
 *
 * @param id           the return
 * @param body         whose it is
 * @param edition      the edition's code
 * @param editionTitle its title
 * @param version      the edition's version
 * @param profile      which part of it is answered
 * @param year         the year
 * @param number       which version of the return
 * @param windowFrom   first day that evidence may be about
 * @param windowUntil  the last
 * @param scale        the scale's code
 * @param scaleTitle   its title
 * @param scaleVersion its version
 * @param levels       the scale's levels
 * @param tally        the counts on both bases
 * @param items        every answer
 */
public record FrozenReturn(String id, String body, String edition, String editionTitle, int version, String profile,
        int year,
        int number, String windowFrom, String windowUntil, String scale, String scaleTitle, int scaleVersion,
        List<LevelLine> levels, String tally, List<ItemLine> items) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the lists. */
    public FrozenReturn {
        levels = List.copyOf(levels);
        items = List.copyOf(items);
    }

    /** A level of the scale. */
    public record LevelLine(String code, String word, String meaning) {
    }

    /** A question with everything under it. */
    public record ItemLine(String section, String code, String title, String answer, String carried,
            @Nullable String noAction, List<RatingLine> ratings, List<EvidenceLine> evidence, List<FactLine> facts,
            List<ActionLine> actions) {
    }

    /**
     * A rating.
     *
     * @param ground what it rests on; null for nothing
     * @param beside what has to be known when one reads it, such as what its reviewers could not do
     */
    public record RatingLine(String voice, String audience, String verdict, String word, @Nullable String attainment,
            @Nullable String evidenced, @Nullable String reason, @Nullable String override,
            @Nullable String transcribed, @Nullable GroundLine ground, @Nullable List<String> beside) {
        /** What has to be known of it; a copy from before this was kept has nothing. */
        @Override
        public List<String> beside() {
            return beside == null ? List.of() : List.copyOf(beside);
        }

        /** What it rests on and what has to be known of it, as printed beside it. */
        public List<String> known() {
            return Stream.concat(Stream.ofNullable(ground).map(g -> g.ground().shown()), beside().stream()).toList();
        }
    }

    /** What a rating rests on: the name of a {@link Rating.Ground.Kind}, which one, and when as year-month-day. */
    public record GroundLine(String kind, String words, @Nullable String day) {
        /** As it was given. */
        public Rating.Ground ground() {
            return new Rating.Ground(Rating.Ground.Kind.valueOf(kind), words,
                    day == null ? null : LocalDate.parse(day));
        }

        static @Nullable GroundLine of(Rating.@Nullable Ground ground) {
            if (ground == null)
                return null;
            var day = ground.day();
            return new GroundLine(ground.kind().name(), ground.words(), day == null ? null : day.toString());
        }
    }

    /** A statement of evidence that was accepted. */
    public record EvidenceLine(String words, List<String> about, String standing) {
    }

    /** A figure. */
    public record FactLine(String title, String says, String period, String origin, String source,
            @Nullable String asAt,
            List<Fact.Part> parts) {
    }

    /** An action as it stood. */
    public record ActionLine(String words, String lead, String state) {
    }

    static FrozenReturn of(Opened opened, String body) {
        var made = opened.made();
        var edition = opened.edition();
        var scale = edition.scale();
        return new FrozenReturn(made.id().toString(), body, edition.code(), edition.title(), edition.version(),
                made.profile(), made.year(), made.number(), made.window().from().toString(),
                made.window().to().toString(), scale.code(), scale.title(), scale.version(),
                scale.levels().stream().map(l -> new LevelLine(l.code(), l.word(), l.meaning())).toList(),
                opened.tally(),
                edition.sections().stream()
                        .flatMap(s -> s.questions().stream().map(q -> item(opened, s.title(), q))).toList());
    }

    private static ItemLine item(Opened opened, String section, ReturnEdition.Asked asked) {
        var code = asked.code();
        var item = opened.item(code).orElseThrow(() -> new IllegalStateException("a question without an answer"));
        return new ItemLine(section, code, asked.title(), item.answer(), item.carried().name(), item.noAction(),
                opened.ratings().stream().filter(r -> r.item().equals(code)).map(r -> rating(opened, r)).toList(),
                opened.statements().stream()
                        .filter(s -> s.item().equals(code) && s.state() == EvidenceState.ACCEPTED)
                        .map(s -> new EvidenceLine(s.words(), s.about().stream().map(ReturnWords::span).toList(),
                                s.in(opened.made().window()).name()))
                        .toList(),
                opened.facts().stream().filter(f -> f.items().contains(code)).map(FrozenReturn::fact).toList(),
                opened.actions().stream().filter(a -> a.item().equals(code))
                        .map(a -> new ActionLine(a.words(), a.lead(), a.state())).toList());
    }

    /** The same copy with what each voice says now: a rating given later has its ground and changes no answer. */
    FrozenReturn rated(Opened opened) {
        return new FrozenReturn(id, body, edition, editionTitle, version, profile, year, number, windowFrom,
                windowUntil,
                scale, scaleTitle, scaleVersion, levels, tally,
                items.stream().map(i -> new ItemLine(i.section(), i.code(), i.title(), i.answer(), i.carried(),
                        i.noAction(), opened.ratings().stream().filter(r -> r.item().equals(i.code()))
                                .map(r -> rating(opened, r)).toList(),
                        i.evidence(), i.facts(), i.actions())).toList());
    }

    private static RatingLine rating(Opened opened, Rating r) {
        var facets = r.verdict() instanceof Verdict.Level level ? level.facets() : null;
        return new RatingLine(r.voice().name(), r.audience().name(), r.verdict().stored(),
                ReturnWords.verdict(opened.edition().scale(), r.verdict()),
                facets == null ? null : facets.attainment(), facets == null ? null : facets.evidenced(),
                r.verdict() instanceof Verdict.NotApplicable no ? no.reason() : null, r.override(), r.transcribed(),
                GroundLine.of(r.ground()), opened.beside(r));
    }

    private static FactLine fact(Fact f) {
        var asAt = f.asAt();
        return new FactLine(f.title(), f.says(), ReturnWords.period(f), f.origin().words(), f.source(),
                asAt == null ? null : asAt.toString(), f.parts());
    }

    /** It as text, the same each time. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** It from its text. */
    public static FrozenReturn read(String json) {
        return JSON.readValue(json, FrozenReturn.class);
    }

    /** SHA-256 of its text, 32 bytes. */
    public static byte[] hash(String json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** A hash as people compare it. */
    public static String shown(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "FrozenReturn[" + id + "]";
    }
}

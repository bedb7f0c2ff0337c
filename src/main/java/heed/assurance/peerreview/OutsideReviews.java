package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.exercise.BesideRating;
import heed.assurance.exercise.PastReturns;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.ReturnEdition;
import heed.assurance.exercise.ReturnEditions;
import heed.assurance.exercise.Voice;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.assurance.importing.AcceptedPapers;
import heed.assurance.paper.AcceptedPaper;
import heed.assurance.paper.PaperKind;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reviews by people from outside, as an organisation records them of itself, and the judgements that stand in old papers. A
 * correction takes the place of what it corrects, which stays on record.
 */
@Component
public class OutsideReviews implements BesideRating {
    private static final String WORDS = "assurance.independent_review.words";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Seals seals;
    private final Frameworks frameworks;
    private final PastReturns past;
    private final AcceptedPapers papers;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    OutsideReviews(JdbcClient db, Seals seals, Frameworks frameworks, PastReturns past, AcceptedPapers papers,
            Transactions transactions, Trail trail, Clock clock) {
        this.db = db;
        this.seals = seals;
        this.frameworks = frameworks;
        this.past = past;
        this.papers = papers;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    private record Words(String title, List<IndependentReview.Member> team,
            List<IndependentReview.Limitation> limitations, List<IndependentReview.Area> areas,
            List<IndependentReview.Impact> impact, String judgement) {
    }

    /** Every review of the person's body as it is recorded now, the latest first; for those who keep its return. */
    List<IndependentReview> all(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var all = read(by);
            trail.add(by, Trace.list("outside-review.list", all.stream().map(IndependentReview::id).toList()));
            return all;
        });
    }

    private List<IndependentReview> read(Actor by) {
        return db.sql("""
                select * from assurance.independent_review r where r.scope_id = :scope and r.council_id = :council
                  and not exists (select from assurance.independent_review n
                    where n.scope_id = r.scope_id and n.replaces = r.id)
                order by r.until_day desc nulls last, r.made_at desc""").param("scope", by.scope())
                .param("council", by.council()).query((row, n) -> read(by, row)).list();
    }

    private IndependentReview read(Actor by, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var words = JSON.readValue(seals.key(by.scope(), id).open(row.getBytes("words"), WORDS, id), Words.class);
        return new IndependentReview(id, row.getObject("council_id", UUID.class),
                ReviewKind.valueOf(row.getString("kind")), words.title(), row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class), words.team(),
                Arrays.stream((String[]) row.getArray("methods").getArray()).map(ReviewMethod::valueOf).toList(),
                words.limitations(), words.areas(), words.impact(), words.judgement());
    }

    /** One. @throws heed.platform.Refused as not found */
    IndependentReview get(Actor by, UUID id) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var found = read(by).stream().filter(r -> r.id().equals(id)).findFirst()
                    .orElseThrow(() -> Refusal.NOT_FOUND.because("no such review"));
            trail.add(by, Trace.of("outside-review.view", id));
            return found;
        });
    }

    /** Published scales that levels of impact may be on: those about impact. */
    List<RatingScale> impactScales(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> frameworks.current(by).stream()
                .filter(f -> f.kind() == FrameworkKind.SCALE).map(f -> frameworks.scale(by, f.id()))
                .filter(s -> s.subject().equals("impact")).map(ReturnEditions::scale).toList());
    }

    /**
     * Records one.
     *
     * @param scale    the scale of its levels of impact
     * @param paper    the paper that it was read from; null for none
     * @param replaces what it corrects; null for nothing
     * @return what is wrong; empty where it was recorded
     * @throws heed.platform.Refused as moved on where what it corrects was corrected already
     */
    public List<IndependentReview.Fault> record(Actor by, IndependentReview review, RatingScale scale,
            @Nullable UUID paper,
            @Nullable UUID replaces) {
        by.must(Permission.KEEP_RETURN);
        var faults = review.faults(scale);
        if (!faults.isEmpty())
            return faults;
        return transactions.inScope(by.scope(), () -> {
            if (read(by).stream().anyMatch(r -> !r.id().equals(replaces)
                    && r.title().strip().equalsIgnoreCase(review.title().strip())))
                return List.of(IndependentReview.Fault.TITLE_TWICE);
            var words = new Words(review.title().strip(), review.team(), review.limitations(), review.areas(),
                    review.impact(), review.judgement().strip());
            try {
                db.sql("""
                        insert into assurance.independent_review (scope_id, id, council_id, kind, from_day, until_day,
                          words, methods, paper_id, replaces, made_by, made_at)
                        values (:scope, :id, :council, :kind, :from, :until, :words, :methods, coalesce(:paper, (select
                          r.paper_id from assurance.independent_review r where r.scope_id = :scope and r.id = :replaces)),
                          :replaces, :by, :at)""")
                        .param("scope", by.scope()).param("id", review.id()).param("council", by.council())
                        .param("kind", review.kind().name()).param("from", date(review.from()))
                        .param("until", date(review.until()))
                        .param("words",
                                seals.newKey(by.scope(), review.id()).seal(JSON.writeValueAsString(words), WORDS,
                                        review.id()))
                        .param("methods", review.methods().stream().map(Enum::name).toArray(String[]::new))
                        .param("paper", paper, Types.OTHER).param("replaces", replaces, Types.OTHER)
                        .param("by", by.staff())
                        .param("at", Timestamp.from(clock.instant())).update();
            } catch (DuplicateKeyException first) {
                throw Refusal.MOVED_ON.because("corrected already");
            }
            trail.add(by, Trace.of(replaces == null ? "outside-review.record" : "outside-review.correct", review.id()));
            return List.<IndependentReview.Fault>of();
        });
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    /** Published editions that a judgement may be on. */
    List<ReturnEdition> editions(Actor by) {
        return past.editions(by);
    }

    /** Accepted papers that hold judgements: reviews and reports. */
    List<AcceptedPaper> papers(Actor by) {
        by.must(Permission.KEEP_RETURN);
        return papers.of(by, List.of(PaperKind.REVIEW, PaperKind.REPORT));
    }

    /**
     * Adds judgements of old papers as ratings of that year, each by its own voice.
     *
     * @return what is wrong, in words; empty where they were added
     */
    List<String> judge(Actor by, ReturnEdition edition, List<PastJudgement> judgements) {
        by.must(Permission.KEEP_RETURN);
        var today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        var wrong = judgements.stream().flatMap(j -> j.faults(today).stream()).map(PastJudgement.Fault::words)
                .distinct().toList();
        if (!wrong.isEmpty())
            return wrong;
        return past.add(by, edition.id(), judgements.stream()
                .flatMap(j -> j.ratings(edition.scale(), by.staff(), clock.instant()).stream()).toList());
    }

    /** What each review is called and was called before it was corrected, by its id. */
    private Map<UUID, Set<String>> titles(Actor by) {
        record Row(UUID id, @Nullable UUID replaces, String title) {
        }
        var rows = db.sql("""
                select * from assurance.independent_review where scope_id = :scope and council_id = :council
                order by made_at, id""").param("scope", by.scope()).param("council", by.council())
                .query((row, n) -> new Row(row.getObject("id", UUID.class), row.getObject("replaces", UUID.class),
                        read(by, row).title().strip()))
                .list();
        var before = new HashMap<UUID, Row>();
        rows.forEach(r -> before.put(r.id(), r));
        var titles = new HashMap<UUID, Set<String>>();
        for (var row : rows) {
            var all = new HashSet<String>();
            for (var each = row; each != null; each = each.replaces() == null ? null : before.get(each.replaces()))
                all.add(each.title());
            titles.put(row.id(), all);
        }
        return titles;
    }

    @Override
    public List<String> of(Actor by, Rating rating) {
        if (rating.voice() != Voice.INDEPENDENT || rating.ground() == null)
            return List.of();
        return transactions.inScope(by.scope(),
                () -> {
                    var titles = titles(by);
                    return read(by).stream()
                            .flatMap(r -> r.limits(rating, titles.getOrDefault(r.id(), Set.of())).stream()).distinct()
                            .toList();
                });
    }
}

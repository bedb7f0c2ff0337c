package heed.demo;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.EvidenceWriting;
import heed.assurance.exercise.FactWriting;
import heed.assurance.exercise.Facets;
import heed.assurance.exercise.ItemSharing;
import heed.assurance.exercise.ItemWriting;
import heed.assurance.exercise.PastReturns;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.ReturnDesk;
import heed.assurance.exercise.SigningOff;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.peerreview.IndependentReview;
import heed.assurance.peerreview.OutsideReviews;
import heed.assurance.peerreview.ReviewKind;
import heed.assurance.peerreview.ReviewMethod;
import heed.platform.Actor;
import heed.platform.measure.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The invented councils' returns, as they were written: signed off and submitted, or half way. */
@Component
@Profile("demo")
class DemoReturns {
    /** The years that returns are of, as they are kept. */
    static final String LAST = "last";
    static final String THIS = "this";
    static final String AUDIT = "audit";

    /** Which letter the scale derives of each pair of answers. */
    private static final Map<String, String> LETTERS = Map.of("met evidence_ready", "B", "met evidence_not_ready", "G",
            "nearly evidence_ready", "G", "nearly evidence_not_ready", "G", "begun evidence_ready", "A",
            "begun evidence_not_ready", "A", "not_begun evidence_ready", "R", "not_begun evidence_not_ready", "R");

    private final ReturnDesk desk;
    private final ItemWriting writing;
    private final ItemSharing sharing;
    private final EvidenceWriting evidence;
    private final FactWriting figures;
    private final SigningOff signing;
    private final PastReturns past;
    private final OutsideReviews reviews;

    DemoReturns(ReturnDesk desk, ItemWriting writing, ItemSharing sharing, EvidenceWriting evidence,
            FactWriting figures, SigningOff signing, PastReturns past, OutsideReviews reviews) {
        this.desk = desk;
        this.writing = writing;
        this.sharing = sharing;
        this.evidence = evidence;
        this.figures = figures;
        this.signing = signing;
        this.past = past;
        this.reviews = reviews;
    }

    /** A rating as it is written: two answers, and the letter that follows. */
    static Verdict.Level verdict(DemoScript item) {
        var attainment = item.text("attainment");
        var evidenced = item.text("evidenced");
        var letter = LETTERS.get(attainment + " " + evidenced);
        if (letter == null)
            throw new IllegalStateException(item.text("code") + " is rated by answers that the scale does not have");
        return new Verdict.Level(letter, new Facets(attainment, evidenced));
    }

    /** The answers that a council gave in a year. */
    static List<DemoScript> items(DemoStory story, String scope, String year) {
        var today = story.today();
        if (year.equals(AUDIT))
            return DemoScript.read("return-audit.yaml", today).each(scope);
        return DemoScript.read(scope.equals(DemoStory.COUNCIL) ? "return-last.yaml" : "return-neighbour.yaml", today)
                .each("items");
    }

    private static int opened(String year) {
        return switch (year) {
            case LAST -> -398;
            case AUDIT -> -66;
            default -> -33;
        };
    }

    private static int signed(String year) {
        return year.equals(LAST) ? -352 : -47;
    }

    /** Opened, written and signed off, in a transaction of the council's scope. */
    void written(DemoStory story, String scope, String year) {
        var keeper = story.keeper(scope);
        var ret = opened(story, scope, year, null);
        var day = opened(year) + 3;
        for (var item : items(story, scope, year)) {
            write(story, ret, item, keeper, day);
            day += year.equals(LAST) ? 4 : 2;
        }
        if (scope.equals(DemoStory.COUNCIL) && year.equals(LAST)) {
            var script = DemoScript.read("return-last.yaml", story.today());
            figures(story, ret, script, keeper, day);
            for (var review : script.each("outside"))
                outside(story, review, keeper, day);
        }
        // Written once is version 1; each move counts on.
        DemoClock.at(story.at(signed(year) - 3, 0), () -> desk.askForReview(keeper, ret, 1));
        DemoClock.at(story.at(signed(year), 30), () -> signing.sign(story.signer(scope), ret, 2,
                new SigningOff.Signature("Safeguarding group", "Minute 4", story.day(signed(year) - 1),
                        "Chief executive")));
    }

    /** What people from outside found, with what they could not do: its ratings are signed off with the return. */
    private void outside(DemoStory story, DemoScript script, Actor keeper, int day) {
        DemoClock.at(story.at(day, 45), () -> {
            var edition = past.editions(keeper).stream().filter(e -> e.code().startsWith("standards-"))
                    .findFirst().orElseThrow();
            var review = new IndependentReview(UUID.randomUUID(), keeper.council(), ReviewKind.AUDIT,
                    script.text("title"), story.day(day - 30), story.day(day - 9),
                    List.of(new IndependentReview.Member(script.text("by"), false)),
                    List.of(ReviewMethod.DOCUMENTS, ReviewMethod.INTERVIEWS),
                    List.of(new IndependentReview.Limitation(script.text("limitation"),
                            List.of(ReviewMethod.CASE_FILES), List.of())),
                    List.of(), List.of(), "");
            var faults = reviews.record(keeper, review, edition.scale(), null, null);
            var wrong = past.add(keeper, edition.id(), script.each("grades").stream()
                    .map(g -> review.rating(g.text("code"), Audience.ALL, edition.scale(),
                            new Verdict.Level(g.text("level"), null), review.id(), keeper.staff(), story.at(day, 45),
                            script.text("source")))
                    .toList());
            if (!faults.isEmpty() || !wrong.isEmpty())
                throw new IllegalStateException("the audit cannot be kept: " + faults + wrong);
        });
    }

    private UUID opened(DemoStory story, String scope, String year, @Nullable UUID from) {
        var ret = DemoClock.at(story.at(opened(year), 0), () -> desk.answer(story.keeper(scope),
                story.id("invitation:" + year + ":" + scope), from));
        story.keep("return:" + year + ":" + scope, ret);
        return ret;
    }

    /** Submitted: from the council's scope to the board's. */
    void submitted(DemoStory story, String scope, String year) {
        DemoClock.at(story.at(signed(year) + 2, 0),
                () -> signing.submit(story.keeper(scope), story.id("return:" + year + ":" + scope), 3));
    }

    /** This year's return of the council: begun from last year's, shared out and half written. */
    void thisYear(DemoStory story) {
        var script = DemoScript.read("return-this.yaml", story.today());
        var keeper = story.keeper(DemoStory.COUNCIL);
        var ret = opened(story, DemoStory.COUNCIL, THIS,
                story.find("return:" + LAST + ":" + DemoStory.COUNCIL).orElse(null));
        for (var share : script.each("shares"))
            DemoClock.at(story.at(-32, 0), () -> sharing.share(keeper, ret, List.of(share.text("code")),
                    story.acting(share.text("to")).staff(), story.day(share.number("due"))));
        int day = -28;
        for (var item : script.each("items")) {
            var by = item.maybe("by");
            write(story, ret, item, by == null ? keeper : story.acting(by), day);
            day += 4;
        }
        figures(story, ret, script, keeper, -3);
        for (var counted : script.each("counted"))
            DemoClock.at(story.at(-2, 0), () -> {
                figures.count(keeper, ret, counted.text("code"), counted.text("measure"), null,
                        new Period(story.today().withDayOfMonth(1).minusMonths(12),
                                story.today().withDayOfMonth(1)));
            });
    }

    /** What a lost paper of years ago said, typed in. */
    void yearsAgo(DemoStory story) {
        var script = DemoScript.read("return-early.yaml", story.today());
        var keeper = story.keeper(DemoStory.COUNCIL);
        DemoClock.at(story.at(-12, 0), () -> {
            // It comes with the crosswalk, once the council takes part.
            var edition = past.editions(keeper).stream().filter(e -> e.scale().code().equals("partnership-grades"))
                    .findFirst().orElseThrow();
            var wrong = past.add(keeper, edition.id(), script.each("grades").stream()
                    .map(g -> new Rating(UUID.randomUUID(), g.text("code"), Voice.SELF, Audience.ALL,
                            edition.scale().code(), edition.scale().version(), new Verdict.Level(g.text("level"), null),
                            keeper.council(), keeper.staff(), story.at(-12, 0), null, null, script.text("from")))
                    .toList());
            if (!wrong.isEmpty())
                throw new IllegalStateException("the lost paper cannot be typed in: " + wrong);
        });
    }

    private void figures(DemoStory story, UUID ret, DemoScript script, Actor keeper, int day) {
        for (var figure : script.each("figures"))
            DemoClock.at(story.at(day, 15), () -> {
                figures.type(keeper, ret, figure.text("code"),
                        new FactWriting.Typed(figure.text("title"), new BigDecimal(figure.text("value")),
                                figure.text("unit"), null, null, figure.text("source")));
            });
    }

    private void write(DemoStory story, UUID ret, DemoScript item, Actor by, int day) {
        var code = item.text("code");
        int version = 0;
        if (item.has("confirm")) {
            DemoClock.at(story.at(day, 0), () -> writing.confirm(by, ret, code, 0));
            version++;
        }
        var answer = item.maybe("answer");
        if (answer != null) {
            DemoClock.at(story.at(day, 10), () -> {
                writing.answer(by, ret, code, 0, answer);
            });
            version++;
        }
        int minutes = 20;
        for (var words : item.lines("evidence"))
            DemoClock.at(story.at(day, minutes++), () -> {
                evidence.write(by, ret, code, words, null);
            });
        if (item.has("attainment")) {
            var faults = DemoClock.at(story.at(day, 40),
                    () -> writing.rate(by, ret, code, Audience.ALL, verdict(item), null));
            if (!faults.isEmpty())
                throw new IllegalStateException(code + " cannot be rated: " + faults);
        }
        var why = item.maybe("noAction");
        int seen = version;
        if (why != null)
            DemoClock.at(story.at(day, 50), () -> writing.withoutAction(by, ret, code, seen, why));
    }
}

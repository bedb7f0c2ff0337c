package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.evidence.Window;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.measure.Answer;
import heed.platform.measure.Figure;
import heed.platform.measure.Measure;
import heed.platform.measure.Measures;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import heed.platform.measure.Sight;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts figures into a return: counted by Heed's named measures, or typed with a source. */
@Component
public class FactWriting {
    private final ReturnFacts facts;
    private final Returns returns;
    private final Measures measures;
    private final OpenItem open;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    FactWriting(ReturnFacts facts, Returns returns, Measures measures, OpenItem open, Transactions transactions,
            Trail trail, Clock clock) {
        this.facts = facts;
        this.returns = returns;
        this.measures = measures;
        this.open = open;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** The measures that somebody may count, in order; none for those who see no figures. */
    List<Measure> offered(Actor by) {
        return by.may(Permission.SEE_FIGURES) ? measures.all() : List.of();
    }

    /**
     * Counts a measure and cites it.
     *
     * @param split the code of a split; null for the whole alone
     * @throws heed.platform.Refused as not found for those who see no figures; as not allowed now for a period that has not
     *                               begun, or where there is no number
     */
    public UUID count(Actor by, UUID ret, String code, String measure, @Nullable String split, Period period) {
        by.must(Permission.SEE_FIGURES);
        return transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            returns.item(by, ret, code);
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            if (period.start().isAfter(now))
                throw Refusal.NOT_ALLOWED_NOW.because("the period has not begun");
            var made = counted(UUID.randomUUID(), List.of(code), measures.get(measure), split, period, now, by);
            facts.add(by, ret, made);
            trail.add(by, Trace.of("fact.count", made.id()).because(measure));
            return made.id();
        });
    }

    private static Fact counted(UUID id, List<String> items, Measure measure, @Nullable String split, Period period,
            Instant now, Actor by) {
        var asked = Question.of(period, now).by(split)
                .within(by.may(Permission.PUBLISH_FIGURES) ? Sight.PUBLISHED : Sight.OWN);
        Answer answer = measure.ask(by, asked);
        var definition = answer.definition();
        var whole = answer.whole();
        if (whole.state() != Figure.State.KNOWN && !definition.unit().counts())
            throw Refusal.NOT_ALLOWED_NOW.because("there is no number");
        return new Fact(id, items, definition.code(), definition.title(), BigDecimal.valueOf(whole.value()),
                definition.unit().words(2), period.from(), period.last(), Fact.Origin.COUNTED,
                definition.counts() + (definition.leaves().isEmpty() ? "" : " " + definition.leaves()),
                answer.say(whole),
                answer.parts().stream().filter(p -> p.state() != Figure.State.NONE)
                        .map(p -> new Fact.Part(p.words(), answer.say(p))).toList(),
                split, now, now);
    }

    /**
     * A figure that somebody types.
     *
     * @param title  what is counted
     * @param value  the number
     * @param unit   what the number is of, in the plural
     * @param from   first day of the period; null for none
     * @param until  last day of the period; null for none
     * @param source where it can be looked up
     */
    public record Typed(String title, BigDecimal value, String unit, @Nullable LocalDate from,
            @Nullable LocalDate until,
            String source) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** Enters a figure that somebody typed, and cites it. */
    public UUID type(Actor by, UUID ret, String code, Typed typed) {
        by.must(Permission.RAISE);
        return transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            returns.item(by, ret, code);
            var made = new Fact(UUID.randomUUID(), List.of(code), typed.title().strip(), typed.title().strip(),
                    typed.value(), typed.unit().strip(), typed.from(), typed.until(), Fact.Origin.TYPED,
                    typed.source().strip(), typed.value().toPlainString() + " " + typed.unit().strip(), List.of(),
                    null, null, clock.instant());
            facts.add(by, ret, made);
            trail.add(by, Trace.of("fact.type", made.id()));
            return made.id();
        });
    }

    /** Figures of a return that a question does not cite yet. For who keeps the return. */
    List<Fact> citable(Actor by, UUID ret, String code) {
        if (!by.may(Permission.KEEP_RETURN))
            return List.of();
        return transactions.inScope(by.scope(), () -> {
            returns.get(by, ret);
            var all = facts.of(by, ret).stream().filter(f -> !f.items().contains(code)).toList();
            trail.add(by, Trace.list("fact.list", ret, all.stream().map(Fact::id).toList()));
            return all;
        });
    }

    /** Cites a figure of the return for another question too. */
    void cite(Actor by, UUID ret, String code, UUID fact) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            returns.item(by, ret, code);
            facts.get(by, ret, fact);
            facts.cite(by, fact, code);
            trail.add(by, Trace.of("fact.cite", fact));
        });
    }

    /** A question cites it no more. */
    void drop(Actor by, UUID ret, String code, UUID fact) {
        by.must(Permission.RAISE);
        transactions.inScope(by.scope(), () -> {
            open.hold(by, ret, code);
            if (!facts.get(by, ret, fact).items().contains(code))
                throw Refusal.NOT_FOUND.because("not cited there");
            facts.drop(by, fact, code);
            trail.add(by, Trace.of("fact.drop", fact));
        });
    }

    /** Counts every counted figure of a return anew. For who keeps the return, in the transaction that is open. */
    void recount(Actor by, Return made) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        for (var fact : facts.of(by, made.id()))
            if (fact.origin() == Fact.Origin.COUNTED && fact.from() != null && fact.until() != null) {
                Fact again;
                try {
                    again = counted(fact.id(), fact.items(), measures.get(fact.measure()), fact.split(),
                            new Period(fact.from(), fact.until().plusDays(1)), now, by);
                } catch (Refused nothingToCount) {
                    // It stays as it was counted last, and says when that was: a review must not wait for it.
                    continue;
                }
                facts.recount(by, made.id(), again);
                trail.add(by, Trace.of("fact.count", fact.id()).because(fact.measure()));
            }
    }

    /** The days of a window as a measure takes them. */
    static Period period(Window window) {
        return new Period(window.from(), window.to().plusDays(1));
    }
}

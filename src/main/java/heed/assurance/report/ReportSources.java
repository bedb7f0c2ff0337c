package heed.assurance.report;

import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.SignedCopies;
import heed.assurance.plan.ActionPlan;
import heed.assurance.plan.Plans;
import heed.platform.Actor;
import heed.platform.Refused;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a report is computed from: the return, the plans, and what weakens the ratings. */
@Component
class ReportSources {
    private final SignedCopies copies;
    private final Plans plans;

    ReportSources(SignedCopies copies, Plans plans) {
        this.copies = copies;
        this.plans = plans;
    }

    /**
     * What is there now.
     *
     * @param ret       the return, in its latest version
     * @param completed what was completed of the past year's plan
     * @param plan      the next one
     * @param limits    what weakens ratings
     */
    record Now(SignedCopies.Copied ret, List<ReportAction> completed, List<ReportAction> plan,
            List<FrozenReport.Limit> limits) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Now[" + ret.id() + "]";
        }
    }

    /** What there is now. In the caller's transaction. */
    Now now(Actor by, Reports.Kept kept) {
        var ret = copies.latest(by, kept.report().ret());
        return new Now(ret, sheet(by, kept.past()).map(PlanLines::completed).orElse(List.of()),
                sheet(by, kept.next()).map(PlanLines::plan).orElse(List.of()),
                ret.beside().stream().map(b -> new FrozenReport.Limit(b.voice(), b.words())).toList());
    }

    /** A plan; none where there is none, or they read no plans. */
    private Optional<Plans.Sheet> sheet(Actor by, @Nullable UUID plan) {
        try {
            return plan == null ? Optional.empty() : Optional.of(plans.show(by, plan));
        } catch (Refused gone) {
            return Optional.empty();
        }
    }

    /** The returns that a report can tell of. */
    List<SignedCopies.Offered> returns(Actor by) {
        return copies.all(by);
    }

    /** The plans of the body they work for, the latest first. */
    List<ActionPlan> plans(Actor by) {
        return plans.all(by).stream().filter(p -> p.council().equals(by.council())).toList();
    }

    /** Two plans: of the year that a return is about, and of the one after it. */
    record Pair(@Nullable UUID past, @Nullable UUID next) {
    }

    /** The plans that a report on this return most likely takes. In the caller's transaction. */
    Pair likely(Actor by, UUID ret) {
        var window = copies.latest(by, ret).window();
        return likely(plans(by), window.from(), window.to());
    }

    static Pair likely(List<ActionPlan> plans, LocalDate from, LocalDate to) {
        var dated = plans.stream().filter(p -> p.year() != null).toList();
        var past = dated.stream().filter(p -> shared(p, from, to) > 0)
                .max(Comparator.comparingLong(p -> shared(p, from, to))).orElse(null);
        var next = past == null
                ? plans.stream().findFirst().orElse(null)
                : dated.stream().filter(past::before).min(Comparator.comparing(p -> Objects.requireNonNull(p.year())
                        .from())).orElse(past);
        return new Pair(past == null ? null : past.id(), next == null ? null : next.id());
    }

    /** How many days a plan has in common with these. */
    private static long shared(ActionPlan plan, LocalDate from, LocalDate to) {
        var year = Objects.requireNonNull(plan.year());
        var first = year.from().isAfter(from) ? year.from() : from;
        var last = year.to().isBefore(to) ? year.to() : to;
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** Titles of the edition's sections that a return answers, in order. */
    static List<String> sections(FrozenReturn copy) {
        return copy.items().stream().map(FrozenReturn.ItemLine::section).distinct().toList();
    }
}

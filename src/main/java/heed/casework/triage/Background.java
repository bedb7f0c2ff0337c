package heed.casework.triage;

import heed.casework.advice.Advice;
import heed.casework.advice.AdviceDesk;
import heed.casework.call.Call;
import heed.casework.call.Calls;
import heed.casework.coding.Coding;
import heed.casework.coding.Codings;
import heed.casework.concern.Concern;
import heed.casework.countersign.Countersignatures;
import heed.casework.household.Earlier;
import heed.casework.household.Household;
import heed.casework.known.KnownPeople;
import heed.casework.known.Matched;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands around a concern on the officers' page: calls, coding, earlier concerns, countersignature, advice. */
@Component
class Background {
    private final Calls calls;
    private final Codings codings;
    private final KnownPeople knownPeople;
    private final Countersignatures countersignatures;
    private final AdviceDesk advice;
    private final Decisions decisions;
    private final Staff staff;
    private final Transactions transactions;

    Background(Calls calls, Codings codings, KnownPeople knownPeople, Countersignatures countersignatures,
            AdviceDesk advice, Decisions decisions, Staff staff, Transactions transactions) {
        this.calls = calls;
        this.codings = codings;
        this.knownPeople = knownPeople;
        this.countersignatures = countersignatures;
        this.advice = advice;
        this.decisions = decisions;
        this.staff = staff;
        this.transactions = transactions;
    }

    /**
     * All of it.
     *
     * @param matched who those it names may be
     * @param due   what is owed after a call, by the call's id
     * @param leads who leads the case of an earlier concern, by the case's id
     * @param names of everybody mentioned, those of the concern itself too
     */
    record Known(List<Call> calls, Map<UUID, Call.Due> due, Coding coding, Matched matched, List<Earlier> earlier,
            Map<UUID, UUID> leads, Map<UUID, Countersignatures.Signed> signed,
            Optional<Countersignatures.Waits> waits, List<Advice> advice, Map<UUID, String> names) {
    }

    /** Reads what stands around a concern that the officer has just opened. */
    Known of(Actor by, Desk.Opened opened) {
        return transactions.inScope(by.scope(), () -> {
            var concern = opened.concern();
            var made = calls.of(by, concern);
            var due = new HashMap<UUID, Call.Due>();
            made.forEach(call -> calls.due(by, concern, call).ifPresent(owed -> due.put(call.id(), owed)));
            var coding = codings.of(by, concern);
            var matched = knownPeople.match(by, concern);
            var earlier = Household.earlier(matched);
            var leads = decisions.leads(earlier.stream().map(Earlier::concern).map(Concern::caseId)
                    .filter(Objects::nonNull).toList());
            var signed = countersignatures.of(by, concern);
            var waits = countersignatures.waits(by, concern);
            var asked = advice.before(by, concern);
            var ids = new HashSet<UUID>(leads.values());
            made.forEach(call -> {
                ids.add(call.loggedBy());
                call.steps().forEach(step -> ids.add(step.by()));
            });
            coding.types().forEach(t -> Stream.of(t.by(), t.offBy()).filter(Objects::nonNull).forEach(ids::add));
            coding.levels().forEach(l -> ids.add(l.by()));
            coding.actBys().forEach(a -> ids.add(a.by()));
            coding.wards().forEach(w -> ids.add(w.by()));
            signed.values().forEach(s -> ids.add(s.by()));
            asked.forEach(a -> Stream.of(a.askedBy(), a.answer() == null ? null : a.answer().by())
                    .filter(Objects::nonNull).forEach(ids::add));
            var names = new HashMap<>(opened.names());
            names.putAll(staff.names(by, ids));
            return new Known(made, due, coding, matched, earlier, leads, signed, waits, asked, names);
        });
    }
}

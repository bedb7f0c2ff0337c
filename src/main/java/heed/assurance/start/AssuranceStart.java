package heed.assurance.start;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.assurance.AssurancePart.Part;
import heed.assurance.AssurancePart.Row;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is there for somebody in assurance, part by part as the slices give it. */
@Component
class AssuranceStart {
    private static final List<Permission> PERMITS = List.of(Permission.KEEP_FRAMEWORKS, Permission.RUN_CYCLES,
            Permission.KEEP_RETURN, Permission.IMPORT_PAPERS, Permission.KEEP_PLANS, Permission.SIGN_OFF_RETURN);

    private final ObjectProvider<AssurancePart> parts;
    private final Transactions transactions;
    private final Trail trail;

    AssuranceStart(ObjectProvider<AssurancePart> parts, Transactions transactions, Trail trail) {
        this.parts = parts;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Everything that is there for them, in order. */
    List<Part> parts(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var found = parts.orderedStream().map(p -> p.part(by)).flatMap(Optional::stream).toList();
            trail.add(by, Trace.list("assurance.list",
                    found.stream().flatMap(p -> p.rows().stream()).map(Row::id).distinct().toList()));
            return found;
        });
    }

    /** Whether assurance is any of their business. */
    boolean concerns(Actor by) {
        return PERMITS.stream().anyMatch(by::may)
                || by.may(Permission.RAISE) && transactions.inScope(by.scope(),
                        () -> parts.orderedStream().anyMatch(p -> p.shared(by)));
    }
}

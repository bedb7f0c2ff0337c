package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.cycle.ReturnPlace;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the return of an invitation is: its latest version, for those who read it, or where it is begun. */
@Component
class ReturnPlaces implements ReturnPlace {
    private final Returns returns;
    private final Transactions transactions;

    ReturnPlaces(Returns returns, Transactions transactions) {
        this.returns = returns;
        this.transactions = transactions;
    }

    @Override
    public Optional<Place> of(Actor by, UUID invitation) {
        return transactions.inScope(by.scope(), () -> {
            var all = returns.all(by).stream().filter(r -> invitation.equals(r.participation())).toList();
            return all.stream().filter(r -> all.stream().noneMatch(a -> r.id().equals(a.amends()))).findFirst()
                    .map(r -> new Place("Open the return", r.href(), true))
                    .or(() -> by.may(Permission.KEEP_RETURN)
                            ? Optional.of(new Place("Begin the return", "/assurance/returns/opening", false))
                            : Optional.empty());
        });
    }
}

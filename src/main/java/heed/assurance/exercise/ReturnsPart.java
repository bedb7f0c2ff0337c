package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Returns on the page "Assurance": all of them for who keeps or signs them, for everyone else those shared with them. */
@Component
@Order(20)
class ReturnsPart implements AssurancePart {
    private final Returns returns;
    private final ReturnEditions editions;
    private final Clock clock;

    ReturnsPart(Returns returns, ReturnEditions editions, Clock clock) {
        this.returns = returns;
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public Optional<Part> part(Actor by) {
        var all = returns.all(by);
        var reads = WhoReads.of(by);
        if (all.isEmpty() && !reads.all())
            return Optional.empty();
        var amended = all.stream().map(Return::amends).filter(Objects::nonNull).toList();
        var rows = all.stream().filter(r -> !amended.contains(r.id())).map(r -> row(by, reads, r)).toList();
        return Optional.of(new Part("Returns", rows,
                by.may(Permission.KEEP_RETURN)
                        ? "No return yet. Open one when a board invites you, or one of your own."
                        : "No return yet. The safeguarding coordinator opens it.",
                by.may(Permission.KEEP_RETURN)
                        ? List.of(new Way("Open a return", "/assurance/returns/opening"),
                                new Way("Bring a return in", "/assurance/returns/files"))
                        : List.of()));
    }

    private Row row(Actor by, WhoReads reads, Return made) {
        var mine = returns.shares(made.id()).stream().filter(s -> s.staff().equals(reads.me()) && s.doneAt() == null)
                .toList();
        var due = mine.stream().map(Share::due).min(LocalDate::compareTo);
        var hint = due.map(d -> (mine.size() == 1 ? "1 question" : mine.size() + " questions") + " for you, by "
                + ReturnWords.day(d) + (d.isBefore(LocalDate.ofInstant(clock.instant(),
                        LondonTime.ZONE)) ? " (late)" : ""))
                .orElse(made.number() > 1 ? "Version " + made.number() : "");
        return new Row(made.id(), editions.title(by, made.edition()) + " " + made.year(), made.href(), hint,
                made.state().words(), made.state().colour());
    }

    @Override
    public boolean shared(Actor by) {
        return returns.shared(by);
    }
}

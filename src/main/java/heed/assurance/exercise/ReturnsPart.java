package heed.assurance.exercise;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.assurance.cycle.Invited;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Returns on the page "Assurance": all of them for who keeps or signs them, for everyone else those shared with them. */
@Component
@Order(20)
class ReturnsPart implements AssurancePart {
    private final Returns returns;
    private final ReturnEditions editions;
    private final ReturnInvitations invitations;
    private final Clock clock;

    ReturnsPart(Returns returns, ReturnEditions editions, ReturnInvitations invitations, Clock clock) {
        this.returns = returns;
        this.editions = editions;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Optional<Part> part(Actor by) {
        var reads = WhoReads.of(by);
        // For whom only answers are shared with, what nobody writes any more stands apart: nothing of it waits for them.
        var shown = latest(by).filter(r -> reads.all() || r.state().open()).toList();
        if (shown.isEmpty() && !reads.all())
            return Optional.empty();
        var titles = editions.titles(by, shown.stream().map(Return::edition).distinct().toList());
        var toDo = returns.toDo(by).stream().collect(Collectors.groupingBy(Returns.ToDo::ret));
        var wanted = by.may(Permission.KEEP_RETURN) ? invitations.known(by) : Map.<UUID, Invited>of();
        var today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        var rows = shown.stream()
                .map(r -> new Row(r.id(), titles.getOrDefault(r.edition(), "") + " " + r.year(), r.href(),
                        hint(r, toDo.getOrDefault(r.id(), List.of()), wanted, today), r.state().words(),
                        r.state().colour()))
                .toList();
        return Optional.of(new Part("Returns", rows,
                by.may(Permission.KEEP_RETURN)
                        ? "No return yet. Open one when a board invites you, or one of your own."
                        : "No return yet. The safeguarding coordinator opens it.",
                by.may(Permission.KEEP_RETURN)
                        ? List.of(new Way("Open a return", "/assurance/returns/opening"),
                                new Way("Bring a return in", "/assurance/returns/files"))
                        : List.of()));
    }

    /** Returns that they read, but those that a later one corrects, which they read too. */
    private Stream<Return> latest(Actor by) {
        var all = returns.all(by);
        var amended = all.stream().map(Return::amends).filter(Objects::nonNull).toList();
        return all.stream().filter(r -> !amended.contains(r.id()));
    }

    /** What waits for them first; then what is late; then by when it is wanted. */
    private static String hint(Return made, List<Returns.ToDo> toDo, Map<UUID, Invited> wanted, LocalDate today) {
        var said = new ArrayList<String>();
        if (made.number() > 1)
            said.add("Version " + made.number());
        var mine = toDo.stream().filter(Returns.ToDo::mine).toList();
        if (!mine.isEmpty())
            said.add(many(mine.size()) + " for you, by " + ReturnWords.day(mine.getFirst().due())
                    + (mine.getFirst().due().isBefore(today) ? " (late)" : ""));
        var late = toDo.stream().filter(t -> !t.mine() && t.due().isBefore(today)).count();
        if (late > 0)
            said.add(many(late) + " shared out and late");
        var invited = made.participation() == null ? null : wanted.get(made.participation());
        if (invited != null)
            said.add(invited.boardName()
                    + (made.state().submitted() ? "" : ", return by " + ReturnWords.day(invited.returnsBy())));
        return String.join(". ", said);
    }

    private static String many(long questions) {
        return questions == 1 ? "1 question" : questions + " questions";
    }

    @Override
    public boolean shared(Actor by) {
        return returns.shared(by);
    }

    /** Returns of which answers are still shared with somebody, and which nobody writes any more: to be read. */
    @Component
    @Order(21)
    static class Helped implements AssurancePart {
        private final ReturnsPart returns;

        Helped(ReturnsPart returns) {
            this.returns = returns;
        }

        @Override
        public Optional<Part> part(Actor by) {
            return returns.helped(by);
        }
    }

    private Optional<Part> helped(Actor by) {
        var shown = WhoReads.of(by).all()
                ? List.<Return>of()
                : latest(by).filter(r -> !r.state().open()).toList();
        if (shown.isEmpty())
            return Optional.empty();
        var titles = editions.titles(by, shown.stream().map(Return::edition).distinct().toList());
        return Optional.of(new Part("Returns you helped to write", shown.stream()
                .map(r -> new Row(r.id(), titles.getOrDefault(r.edition(), "") + " " + r.year(), r.href(),
                        r.number() > 1 ? "Version " + r.number() : "", r.state().words(), r.state().colour()))
                .toList(), "", List.of()));
    }
}

package heed.assurance.report;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Moves reports: checks and freezes them, approves, publishes, withdraws, corrects and gives them up. */
@Component
public class ReportDesk {
    private final Reports reports;
    private final ReportReading reading;
    private final ReportCounting counting;
    private final Grants grants;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ReportDesk(Reports reports, ReportReading reading, ReportCounting counting, Grants grants, Outbox outbox,
            Transactions transactions, Trail trail, Clock clock) {
        this.reports = reports;
        this.reading = reading;
        this.counting = counting;
        this.grants = grants;
        this.outbox = outbox;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A report with what may tell of somebody in it. */
    public record Checking(ReportReading.Opened opened, List<Disclosure.Found> found) {
        /** What nobody has looked at yet. */
        public List<Disclosure.Found> open() {
            return Disclosure.open(found, opened.settled());
        }
    }

    /** Reads a report through, before it is checked. */
    public Checking checking(Actor by, UUID id) {
        ReportReading.must(by);
        return transactions.inScope(by.scope(), () -> {
            var opened = reading.open(by, id, "report.check-through");
            return new Checking(opened, Disclosure.in(opened.says(), today()));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
    }

    /**
     * Checks a report: figures are counted a last time, and what it says is frozen.
     *
     * @param seen the version that was read
     * @throws heed.platform.Refused as moved on where somebody changed it since; as not allowed now while something is
     *                               missing or nobody looked at what may tell of somebody
     */
    public void check(Actor by, UUID id, int seen) {
        by.must(Permission.KEEP_RETURN);
        transactions.inScope(by.scope(), () -> {
            var held = held(by, id, seen);
            var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var typed = reports.typed(by, id);
            var counted = ReportReading.counted(typed);
            if (!counted.isEmpty())
                reports.type(by, id, WrittenPart.FIGURES,
                        typed.getOrDefault(WrittenPart.FIGURES, Reports.Typed.NOTHING).version() + 1,
                        ReportWriting.boxes(counted.stream()
                                .map(c -> counting.count(by, c.measure(), c.from(), c.until(), now)).toList()),
                        now);
            var opened = reading.read(by, held);
            var found = Disclosure.in(opened.says(), today());
            var says = opened.says().settledBy(Disclosure.kept(found, opened.settled()));
            var moved = held.report().checked(by, now, opened.missing().size(),
                    Disclosure.open(found, opened.settled()).size(), says);
            reports.save(by, moved, says.json());
            trail.add(by, Trace.of("report.move", id).because(ReportMove.CHECK.name()));
            for (var signs : grants.holders(by, Role.ACCOUNTABLE_OFFICER))
                if (!by.is(signs))
                    outbox.add(by, signs, ReportMail.REPORT_TO_APPROVE, null, false);
        });
    }

    private Reports.Kept held(Actor by, UUID id, int seen) {
        var held = reports.hold(by, id);
        if (held.report().version() != seen)
            throw Refusal.MOVED_ON.because("changed since it was read");
        return held;
    }

    /** Whether somebody may make a move, as far as it is about who they are. */
    static boolean may(Actor by, ReportMove move) {
        return by.may(switch (move.who()) {
            case AUTHOR -> Permission.KEEP_RETURN;
            case SIGNATORY -> Permission.SIGN_OFF_RETURN;
        });
    }

    /**
     * Makes a move that is neither checking nor correcting.
     *
     * @param seen the version that was read
     * @throws heed.platform.Refused as not found for those whose move it is not; as moved on where it stands elsewhere; as
     *                               not allowed now without the words it needs or where its guard says no
     */
    public void move(Actor by, UUID id, int seen, ReportMove move, String note) {
        if (!may(by, move))
            throw Refusal.NOT_FOUND.because("not their move");
        transactions.inScope(by.scope(), () -> {
            var held = held(by, id, seen);
            var now = clock.instant();
            var moved = switch (move) {
                case APPROVE -> held.report().approved(by, now);
                case PUBLISH -> held.report().published(by, now, reports.frozen(by, id)
                        .orElseThrow(() -> Refusal.MOVED_ON.because("nothing is frozen")));
                case WRITE_ON, GIVE_BACK, GIVE_UP, WITHDRAW -> held.report().move(move, by, now, note);
                case BEGIN, AMEND, CHECK -> throw Refusal.NOT_FOUND.because(move + " is made elsewhere");
            };
            reports.save(by, moved, null);
            trail.add(by, Trace.of("report.move", id).because(move.name()));
            var checker = held.report().checkedBy();
            if (checker != null && !by.is(checker))
                told(move).ifPresent(mail -> outbox.add(by, checker, mail, null, false));
        });
    }

    /** What whoever checked it is told when another moves it on. */
    private static Optional<ReportMail> told(ReportMove move) {
        return switch (move) {
            case APPROVE -> Optional.of(ReportMail.REPORT_APPROVED);
            case GIVE_BACK -> Optional.of(ReportMail.REPORT_GIVEN_BACK);
            default -> Optional.empty();
        };
    }

    /**
     * Begins the version that corrects one that went out, with all that was written in it.
     *
     * @return the new version
     * @throws heed.platform.Refused as not allowed now without a reason, or while it can be changed itself; as moved on where
     *                               somebody corrected it already
     */
    UUID amend(Actor by, UUID id, String why) {
        by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var old = reports.hold(by, id);
            var amended = old.report().amended(by, clock.instant(), why);
            try {
                reports.begin(by, amended, old.past(), old.next());
            } catch (DuplicateKeyException first) {
                throw Refusal.MOVED_ON.because("corrected already");
            }
            var made = amended.report().id();
            reports.typed(by, id)
                    .forEach((part, typed) -> reports.type(by, made, part, 1, typed.boxes(), amended.at()));
            trail.add(by, new Trace("report.amend", made, List.of(), List.of(id), null));
            return made;
        });
    }
}

package heed.casework.rota;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.staff.Staff;
import heed.casework.concern.OnDuty;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who is on duty, for everyone; and the shifts, for those who make them. Somebody who has left, or whose role as an officer
 * has ended, is never on duty, whatever a shift says.
 */
@Service
public class Rota implements OnDuty {
    private static final Duration LONGEST = Duration.ofDays(8);
    private static final Duration LOOKS_BACK = Duration.ofDays(400);

    private final Shifts shifts;
    private final Grants grants;
    private final Staff staff;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Rota(Shifts shifts, Grants grants, Staff staff, Transactions transactions, Trail trail, Clock clock) {
        this.shifts = shifts;
        this.grants = grants;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A time without anybody on duty. */
    public record Gap(Instant from, Instant until) {
    }

    /**
     * A week of the rota.
     *
     * @param monday   its first day
     * @param shifts   those that run in it, by start
     * @param gaps     when nobody is on duty
     * @param overlaps ids of shifts that run at the same time as another
     * @param names    names of everybody in it
     * @param officers ids of those who may be on duty now
     */
    record Week(LocalDate monday, List<Shift> shifts, List<Gap> gaps, Set<UUID> overlaps, Map<UUID, String> names,
            Set<UUID> officers) {
    }

    @Override
    public Watch now(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var now = clock.instant();
            var may = officers(by);
            var running = shifts.between(by, now, now.plusMillis(1)).stream().filter(s -> s.runsAt(now)).toList();
            var officers = new LinkedHashSet<UUID>();
            var cover = new LinkedHashSet<UUID>();
            for (var shift : running) {
                if (may.contains(shift.officer()))
                    officers.add(shift.officer());
                if (shift.cover() != null && may.contains(shift.cover()))
                    cover.add(shift.cover());
            }
            cover.removeAll(officers);
            return new Watch(List.copyOf(officers), List.copyOf(cover));
        });
    }

    /** Who can be on duty: those who are here and may work on every concern that is not held more narrowly. */
    public Set<UUID> officers(Actor by) {
        return transactions.inScope(by.scope(), () -> {
            var all = new LinkedHashSet<UUID>();
            for (var role : List.of(Role.DSO, Role.DSL, Role.COORDINATOR))
                all.addAll(grants.holders(by, role));
            return all;
        });
    }

    /** The gap that a moment is in; empty where somebody is on duty, or no rota was ever made. */
    public Optional<Gap> gapAt(Actor by, Instant moment) {
        return transactions.inScope(by.scope(), () -> shifts.begun(by)
                ? gaps(by, moment.minus(LOOKS_BACK), moment.plusMillis(1), officers(by)).stream()
                        .filter(g -> !moment.isBefore(g.from())).reduce((first, last) -> last)
                        .filter(g -> moment.isBefore(g.until()))
                : Optional.empty());
    }

    /** The gaps of the next days, for those who make the rota; empty where no rota was ever made. */
    public List<Gap> gapsAhead(Actor by, Duration ahead) {
        by.must(Permission.EDIT_ROTA);
        var now = clock.instant();
        return transactions.inScope(by.scope(),
                () -> shifts.begun(by) ? gaps(by, now, now.plus(ahead), officers(by)) : List.of());
    }

    /** Whether a rota was ever made. */
    public boolean begun(Actor by) {
        return transactions.inScope(by.scope(), () -> shifts.begun(by));
    }

    private List<Gap> gaps(Actor by, Instant from, Instant until, Set<UUID> may) {
        return gaps(shifts.between(by, from, until).stream()
                .filter(s -> may.contains(s.officer()) || s.cover() != null && may.contains(s.cover())).toList(), from,
                until);
    }

    /** What of a time no shift runs in. */
    static List<Gap> gaps(List<Shift> shifts, Instant from, Instant until) {
        var gaps = new ArrayList<Gap>();
        var covered = from;
        for (var shift : shifts.stream().sorted(Comparator.comparing(Shift::starts)).toList()) {
            if (shift.starts().isAfter(covered))
                gaps.add(new Gap(covered, shift.starts().isBefore(until) ? shift.starts() : until));
            if (shift.ends().isAfter(covered))
                covered = shift.ends();
            if (!covered.isBefore(until))
                return gaps;
        }
        gaps.add(new Gap(covered, until));
        return gaps;
    }

    /** The week that a day is in. Every officer sees it. */
    Week week(Actor by, LocalDate day) {
        by.must(Permission.SEE_CONCERNS);
        var monday = monday(day);
        var from = monday.atStartOfDay(LondonTime.ZONE).toInstant();
        var until = monday.plusWeeks(1).atStartOfDay(LondonTime.ZONE).toInstant();
        return transactions.inScope(by.scope(), () -> {
            var found = shifts.between(by, from, until);
            var may = officers(by);
            var names = staff.names(by,
                    Stream.concat(found.stream().flatMap(s -> Stream.of(s.officer(), s.cover())), may.stream())
                            .filter(Objects::nonNull).distinct().toList());
            trail.add(by, Trace.list("rota.view", found.stream().map(Shift::id).toList()));
            return new Week(monday, found, gaps(by, from, until, may), overlaps(found), names, may);
        });
    }

    static LocalDate monday(LocalDate day) {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    private static Set<UUID> overlaps(List<Shift> shifts) {
        var found = new LinkedHashSet<UUID>();
        for (var one : shifts)
            for (var other : shifts)
                if (!one.id().equals(other.id()) && one.starts().isBefore(other.ends())
                        && other.starts().isBefore(one.ends()))
                    found.add(one.id());
        return found;
    }

    /** One shift, for changing it. */
    Shift get(Actor by, UUID id) {
        by.must(Permission.EDIT_ROTA);
        return transactions.inScope(by.scope(), () -> {
            var found = shifts.get(by, id).orElseThrow(() -> Refusal.NOT_FOUND.because("no such shift"));
            trail.add(by, Trace.of("shift.view", id));
            return found;
        });
    }

    /** Names of those who can be on duty, for choosing them. */
    Map<UUID, String> choosable(Actor by) {
        by.must(Permission.EDIT_ROTA);
        return transactions.inScope(by.scope(), () -> staff.names(by, officers(by)));
    }

    /**
     * Puts somebody on duty.
     *
     * @throws heed.platform.Refused as not found without {@link Permission#EDIT_ROTA}; as not allowed now for somebody who
     *                               cannot be on duty, the same person as cover, or a time that is none or longer than eight
     *                               days
     */
    public UUID add(Actor by, UUID officer, @Nullable UUID cover, Instant starts, Instant ends) {
        by.must(Permission.EDIT_ROTA);
        return transactions.inScope(by.scope(), () -> write(by, officer, cover, starts, ends, null));
    }

    /**
     * Changes a shift: the one there was stays on record, and another takes its place.
     *
     * @throws heed.platform.Refused as {@link #add}; as moved on where somebody changed or removed it since
     */
    public UUID change(Actor by, UUID id, UUID officer, @Nullable UUID cover, Instant starts, Instant ends) {
        by.must(Permission.EDIT_ROTA);
        return transactions.inScope(by.scope(), () -> {
            if (!shifts.remove(by, id, clock.instant()))
                throw Refusal.MOVED_ON.because("the shift changed");
            trail.add(by, Trace.of("shift.change", id));
            return write(by, officer, cover, starts, ends, id);
        });
    }

    /** Takes a shift off the rota; it stays on record. @throws heed.platform.Refused as moved on where it is off already */
    public void remove(Actor by, UUID id) {
        by.must(Permission.EDIT_ROTA);
        transactions.inScope(by.scope(), () -> {
            if (!shifts.remove(by, id, clock.instant()))
                throw Refusal.MOVED_ON.because("the shift changed");
            trail.add(by, Trace.of("shift.remove", id));
        });
    }

    /**
     * Copies the shifts that began in the week before, at the same times on the wall, but those that are there already and
     * those of people who can no longer be on duty.
     *
     * @return how many were added
     */
    public int copyWeekBefore(Actor by, LocalDate day) {
        by.must(Permission.EDIT_ROTA);
        var monday = monday(day);
        var from = monday.minusWeeks(1).atStartOfDay(LondonTime.ZONE).toInstant();
        var until = monday.atStartOfDay(LondonTime.ZONE).toInstant();
        return transactions.inScope(by.scope(), () -> {
            var may = officers(by);
            var there = shifts.between(by, until, monday.plusWeeks(2).atStartOfDay(LondonTime.ZONE).toInstant());
            int copied = 0;
            for (var shift : shifts.between(by, from, until)) {
                if (shift.starts().isBefore(from) || !may.contains(shift.officer()))
                    continue;
                var starts = aWeekLater(shift.starts());
                var ends = aWeekLater(shift.ends());
                if (there.stream().anyMatch(s -> s.starts().equals(starts) && s.ends().equals(ends)
                        && s.officer().equals(shift.officer())))
                    continue;
                var cover = shift.cover() != null && may.contains(shift.cover()) ? shift.cover() : null;
                write(by, shift.officer(), cover, starts, ends, null);
                copied++;
            }
            trail.add(by, Trace.of("rota.copy"));
            return copied;
        });
    }

    private static Instant aWeekLater(Instant moment) {
        return moment.atZone(LondonTime.ZONE).plusWeeks(1).toInstant();
    }

    private UUID write(Actor by, UUID officer, @Nullable UUID cover, Instant starts, Instant ends,
            @Nullable UUID replaces) {
        var may = officers(by);
        if (!may.contains(officer) || cover != null && !may.contains(cover))
            throw Refusal.NOT_ALLOWED_NOW.because("not an officer");
        if (officer.equals(cover))
            throw Refusal.NOT_ALLOWED_NOW.because("one's own cover");
        if (!ends.isAfter(starts) || Duration.between(starts, ends).compareTo(LONGEST) > 0)
            throw Refusal.NOT_ALLOWED_NOW.because("not a time for a shift");
        var shift = new Shift(UUID.randomUUID(), officer, cover, starts, ends);
        shifts.add(by, shift, replaces, clock.instant());
        trail.add(by, Trace.of("shift.add", shift.id()).fields("officer", "cover", "starts", "ends"));
        return shift.id();
    }
}

package heed.casework.rota;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A week of the rota. */
@Controller
@Order(20)
class RotaController implements Navigation {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Rota rota;
    private final Duty duty;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    RotaController(Rota rota, Duty duty, Frames frames, LondonTime time, Clock clock) {
        this.rota = rota;
        this.duty = duty;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/rota")
    String show(Actor by, @RequestParam(required = false) @Nullable String week, HttpServletRequest request,
            Model model) {
        by.must(Permission.SEE_CONCERNS);
        var shown = rota.week(by, week == null ? today() : day(week));
        boolean edits = by.may(Permission.EDIT_ROTA);
        var days = new ArrayList<RotaPage.Day>();
        for (var day = shown.monday(); day.isBefore(shown.monday().plusWeeks(1)); day = day.plusDays(1))
            days.add(new RotaPage.Day(DAY.format(day), day.equals(today()), rows(shown, day, edits),
                    "/rota/shifts/new?day=" + day));
        model.addAttribute("page", new RotaPage(frames.of(request, by, "Rota"),
                "Week of " + WEEK.format(shown.monday()), duty.shown(by), days,
                "/rota?week=" + shown.monday().minusWeeks(1), "/rota?week=" + shown.monday().plusWeeks(1),
                edits ? shown.monday().toString() : null, edits,
                by.may(Permission.EDIT_ESCALATION), rota.begun(by)));
        return "casework/rota/rota";
    }

    @PostMapping("/rota/copy")
    String copy(Actor by, @RequestParam(defaultValue = "") String monday, HttpServletRequest request,
            HttpServletResponse response) {
        by.must(Permission.EDIT_ROTA);
        int copied = rota.copyWeekBefore(by, day(monday));
        frames.say(request, response, copied == 0 ? RotaNotice.NOTHING_COPIED : RotaNotice.WEEK_COPIED);
        return "redirect:/rota?week=" + day(monday);
    }

    /** What begins on a day, and what goes on in it from a day before. */
    private List<RotaPage.Row> rows(Rota.Week week, LocalDate day, boolean edits) {
        record Timed(Instant at, RotaPage.Row row) {
        }
        var from = day.atStartOfDay(LondonTime.ZONE).toInstant();
        var until = day.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant();
        var rows = new ArrayList<Timed>();
        for (var shift : week.shifts())
            if (begins(shift.starts(), from, until, day.equals(week.monday())))
                rows.add(new Timed(shift.starts(), row(week, shift, edits)));
            else if (goesOn(shift.starts(), shift.ends(), from))
                rows.add(new Timed(shift.starts(), new RotaPage.Row(rest(shift.ends(), until),
                        name(week.names(), shift.officer()),
                        shift.cover() == null ? null : name(week.names(), shift.cover()), null, null)));
        for (var gap : week.gaps())
            if (begins(gap.from(), from, until, false))
                rows.add(
                        new Timed(gap.from(), new RotaPage.Row(span(gap.from(), gap.until()), null, null, null, null)));
            else if (goesOn(gap.from(), gap.until(), from))
                rows.add(new Timed(gap.from(), new RotaPage.Row(rest(gap.until(), until), null, null, null, null)));
        return rows.stream().sorted(Comparator.comparing(Timed::at)).map(Timed::row).toList();
    }

    private static boolean begins(Instant at, Instant from, Instant until, boolean first) {
        return at.isBefore(until) && (first || !at.isBefore(from));
    }

    /** An empty day would look like one that nobody has. */
    private static boolean goesOn(Instant starts, Instant ends, Instant from) {
        return starts.isBefore(from) && ends.isAfter(from);
    }

    private String rest(Instant ends, Instant until) {
        return ends.isBefore(until) ? "until " + time.time(ends) : "all day";
    }

    private RotaPage.Row row(Rota.Week week, Shift shift, boolean edits) {
        var note = !week.officers().contains(shift.officer())
                ? "Left, or no longer an officer: does not count as on duty"
                : week.overlaps().contains(shift.id()) ? "Overlaps with another shift" : null;
        return new RotaPage.Row(span(shift.starts(), shift.ends()), name(week.names(), shift.officer()),
                shift.cover() == null ? null : name(week.names(), shift.cover()), note,
                edits ? "/rota/shifts/" + shift.id() : null);
    }

    private static String name(Map<UUID, String> names, UUID someone) {
        return names.getOrDefault(someone, "Someone who has left");
    }

    private String span(Instant from, Instant until) {
        var first = from.atZone(LondonTime.ZONE).toLocalDate();
        var last = until.atZone(LondonTime.ZONE).toLocalDate();
        // Midnight belongs to the day it ends.
        if (until.equals(last.atStartOfDay(LondonTime.ZONE).toInstant()))
            last = last.minusDays(1);
        return time.time(from) + " to " + time.time(until) + (last.isAfter(first) ? ", " + DAY.format(last) : "");
    }

    private LocalDate today() {
        return clock.instant().atZone(LondonTime.ZONE).toLocalDate();
    }

    static LocalDate day(String typed) {
        try {
            var day = LocalDate.parse(typed);
            if (day.getYear() >= 2000 && day.getYear() <= 2100)
                return day;
            throw Refusal.NOT_ALLOWED_NOW.because("no such week");
        } catch (DateTimeException notADay) {
            throw Refusal.NOT_ALLOWED_NOW.because("no such week");
        }
    }

    @Override
    public List<NavItem> items(Actor by, String path) {
        return by.may(Permission.SEE_CONCERNS)
                ? List.of(NavItem.of("Rota", "/rota", path.startsWith("/rota") || path.startsWith("/handovers")))
                : List.of();
    }
}

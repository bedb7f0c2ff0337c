package heed.assurance.plan;

import heed.assurance.plan.Schedule.Interval;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a schedule lies in its columns. */
final class ScheduleColumns {
    /** Their names. */
    static final String NAMES = "schedule, first_day, last_day, named, every_many, every_unit, unread";

    private ScheduleColumns() {
    }

    static Map<String, @Nullable Object> of(Schedule schedule) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (var name : NAMES.split(", "))
            row.put(name, null);
        row.put("schedule", switch (schedule) {
            case Schedule.OnDate on -> {
                row.put("named", on.precision().name());
                yield "ON_DATE";
            }
            case Schedule.Between between -> "BETWEEN";
            case Schedule.Every every -> "EVERY";
            case Schedule.Ongoing ongoing -> "ONGOING";
            case Schedule.WhenNeeded when -> "WHEN_NEEDED";
            case Schedule.Unread unread -> {
                row.put("unread", unread.why().name());
                yield "UNREAD";
            }
        });
        row.put("first_day", date(schedule.starts()));
        row.put("last_day", date(schedule.due()));
        if (schedule.returns() instanceof Interval interval) {
            row.put("every_many", interval.many());
            row.put("every_unit", interval.unit().name());
        }
        return row;
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    static Schedule read(ResultSet row) throws SQLException {
        var first = PostRows.day(row.getDate("first_day"));
        var last = PostRows.day(row.getDate("last_day"));
        var unit = row.getString("every_unit");
        var interval = unit == null ? null : new Interval(row.getInt("every_many"), Schedule.Unit.valueOf(unit));
        return switch (row.getString("schedule")) {
            case "ON_DATE" -> new Schedule.OnDate(Objects.requireNonNull(last),
                    Schedule.Precision.valueOf(row.getString("named")));
            case "BETWEEN" -> new Schedule.Between(first, last);
            case "EVERY" -> new Schedule.Every(Objects.requireNonNull(interval), first, last);
            case "ONGOING" -> new Schedule.Ongoing(first, interval);
            case "WHEN_NEEDED" -> new Schedule.WhenNeeded();
            default -> new Schedule.Unread(Schedule.Why.valueOf(row.getString("unread")));
        };
    }
}

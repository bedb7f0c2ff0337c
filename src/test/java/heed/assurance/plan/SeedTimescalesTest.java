package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every timescale of a real plan is read as somebody read it by hand. */
class SeedTimescalesTest {
    private static final LocalDate ASKED = LocalDate.of(2021, 4, 1);

    @Test
    void every_timescale_of_the_2021_plan_is_read_as_by_hand() throws IOException {
        var file = Path.of(System.getProperty("heed.papers", "../shared"), "data/golden/timescales_2021.csv");
        assumeTrue(Files.exists(file), "skipped: the papers are not here");
        int rows = 0;
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var row : csv) {
                var read = Timescales.read(row.getField("wording"), null);
                var as = "row " + row.getField("row");
                assertThat(read.words()).as(as).isEqualTo(row.getField("wording"));
                assertThat(read.doubts()).as(as).isEmpty();
                var schedule = read.schedule();
                assertThat(type(schedule)).as(as).isEqualTo(row.getField("schedule_type"));
                assertThat(schedule.due() == null ? "" : schedule.due().toString()).as(as)
                        .isEqualTo(row.getField("due_date"));
                assertThat(schedule instanceof Schedule.OnDate on ? lower(on.precision()) : "").as(as)
                        .isEqualTo(row.getField("date_precision"));
                assertThat(schedule.returns() == null ? "" : String.valueOf(schedule.returns().many())).as(as)
                        .isEqualTo(row.getField("every_value"));
                assertThat(schedule.returns() == null ? "" : lower(schedule.returns().unit())).as(as)
                        .isEqualTo(row.getField("every_unit"));
                assertThat(lower(schedule.past(ASKED))).as(as).isEqualTo(row.getField("past_on_2021_04_01"));
                rows++;
            }
        }
        assertThat(rows).isEqualTo(24);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String type(Schedule schedule) {
        return switch (schedule) {
            case Schedule.OnDate on -> "onDate";
            case Schedule.Between range -> "dateRange";
            case Schedule.Every every -> "every";
            case Schedule.Ongoing ongoing -> "ongoing";
            case Schedule.WhenNeeded when -> "whenNeeded";
            case Schedule.Unread unread -> "unread";
        };
    }
}

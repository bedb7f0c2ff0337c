package planted.habits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;

/** Breaks a rule on purpose: asks the machine what time it is. */
public class Watchless {
    Instant instant() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now();
    }

    @SuppressWarnings("JavaUtilDate")
    Date date() {
        return new Date();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Supplier<Instant> later() {
        return Instant::now;
    }
}

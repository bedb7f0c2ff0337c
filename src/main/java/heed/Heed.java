package heed;

import heed.platform.db.DatabaseScript;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Heed: safeguarding for a district council and the bodies it works with. */
@SpringBootApplication
public class Heed {
    /**
     * Starts Heed; {@code --heed.data=DIR} chooses where everything lives. With {@code database-script} it prints what an
     * external PostgreSQL needs instead.
     */
    public static void main(String... args) throws IOException {
        if (args.length > 0 && args[0].equals(DatabaseScript.COMMAND)) {
            // What a person asked for goes where they sent it, and is no news for the log.
            try (var out = new FileOutputStream(FileDescriptor.out)) {
                out.write(DatabaseScript.text().getBytes(StandardCharsets.UTF_8));
            }
            return;
        }
        SpringApplication.run(Heed.class, args);
    }

    /** The one source of time: stored in UTC, shown in Europe/London. The demo has one that its loading can turn back. */
    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.systemUTC();
    }
}

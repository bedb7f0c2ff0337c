package heed;

import heed.platform.backup.Commands;
import heed.platform.db.DatabaseScript;
import heed.verify.VerifyTrail;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.StandardEnvironment;

/** Heed: safeguarding for a district council and the bodies it works with. */
@SpringBootApplication
public class Heed {
    /**
     * Starts Heed; {@code --heed.data=DIR} chooses where everything lives. With a word among the arguments it does what
     * that says instead, and ends: {@link Commands}; {@code database-script}, which prints what an external PostgreSQL
     * needs; or {@code verify-trail}, which needs nothing of Heed.
     */
    public static void main(String... args) throws IOException {
        if (args.length > 0 && args[0].equals(DatabaseScript.COMMAND)) {
            // What a person asked for goes where they sent it, and is no news for the log.
            System.out.print(DatabaseScript.text());
            return;
        }
        if (args.length > 0 && args[0].equals(VerifyTrail.COMMAND))
            System.exit(VerifyTrail.run(System.out, System.err, List.of(args).subList(1, args.length)));
        if (Commands.given(args)) {
            var log = LoggingSystem.get(Heed.class.getClassLoader());
            log.beforeInitialize();
            log.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
            // What a person is to read is printed; of the rest only what is wrong.
            log.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
            System.exit(Commands.run(System.out, System.err, Clock.systemUTC(), args));
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

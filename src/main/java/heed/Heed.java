package heed;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Heed: safeguarding for a district council and the bodies it works with. */
@SpringBootApplication
public class Heed {
    /** Starts Heed; {@code --heed.data=DIR} chooses where everything lives. */
    public static void main(String... args) {
        SpringApplication.run(Heed.class, args);
    }

    /** The one source of time: stored in UTC, shown in Europe/London. The demo has one that its loading can turn back. */
    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.systemUTC();
    }
}

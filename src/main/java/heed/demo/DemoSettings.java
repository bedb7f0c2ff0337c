package heed.demo;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What a demonstration has in place of the real thing. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoSettings {
    /** The one source of time, which loading can turn back. */
    @Bean
    Clock clock() {
        return DemoClock.now();
    }
}

package heed.platform.notify;

import heed.platform.jobs.Job;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Mail leaves every few seconds; in the demo none leaves at all. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
class SendingJob {
    @Bean
    Job sendMail(Sending sending) {
        return new Job("send-mail", Duration.ofSeconds(5), sending::round);
    }
}

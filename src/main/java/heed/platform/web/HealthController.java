package heed.platform.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * For load balancers and whoever watches the machine, without signing in; one word and no more. A node whose database is
 * away still answers {@code /health}: it shows people the numbers to ring, which no load balancer's own page would.
 */
@Controller
class HealthController {
    private final JdbcClient db;

    HealthController(JdbcClient db) {
        this.db = db;
    }

    /** Whether this process answers. */
    @GetMapping("/health")
    ResponseEntity<String> alive() {
        return say(HttpStatus.OK, "up");
    }

    /** Whether this process reaches its records; 503 when it does not. */
    @GetMapping("/health/records")
    ResponseEntity<String> records() {
        try {
            db.sql("select 1").query(Integer.class).single();
            return say(HttpStatus.OK, "up");
        } catch (RuntimeException e) {
            if (Failures.kind(e) != Failure.AWAY)
                throw e;
            return say(HttpStatus.SERVICE_UNAVAILABLE, "away");
        }
    }

    private static ResponseEntity<String> say(HttpStatus status, String word) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).contentType(MediaType.TEXT_PLAIN)
                .body(word + "\n");
    }
}

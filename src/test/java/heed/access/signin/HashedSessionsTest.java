package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;

class HashedSessionsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void when_a_session_was_last_used_is_noted_to_the_minute_and_never_backwards() {
        var kept = new MapSession();
        kept.setLastAccessedTime(START);
        var session = new HashedSessions.Hashed("an id", kept);
        session.setLastAccessedTime(START.plusSeconds(59));
        assertThat(session.getLastAccessedTime()).isEqualTo(START);
        session.setLastAccessedTime(START.minusSeconds(3600));
        assertThat(session.getLastAccessedTime()).isEqualTo(START);
        session.setLastAccessedTime(START.plusSeconds(61));
        assertThat(session.getLastAccessedTime()).isEqualTo(START.plusSeconds(61));
    }

    @Test
    void a_session_still_ends_after_it_was_left_alone() {
        var kept = new MapSession();
        kept.setMaxInactiveInterval(Duration.ofMinutes(30));
        kept.setLastAccessedTime(Instant.now().minus(Duration.ofMinutes(31)));
        assertThat(new HashedSessions.Hashed("an id", kept).isExpired()).isTrue();
    }
}

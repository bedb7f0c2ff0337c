package heed.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Keeps a digest of each session's id and not the id itself, so that a copy of the database lets nobody into a session.
 * The browser's cookie holds the id: 256 random bits, which is why a plain digest (SHA-256, cut to the column's 36
 * characters) is enough.
 */
@Configuration(proxyBeanMethods = false)
class HashedSessions {
    private static final int ID_BYTES = 32;
    private static final int DIGEST_BYTES = 27;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The digest that the repository is to give to the session it makes or renames. */
    private static final ScopedValue<String> NEXT = ScopedValue.newInstance();

    @Bean
    SessionIdGenerator digests() {
        return () -> NEXT.isBound() ? NEXT.get() : digest(fresh());
    }

    /** In place of the repository that Spring sets up: one beside it would let Spring set up none. */
    @Bean
    static BeanPostProcessor sessionsUnderDigests() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository kept ? new Hashing(anySession(kept)) : bean;
            }
        };
    }

    /** It is only ever given back the sessions that it gave. */
    @SuppressWarnings("unchecked")
    private static SessionRepository<Session> anySession(SessionRepository<? extends Session> kept) {
        return (SessionRepository<Session>) kept;
    }

    private record Hashing(SessionRepository<Session> kept) implements SessionRepository<Hashed> {
        @Override
        public Hashed createSession() {
            var id = fresh();
            return new Hashed(id, named(id, kept::createSession));
        }

        @Override
        public void save(Hashed session) {
            kept.save(session.kept);
        }

        @Override
        public @Nullable Hashed findById(String id) {
            var found = kept.findById(digest(id));
            return found == null ? null : new Hashed(id, found);
        }

        @Override
        public void deleteById(String id) {
            kept.deleteById(digest(id));
        }
    }

    /** A session under the id that its browser knows. */
    static final class Hashed implements Session {
        private final Session kept;
        private String id;

        Hashed(String id, Session kept) {
            this.id = id;
            this.kept = kept;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String changeSessionId() {
            var next = fresh();
            named(next, kept::changeSessionId);
            id = next;
            return next;
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        /** Noted to the minute: written down at each request, a page that only shows would wait for the disk twice. */
        @Override
        public void setLastAccessedTime(Instant at) {
            if (at.isAfter(kept.getLastAccessedTime().plus(OpenSessions.GRAIN)))
                kept.setLastAccessedTime(at);
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }

    private static <T> T named(String id, Supplier<T> made) {
        return ScopedValue.where(NEXT, digest(id)).call(made::get);
    }

    private static String fresh() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of an id. */
    static String digest(String id) {
        try {
            var whole = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

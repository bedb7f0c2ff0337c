package heed.access.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import heed.SetClock;
import heed.access.Accounts;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.staff.NewStaff;
import heed.access.staff.Staff;
import heed.directory.organisation.Council;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A council with people, and pages that say who they were shown to. */
@TestConfiguration
class Here {
    static final String PASSWORD = "umbrella kettle larch";

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock();
    }

    /** Lets a test take the database away. */
    @Component
    static class Cable implements BeanPostProcessor {
        static final AtomicBoolean CUT = new AtomicBoolean();

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource real ? new DelegatingDataSource(real) {
                @Override
                public Connection getConnection() throws SQLException {
                    if (CUT.get())
                        throw new SQLTransientConnectionException("no connection to the database of Zebedee Quarmby");
                    return super.getConnection();
                }
            } : bean;
        }
    }

    /** Makes councils and people. */
    @Component
    static class People {
        final Organisations organisations;
        final Staff staff;
        final Grants grants;
        final Accounts accounts;
        final Transactions transactions;
        final SetClock clock;

        People(Organisations organisations, Staff staff, Grants grants, Accounts accounts, Transactions transactions,
                SetClock clock) {
            this.organisations = organisations;
            this.staff = staff;
            this.grants = grants;
            this.accounts = accounts;
            this.transactions = transactions;
            this.clock = clock;
        }

        /** A new scope with one council; the system acting in it. */
        Actor council(String name) {
            var system = Actor.system(UUID.randomUUID());
            organisations.openScope(system, name);
            organisations.addCouncil(system, name, Council.Kind.COUNCIL);
            return system;
        }

        /** Somebody with an account. */
        UUID person(Actor system, String name, String mail, boolean demo, Role... roles) {
            return transactions.inScope(system.scope(), () -> {
                var council = organisations.councils(system).getFirst().id();
                var id = staff.add(system, new NewStaff(council, null, null, name, mail, "Housing officer"));
                for (var role : roles)
                    grants.grantAtStart(system, id, role);
                accounts.open(system, id, system.scope(), mail, demo);
                return id;
            });
        }

        /** What an app set up with this key shows now. */
        String code(String key) {
            try {
                var secret = new SecretKeySpec(new Base32().decode(key.replace(" ", "")), "HmacSHA1");
                return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(secret, clock.instant());
            } catch (InvalidKeyException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Pages for the tests. */
    @RestController
    static class Probe {
        @GetMapping("/probe")
        String who(Actor by) {
            return by.staff() + " " + new TreeSet<>(by.permissions());
        }

        @PostMapping("/probe")
        String sent(Actor by, @RequestParam String text) {
            return by.staff() + " sent " + text;
        }

        @GetMapping("/probe/refused/{secret}")
        String refused(@PathVariable String secret) {
            throw Refusal.NOT_FOUND.because("probe");
        }

        @GetMapping("/probe/later")
        String later() {
            throw Refusal.MOVED_ON.because("probe");
        }

        @GetMapping("/probe/now")
        String now() {
            throw Refusal.NOT_ALLOWED_NOW.because("probe");
        }

        @GetMapping("/probe/broken")
        String broken() {
            throw new IllegalStateException("Zebedee Quarmby of 4 Nowhere Lane");
        }

        @GetMapping("/help/broken")
        String brokenForAll() {
            throw new IllegalStateException("Zebedee Quarmby of 4 Nowhere Lane");
        }
    }

    /** A page in a frame, open to all. */
    @RestController
    static class Framed {
        private final Frames frames;

        Framed(Frames frames) {
            this.frames = frames;
        }

        @GetMapping("/help/frame")
        String frame(HttpServletRequest request) {
            var frame = frames.of(request, "Frame");
            return frame.organisation() + "|" + frame.person();
        }
    }
}

package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.SetClock;
import heed.access.Role;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Those who work on returns in a council, on 1 April 2026, and what they work with. */
abstract class InReturns {
    @Autowired
    ApplicationContext context;
    @Autowired
    ReturnDesk desk;
    @Autowired
    ReturnReading reading;
    @Autowired
    ItemWriting writing;
    @Autowired
    EvidenceWriting evidence;
    @Autowired
    SetClock clock;

    Town town;
    Actor keeper;
    Actor officer;
    Actor colleague;

    @BeforeEach
    void a_council() {
        clock.goTo(Instant.parse("2026-04-01T09:00:00Z"));
        town = Town.in(context);
        keeper = town.person("Cora Vale", Role.COORDINATOR);
        officer = town.person("Ade Marsh", Role.ACCOUNTABLE_OFFICER);
        colleague = town.person("Len Burr");
    }

    @AfterEach
    void time_goes_on() {
        clock.startAgain();
    }

    static void refused(Refusal kind, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(kind));
    }
}

package heed.access.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestScope;
import heed.access.Role;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class BarringTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    Barring barring;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    TestScope town;
    final UUID record = UUID.randomUUID();

    @BeforeEach
    void a_scope() {
        town = TestScope.in(context);
    }

    @Test
    void somebody_barred_is_barred_until_the_bar_is_lifted() {
        var by = town.acting("Lea Lead", Role.DSL);
        var dee = town.acting("Dee Sothern", Role.DSO);
        transactions.inScope(town.id(), () -> {
            assertThat(Policy.office(dee).allows(barring.facts(record, Marking.NORMAL, null))).isTrue();
            barring.exclude(by, record, dee.staff(), "KNOWS_THE_PERSON");
            barring.exclude(by, record, dee.staff(), "LINE");
            assertThat(Policy.office(dee).allows(barring.facts(record, Marking.NORMAL, null))).isFalse();
            barring.include(by, record, dee.staff());
            assertThat(Policy.office(dee).allows(barring.facts(record, Marking.NORMAL, null))).isTrue();
        });
        assertThatThrownBy(() -> transactions.inScope(town.id(), () -> barring.include(by, record, dee.staff())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void somebody_named_sees_a_restricted_record_until_unnamed() {
        var by = town.acting("Lea Lead", Role.DSL);
        var dee = town.acting("Dee Sothern", Role.DSO);
        transactions.inScope(town.id(), () -> {
            assertThat(Policy.office(dee).allows(barring.facts(record, Marking.RESTRICTED, null))).isFalse();
            barring.name(by, record, dee.staff());
            barring.name(by, record, dee.staff());
            assertThat(Policy.office(dee).allows(barring.facts(record, Marking.RESTRICTED, null))).isTrue();
            barring.unname(by, record, dee.staff());
            assertThat(Policy.office(dee).allows(barring.facts(record, Marking.RESTRICTED, null))).isFalse();
        });
        assertThatThrownBy(() -> transactions.inScope(town.id(), () -> barring.unname(by, record, dee.staff())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void many_records_at_once_are_as_each_alone() {
        var by = town.acting("Lea Lead", Role.DSL);
        var other = UUID.randomUUID();
        transactions.inScope(town.id(), () -> {
            barring.exclude(by, record, by.staff(), "SUBJECT");
            barring.name(by, other, by.staff());
            var facts = barring.facts(Map.of(record, new Barring.Held(Marking.NORMAL, by.staff()),
                    other, new Barring.Held(Marking.ALLEGATION, null)));
            assertThat(facts).containsOnlyKeys(record, other);
            assertThat(facts.get(record)).isEqualTo(barring.facts(record, Marking.NORMAL, by.staff()));
            assertThat(facts.get(other)).isEqualTo(barring.facts(other, Marking.ALLEGATION, null));
            assertThat(facts.get(record).excluded()).containsExactly(by.staff());
            assertThat(facts.get(other).named()).containsExactly(by.staff());
        });
    }

    @Test
    void outside_a_transaction_nothing_is_answered() {
        var by = town.acting("Lea Lead", Role.DSL);
        assertThatThrownBy(() -> barring.facts(record, Marking.NORMAL, null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> barring.facts(Map.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> barring.exclude(by, record, by.staff(), "LINE"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_bar_is_of_its_own_scope() {
        var by = town.acting("Lea Lead", Role.DSL);
        transactions.inScope(town.id(), () -> barring.exclude(by, record, by.staff(), "LINE"));
        transactions.inScope(TestScope.in(context).id(),
                () -> assertThat(barring.facts(record, Marking.NORMAL, null).excluded()).isEmpty());
    }

    @Test
    void a_reason_is_a_code_and_every_change_is_in_the_audit_log() {
        var by = town.acting("Lea Lead", Role.DSL);
        transactions.inScope(town.id(), () -> {
            assertThatThrownBy(() -> barring.exclude(by, record, by.staff(), "she is his aunt"))
                    .isInstanceOf(IllegalArgumentException.class);
            barring.exclude(by, record, by.staff(), "LINE");
            barring.include(by, record, by.staff());
            barring.name(by, record, by.staff());
            barring.unname(by, record, by.staff());
            assertThat(db.sql("select act from platform.trail where record_id = :record").param("record", record)
                    .query(String.class).list())
                    .containsExactlyInAnyOrder("barring.exclude", "barring.include", "barring.name", "barring.unname");
        });
    }
}

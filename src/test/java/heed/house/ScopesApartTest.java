package heed.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.access.Role;
import heed.access.policy.Policy;
import heed.access.policy.Rule;
import heed.cast.Cast;
import heed.casework.ConcernRef;
import heed.platform.Actor;
import heed.platform.seal.MasterKey;
import heed.platform.seal.SealBroken;
import heed.platform.seal.Seals;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two scopes cannot see each other's concerns, with each of the guards taken away in turn: the others still hold. */
@SpringBootTest
class ScopesApartTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    Environment environment;
    @Autowired
    MasterKey master;
    @Autowired
    Clock clock;
    @Autowired
    heed.platform.seal.DisposalList disposals;

    Cast here;
    Cast there;
    /** An officer of the other scope, who holds every role that reads. */
    Actor other;
    ConcernRef ref;
    UUID id;

    @BeforeEach
    void a_concern_here_and_an_officer_there() {
        here = Cast.in(context);
        ref = here.concern(here.staff("Ben Crew"));
        id = here.id(ref);
        there = Cast.in(context);
        other = there.staff("Amina Otherwhere", Role.DSO, Role.DSL, Role.COORDINATOR, Role.ALLEGATIONS_RECIPIENT);
        there.concern(there.staff("Cas Crew"));
    }

    @Test
    void another_scopes_reference_in_an_address_is_as_if_it_were_not_there() {
        var theirs = there.visit(other).get("/concerns/" + ref);
        theirs.must(404);
        var page = theirs.body().replaceAll("value=\"[^\"]*\"", "");
        var never = there.visit(other).get("/concerns/" + ConcernRef.random());
        never.must(404);
        assertThat(page).isEqualTo(never.body().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void without_the_predicate_row_level_security_holds() {
        tried(trial -> {
            trial.asApplication(other.scope());
            assertThat(trial.db().sql("select id from casework.concern").query(UUID.class).list()).isNotEmpty()
                    .doesNotContain(id);
            assertThat(trial.db().sql("select count(*) from casework.concern where id = :id").param("id", id)
                    .query(Long.class).single()).isZero();
            assertThat(trial.db().sql("select count(*) from platform.record_key where record_id = :id").param("id", id)
                    .query(Long.class).single()).isZero();
        });
    }

    @Test
    void without_row_level_security_the_predicate_holds() {
        tried(trial -> {
            withoutRowSecurity(trial);
            trial.asApplication(other.scope());
            assertThat(trial.db().sql("select id from casework.concern").query(UUID.class).list())
                    .as("the guard is really gone").contains(id);
            for (Rule rule : List.of(Policy.office(other), Policy.own(other)))
                assertThat(trial.db().sql("select c.id from casework.concern c where " + rule.sql("c"))
                        .query(UUID.class).list()).doesNotContain(id);
            assertThat(trial.db().sql("select c.id from casework.concern c where " + Policy.office(other).sql("c"))
                    .query(UUID.class).list()).isNotEmpty();
        });
    }

    @Test
    void without_row_level_security_and_predicate_what_is_sealed_does_not_open() {
        tried(trial -> {
            withoutRowSecurity(trial);
            trial.asApplication(other.scope());
            var told = trial.db().sql("select told from casework.concern where id = :id").param("id", id)
                    .query(byte[].class).single();
            var seals = new Seals(master, JdbcClient.create(trial.source()), clock, disposals);
            assertThat(seals.keys(other.scope(), List.of(id))).isEmpty();
            assertThatThrownBy(() -> seals.key(other.scope(), id)).isInstanceOf(SealBroken.class);
            assertThatThrownBy(() -> seals.scopeKey(other.scope()).open(told, "casework.concern.told", id))
                    .isInstanceOf(SealBroken.class);
            // Even with the wrapped key taken over, row and all.
            trial.asSuperuser().run(
                    "insert into platform.record_key select '%s', record_id, wrapped, created_at from platform.record_key where record_id = '%s'"
                            .formatted(other.scope(), id))
                    .asApplication(other.scope());
            assertThatThrownBy(() -> seals.key(other.scope(), id)).isInstanceOf(SealBroken.class);
            // The same text opens where it belongs, so it is the scope that kept it shut.
            trial.asApplication(here.scope());
            assertThat(seals.key(here.scope(), id).open(told, "casework.concern.told", id)).contains("landing");
        });
    }

    private void tried(java.util.function.Consumer<Trial> work) {
        Trial.<@org.jspecify.annotations.Nullable Void>on(environment.getRequiredProperty("spring.datasource.url"),
                trial -> {
                    work.accept(trial);
                    return null;
                });
    }

    private static void withoutRowSecurity(Trial trial) {
        for (var table : new Catalog(trial.db()).tables())
            trial.run("alter table " + table.name() + " disable row level security");
    }
}

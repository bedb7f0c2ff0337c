package heed.access.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestScope;
import heed.access.Role;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class GrantsTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    Grants grants;
    @Autowired
    Staff staff;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;
    TestScope town;
    final Instant now = Instant.now();
    final Instant earlier = now.minus(Duration.ofDays(1));
    final Instant later = now.plus(Duration.ofDays(1));

    @BeforeEach
    void a_scope() {
        town = TestScope.in(context);
    }

    @Test
    void everyone_is_staff_and_holds_what_they_were_granted_in_its_time() {
        var lead = town.acting("Lea Lead", Role.DSL);
        var dee = town.person("Dee Sothern");
        assertThat(grants.rolesOf(lead, dee)).containsExactly(Role.STAFF);
        grants.grant(lead, dee, Role.DSO, earlier, null);
        grants.grant(lead, dee, Role.COORDINATOR, later, null);
        grants.grant(lead, dee, Role.DSL, earlier.minusSeconds(9), earlier);
        assertThat(grants.rolesOf(lead, dee)).containsExactlyInAnyOrder(Role.STAFF, Role.DSO);
        assertThat(grants.holders(lead, Role.DSO)).containsExactly(dee);
        assertThat(grants.holders(lead, Role.COORDINATOR)).isEmpty();
        assertThat(grants.of(lead, dee)).extracting(Granted::role).containsExactly(Role.COORDINATOR, Role.DSO,
                Role.DSL);
    }

    @Test
    void an_administrator_grants_no_role_that_reads_concerns() {
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR);
        var dee = town.person("Dee Sothern");
        for (var role : EnumSet.complementOf(EnumSet.of(Role.STAFF)))
            if (role.readsConcerns())
                refused(Refusal.NOT_FOUND, () -> grants.grant(admin, dee, role, now, null));
            else
                grants.grant(admin, dee, role, now, null);
        assertThat(grants.rolesOf(admin, dee)).noneMatch(Role::readsConcerns).contains(Role.CHAMPION);
        assertThat(Grants.grantable(admin, dee)).isNotEmpty().noneMatch(Role::readsConcerns);
    }

    @Test
    void whoever_grants_readers_makes_no_administrator() {
        var coordinator = town.acting("Cora Nator", Role.COORDINATOR);
        var dee = town.person("Dee Sothern");
        refused(Refusal.NOT_FOUND, () -> grants.grant(coordinator, dee, Role.ADMINISTRATOR, now, null));
        assertThat(Grants.grantable(coordinator, dee)).isNotEmpty().allMatch(Role::readsConcerns);
    }

    @Test
    void nobody_grants_to_themselves() {
        var all = town.acting("Cora Nator", Role.COORDINATOR, Role.DSL, Role.ADMINISTRATOR);
        for (var role : EnumSet.complementOf(EnumSet.of(Role.STAFF)))
            refused(Refusal.NOT_ALLOWED_NOW, () -> grants.grant(all, all.staff(), role, later, null));
        assertThat(Grants.grantable(all, all.staff())).isEmpty();
        assertThat(grants.rolesOf(all, all.staff())).containsExactlyInAnyOrder(Role.STAFF, Role.COORDINATOR, Role.DSL,
                Role.ADMINISTRATOR);
    }

    @Test
    void a_role_is_not_held_twice_at_once() {
        var lead = town.acting("Lea Lead", Role.DSL);
        var dee = town.person("Dee Sothern");
        grants.grant(lead, dee, Role.DSO, now, later);
        refused(Refusal.NOT_ALLOWED_NOW, () -> grants.grant(lead, dee, Role.DSO, later.minusSeconds(1), null));
        grants.grant(lead, dee, Role.DSO, later, null);
    }

    @Test
    void odd_grants_are_refused() {
        var lead = town.acting("Lea Lead", Role.DSL, Role.ADMINISTRATOR);
        var dee = town.person("Dee Sothern");
        refused(Refusal.NOT_ALLOWED_NOW, () -> grants.grant(lead, dee, Role.DSO, now, now));
        refused(Refusal.NOT_ALLOWED_NOW, () -> grants.grant(lead, dee, Role.STAFF, now, null));
        refused(Refusal.NOT_FOUND, () -> grants.grant(lead, UUID.randomUUID(), Role.DSO, now, null));
        refused(Refusal.NOT_FOUND,
                () -> grants.grant(lead, TestScope.in(context).person("Far Away"), Role.DSO, now, null));
        staff.leave(lead, dee);
        refused(Refusal.NOT_ALLOWED_NOW, () -> grants.grant(lead, dee, Role.DSO, now, null));
    }

    @Test
    void an_ended_role_counts_no_more_and_one_not_begun_never_does() {
        var lead = town.acting("Lea Lead", Role.DSL);
        var dee = town.person("Dee Sothern");
        var running = grants.grant(lead, dee, Role.DSO, earlier, null);
        var coming = grants.grant(lead, dee, Role.COORDINATOR, later, null);
        grants.end(lead, running);
        grants.end(lead, coming);
        assertThat(grants.rolesOf(lead, dee)).containsExactly(Role.STAFF);
        assertThat(grants.of(lead, dee)).allSatisfy(g -> {
            assertThat(g.notOver(later.plusSeconds(1))).isFalse();
            assertThat(g.countsAt(later.plusSeconds(1))).isFalse();
            assertThat(g.endedBy()).isEqualTo(lead.staff());
        });
        refused(Refusal.NOT_ALLOWED_NOW, () -> grants.end(lead, running));
        refused(Refusal.NOT_FOUND, () -> grants.end(lead, UUID.randomUUID()));
    }

    @Test
    void nobody_ends_their_own_role_while_nobody_else_could_give_it_back() {
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR);
        var own = grants.of(admin, admin.staff()).getFirst().id();
        refused(Refusal.NOT_ALLOWED_NOW, () -> grants.end(admin, own));
        var second = town.person("Bea Second", Role.ADMINISTRATOR);
        grants.end(admin, own);
        assertThat(grants.holders(admin, Role.ADMINISTRATOR)).containsExactly(second);
    }

    @Test
    void a_leavers_roles_count_no_more() {
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR);
        var dee = town.person("Dee Sothern", Role.DSO);
        staff.leave(admin, dee);
        assertThat(grants.rolesOf(admin, dee)).isEmpty();
        assertThat(grants.holders(admin, Role.DSO)).isEmpty();
    }

    @Test
    void only_the_system_itself_grants_at_the_start() {
        var dee = town.person("Dee Sothern");
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR, Role.COORDINATOR);
        refused(Refusal.NOT_FOUND, () -> grants.grantAtStart(admin, dee, Role.DSO));
        refused(Refusal.NOT_FOUND, () -> grants.grantAtStart(Actor.stranger("192.0.2.1"), dee, Role.DSO));
        refused(Refusal.NOT_FOUND, () -> grants.grantAtStart(
                new Actor(Actor.NOBODY, town.id(), Actor.NOBODY, java.util.Set.of(), "192.0.2.1"), dee, Role.DSO));
        assertThat(grants.holders(admin, Role.DSO)).isEmpty();
    }

    @Test
    void grants_ends_and_refusals_are_in_the_audit_log() {
        var admin = town.acting("Ada Quill", Role.ADMINISTRATOR);
        var dee = town.person("Dee Sothern");
        grants.end(admin, grants.grant(admin, dee, Role.CHAMPION, now, null));
        refused(Refusal.NOT_FOUND, () -> grants.grant(admin, dee, Role.DSO, now, null));
        assertThat(transactions.inScope(town.id(), () -> db
                .sql("select act || ' ' || reason || ' ' || outcome from platform.trail where actor = :by and record_id = :dee order by at")
                .param("by", admin.staff()).param("dee", dee).query(String.class).list()))
                .containsExactly("grant.give CHAMPION DONE", "grant.end CHAMPION DONE", "grant.give DSO REFUSED");
    }

    private static void refused(Refusal kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(kind));
    }
}

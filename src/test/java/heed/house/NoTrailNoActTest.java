package heed.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.staff.Staff;
import heed.cast.Cast;
import heed.casework.raise.Raise;
import heed.platform.Actor;
import heed.platform.db.TestCluster;
import heed.platform.db.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be written into the audit log does not happen: neither a change nor a look. */
@SpringBootTest
class NoTrailNoActTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    Environment environment;
    @Autowired
    Raise raise;
    @Autowired
    Staff staff;
    @Autowired
    Grants grants;
    @Autowired
    Transactions transactions;
    @Autowired
    JdbcClient db;

    Cast cast;
    Actor ben;
    Actor amina;

    @BeforeEach
    void a_crew_and_an_officer() {
        cast = Cast.in(context);
        ben = cast.staff("Ben Crew");
        amina = cast.staff("Amina Desk", Role.DSL);
    }

    @Test
    void a_change_that_leaves_no_line_is_undone() {
        var draft = cast.draft(ben, Cast.telling("Seen.", "Rowan Applegarth"));
        var taken = cast.concern(ben);
        var before = rows();
        withoutTrail(() -> {
            assertThatThrownBy(() -> cast.draft(ben, Cast.telling("More.", "Rowan Applegarth")))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> raise.send(ben, draft)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> raise.discard(ben, draft)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> grants.grant(amina, ben.staff(), Role.DSO, java.time.Instant.EPOCH, null))
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> cast.visit(amina).post("/concerns/" + taken + "/taking-up"))
                    .hasRootCauseInstanceOf(SQLException.class);
        });
        assertThat(rows()).isEqualTo(before);
        assertThat(raise.send(ben, draft).receipt()).as("with the log back, the same act works").isNotNull();
        cast.visit(amina).post("/concerns/" + taken + "/taking-up").must(302, 303);
        assertThat(rows()).isNotEqualTo(before);
    }

    @Test
    void a_look_that_leaves_no_line_shows_nothing() {
        var draft = cast.draft(ben, Cast.telling("Seen.", "Rowan Applegarth"));
        var ref = cast.concern(ben);
        withoutTrail(() -> {
            assertThatThrownBy(() -> raise.read(ben, draft)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> raise.unsent(ben)).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> staff.get(amina, ben.staff())).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> staff.names(amina, List.of(ben.staff()))).isInstanceOf(DataAccessException.class);
            for (var path : List.of("/concerns/" + ref, "/queue/waiting"))
                assertThatThrownBy(() -> cast.visit(amina).get(path)).as(path)
                        .hasRootCauseInstanceOf(SQLException.class);
        });
        assertThat(raise.read(ben, draft).typed().account().seen()).isEqualTo("Seen.");
        cast.visit(amina).get("/concerns/" + ref).must(200);
    }

    private List<String> rows() {
        return transactions.inScope(cast.scope(), () -> db.sql("""
                select 'draft ' || id || ' ' || version || ' ' || coalesce(sent_as::text, '') from casework.draft
                union all select 'concern ' || id || ' ' || status || ' ' || version from casework.concern
                union all select 'grant ' || id from access.role_grant
                union all select 'key ' || record_id from platform.record_key
                union all select 'mail ' || id from platform.outbox where scope_id = :scope order by 1""")
                .param("scope", cast.scope()).query(String.class).list());
    }

    /** Takes the right to write the log away from the application while this runs. */
    private void withoutTrail(Runnable work) {
        run("revoke insert on platform.trail from heed_app");
        try {
            work.run();
        } finally {
            run("grant insert on platform.trail to heed_app");
        }
    }

    private void run(String sql) {
        var url = environment.getRequiredProperty("spring.datasource.url");
        try (Connection superuser = TestCluster.running().superuser(url.replaceFirst("^.*/([^/?]+)(\\?.*)?$", "$1"));
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

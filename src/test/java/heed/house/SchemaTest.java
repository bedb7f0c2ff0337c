package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import heed.TestDatabase;
import heed.platform.db.TestCluster;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The schema is the one a reviewer saw. */
class SchemaTest {
    @Test
    void the_schema_is_the_one_a_reviewer_saw() {
        Golden.compare("schema.sql", text(Trial.SCHEMA));
    }

    @Test
    void the_same_migrations_give_the_same_text() {
        assertThat(text(TestDatabase.migrated())).isEqualTo(text(Trial.SCHEMA));
    }

    /** PostgreSQL 15 is the oldest that Heed takes; this test runs as its superuser too, who is made alike. */
    @Test
    void the_oldest_postgresql_gives_the_same_text() throws Exception {
        var oldest = TestCluster.oldest();
        assertThat(oldest.major()).isEqualTo("15");
        assertThat(TestCluster.running().major()).isEqualTo("18");
        var database = oldest.newDatabase();
        oldest.migrate(database);
        try (var superuser = oldest.superuser(database)) {
            assertThat(new Catalog(JdbcClient.create(new SingleConnectionDataSource(superuser, true))).text())
                    .isEqualTo(text(Trial.SCHEMA));
        }
    }

    @Test
    void every_kind_of_change_shows() {
        var before = Trial.on(trial -> new Catalog(trial.db()).text());
        for (var change : new String[]{
                "create table casework.planted (id uuid primary key)",
                "alter table casework.concern add column planted text",
                "alter table casework.concern alter column service_id set not null",
                "alter table casework.concern drop constraint concern_status_check",
                "drop index casework.concern_by_state",
                "alter table casework.concern no force row level security",
                "drop policy scope on casework.concern",
                "create policy planted on casework.concern using (true)",
                "grant delete on casework.concern to heed_app",
                "grant select (name) on access.staff to heed_search",
                "create function casework.planted() returns int language sql as 'select 1'",
                "grant execute on function access.staff_named(uuid, bigint[]) to public",
                "create view casework.report_planted as select 1 as one",
                "create schema planted",
                "alter role heed_app bypassrls"}) {
            String after = Trial.on(trial -> new Catalog(trial.run(change).db()).text());
            assertThat(after).as(change).isNotEqualTo(before);
        }
    }

    private static String text(TestDatabase database) {
        return Trial.on(database.url(), trial -> new Catalog(trial.db()).text());
    }
}

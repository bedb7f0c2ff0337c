package heed.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a throw-away table under row-level security, as every table of Heed's will be. */
class TransactionsTest {
    private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static TestDatabase database;

    private final JdbcClient jdbc = database.jdbc();
    private final Transactions transactions = database.transactions();

    @BeforeAll
    static void a_table_with_row_level_security() {
        database = TestDatabase.empty();
        JdbcClient.create(database.owner()).sql("""
                create schema leaf;
                grant usage on schema leaf to heed_app;
                create table leaf.leaf (scope_id uuid not null, word text not null);
                alter table leaf.leaf enable row level security;
                alter table leaf.leaf force row level security;
                create policy by_scope on leaf.leaf
                    using (scope_id = nullif(current_setting('heed.scope', true), '')::uuid);
                grant select, insert, delete on leaf.leaf to heed_app;
                """).update();
    }

    @BeforeEach
    void empty() {
        for (UUID scope : List.of(ONE, OTHER)) {
            transactions.inScope(scope, () -> {
                jdbc.sql("delete from leaf.leaf").update();
            });
        }
    }

    @Test
    void the_scope_is_set_inside_and_gone_after() {
        assertThat(transactions.inScope(ONE, this::scope)).isEqualTo(ONE.toString());
        assertThat(scope()).isEmpty();
        assertThat(transactions.open()).isFalse();
        assertThat(transactions.inScope(ONE, transactions::open)).isTrue();
    }

    @Test
    void each_scope_sees_its_own_rows_and_no_scope_sees_none() {
        write(ONE, "oak");
        write(OTHER, "ash");

        assertThat(transactions.inScope(ONE, this::words)).containsExactly("oak");
        assertThat(transactions.inScope(OTHER, this::words)).containsExactly("ash");
        assertThat(transactions.outsideScopes(this::words)).isEmpty();
        assertThat(words()).isEmpty();
    }

    @Test
    void a_row_of_another_scope_cannot_be_written() {
        assertThatThrownBy(() -> transactions.inScope(ONE, () -> insert(OTHER, "yew")))
                .isInstanceOf(DataAccessException.class);
        assertThat(transactions.inScope(OTHER, this::words)).isEmpty();
    }

    @Test
    void the_same_scope_joins_and_what_is_thrown_undoes_all_of_it() {
        assertThatThrownBy(() -> transactions.inScope(ONE, () -> {
            insert(ONE, "elm");
            transactions.inScope(ONE, () -> insert(ONE, "fir"));
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(transactions.inScope(ONE, this::words)).isEmpty();
    }

    @Test
    void a_swallowed_failure_inside_still_undoes_the_whole() {
        assertThatThrownBy(() -> transactions.inScope(ONE, () -> {
            insert(ONE, "elm");
            try {
                transactions.inScope(ONE, () -> {
                    throw new IllegalArgumentException("no");
                });
            } catch (IllegalArgumentException e) {
                insert(ONE, "fir");
            }
        })).isInstanceOf(RuntimeException.class);

        assertThat(transactions.inScope(ONE, this::words)).isEmpty();
    }

    @Test
    void another_scope_inside_is_refused() {
        assertThatThrownBy(() -> transactions.inScope(ONE, () -> transactions.inScope(OTHER, this::words)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions.outsideScopes(() -> transactions.inScope(ONE, this::words)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_transaction_opened_elsewhere_is_not_joined() {
        TransactionTemplate elsewhere = new TransactionTemplate(new JdbcTransactionManager(database.app()));

        assertThatThrownBy(() -> elsewhere.execute(status -> transactions.inScope(ONE, this::words)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_written_apart_stays_when_the_rest_is_undone() {
        assertThatThrownBy(() -> transactions.inScope(ONE, () -> {
            insert(ONE, "undone");
            transactions.apart(OTHER, () -> insert(OTHER, "kept"));
            assertThat(scope()).isEqualTo(ONE.toString());
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class);

        assertThat(transactions.inScope(ONE, this::words)).isEmpty();
        assertThat(transactions.inScope(OTHER, this::words)).containsExactly("kept");
    }

    @Test
    void work_outside_scopes_joins_whatever_is_open() {
        transactions.inScope(ONE, () -> transactions.outsideScopes(() -> insert(ONE, "elm")));

        assertThat(transactions.inScope(ONE, this::words)).containsExactly("elm");
    }

    private void write(UUID scope, String word) {
        transactions.inScope(scope, () -> insert(scope, word));
    }

    private void insert(UUID scope, String word) {
        jdbc.sql("insert into leaf.leaf (scope_id, word) values (?, ?)").param(scope).param(word).update();
    }

    private List<String> words() {
        return jdbc.sql("select word from leaf.leaf order by word").query(String.class).list();
    }

    private String scope() {
        return jdbc.sql("select coalesce(current_setting('heed.scope', true), '')").query(String.class).single();
    }
}

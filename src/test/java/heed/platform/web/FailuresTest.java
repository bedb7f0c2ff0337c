package heed.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

/** Which failures say that the records cannot be reached, and which are defects. */
class FailuresTest {
    @Test
    void a_server_that_stops_under_a_request_is_away_even_where_undoing_fails_too() {
        var undoing = new TransactionSystemException("no", new SQLException("Connection is closed"));
        undoing.initApplicationException(
                new UncategorizedSQLException("select", null, new SQLException("stopping", "57P01")));
        assertThat(Failures.kind(undoing)).isEqualTo(Failure.AWAY);
    }

    @Test
    void a_server_that_became_a_standby_is_away() {
        assertThat(Failures.kind(new UncategorizedSQLException("insert", null, new SQLException("read", "25006"))))
                .isEqualTo(Failure.AWAY);
    }

    @Test
    void a_defect_stays_a_defect() {
        var undoing = new TransactionSystemException("no", new SQLException("Connection is closed"));
        undoing.initApplicationException(
                new BadSqlGrammarException("select", "x", new SQLException("no column", "42703")));
        assertThat(Failures.kind(undoing)).isEqualTo(Failure.UNEXPECTED);
        assertThat(Failures.kind(new IllegalStateException("x"))).isEqualTo(Failure.UNEXPECTED);
    }
}

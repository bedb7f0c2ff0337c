package heed.platform.db;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions, opened by name and not by annotation, each for one recording scope. Row-level security shows the rows of
 * that scope and no others; outside a scope it shows none. Anything thrown undoes the whole transaction.
 *
 * <p>
 * A policy reads the scope as {@code nullif(current_setting('heed.scope', true), '')::uuid}: on a connection used before
 * the setting is empty, not absent.
 */
@Component
public class Transactions {
    /** What is open on this thread; a missing scope is a transaction outside scopes. */
    private record Open(@Nullable UUID scope) {
    }

    private static final ScopedValue<Open> NOW = ScopedValue.newInstance();

    private final TransactionTemplate joining;
    private final TransactionTemplate apart;
    private final JdbcClient jdbc;

    /** On this manager of transactions, whose connections {@code jdbc} uses. */
    public Transactions(PlatformTransactionManager transactions, JdbcClient jdbc) {
        this.joining = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
    }

    /**
     * Runs the work in a transaction of the scope; inside one of the same scope it joins that.
     *
     * @return what the work returns
     * @throws IllegalStateException when a transaction of another scope, or of none, is open
     */
    public <T extends @Nullable Object> T inScope(UUID scope, Supplier<T> work) {
        if (NOW.isBound()) {
            if (!scope.equals(NOW.get().scope())) {
                throw new IllegalStateException("A transaction of another recording scope is open");
            }
            return run(joining, work);
        }
        refuseForeign();
        return open(joining, scope, work);
    }

    /** As {@link #inScope(UUID, Supplier)}, returning nothing. */
    public void inScope(UUID scope, Runnable work) {
        inScope(scope, nothing(work));
    }

    /**
     * Runs the work in a new transaction on another connection, whatever is open: what it writes stays even when the
     * outer transaction is undone. It does not see what the outer one has written, and must not wait for its locks.
     *
     * @return what the work returns
     */
    public <T extends @Nullable Object> T apart(UUID scope, Supplier<T> work) {
        return open(apart, scope, work);
    }

    /** As {@link #apart(UUID, Supplier)}, returning nothing. */
    public void apart(UUID scope, Runnable work) {
        apart(scope, nothing(work));
    }

    /**
     * Runs the work in a transaction for tables that belong to no scope (sign-in, sessions, jobs, the outbox). Inside
     * an open transaction it joins that one, whatever its scope.
     *
     * @return what the work returns
     */
    public <T extends @Nullable Object> T outsideScopes(Supplier<T> work) {
        if (NOW.isBound()) {
            return run(joining, work);
        }
        refuseForeign();
        return open(joining, null, work);
    }

    /** As {@link #outsideScopes(Supplier)}, returning nothing. */
    public void outsideScopes(Runnable work) {
        outsideScopes(nothing(work));
    }

    /** Whether one of these transactions is open on this thread. */
    public boolean open() {
        return NOW.isBound();
    }

    /** In a transaction begun elsewhere the scope would stay set after our work. */
    private static void refuseForeign() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction is open that was not opened here");
        }
    }

    private <T extends @Nullable Object> T open(TransactionTemplate how, @Nullable UUID scope, Supplier<T> work) {
        return ScopedValue.where(NOW, new Open(scope)).call(() -> run(how, () -> {
            if (scope != null) {
                jdbc.sql("select set_config('heed.scope', ?, true)").param(scope.toString()).query(String.class)
                        .single();
            }
            return work.get();
        }));
    }

    @SuppressWarnings("NullAway") // execute returns exactly what the work returned
    private static <T extends @Nullable Object> T run(TransactionTemplate how, Supplier<T> work) {
        return how.execute(status -> work.get());
    }

    private static Supplier<@Nullable Void> nothing(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }
}

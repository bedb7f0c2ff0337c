package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opens the key of a return once in a transaction, however many of its tables are read in it. When the transaction ends the
 * key is gone from memory.
 */
@Component
class ReturnKeys {
    private final Seals seals;

    ReturnKeys(Seals seals) {
        this.seals = seals;
    }

    /** The key of a return. @throws heed.platform.seal.SealBroken where there is none */
    RecordKey of(Actor by, UUID ret) {
        return opened().computeIfAbsent(ret, id -> seals.key(by.scope(), id));
    }

    /** Those of this transaction, which is of one scope alone; outside of one they are kept nowhere. */
    @SuppressWarnings("unchecked")
    private Map<UUID, RecordKey> opened() {
        if (!TransactionSynchronizationManager.isSynchronizationActive())
            return new HashMap<>();
        if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> there)
            return (Map<UUID, RecordKey>) there;
        var fresh = new HashMap<UUID, RecordKey>();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(ReturnKeys.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(ReturnKeys.this, fresh);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(ReturnKeys.this);
            }
        });
        return fresh;
    }
}

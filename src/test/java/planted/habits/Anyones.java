package planted.habits;

import heed.platform.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Breaks a rule on purpose: one of its doings does not say who does it, one says it late. */
@Service
public class Anyones {
    /** As it should be. */
    public void close(Actor by, UUID record) {
        keep(by, record);
    }

    /** Nobody's doing. */
    public void open(UUID record) {
        open(record, Actor.system(record));
    }

    void open(UUID record, Actor by) {
        keep(by, record);
    }

    private static void keep(Actor by, UUID record) {
        by.is(record);
    }
}

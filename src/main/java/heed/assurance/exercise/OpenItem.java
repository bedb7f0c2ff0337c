package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Holds a return whose answers are to be written, for somebody who may write that one. Within an open transaction. */
@Component
class OpenItem {
    private final Returns returns;

    OpenItem(Returns returns) {
        this.returns = returns;
    }

    /**
     * The return, held.
     *
     * @throws heed.platform.Refused as not found where they do not read that answer; as not allowed now where the return is
     *                               not open for writing
     */
    Return hold(Actor by, UUID ret, String item) {
        var held = returns.hold(by, ret);
        var reads = WhoReads.of(by);
        var shares = returns.shares(ret);
        reads.must(shares, item);
        if (!reads.writes(by, shares, item))
            throw Refusal.NOT_FOUND.because("reads and does not write");
        if (!held.state().open())
            throw Refusal.NOT_ALLOWED_NOW.because("not open for writing");
        return held;
    }
}

package planted.verify;

import heed.platform.trail.Trace;
import tools.jackson.databind.json.JsonMapper;

/** A verifier that takes from Heed and from a library what it should have of its own. */
final class Borrowing {
    private Borrowing() {
    }

    static String read(Trace trace) {
        return JsonMapper.builder().build().writeValueAsString(trace.act());
    }
}

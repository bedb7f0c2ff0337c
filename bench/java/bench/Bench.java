package bench;

import org.junit.jupiter.api.Test;

/** Lets the build run the benchmark with the Java that runs its tests. It measures and fails for no figure. */
class Bench {
    @Test
    void heed_is_measured_against_plain_ways_of_doing_the_same() throws Exception {
        Run.run();
    }
}

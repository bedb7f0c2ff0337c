package heed.casework.figure;

/** What chance alone would leave a number between, where things happen apart from each other at one rate (Poisson). */
final class Chance {
    private Chance() {
    }

    /** The numbers at the ends of the range. */
    record Range(long low, long high) {
    }

    /**
     * The range in which a number falls 19 times out of 20: each end is left out on its side at most once in 40 times. Exact,
     * from the distribution itself and not from a curve laid over it.
     *
     * @param expected the mean, 0 or more
     */
    static Range of(double expected) {
        if (expected <= 0)
            return new Range(0, 0);
        long low = -1;
        double sum = 0;
        double log = -expected;
        for (long k = 0;; k++) {
            if (k > 0)
                log += Math.log(expected) - Math.log(k);
            sum += Math.exp(log);
            if (low < 0 && sum >= 0.025)
                low = k;
            if (sum >= 0.975)
                return new Range(low, k);
        }
    }
}

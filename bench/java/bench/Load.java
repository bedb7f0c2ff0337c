package bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing again and again, by one or more clients at once, and says how often and how long it took. */
final class Load {
    private Load() {
    }

    /** One thing done once; what it throws ends the whole run. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /**
     * What a run came to.
     *
     * @param perSecond how often a second, all clients together
     * @param nanos     how long each took, shortest first
     */
    record Outcome(double perSecond, long[] nanos) {
        /** The time, in milliseconds, that this share of them did not exceed. */
        double millis(double share) {
            return nanos[Math.min(nanos.length - 1, (int) Math.floor(share * nanos.length))] / 1e6;
        }

        int times() {
            return nanos.length;
        }
    }

    /** Lets each of these clients do its task over and over for this long. */
    static Outcome during(Duration time, List<Task> clients) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (var client : clients) {
                Callable<List<Long>> turn = () -> {
                    start.await();
                    var took = new ArrayList<Long>();
                    long end = System.nanoTime() + time.toNanos();
                    long from = System.nanoTime();
                    while (from < end) {
                        client.run();
                        long now = System.nanoTime();
                        took.add(now - from);
                        from = now;
                    }
                    return took;
                };
                running.add(threads.submit(turn));
            }
            long from = System.nanoTime();
            start.countDown();
            var all = new ArrayList<Long>();
            for (var one : running)
                all.addAll(result(one));
            double seconds = (System.nanoTime() - from) / 1e9;
            return new Outcome(all.size() / seconds, all.stream().mapToLong(Long::longValue).sorted().toArray());
        }
    }

    /** Does these one after the other and says how long each took. */
    static Outcome each(List<Task> tasks) throws Exception {
        var took = new long[tasks.size()];
        long begun = System.nanoTime();
        for (int i = 0; i < took.length; i++) {
            long from = System.nanoTime();
            tasks.get(i).run();
            took[i] = System.nanoTime() - from;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(took);
        return new Outcome(took.length / seconds, took);
    }

    private static List<Long> result(Future<List<Long>> one) throws Exception {
        try {
            return one.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause)
                throw cause;
            throw failed;
        }
    }

    /** The middle one of these. */
    static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

package heed.platform.db;

/** Hears how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {
    /**
     * @param bytes done so far
     * @param ofBytes expected in all; a running database may turn out to hold a little more or less
     */
    void reached(long bytes, long ofBytes);
}

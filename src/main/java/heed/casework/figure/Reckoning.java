package heed.casework.figure;

/** How a number comes of the lines. */
sealed interface Reckoning {
    /** How many there are. */
    record Number() implements Reckoning {
    }

    /** How many of them are so, for every hundred. @param so an SQL condition of our own */
    record Share(String so) implements Reckoning {
    }

    /** The median of those that have one. @param hours an SQL expression of our own, null where a line has none */
    record Median(String hours) implements Reckoning {
    }
}

package heed.assurance.evidence;

/** How exactly a text says when. */
public enum Precision {
    /** A day, or two. */
    DAY("to the day"),
    /** A month, or two. */
    MONTH("to the month"),
    /** Three months with a name or a number. */
    QUARTER("to the quarter"),
    /** Spring, summer, autumn or winter of a year. */
    SEASON("to the season"),
    /** Early, mid or late in a year, or one half of it. */
    PART_OF_YEAR("to part of a year"),
    /** A year, calendar or financial, or several. */
    YEAR("to the year"),
    /** Counted back from when the paper was written, such as "in the last six months". */
    COUNTED_BACK("counted back from the date of the paper");

    private final String words;

    Precision(String words) {
        this.words = words;
    }

    /** As said on a page, after "known". */
    public String words() {
        return words;
    }

    /** Whether it names a month or a day, so that another such date can agree with it or not. */
    public boolean exact() {
        return this == DAY || this == MONTH;
    }
}

package heed.assurance.exercise;

import org.jspecify.annotations.Nullable;

/** What became of text that was taken over from last year's return. (Invariant 12) */
public enum Carried {
    /** Written for this return. */
    OWN(null),
    /** As last year; nobody has looked at it. It cannot be submitted. */
    CARRIED("From last year: confirm or change it"),
    /** As last year; somebody has read it and says it still holds. */
    REAFFIRMED("From last year, confirmed"),
    /** Begun from last year's, and written anew. */
    CHANGED("Changed since last year");

    private final @Nullable String words;

    Carried(@Nullable String words) {
        this.words = words;
    }

    /** As shown; null where there is nothing to say. */
    public @Nullable String words() {
        return words;
    }

    /** Whether it may be submitted. */
    public boolean submittable() {
        return this != CARRIED;
    }

    /**
     * What it is once this text was saved in its place.
     *
     * @param before what was there
     * @param now    what is there now
     */
    public Carried saved(String before, String now) {
        // Saving without a change is no confirmation: whoever confirms says so.
        return this == OWN || plain(before).equals(plain(now)) ? this : CHANGED;
    }

    /** Text without what typing and browsers change of themselves. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}

package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record; the newest comes first.
 *
 * @param title what happened
 * @param by    who did it
 * @param when  when, already worded in local time
 * @param text  what was written, line breaks and direction kept
 */
public record TimelineEvent(String title, String by, String when, @Nullable String text) {
}

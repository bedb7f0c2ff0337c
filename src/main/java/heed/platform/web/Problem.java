package heed.platform.web;

/**
 * One thing to put right, and where.
 *
 * @param field the id to go to: the field's name, or {@code name-day} for a date
 * @param text  what to do, in a sentence without a full stop
 */
public record Problem(String field, String text) {
}

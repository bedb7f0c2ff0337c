package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing on a list of things to do.
 *
 * @param title  what it is
 * @param href   where it is done; null when it cannot be started yet
 * @param hint   help under it
 * @param status where it stands, in words
 * @param done   whether nothing is left to do
 */
public record Task(String title, @Nullable String href, @Nullable String hint, String status, boolean done) {
}

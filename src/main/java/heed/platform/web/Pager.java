package heed.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * The ways on from a page of a long list. Lists are paged by key, so there are no page numbers.
 *
 * @param newer where the newer ones are; null on the first page
 * @param older where the older ones are; null on the last page
 * @param shown how many are here, in words, such as "50 concerns shown"
 */
public record Pager(@Nullable String newer, @Nullable String older, String shown) {
}

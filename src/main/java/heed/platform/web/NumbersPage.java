package heed.platform.web;

/**
 * The numbers to ring.
 *
 * @param frame the page's frame, which holds the numbers
 */
public record NumbersPage(Frame frame) {
}

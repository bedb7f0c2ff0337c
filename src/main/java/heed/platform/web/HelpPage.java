package heed.platform.web;

/**
 * A page of help. Its words are in its template.
 *
 * @param frame the page's frame, which holds the organisation's name and the numbers to ring
 */
public record HelpPage(Frame frame) {
}

package heed.casework.raise;

import heed.platform.web.Frame;

/** What the sender is given at once. Public only because templates compile elsewhere. */
public record ReceiptPage(Frame frame, String ref, String receivedAt, boolean danger) {
}

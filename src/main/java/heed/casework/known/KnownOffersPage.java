package heed.casework.known;

import heed.platform.web.Frame;

/** Everyone whom one person named may be. Public only because templates compile elsewhere. */
public record KnownOffersPage(Frame frame, String ref, String name, KnownPanel panel) {
    /** The one person it is about. */
    public KnownPanel.Who who() {
        return panel.people().getFirst();
    }
}

package heed.platform.web;

import heed.platform.Actor;
import java.util.List;

/** What somebody should put right, said on their start page; a module that has such things gives a bean. */
public interface Alerts {
    /**
     * One of them.
     *
     * @param text a sentence, nothing personal in it
     * @param href where to look
     * @param link the link's words
     */
    record Alert(String text, String href, String link) {
    }

    /** Those for this person now. */
    List<Alert> alerts(Actor by);
}

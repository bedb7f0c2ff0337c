package heed.platform.web;

import java.util.List;

/** A module's notices; each module that has some gives one bean. */
public interface Notices {
    /** All of them. */
    List<? extends Notice> notices();
}

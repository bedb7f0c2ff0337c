package heed.platform.web;

import heed.platform.Actor;

/** Whose system this is. */
public interface Organisation {
    /** The name of the body this person works for; for a stranger, of the one that runs the installation. */
    String nameFor(Actor by);
}

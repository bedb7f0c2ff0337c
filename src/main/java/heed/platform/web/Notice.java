package heed.platform.web;

/**
 * One sentence that the page after an act can say. Modules name theirs in an enum, so that only sentences written here
 * can ever be said and none holds anything personal.
 */
public interface Notice {
    /** The notice's name, unique in the whole program. */
    String name();

    /** The sentence. */
    String words();
}

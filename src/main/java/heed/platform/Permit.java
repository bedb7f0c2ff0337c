package heed.platform;

/** Something a person may be permitted to do. Modules name theirs in an enum; the name is what an {@link Actor} holds. */
public interface Permit {
    /** The permit's unique name. */
    String name();
}

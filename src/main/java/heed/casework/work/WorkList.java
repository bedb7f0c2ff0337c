package heed.casework.work;

import heed.platform.Actor;

/** A list of what waits for officers. Each slice that has one gives a bean; beans are shown in their {@code @Order}. */
public interface WorkList {
    /** What it is called, such as "Follow-ups". */
    String title();

    /** Where it is. */
    String href();

    /** What stands after the number on the start page. */
    String words(long count);

    /** How many are on the list that this person would see there; nought for those who see none. */
    long count(Actor by);
}

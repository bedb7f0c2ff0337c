package heed.platform.web;

import heed.platform.Actor;
import java.util.List;

/** Where the numbers to ring are kept. */
public interface Numbers {
    /** All numbers of the installation in the order to show them, those of the person's own scope first. */
    List<RingNumber> numbers(Actor by);
}

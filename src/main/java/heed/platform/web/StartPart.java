package heed.platform.web;

import gg.jte.Content;
import heed.platform.Actor;
import java.util.Optional;

/** A part of the start page that a module gives, a bean of it. Parts are asked in their {@code @Order}. */
public interface StartPart {
    /** What it shows this person now; empty where it has nothing for them. */
    Optional<Content> show(Actor by);
}

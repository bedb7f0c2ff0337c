package heed.platform.measure;

import java.util.List;
import java.util.Optional;

/**
 * What a measure says.
 *
 * @param definition how it was counted
 * @param question   what was asked
 * @param whole      all of it
 * @param parts      each part of the split that was asked for, in order; empty without a split
 * @param opens      whether {@link Figure#href} leads to lists; to the definition where not
 */
public record Answer(Definition definition, Question question, Figure whole, List<Figure> parts, boolean opens) {
    /** Copies the parts. */
    public Answer {
        parts = List.copyOf(parts);
    }

    /** The part with this key. */
    public Optional<Figure> part(String key) {
        return parts.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    /** A figure of it in words and digits. */
    public String say(Figure figure) {
        return definition.unit().say(figure);
    }
}

package heed.directory.setup;

import heed.platform.web.Field;
import org.jspecify.annotations.Nullable;

/**
 * One box to fill in.
 *
 * @param field        what is asked
 * @param type         the kind of box: {@code text}, {@code email}, {@code tel} or {@code password}
 * @param inputmode    which keyboard a phone shows; null for the usual one
 * @param autocomplete what a browser may fill in
 * @param width        how wide, as a class; empty for full
 */
public record Ask(Field field, String type, @Nullable String inputmode, String autocomplete, String width) {
    static Ask text(Field field) {
        return new Ask(field, "text", null, "off", "");
    }

    static Ask mail(Field field) {
        return new Ask(field, "email", null, "off", "");
    }

    static Ask tel(Field field) {
        return new Ask(field, "tel", null, "off", "govuk-input--width-20");
    }

    static Ask number(Field field) {
        return new Ask(field, "text", "numeric", "off", "govuk-input--width-5");
    }

    static Ask password(Field field) {
        return new Ask(field, "password", null, "new-password", "");
    }
}

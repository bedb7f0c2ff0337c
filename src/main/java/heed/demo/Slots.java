package heed.demo;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Fills the slots of a written text: {@code {street}} by name, {@code {one|another}} by choice. */
record Slots(Map<String, String> values, RandomGenerator chance) {
    /**
     * The text with every slot filled.
     *
     * @throws IllegalStateException when a slot has no value, naming the slot
     */
    String fill(String text) {
        int open = text.indexOf('{');
        if (open < 0)
            return text;
        var filled = new StringBuilder(text.length() + 32);
        int from = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0)
                throw new IllegalStateException("a slot is not closed: " + text.substring(open));
            filled.append(text, from, open).append(value(text.substring(open + 1, close)));
            from = close + 1;
            open = text.indexOf('{', from);
        }
        return filled.append(text, from, text.length()).toString();
    }

    /** As {@link #fill}, for a text that may be missing. */
    @Nullable
    String fillAny(@Nullable String text) {
        return text == null ? null : fill(text);
    }

    private String value(String slot) {
        if (slot.indexOf('|') >= 0) {
            var choices = slot.split("\\|", -1);
            return choices[chance.nextInt(choices.length)];
        }
        var value = values.get(slot);
        if (value == null)
            throw new IllegalStateException("nothing fills the slot {" + slot + "}");
        return value;
    }
}

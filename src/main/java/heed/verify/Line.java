package heed.verify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry, as a line of an export tells it.
 *
 * @param told each value as it is written there
 */
record Line(Map<String, @Nullable Object> told) {
    private static final Set<String> NAMES = Set.of("batch", "position", "hash", "id", "scope", "at", "actor", "act",
            "record", "fields", "found", "reason", "outcome", "from");
    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z";

    /** Checks that every part is there, and none that nobody vouches for. */
    Line {
        if (!told.keySet().equals(NAMES))
            throw new Unreadable("an entry has not the parts that it should have");
        if (told.get("at") instanceof String at ? !at.matches(MOMENT) : true)
            throw new Unreadable("an entry's time is not one");
    }

    /** A text, or null. */
    @Nullable
    String text(String name) {
        var value = told.get(name);
        if (value != null && !(value instanceof String))
            throw new Unreadable("an entry's " + name + " is no text");
        return (String) value;
    }

    /** A text that has to be there. */
    String must(String name) {
        var text = text(name);
        if (text == null)
            throw new Unreadable("an entry has no " + name);
        return text;
    }

    @Nullable
    Long number(String name) {
        var value = told.get(name);
        if (value != null && !(value instanceof Long))
            throw new Unreadable("an entry's " + name + " is no number");
        return (Long) value;
    }

    /** SHA-256 over it as a leaf of a tree. */
    byte[] leaf() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var name : List.of("", "scope", "id", "at", "actor", "act"))
                put(out, name.isEmpty() ? "heed-trail-entry-1" : must(name));
            put(out, text("record"));
            putAll(out, "fields");
            putAll(out, "found");
            put(out, text("reason"));
            put(out, must("outcome"));
            put(out, must("from"));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return Tree.leaf(bytes.toByteArray());
    }

    /** The same in hexadecimal. */
    String hash() {
        return HexFormat.of().formatHex(leaf());
    }

    private void putAll(DataOutputStream out, String name) throws IOException {
        if (!(told.get(name) instanceof List<?> all))
            throw new Unreadable("an entry's " + name + " is no list");
        out.writeInt(all.size());
        for (var each : all)
            put(out, each instanceof String text ? text : null);
    }

    private static void put(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

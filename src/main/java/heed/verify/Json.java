package heed.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one line of JSON into maps, lists, strings, longs, booleans and null. Strict, and without a library. */
final class Json {
    private static final int DEEPEST = 8;
    private final String text;
    private int place;

    private Json(String text) {
        this.text = text;
    }

    /**
     * The object that a line is.
     *
     * @throws Unreadable if it is not one
     */
    static Map<String, @Nullable Object> object(String line) {
        var json = new Json(line);
        json.space();
        var read = json.objectHere(0);
        json.space();
        if (json.place < line.length())
            throw new Unreadable("something follows the object");
        return read;
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST)
            throw new Unreadable("nested too deep");
        space();
        return switch (here()) {
            case '{' -> objectHere(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> objectHere(int depth) {
        var read = new LinkedHashMap<String, @Nullable Object>();
        take('{');
        space();
        if (here() == '}') {
            place++;
            return read;
        }
        while (true) {
            space();
            var name = string();
            space();
            take(':');
            if (read.containsKey(name))
                throw new Unreadable("a name is there twice");
            read.put(name, value(depth + 1));
            space();
            if (here() == '}') {
                place++;
                return read;
            }
            take(',');
        }
    }

    private List<@Nullable Object> list(int depth) {
        var read = new ArrayList<@Nullable Object>();
        take('[');
        space();
        if (here() == ']') {
            place++;
            return read;
        }
        while (true) {
            read.add(value(depth + 1));
            space();
            if (here() == ']') {
                place++;
                return read;
            }
            take(',');
        }
    }

    private String string() {
        take('"');
        var read = new StringBuilder();
        while (here() != '"') {
            char c = text.charAt(place++);
            if (c < ' ')
                throw new Unreadable("a control character in a text");
            read.append(c == '\\' ? escaped() : c);
        }
        place++;
        return read.toString();
    }

    private char escaped() {
        char c = here();
        place++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (place + 4 > text.length())
                    throw new Unreadable("it ends too early");
                try {
                    yield (char) Integer.parseInt(text.substring(place, place += 4), 16);
                } catch (NumberFormatException e) {
                    throw new Unreadable("not four hexadecimal digits");
                }
            }
            default -> throw new Unreadable("an unknown escape");
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, place))
            throw new Unreadable("an unknown word");
        place += word.length();
        return value;
    }

    private Long number() {
        int from = place;
        while (place < text.length() && "-0123456789".indexOf(text.charAt(place)) >= 0)
            place++;
        try {
            return Long.valueOf(text.substring(from, place));
        } catch (NumberFormatException e) {
            throw new Unreadable("not a whole number");
        }
    }

    private void take(char c) {
        if (here() != c)
            throw new Unreadable("'" + c + "' is missing");
        place++;
    }

    private char here() {
        if (place >= text.length())
            throw new Unreadable("it ends too early");
        return text.charAt(place);
    }

    private void space() {
        while (place < text.length() && (text.charAt(place) == ' ' || text.charAt(place) == '\t'))
            place++;
    }
}

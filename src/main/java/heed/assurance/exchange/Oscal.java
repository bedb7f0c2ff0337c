package heed.assurance.exchange;

import heed.assurance.exercise.SimpleText;
import heed.assurance.framework.Edition;
import heed.platform.web.LondonTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words, names and marks of OSCAL 1.1.3 (NIST's Open Security Controls Assessment Language, JSON), as far as Heed writes it.
 * The same things have the same ids in every document and every time, so that one document can point at another.
 */
final class Oscal {
    /** Which version of OSCAL is written. */
    static final String VERSION = "1.1.3";
    /** Whose names the properties are that OSCAL does not define. */
    static final String NAMES = "urn:heed:oscal";
    private static final UUID OURS = UUID.fromString("5b0c1f0e-6e0a-4d55-9a86-0f6f6b1f0d6a");
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~^&$!]");
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)(?:([-+=])|(\\d+)([.)]))");

    private Oscal() {
    }

    /** Names and values in the order put; what is empty, or stands in a list twice, is left out, as OSCAL asks. */
    static final class Part {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Part put(String name, @Nullable Object value) {
            var plain = value instanceof Part part ? part.values : value;
            if (plain == null || plain instanceof String words && words.isBlank()
                    || plain instanceof Collection<?> list && list.isEmpty())
                return this;
            values.put(name,
                    plain instanceof Collection<?> list ? list.stream().map(Part::plain).distinct().toList() : plain);
            return this;
        }

        /** A name with nothing in it, which OSCAL has for "all". */
        Part mark(String name) {
            values.put(name, Map.of());
            return this;
        }

        private static Object plain(Object value) {
            return value instanceof Part part ? part.values : value;
        }
    }

    static Part part() {
        return new Part();
    }

    /** A document whole. */
    static String document(String root, Part content) {
        return JSON.writeValueAsString(Map.of(root, content.values)) + "\n";
    }

    /** The id of what these words name: version 5, from SHA-1 (RFC 9562, 5.5), as OSCAL takes versions 4 and 5 only. */
    static String id(Object... names) {
        var path = java.util.Arrays.stream(names).map(n -> String.valueOf(n).replace("\\", "\\\\").replace("/", "\\/"))
                .collect(Collectors.joining("/"));
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(java.nio.ByteBuffer.allocate(16).putLong(OURS.getMostSignificantBits())
                    .putLong(OURS.getLeastSignificantBits()).array());
            var hash = java.nio.ByteBuffer.wrap(digest.digest(path.getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x5000L;
            long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }

    /** The token of a section, standard, question or bullet: its code with its kind before it, as a token begins with a letter. */
    static String token(Edition.Node node) {
        return token(node.kind().name().toLowerCase(java.util.Locale.ROOT), node.code());
    }

    static String token(String kind, String code) {
        return kind + "-" + code.replaceAll("[^\\p{L}\\p{N}._-]", "-");
    }

    /** Words on one line, for a property or a name: OSCAL has no line breaks there. */
    static String plain(String words) {
        return words.strip().replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** Words on one line as markup that shows them as they are. */
    static String line(String words) {
        var line = plain(words);
        return shown(line.isEmpty() ? "(no words)" : line);
    }

    /** Text of an answer as markup: paragraphs, lists and tables stay what they are, all else shows as it was typed. */
    static String prose(String text) {
        return SimpleText.read(text).stream().map(Oscal::block).filter(b -> !b.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** The same, or other words where nothing is left of it. */
    static String prose(String text, String otherwise) {
        var words = prose(text);
        return words.isBlank() ? otherwise : words;
    }

    private static String block(SimpleText.Block block) {
        return switch (block) {
            case SimpleText.Paragraph words -> words(words.runs()).lines().map(l -> l.strip())
                    .collect(Collectors.joining("\n"));
            case SimpleText.Lines list ->
                list.lines().stream().map(l -> (list.numbered() ? "1. " : "- ") + plain(words(l)))
                        .collect(Collectors.joining("\n"));
            case SimpleText.Table table -> table(table);
        };
    }

    private static String table(SimpleText.Table table) {
        if (table.heads().isEmpty())
            return "";
        return row(table.heads().stream().map(Oscal::shown).toList()) + "\n"
                + row(table.heads().stream().map(h -> "---").toList())
                + table.rows().stream().map(r -> "\n" + row(r.stream().map(Oscal::words).toList()))
                        .collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "| " + cells.stream().map(Oscal::plain).collect(Collectors.joining(" | ")) + " |";
    }

    private static String words(List<SimpleText.Run> runs) {
        return runs.stream().map(r -> r.href() == null ? shown(r.text()) : "<" + r.href() + ">")
                .collect(Collectors.joining());
    }

    private static String shown(String text) {
        var marked = MARKS.matcher(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ")).replaceAll("\\\\$0");
        return LINE_START.matcher(marked).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(m.group(2) != null
                ? m.group(1) + "\\" + m.group(2)
                : m.group(1) + m.group(3) + "\\" + m.group(4)));
    }

    /** A property under a name of ours; null where there are no words for it. */
    static @Nullable Part ours(String name, @Nullable String value, @Nullable String remarks) {
        var words = value == null ? "" : plain(value);
        return words.isEmpty()
                ? null
                : part().put("name", name).put("ns", NAMES).put("value", words)
                        .put("remarks", remarks == null ? null : prose(remarks));
    }

    /** A property under a name of OSCAL's. */
    static Part prop(String name, String value) {
        return part().put("name", name).put("value", plain(value));
    }

    /** All but those that are nothing. */
    static List<Part> list(@Nullable Part... parts) {
        return java.util.Arrays.stream(parts).filter(java.util.Objects::nonNull).map(p -> p).toList();
    }

    /** The first moment of a day in London. */
    static String from(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(LondonTime.ZONE));
    }

    /** The last second of a day in London. */
    static String until(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME
                .format(day.atTime(LocalTime.of(23, 59, 59)).atZone(LondonTime.ZONE));
    }

    /** What every document says of itself. */
    static Part about(String title, String version, Instant at) {
        return part().put("title", line(title)).put("last-modified", at.toString()).put("version", plain(version))
                .put("oscal-version", VERSION);
    }

    /** An organisation. */
    static Part party(String name) {
        return part().put("uuid", partyId(name)).put("type", "organization").put("name", plain(name));
    }

    static String partyId(String name) {
        return id("organisation", plain(name));
    }
}

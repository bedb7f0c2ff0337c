package heed.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Finds words wherever they were left: plain, in two bytes a letter, in hexadecimal, in base 64. */
public final class Traces {
    /** How each word may be written, as bytes shown one to a character, and what to call that. */
    private final Map<String, String> written = new LinkedHashMap<>();

    /** Looks for these words, in any of the usual cases. */
    public Traces(List<String> words) {
        for (var word : words)
            for (var cased : List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
                var bytes = cased.getBytes(StandardCharsets.UTF_8);
                add(bytes, word + ", plain");
                var wide = cased.getBytes(StandardCharsets.UTF_16BE);
                // Without the first byte it is the same from whichever end it was written.
                add(java.util.Arrays.copyOfRange(wide, 1, wide.length), word + ", two bytes a letter");
                written.put(HexFormat.of().formatHex(bytes), word + ", hexadecimal");
                written.put(HexFormat.of().withUpperCase().formatHex(bytes), word + ", hexadecimal");
                for (int before = 0; before < 3; before++)
                    written.put(base64(bytes, before), word + ", base 64");
            }
    }

    private void add(byte[] bytes, String name) {
        written.put(new String(bytes, StandardCharsets.ISO_8859_1), name);
    }

    /** The letters of base 64 that say these bytes and nothing of what stands before and after them. */
    private static String base64(byte[] bytes, int before) {
        var padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        var said = Base64.getEncoder().withoutPadding().encodeToString(padded);
        int from = (before * 8 + 5) / 6;
        return said.substring(from, padded.length * 8 / 6);
    }

    /** What is in these bytes. */
    public List<String> in(byte[] bytes, String place) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var found = new TreeSet<String>();
        written.forEach((pattern, name) -> {
            if (text.contains(pattern))
                found.add(place + ": " + name);
        });
        return List.copyOf(found);
    }

    /** What is in every column of every table of every schema that is not the database's own. */
    public List<String> inTables(Connection database) throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        try (var asked = database.createStatement(); var rows = asked.executeQuery("""
                select format('%I.%I', n.nspname, c.relname), format('%I', a.attname), a.atttypid = 'bytea'::regtype
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
                  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                order by 1, a.attnum""")) {
            while (rows.next())
                columns.computeIfAbsent(rows.getString(1), t -> new ArrayList<>())
                        .add(rows.getBoolean(3)
                                ? rows.getString(2)
                                : "convert_to(" + rows.getString(2) + "::text, 'UTF8') as " + rows.getString(2));
        }
        var found = new TreeSet<String>();
        for (var table : columns.entrySet())
            try (var asked = database.createStatement();
                    var rows = asked.executeQuery(
                            "select " + String.join(", ", table.getValue()) + " from " + table.getKey())) {
                while (rows.next())
                    for (int i = 1; i <= table.getValue().size(); i++) {
                        var kept = rows.getBytes(i);
                        if (kept != null)
                            found.addAll(in(kept, table.getKey() + "." + rows.getMetaData().getColumnName(i)));
                    }
            }
        return List.copyOf(found);
    }

    /** What is in every file below this folder that was written to since then. */
    public List<String> inFiles(Path folder, Instant since) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                try {
                    if (!Files.getLastModifiedTime(file).toInstant().isBefore(since))
                        found.addAll(in(Files.readAllBytes(file), folder.relativize(file).toString()));
                } catch (NoSuchFileException gone) {
                    // The database deletes files of its own while it runs; what is gone says nothing.
                    continue;
                }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException))
                throw e;
        }
        return List.copyOf(found);
    }
}

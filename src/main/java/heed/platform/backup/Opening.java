package heed.platform.backup;

import heed.platform.seal.InstallationKey;
import heed.platform.seal.RecordKey;
import heed.platform.seal.Seals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * How a column that is not plain is read when everything is copied out; from {@code db/opening/MODULE.txt}, where each
 * module says it of its own.
 *
 * @param column schema, table and column; or schema and table where all of it is withheld
 * @param by under which key it is encrypted
 * @param recordColumn the column with the record's id, where it is under a record's key
 * @param rowColumn the column with the id it is bound to
 * @param json whether it holds JSON and not words
 * @param why why it is withheld
 */
record Opening(String column, By by, String recordColumn, String rowColumn, boolean json, String why) {
    /** Under which key. */
    enum By {
        RECORD, SCOPE, INSTALLATION, WITHHELD
    }

    /** Everything that the modules say, by column. */
    static Map<String, Opening> all() {
        var all = new TreeMap<String, Opening>();
        try {
            for (var each : new PathMatchingResourcePatternResolver().getResources("classpath*:db/opening/*.txt")) {
                if ("README.txt".equals(each.getFilename()))
                    continue;
                for (var line : each.getContentAsString(StandardCharsets.UTF_8).lines().toList())
                    if (!line.isBlank()) {
                        var opening = of(line);
                        all.put(opening.column(), opening);
                    }
            }
            return all;
        } catch (IOException e) {
            throw new IllegalStateException("db/opening cannot be read", e);
        }
    }

    static Opening of(String line) {
        var parts = List.of(line.strip().split("\\s+"));
        var rest = parts.subList(2, parts.size());
        return switch (parts.get(1)) {
            case "record" ->
                new Opening(parts.get(0), By.RECORD, rest.get(0), rest.get(1), json(rest.get(2)), "");
            case "scope" -> new Opening(parts.get(0), By.SCOPE, "", rest.get(0), json(rest.get(1)), "");
            case "installation" ->
                new Opening(parts.get(0), By.INSTALLATION, "", rest.get(0), json(rest.get(1)), "");
            case "withheld" -> new Opening(parts.get(0), By.WITHHELD, "", "", false, String.join(" ", rest));
            default -> throw new IllegalStateException("db/opening: " + line);
        };
    }

    private static boolean json(String shape) {
        if (!List.of("json", "text").contains(shape))
            throw new IllegalStateException("db/opening: " + shape);
        return shape.equals("json");
    }

    /** Its table, with the schema. */
    String table() {
        return String.join(".", Arrays.asList(column.split("\\.")).subList(0, 2));
    }

    /** Its name in its table. */
    String name() {
        return column.substring(column.lastIndexOf('.') + 1);
    }

    /** Whether it can be opened. */
    boolean opens() {
        return by != By.WITHHELD;
    }

    /** The keys that a scope's rows are opened with. */
    record Keys(UUID scope, Seals seals, @Nullable InstallationKey installation) {
        /** The keys of those records that have theirs yet. */
        Map<UUID, RecordKey> of(List<UUID> records) {
            return seals.keys(scope, records);
        }
    }

    /**
     * Opens one value.
     *
     * @param row the id it is bound to
     * @param record its record's key, where it is under one
     * @throws heed.platform.seal.SealBroken where it does not open
     */
    String open(byte[] sealed, String row, @Nullable RecordKey record, Keys keys) {
        return switch (by) {
            case RECORD -> java.util.Objects.requireNonNull(record).open(sealed, column, UUID.fromString(row));
            case SCOPE -> keys.seals().scopeKey(keys.scope()).open(sealed, column, UUID.fromString(row));
            case INSTALLATION ->
                java.util.Objects.requireNonNull(keys.installation()).open(sealed, column, row);
            case WITHHELD -> throw new IllegalStateException(column + " is withheld");
        };
    }
}

package heed.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What is not plain is either opened by an export or left out for a reason that is written down. */
class OpeningTest {
    /** Encrypted, and yet never written out in the clear. A person adds a line here, and says why in db/opening. */
    private static final List<String> SEALED_AND_WITHHELD = List.of("access.account.code_secret",
            "casework.search.sought", "platform.installation_key.wrapped", "platform.record_key.wrapped",
            "platform.scope_key.index_wrapped", "platform.scope_key.wrapped", "platform.setting.sealed");

    /** Files, which a module hands over piece by piece. */
    private static final Set<String> BY_THEIR_MODULE = SpringFactoriesLoader.forDefaultResourceLocation()
            .load(FilesOut.class).stream().flatMap(files -> files.columns().stream()).collect(Collectors.toSet());

    @Test
    void files_are_handed_over_by_the_module_that_keeps_them() {
        assertThat(BY_THEIR_MODULE).containsExactlyInAnyOrder("records.file.stream_key", "records.file_piece.bytes");
    }

    @Test
    void every_encrypted_column_is_opened_or_withheld_on_purpose() throws Exception {
        assertThat(findings(classified(), Opening.all())).isEmpty();
    }

    @Test
    void an_encrypted_column_that_nobody_thought_of_is_found() throws Exception {
        var columns = classified();
        columns.put("casework.concern.planted", "sealed");
        columns.put("casework.concern.planted_digest", "secret-digest");
        assertThat(findings(columns, Opening.all())).containsExactly(
                "casework.concern.planted is sealed, and db/opening does not say how it opens",
                "casework.concern.planted_digest is secret-digest, and db/opening does not withhold it");
    }

    @Test
    void an_encrypted_column_withheld_without_a_second_look_is_found() throws Exception {
        var openings = new TreeMap<>(Opening.all());
        openings.put("casework.concern.told", Opening.of("casework.concern.told withheld because"));
        assertThat(findings(classified(), openings))
                .containsExactly("casework.concern.told is sealed and withheld, and OpeningTest does not know of it");
    }

    @Test
    void a_line_for_a_column_that_is_gone_is_found() throws Exception {
        var openings = new TreeMap<>(Opening.all());
        openings.put("casework.concern.gone", Opening.of("casework.concern.gone record id id text"));
        assertThat(findings(classified(), openings)).containsExactly("casework.concern.gone is in db/opening only");
    }

    private static List<String> findings(Map<String, String> columns, Map<String, Opening> openings) {
        var found = new ArrayList<String>();
        columns.forEach((column, kind) -> {
            var table = column.substring(0, column.lastIndexOf('.'));
            var opening = openings.getOrDefault(column, openings.get(table));
            if (kind.equals("sealed") && BY_THEIR_MODULE.contains(column))
                return;
            if (kind.equals("sealed") && opening == null)
                found.add(column + " is sealed, and db/opening does not say how it opens");
            else if (kind.equals("sealed") && opening != null && !opening.opens()
                    && !SEALED_AND_WITHHELD.contains(column))
                found.add(column + " is sealed and withheld, and OpeningTest does not know of it");
            else if (List.of("token", "secret-digest").contains(kind) && (opening == null || opening.opens()))
                found.add(column + " is " + kind + ", and db/opening does not withhold it");
        });
        for (var opening : openings.values())
            if (columns.keySet().stream()
                    .noneMatch(column -> column.equals(opening.column()) || column.startsWith(opening.column() + ".")))
                found.add(opening.column() + " is in db/opening only");
        return found;
    }

    private static Map<String, String> classified() throws Exception {
        var columns = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Path.of("docs", "golden", "columns.txt")))
            if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split("\\s{2,}", 4);
                columns.put(parts[0], parts[2].strip());
            }
        assertThat(columns).hasSizeGreaterThan(100);
        return columns;
    }
}

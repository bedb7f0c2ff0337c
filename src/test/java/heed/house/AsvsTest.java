package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/asvs.md} answers every requirement of levels 1 and 2 of OWASP ASVS 5.0.0 once, and every test and document that
 * it names exists.
 */
class AsvsTest {
    private static final Path PAGE = Path.of("docs", "asvs.md");
    private static final Pattern ROW = Pattern.compile("\\| (V[0-9.]+) \\| ([123]) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    /** A requirement and what is said of it. */
    private record Answer(String id, String level, String what, String held) {
        String kind() {
            if (held.startsWith("not applicable: "))
                return "not applicable";
            if (held.contains("not yet: "))
                return held.startsWith("not yet: ") ? "not yet" : "in part";
            return held.startsWith("`docs/") ? "document" : "test";
        }
    }

    @Test
    void every_requirement_of_levels_1_and_2_is_answered_once_and_what_is_named_exists() {
        var page = read(PAGE);
        assertThat(faults(page)).isEmpty();
        for (var level : List.of("1", "2", "3")) {
            var counts = answers(page).stream().filter(a -> a.level().equals(level))
                    .collect(Collectors.groupingBy(Answer::kind, TreeMap::new, Collectors.counting()));
            System.out.println("asvs level " + level + ": " + counts);
        }
    }

    @Test
    void what_is_left_out_said_twice_or_not_there_is_found() {
        var page = read(PAGE);
        var row = page.lines().filter(l -> l.startsWith("| V8.2.1 ")).findFirst().orElseThrow();
        assertThat(faults(page.replace(row + "\n", ""))).containsExactly("V8.2.1 is not answered");
        assertThat(faults(page.replace(row, row + "\n" + row))).containsExactly("V8.2.1 is answered twice");
        assertThat(faults(page.replace(row, row.replace("| 1 |", "| 2 |")))).containsExactly("V8.2.1 is of level 1");
        assertThat(
                faults(page.replace("AuthorisationMatrixTest#planted_holes_are_found", "AuthorisationMatrixTest#gone")))
                .containsExactly("V8.3.1 names AuthorisationMatrixTest#gone, which is not there");
        assertThat(faults(page.replace("`TwoAtOnceTest`", "`ThreeAtOnceTest`"))).isNotEmpty()
                .allMatch(f -> f.endsWith("names ThreeAtOnceTest, which is not there"));
        assertThat(faults(page.replace("docs/decisions/0001-plain-sql.md", "docs/decisions/0001-gone.md")))
                .containsExactly("V1.2.4 names docs/decisions/0001-gone.md, which is not there");
        assertThat(faults(page.replace(row, "| V8.2.1 | 1 | Functions need a permission | it does |")))
                .containsExactly("V8.2.1 names neither a test nor a document, and does not say why not");
        assertThat(faults(page + "| V99.1.1 | 1 | Something | `TwoAtOnceTest` |\n"))
                .containsExactly("V99.1.1 is no requirement");
    }

    private static List<String> faults(String page) {
        var levels = new HashMap<String, String>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of("src", "test", "resources", "asvs-5.0.0.csv"))) {
            rows.forEach(r -> levels.put(r.getField("req_id"), r.getField("L")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var tests = tests();
        var found = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        for (var answer : answers(page)) {
            if (!levels.containsKey(answer.id()))
                found.add(answer.id() + " is no requirement");
            else if (!answer.level().equals(levels.get(answer.id())))
                found.add(answer.id() + " is of level " + levels.get(answer.id()));
            if (seen.merge(answer.id(), 1, Integer::sum) == 2)
                found.add(answer.id() + " is answered twice");
            var named = NAMED.matcher(answer.held()).results().map(m -> m.group(1)).toList();
            if (named.isEmpty() && !answer.held().matches("(not applicable|not yet): \\S.+"))
                found.add(answer.id() + " names neither a test nor a document, and does not say why not");
            named.stream().filter(name -> !there(name, tests))
                    .forEach(name -> found.add(answer.id() + " names " + name + ", which is not there"));
        }
        levels.forEach((id, level) -> {
            if (!level.equals("3") && !seen.containsKey(id))
                found.add(id + " is not answered");
        });
        return found;
    }

    private static boolean there(String name, Map<String, String> tests) {
        if (name.startsWith("docs/"))
            return Files.exists(Path.of(name));
        var parts = name.split("#");
        var text = tests.get(parts[0]);
        return text != null && (parts.length == 1 || text.contains("void " + parts[1] + "("));
    }

    /** The text of every test, by the name of its class. */
    private static Map<String, String> tests() {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(f -> f.toString().matches(".*(Test|Journey)\\.java"))
                    .collect(Collectors.toMap(f -> f.getFileName().toString().replace(".java", ""), AsvsTest::read,
                            (one, another) -> one + another));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Answer> answers(String page) {
        return page.lines().map(ROW::matcher).filter(m -> m.matches())
                .map(m -> new Answer(m.group(1), m.group(2), m.group(3), m.group(4))).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

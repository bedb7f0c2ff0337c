package heed.directory.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What may become of a list, and a list as a file. */
class ListRulesTest {
    private static final List<String> CELLS = List.of("=1+1", "+44", "-", "@home", "'quoted", "''=twice", "'=SUM(A1)",
            "Smoke, fire", "He said \"no\"", "Ysgol Gymraeg â", "plain", "'", "-3", "'-");

    private static ListRules rules(String name, String... used) {
        var kind = Shipped.kind(name).orElseThrow();
        return new ListRules(new WordList(name, 0, kind.rows()),
                kind.rows().stream().collect(Collectors.toMap(WordRow::code, WordRow::label)), Set.of(used),
                kind.own());
    }

    private static WordRow called(WordRow row, String label) {
        return new WordRow(row.code(), label, row.parent(), row.appliesTo(), row.validFrom(), row.validTo(),
                row.source(), row.status(), row.more());
    }

    @Test
    void every_shipped_list_keeps_its_own_rules_and_survives_its_own_file() {
        assertThat(Shipped.all()).hasSize(40);
        for (var kind : Shipped.all()) {
            var list = new WordList(kind.name(), 0, kind.rows());
            assertThat(rules(kind.name()).problems(kind.rows())).as(kind.name()).isEmpty();
            var back = ListFile.in(ListFile.out(list, kind), kind);
            assertThat(back.problems()).isEmpty();
            assertThat(back.rows()).as(kind.name()).isEqualTo(kind.rows());
        }
    }

    @Test
    void what_goes_out_to_a_file_comes_back_the_same_and_no_cell_is_a_formula() {
        var random = new Random(5);
        var kind = Shipped.kind("referral_routes").orElseThrow();
        for (int run = 0; run < 500; run++) {
            var rows = new ArrayList<WordRow>();
            int many = random.nextInt(12);
            for (int i = 0; i < many; i++)
                rows.add(new WordRow("C" + i, cell(random), i > 0 && random.nextBoolean() ? "C0" : "", "any",
                        random.nextBoolean() ? null : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)),
                        random.nextBoolean() ? null : LocalDate.of(2030, 1, 1), cell(random),
                        random.nextBoolean() ? "sourced" : "unconfirmed", List.of(cell(random), cell(random))));
            var written = ListFile.out(new WordList(kind.name(), 1, rows), kind);
            assertThat(ListFile.in(written, kind).rows()).isEqualTo(rows);
            assertThat(de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(written).stream()
                    .flatMap(r -> r.getFields().stream())).noneMatch(c -> c.matches("[=+\\-@\\t\\r].*"));
        }
    }

    private static String cell(Random random) {
        var one = CELLS.get(random.nextInt(CELLS.size()));
        return random.nextBoolean() ? one : one + random.nextInt(100);
    }

    @Test
    void spelling_can_be_corrected_and_meaning_cannot() {
        for (var same : List.of("Self-neglect|Self neglect", "Harrassment|Harassment",
                "Childrens home|Children’s home"))
            assertThat(ListRules.sameMeaning(same.split("\\|")[0], same.split("\\|")[1])).as(same).isTrue();
        for (var other : List.of("Level 1: universal|Level 2: universal", "High risk|Low risk",
                "Shared with consent|Shared without consent", "Substantiated|Unsubstantiated", "Given|Not given",
                "Accepted|Not accepted", "Neglect|Physical abuse", "North ward|South ward",
                "Very likely|Very unlikely"))
            assertThat(ListRules.sameMeaning(other.split("\\|")[0], other.split("\\|")[1])).as(other).isFalse();
    }

    @Test
    void a_used_row_can_be_ended_and_spelt_right_and_nothing_else() {
        var rules = rules("abuse_types_adult", "PHYSICAL_ASSAULT");
        var row = rules.now().row("PHYSICAL_ASSAULT").orElseThrow();
        assertThat(rules.problems(called(row, "Asault"))).isEmpty();
        assertThat(rules.problems(called(row, "Locked in"))).extracting("field").containsExactly("label");
        assertThat(rules.problems(new WordRow(row.code(), row.label(), "", row.appliesTo(), null, null, "", "sourced",
                List.of()))).extracting("field").containsExactly("parent");
        assertThat(rules.problems(new WordRow(row.code(), row.label(), row.parent(), row.appliesTo(), null,
                LocalDate.of(2026, 3, 1), "", "sourced", List.of()))).isEmpty();
        assertThat(rules("abuse_types_adult").problems(called(row, "Locked in"))).isEmpty();
    }

    @Test
    void a_file_that_leaves_a_row_out_or_gives_a_used_one_another_meaning_is_refused_whole() {
        var rules = rules("child_categories", "NEGLECT");
        var fewer = rules.now().rows().subList(1, rules.now().rows().size());
        assertThat(rules.problems(fewer)).extracting("text").singleElement().asString()
                .startsWith("NEGLECT: this row is missing");
        assertThat(rules.problems(rules.now().rows().stream()
                .map(r -> r.code().equals("NEGLECT") ? called(r, "Emotional harm") : r).toList()))
                .extracting("text").singleElement().asString().contains("only its spelling");
        var kind = Shipped.kind("child_categories").orElseThrow();
        assertThat(ListFile.in("code,label\nA,B\n", kind).problems()).hasSize(1);
        assertThat(ListFile.in("", kind).problems()).hasSize(1);
        assertThat(ListFile.in(String.join(",", kind.columns()) + "\nA,B,,any,soon,,1,here,sourced\n", kind).problems())
                .extracting("text")
                .containsExactly("Line 2 needs a whole number to sort by, and dates like 2026-04-01 or none");
    }
}

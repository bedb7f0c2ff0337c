package heed.assurance.framework;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.years.Crosswalk;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frameworks leave as YAML or as a workbook, and come back as they were. */
class FrameworkFilesTest {
    static List<String> shipped() {
        return ShippedFrameworks.all().stream().map(ShippedFrameworks.One::code).toList();
    }

    private static Tree tree(String code) {
        return YamlText.read(ShippedFrameworks.get(code).orElseThrow().text()).tree();
    }

    private static @Nullable Set<String> nodes(String edition) {
        return ShippedFrameworks.get(edition)
                .map(e -> tree(edition).each("nodes").stream().map(n -> n.text("code")).collect(Collectors.toSet()))
                .orElse(null);
    }

    private static Edition edition(String code) {
        var tree = tree(code);
        var scale = Scale.of(UUID.randomUUID(), 1, tree(tree.text("scale")));
        return Edition.of(UUID.randomUUID(), 1, tree, scale);
    }

    @Test
    void ten_scales_three_editions_and_a_crosswalk_come_with_heed() {
        assertThat(ShippedFrameworks.all().stream().collect(Collectors.groupingBy(ShippedFrameworks.One::kind,
                Collectors.counting()))).isEqualTo(
                        Map.of(FrameworkKind.SCALE, 10L, FrameworkKind.EDITION, 3L, FrameworkKind.CROSSWALK, 1L));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void what_comes_with_heed_can_be_published_as_it_is(String code) {
        var loaded = YamlText.read(ShippedFrameworks.get(code).orElseThrow().text());
        assertThat(FrameworkRules.faults(loaded, FrameworkFilesTest::nodes)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_framework_goes_out_as_yaml_and_comes_back_the_same(String code) {
        var out = YamlText.written(tree(code));
        assertThat(YamlText.read(out).tree()).isEqualTo(tree(code));
        assertThat(YamlText.written(YamlText.read(out).tree())).isEqualTo(out);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_framework_goes_out_as_a_workbook_and_comes_back_the_same(String code) {
        var back = FrameworkBook.read(FrameworkBook.written(tree(code)));
        assertThat(back.faults()).isEmpty();
        assertThat(back.tree()).isEqualTo(tree(code));
        assertThat(Frameworks.hash(back.tree())).isEqualTo(Frameworks.hash(tree(code)));
    }

    @Test
    void whatever_stands_in_a_document_survives_both_ways_out() {
        var random = new Random(20260331);
        for (int n = 0; n < 400; n++) {
            var tree = new Tree(names(random, 0));
            assertThat(YamlText.read(YamlText.written(tree))).as("YAML %s", n)
                    .extracting(Loaded::tree, Loaded::faults).containsExactly(tree, List.of());
            assertThat(FrameworkBook.read(FrameworkBook.written(tree))).as("workbook %s", n)
                    .extracting(Loaded::tree, Loaded::faults).containsExactly(tree, List.of());
        }
    }

    private static Map<String, @Nullable Object> names(Random random, int depth) {
        var names = new LinkedHashMap<String, @Nullable Object>();
        int many = 1 + random.nextInt(5);
        for (int n = 0; n < many; n++)
            names.put(List.of("code", "yes", "on", "no", "2017", "null", "a-b", "c_d").get(random.nextInt(8))
                    + (random.nextBoolean() ? "" : n), value(random, depth));
        return names;
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 8 : 11)) {
            case 0 -> random.nextInt(2000) - 1000;
            case 1 -> 3_000_000_000L + random.nextInt(1000);
            case 2 -> YamlText.decimal(BigDecimal.valueOf(random.nextInt(100_000) - 50_000, 1 + random.nextInt(3)));
            case 3 -> random.nextBoolean();
            case 4 -> random.nextInt(4) == 0 ? null : "";
            case 5, 6, 7 -> text(random);
            case 8 -> list(random, depth);
            case 9 -> parts(random, depth);
            default -> random.nextInt(5) == 0 ? Map.of() : names(random, depth + 1);
        };
    }

    private static List<?> list(Random random, int depth) {
        var list = new ArrayList<@Nullable Object>();
        for (int n = random.nextInt(4); n > 0; n--)
            list.add(value(random, depth + 1));
        return list;
    }

    private static List<?> parts(Random random, int depth) {
        var list = new ArrayList<Object>();
        for (int n = random.nextInt(5); n > 0; n--)
            list.add(names(random, depth + 2));
        return list;
    }

    private static String text(Random random) {
        return List.of("met", "2.10", "007", "1e3", "true", "No", "~", "null", "2017-04-01", "- dash", "=1+1", "+44",
                "@home", "a: b", "# not a comment", "[bracket", "{brace}", "\"quote\"", "it's", "'single'", " around ",
                "two\nlines", "a\ttab", "O’Brien “said” – é ✓", "*star", "&and", "!bang", "%per", "`tick`", "|", ">",
                "x".repeat(300), "0x1F", ".5", "1_000", "12:30", "ends with colon:", "back\\slash", "…")
                .get(random.nextInt(39));
    }

    @Test
    void a_fault_says_on_which_line_it_stands() {
        var yaml = FrameworkOf.edition("fell-2026", "Standards").replace("parent: \"2\", sort: 50",
                "parent: \"7\", sort: 5");
        assertThat(FrameworkRules.faults(YamlText.read(yaml), FrameworkFilesTest::nodes))
                .extracting(FrameworkFault::place, FrameworkFault::words)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Line 15", "Name a node that stands above this one"),
                        org.assertj.core.groups.Tuple.tuple("Line 15",
                                "Give its place as a whole number, above that of the node before it"));
    }

    @Test
    void a_fault_says_in_which_cell_of_a_workbook_it_stands() {
        var tree = YamlText.read(FrameworkOf.edition("fell-2026", "Standards").replace("kind: subitem", "kind: bullet"))
                .tree();
        var loaded = FrameworkBook.read(FrameworkBook.written(tree));
        assertThat(FrameworkRules.faults(loaded, FrameworkFilesTest::nodes)).containsExactly(new FrameworkFault(
                "Sheet nodes, row 5, column kind", "Say what it is: section, standard, question or subitem"));
    }

    @Test
    void a_code_that_became_a_number_is_not_guessed() {
        var yaml = FrameworkOf.edition("fell-2026", "Standards").replace("code: \"2.10\"", "code: 2.10");
        assertThat(FrameworkRules.faults(YamlText.read(yaml), FrameworkFilesTest::nodes)).contains(
                new FrameworkFault("Line 15", "Write the code in quotes: 2.10 as a number is 2.1"));
    }

    @Test
    void every_fault_of_a_scale_is_told_at_once() {
        var yaml = """
                code: Odd scale
                version: 0
                title: Odd
                ordered: true
                best_first: [G]
                facets:
                  met: [{code: yes_it_is, word: "Met"}, {code: not_met, word: "Not met"}]
                levels:
                  - {letter: G, word: Green, meaning: "Met"}
                  - {letter: G, word: "", meaning: "Not met"}
                derivation:
                  - {met: yes_it_is, letter: G}
                  - {met: perhaps, letter: Q}
                outside_scale:
                  - {code: G, word: "Not rated"}
                """;
        assertThat(FrameworkRules.faults(YamlText.read(yaml), FrameworkFilesTest::nodes))
                .extracting(FrameworkFault::place)
                .containsExactly("Line 1", "Line 2", "", "Line 10", "Line 10", "Line 15", "Line 13", "Line 13");
    }

    @Test
    void a_crosswalk_names_only_nodes_that_are_there_and_conversions_that_somebody_agreed() {
        var yaml = ShippedFrameworks.get("ox-crosswalk-2013-2017-2022").orElseThrow().text()
                .replace("sources: [\"S6\"]", "sources: [\"S66\"]")
                .replace("conversions: []", "conversions: [{from: std-brag-2017, to: std-2022}]");
        assertThat(FrameworkRules.faults(YamlText.read(yaml), FrameworkFilesTest::nodes))
                .extracting(FrameworkFault::words)
                .containsExactly("“ox-2013” has no node “S66”",
                        "Say who agreed this conversion between scales, and on which day",
                        "Name the two scales, and under letters which letter of the one is which of the other");
        assertThat(FrameworkRules.faults(YamlText.read(yaml), code -> code.equals("ox-2013") ? null : nodes(code)))
                .extracting(FrameworkFault::words).contains("Publish the edition “ox-2013” first");
    }

    /** Invariant 2: what may be published as a conversion is what comparisons over the years read. */
    @Test
    void a_conversion_without_author_or_day_cannot_be_published_and_one_with_both_is_read() {
        var shipped = ShippedFrameworks.get("ox-crosswalk-2013-2017-2022").orElseThrow().text();
        var agreed = "{from: s11-2012, from_version: 1, to: std-brag-2017, to_version: 1, agreed_by: The board, "
                + "agreed_on: 2026-03-01, letters: [{from: \"1\", to: B}]}";
        var yaml = shipped.replace("conversions: []", "conversions: [" + agreed + "]");
        assertThat(FrameworkRules.faults(YamlText.read(yaml), FrameworkFilesTest::nodes)).isEmpty();
        assertThat(Crosswalk.of(YamlText.read(yaml).tree().values())
                .conversion(new Crosswalk.ScaleRef("s11-2012", 1), new Crosswalk.ScaleRef("std-brag-2017", 1)))
                .hasValueSatisfying(c -> {
                    assertThat(c.author()).isEqualTo("The board");
                    assertThat(c.on()).isEqualTo(LocalDate.of(2026, 3, 1));
                    assertThat(c.letters()).containsExactly(Map.entry("1", "B"));
                });
        for (var without : List.of("agreed_by: The board, ", "agreed_on: 2026-03-01, "))
            assertThat(FrameworkRules.faults(YamlText.read(yaml.replace(without, "")), FrameworkFilesTest::nodes))
                    .as(without).extracting(FrameworkFault::words)
                    .containsExactly("Say who agreed this conversion between scales, and on which day");
        assertThat(FrameworkRules.faults(YamlText.read(yaml.replace("2026-03-01", "2026-02-30")),
                FrameworkFilesTest::nodes)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x [1, 2]\nb: *x\n", "a: !!java.net.URL [\"http://example.invalid\"]\n",
            "a: [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]\n", "a: 1\na: 2\n", "code: [unclosed\n", "- a\n- b\n", "",
            "a: 0x1F\n", "a: .inf\n", "a: !!binary aGVlZA==\n", "a.b: 1\n"})
    void what_is_more_than_plain_values_is_told_and_not_read(String yaml) {
        assertThat(YamlText.read(yaml).faults()).hasSize(1);
        assertThat(YamlText.read(yaml).tree().values()).isEmpty();
    }

    @Test
    void a_file_that_is_none_gets_a_clear_answer() {
        assertThat(Documents.read(new byte[0]).faults()).extracting(FrameworkFault::words)
                .containsExactly("Choose a file with something in it");
        assertThat(Documents.read(new byte[Documents.MOST_BYTES + 1]).faults()).extracting(FrameworkFault::words)
                .containsExactly("Use a file of 2 MB or less");
        assertThat(Documents.read("PK\u0003\u0004 not a workbook".getBytes(StandardCharsets.ISO_8859_1)).faults())
                .extracting(FrameworkFault::words)
                .containsExactly("This workbook cannot be read: save it again as .xlsx, without a password");
        assertThat(Documents.read(new byte[]{(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3, 4, 5}).faults())
                .extracting(FrameworkFault::words).containsExactly("Save the workbook as .xlsx, without a password");
        assertThat(Documents.read(new byte[]{'a', (byte) 0xff, (byte) 0xfe}).faults())
                .extracting(FrameworkFault::words)
                .containsExactly("Save the file as UTF-8, or as a workbook (.xlsx)");
    }

    @Test
    void a_profile_says_who_answers_what() {
        var year2022 = edition("ox-2022");
        assertThat(year2022.items("district")).hasSize(23).allMatch(Edition.Node::answered);
        assertThat(year2022.items(Edition.WHOLE)).hasSize(23);
        assertThat(year2022.items("district").stream().filter(Edition.Node::lastYearEvidence)).hasSize(19);
        assertThat(year2022.bullets("2.8")).extracting(Edition.Node::code).containsExactly("2.8.a", "2.8.b", "2.8.c",
                "2.8.d", "2.8.e");
        assertThat(edition("ox-2013").items(Edition.WHOLE)).hasSize(12);
        assertThat(edition("ox-2017").items(Edition.WHOLE)).hasSize(11)
                .filteredOn(Edition.Node::thematic).extracting(Edition.Node::code).containsExactly("2E");
        var small = Edition.of(UUID.randomUUID(), 1, YamlText.read(FrameworkOf.edition("a-b", "A")).tree(),
                year2022.scale());
        assertThat(small.items("small")).extracting(Edition.Node::code).containsExactly("1.1", "1.2");
        assertThat(small.items(Edition.WHOLE)).extracting(Edition.Node::code).containsExactly("1.1", "1.2", "2.10");
        assertThat(small.profileCodes()).containsExactly("small", Edition.WHOLE);
    }

    @Test
    void the_letter_of_2017_follows_from_two_facets() {
        var scale = Scale.of(UUID.randomUUID(), 1, tree("std-brag-2017"));
        assertThat(scale.levels()).extracting(Scale.Level::code).containsExactly("B", "G", "A", "R");
        assertThat(scale.derivation()).hasSize(8);
        assertThat(scale.derived(Map.of("attainment", "met", "evidenced", "evidence_ready"))).map(Scale.Level::code)
                .contains("B");
        assertThat(scale.derived(Map.of("attainment", "met", "evidenced", "evidence_not_ready")))
                .map(Scale.Level::code).contains("G");
        assertThat(scale.derived(Map.of("attainment", "met"))).isEmpty();
        var reversed = Scale.of(UUID.randomUUID(), 1, tree("grade-4-1"));
        assertThat(reversed.levels().getFirst().code()).isEqualTo("4");
    }
}

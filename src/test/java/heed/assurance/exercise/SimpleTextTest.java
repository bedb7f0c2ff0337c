package heed.assurance.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.exercise.SimpleText.Block;
import heed.assurance.exercise.SimpleText.Lines;
import heed.assurance.exercise.SimpleText.Paragraph;
import heed.assurance.exercise.SimpleText.Run;
import heed.assurance.exercise.SimpleText.Table;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people type is read as paragraphs, lists, links and tables, and none of it is lost. */
class SimpleTextTest {
    @Test
    void an_empty_line_parts_paragraphs_and_a_single_break_is_kept() {
        assertThat(SimpleText.read("One.\r\nStill one.\n\n\nTwo.")).containsExactly(
                new Paragraph(List.of(new Run("One.\nStill one.", null))),
                new Paragraph(List.of(new Run("Two.", null))));
    }

    @Test
    void dashes_stars_and_bullets_make_a_list_and_numbers_a_numbered_one() {
        var blocks = SimpleText.read("We did:\n- one\n• two\n* three\n1. first\n2) second");
        assertThat(blocks).hasSize(3);
        assertThat(((Lines) blocks.get(1)).lines()).hasSize(3);
        assertThat(((Lines) blocks.get(1)).numbered()).isFalse();
        assertThat(((Lines) blocks.get(2)).numbered()).isTrue();
    }

    @Test
    void a_year_or_a_negative_number_begins_no_list() {
        assertThat(SimpleText.read("2022 was busy.\n-5 degrees\n10.5 per cent")).hasSize(1)
                .allSatisfy(b -> assertThat(b).isInstanceOf(Paragraph.class));
    }

    @Test
    void bars_make_a_table_whose_first_line_names_the_columns() {
        var table = (Table) SimpleText.read("| Tool | Used |\n|---|---:|\n| Screening | 12 |\n| Other |").getFirst();
        assertThat(table.heads()).containsExactly("Tool", "Used");
        assertThat(table.rows()).hasSize(2).allSatisfy(r -> assertThat(r).hasSize(2));
        assertThat(words(List.of(table))).isEqualTo("Tool Used Screening 12 Other");
    }

    @Test
    void a_web_address_is_a_link_without_the_full_stop_after_it_and_nothing_else_is() {
        var runs = ((Paragraph) SimpleText.read("See https://fellmoor.example/policy?x=1. Not javascript:alert(1) "
                + "or ftp://fellmoor.example.").getFirst()).runs();
        assertThat(runs).containsExactly(new Run("See ", null),
                new Run("https://fellmoor.example/policy?x=1", "https://fellmoor.example/policy?x=1"),
                new Run(". Not javascript:alert(1) or ftp://fellmoor.example.", null));
    }

    @Test
    void nothing_typed_is_lost() {
        var random = new Random(7);
        var pieces = List.of("word", "- item", "1. item", "| a | b |", "|", "https://x.example/a", "", " ", "||", "-",
                "* ", "é“”", "<b>", "https://");
        for (int n = 0; n < 2000; n++) {
            var text = random.ints(random.nextInt(9), 0, pieces.size()).mapToObj(pieces::get)
                    .collect(Collectors.joining(random.nextBoolean() ? "\n" : "\r\n"));
            var letters = text.replaceAll("[^\\p{L}<>“”]", "");
            assertThat(words(SimpleText.read(text)).replaceAll("[^\\p{L}<>“”]", "")).as(text).isEqualTo(letters);
        }
    }

    @Test
    void a_very_long_line_is_read_at_once() {
        assertThat(SimpleText.read("https://x.example/" + "a".repeat(200_000) + "|" + " - ".repeat(50_000))).hasSize(1);
    }

    private static String words(List<Block> blocks) {
        return blocks.stream().map(SimpleTextTest::words).collect(Collectors.joining(" ")).replaceAll("\\s+", " ")
                .strip();
    }

    private static String words(Block block) {
        return switch (block) {
            case Paragraph p -> runs(p.runs());
            case Lines l -> l.lines().stream().map(SimpleTextTest::runs).collect(Collectors.joining(" "));
            case Table t -> String.join(" ", t.heads()) + " " + t.rows().stream().flatMap(List::stream)
                    .map(SimpleTextTest::runs).collect(Collectors.joining(" "));
        };
    }

    private static String runs(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}

package heed.assurance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.FrozenReturn;
import heed.assurance.exercise.FrozenReturn.EvidenceLine;
import heed.assurance.exercise.FrozenReturn.ItemLine;
import heed.assurance.exercise.Voice;
import heed.assurance.paper.Field;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Papers;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.assurance.paper.Source;
import heed.assurance.paper.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** A return leaves as Word in the shape of paper 000, and what is read from that is what went in. */
class ReturnPaperTest {
    private static Reading read(byte[] file) {
        return Papers.read(PaperKind.RETURN, ((Source.Lines) Sources.of(file)).lines(), Mapping.NONE);
    }

    private static List<String> texts(Reading read, Piece item, PieceKind kind) {
        return read.under(item, kind).stream().map(p -> p.field(Field.TEXT).orElse("")).toList();
    }

    @Test
    void answers_ratings_evidence_and_actions_come_back() throws IOException {
        var copy = ReportOf.copy();
        var file = ReturnPaper.word(copy, "ab12");
        Files.write(Path.of("target", "return.docx"), file);
        var read = read(file);
        var items = read.of(PieceKind.ITEM);
        assertThat(items).extracting(Piece::code)
                .containsExactlyElementsOf(copy.items().stream().map(ItemLine::code).toList());
        for (int i = 0; i < items.size(); i++) {
            var item = copy.items().get(i);
            assertThat(items.get(i).field(Field.QUESTION)).contains(item.title());
            assertThat(texts(read, items.get(i), PieceKind.RESPONSE)).containsExactly(
                    item.answer().replace("\n\n", "\n"));
            assertThat(texts(read, items.get(i), PieceKind.STATEMENT))
                    .containsExactly(item.evidence().get(0).words(), item.evidence().get(1).words(),
                            "Concerns raised: 48 concerns, April 2025 to March 2026. Counted by Heed: Concerns, all services.");
            assertThat(read.under(items.get(i), PieceKind.ACTION).stream().map(a -> a.field(Field.ACTION).orElse("")))
                    .containsExactly("Write the guide for " + item.code());
            var rated = read.under(items.get(i), PieceKind.RATING).getFirst();
            assertThat(rated.field(Field.LETTER).orElse(""))
                    .isEqualTo(item.ratings().isEmpty() ? "" : item.ratings().getFirst().verdict());
        }
    }

    @Test
    void all_voices_print_with_letter_word_and_definition_and_reasons_beside_them() throws IOException {
        var copy = ReportOf.copy(List.of(
                ReportOf.item("1A", ReportOf.own("B"), ReportOf.rating(Voice.PEER, Audience.CHILDREN, "A")),
                ReportOf.item("1B", ReportOf.own("not_applicable"))));
        try (var document = new XWPFDocument(new ByteArrayInputStream(ReturnPaper.word(copy, null)));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("B, Blue\nFully met and can be evidenced.",
                    "Peer rating (Children): A, Amber. Not met; work has begun or is delayed.",
                    "Not applicable\nThe council runs no such service", "Draft, not signed off.",
                    "Evidence is about 1 April 2025 to 31 March 2026.").doesNotContain("{{");
            assertThat(document.getProperties().getCoreProperties().getTitle())
                    .isEqualTo("Joint return 2026 - Larkmoor District Council");
            assertThat(document.getTables()).allMatch(t -> t.getRow(0).isRepeatHeader());
        }
    }

    @Test
    void the_return_of_2022_goes_out_and_comes_back_as_it_was() throws IOException {
        var folder = Path.of(System.getProperty("heed.papers", "../shared"), "seeds");
        assumeTrue(Files.isDirectory(folder), "skipped: the folder of the five papers is not here (-Dheed.papers)");
        Path paper;
        try (var files = Files.list(folder)) {
            paper = files.filter(f -> f.getFileName().toString().startsWith("000")).findFirst().orElseThrow();
        }
        var first = Papers.read(PaperKind.RETURN, ((Source.Lines) Sources.of(Files.readAllBytes(paper))).lines(),
                Mapping.NONE);
        var items = new ArrayList<ItemLine>();
        for (var item : first.of(PieceKind.ITEM))
            items.add(new ItemLine("", String.valueOf(item.code()), item.field(Field.QUESTION).orElse(""),
                    String.join("\n", texts(first, item, PieceKind.RESPONSE)), "OWN", null,
                    List.of(ReportOf.own("not_recoverable")),
                    texts(first, item, PieceKind.STATEMENT).stream().map(t -> new EvidenceLine(t, List.of(), "UNDATED"))
                            .toList(),
                    List.of(), List.of()));
        FrozenReturn copy = ReportOf.copy(items);
        var second = read(ReturnPaper.word(copy, null));
        var back = second.of(PieceKind.ITEM);
        assertThat(back).hasSize(23).extracting(Piece::code)
                .containsExactlyElementsOf(items.stream().map(ItemLine::code).toList());
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            assertThat(texts(second, back.get(i), PieceKind.STATEMENT)).as(item.code() + " evidence").hasSameSizeAs(
                    item.evidence().isEmpty() ? List.of("No evidence.") : item.evidence());
            assertThat(plain(String.join(" ", texts(second, back.get(i), PieceKind.RESPONSE))))
                    .as(item.code() + " response")
                    .isEqualTo(plain(item.answer()));
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[-*•]", " ").replaceAll("\\s+", " ").strip();
    }
}

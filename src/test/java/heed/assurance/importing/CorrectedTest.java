package heed.assurance.importing;

import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.paper.Field;
import heed.assurance.paper.Flag;
import heed.assurance.paper.Gap;
import heed.assurance.paper.Line;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people say about a paper stands on what was read, in any order, and loses no line. */
class CorrectedTest {
    private static final UUID CARA = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-03-03T09:00:00Z");
    private static final Reading READ = new Reading(PaperKind.RETURN, List.of(
            new Line(1, 1, "1.1 How are lifts kept safe?"), new Line(2, 1, "Response"), new Line(3, 1, "Every day."),
            new Line(4, 1, ""), new Line(5, 1, "We looked in May."), new Line(6, 1, "A scribble."),
            new Line(7, 1, "Page 1 of 9")),
            List.of(piece("q", PieceKind.ITEM, "1.1", null, "How are lifts kept safe?", 1),
                    piece("r", PieceKind.RESPONSE, null, "q", "Every day.", 2, 3),
                    piece("s", PieceKind.STATEMENT, null, "q", "We looked in May.", 5)),
            List.of(new Gap(List.of(6), Gap.Why.NOT_RECOGNISED), new Gap(List.of(7), Gap.Why.FURNITURE)), List.of());

    static Piece piece(String id, PieceKind kind, @Nullable String code, @Nullable String parent, String text,
            Integer... lines) {
        return new Piece(id, kind, code, parent, Map.of(Field.TEXT.key(), text), List.of(lines),
                kind == PieceKind.ITEM ? List.of(new Flag(Flag.Kind.RATING_NOT_RECOVERABLE, List.of())) : List.of());
    }

    private static Corrected after(Correction... said) {
        var made = new ArrayList<MadeCorrection>();
        for (var one : said)
            made.add(new MadeCorrection(made.size() + 1, CARA, AT, one));
        return Corrected.of(READ, made);
    }

    @Test
    void nothing_said_leaves_what_was_read() {
        var now = after();
        assertThat(now.reading()).isEqualTo(READ);
        assertThat(now.unread()).containsExactly(6);
    }

    @Test
    void a_changed_piece_says_what_was_typed_and_what_was_read_is_still_there() {
        var now = after(Correction.change(piece("r", PieceKind.RESPONSE, null, "q", "Every single day.", 3)));
        var part = now.part("r").orElseThrow();
        assertThat(part.piece().fields()).containsValue("Every single day.");
        assertThat(part.asRead()).isEqualTo(READ.pieces().get(1));
        assertThat(part.changed()).isTrue();
        assertThat(now.unread()).as("the line it no longer is read from").containsExactly(2, 6);
    }

    @Test
    void put_back_is_as_it_was_read() {
        var now = after(Correction.change(piece("r", PieceKind.STATEMENT, null, null, "Else.", 3)),
                Correction.leaveOut("r"), Correction.putBack("r"));
        assertThat(now.part("r").orElseThrow().changed()).isFalse();
        assertThat(now.reading()).isEqualTo(READ);
    }

    @Test
    void what_is_left_out_takes_what_belongs_to_it_along_and_its_lines_need_no_settling() {
        var now = after(Correction.leaveOut("q"));
        assertThat(now.pieces()).isEmpty();
        assertThat(now.under("q")).hasSize(2);
        assertThat(now.unread()).containsExactly(6);
        assertThat(now.reading().gaps()).contains(new Gap(List.of(1, 2, 3, 5), Gap.Why.LEFT_OUT));
    }

    @Test
    void a_piece_of_its_own_comes_where_its_lines_are_and_after_what_it_belongs_to() {
        var now = after(Correction.add(piece("added", PieceKind.STATEMENT, null, "q", "A scribble.", 6)));
        assertThat(now.pieces()).extracting(Piece::id).containsExactly("q", "r", "s", "added");
        assertThat(now.unread()).isEmpty();
        var above = after(Correction.add(piece("added", PieceKind.STATEMENT, null, "s", "A part.", 1)));
        assertThat(above.pieces()).extracting(Piece::id).containsSubsequence("s", "added");
    }

    @Test
    void a_piece_that_comes_to_belong_to_a_later_one_stands_after_it() {
        var now = after(Correction.change(piece("r", PieceKind.RESPONSE, null, "s", "Every day.", 2, 3)));
        assertThat(now.pieces()).extracting(Piece::id).containsExactly("q", "s", "r");
    }

    @Test
    void lines_set_aside_are_settled_and_stay_in_the_source() {
        var now = after(Correction.setAside(List.of(6)));
        assertThat(now.unread()).isEmpty();
        assertThat(now.reading().lines()).isEqualTo(READ.lines());
        assertThat(now.reading().gaps()).contains(new Gap(List.of(6), Gap.Why.LEFT_OUT));
    }

    @Test
    void a_flag_is_open_until_its_kind_was_looked_at_or_its_piece_changed() {
        assertThat(after().open()).containsOnlyKeys(Flag.Kind.RATING_NOT_RECOVERABLE);
        assertThat(after(Correction.lookedAt("RATING_NOT_RECOVERABLE")).open()).isEmpty();
        assertThat(after(Correction.change(piece("q", PieceKind.ITEM, "1.2", null, "How?", 1))).open()).isEmpty();
    }

    @Test
    void what_was_said_about_a_piece_that_is_no_more_is_told_and_changes_nothing() {
        var now = after(Correction.leaveOut("gone"),
                Correction.change(piece("s", PieceKind.STATEMENT, null, "q", "Now on line 70.", 70)),
                Correction.add(piece("far", PieceKind.STATEMENT, null, "q", "Line 90.", 90)));
        assertThat(now.strays()).hasSize(3);
        assertThat(now.reading()).isEqualTo(READ);
    }

    @Test
    void pieces_that_belong_to_each_other_in_a_ring_do_not_hang_the_page() {
        var now = after(Correction.change(piece("q", PieceKind.ITEM, "1.1", "s", "How?", 1)), Correction.leaveOut("r"));
        assertThat(now.pieces()).extracting(Piece::id).containsExactlyInAnyOrder("q", "s");
    }

    @Test
    void another_mark_means_that_somebody_changed_it() {
        var before = after().part("r").orElseThrow().mark();
        assertThat(after(Correction.leaveOut("s")).part("r").orElseThrow().mark()).isEqualTo(before);
        assertThat(after(Correction.leaveOut("r")).part("r").orElseThrow().mark()).isNotEqualTo(before);
        assertThat(after(Correction.leaveOut("r"), Correction.putBack("r")).part("r").orElseThrow().mark())
                .isNotEqualTo(before);
    }

    /** Whatever is said, in whatever order: each line that is not blank is in a piece or a gap, and in no gap if in a piece. */
    @Test
    void no_line_is_lost_whatever_is_said() {
        var random = new Random(6);
        for (int round = 0; round < 300; round++) {
            var said = new ArrayList<Correction>();
            var ids = new ArrayList<>(List.of("q", "r", "s"));
            for (int n = 0; n < 1 + random.nextInt(12); n++) {
                var id = ids.get(random.nextInt(ids.size()));
                var lines = new TreeSet<Integer>();
                for (int i = 0; i < 1 + random.nextInt(3); i++)
                    lines.add(1 + random.nextInt(7));
                var parent = random.nextBoolean() ? null : ids.get(random.nextInt(ids.size()));
                var piece = piece(id, PieceKind.STATEMENT, null, parent, "Words " + n, lines.toArray(Integer[]::new));
                switch (random.nextInt(5)) {
                    case 0 -> said.add(Correction.change(piece));
                    case 1 -> said.add(Correction.leaveOut(id));
                    case 2 -> said.add(Correction.putBack(id));
                    case 3 -> said.add(Correction.setAside(List.copyOf(lines)));
                    default -> {
                        var added = "added-" + n;
                        ids.add(added);
                        said.add(Correction.add(piece(added, PieceKind.STATEMENT, null, parent, "More " + n,
                                lines.toArray(Integer[]::new))));
                    }
                }
            }
            var reading = after(said.toArray(Correction[]::new)).reading();
            var pieces = reading.pieces().stream().flatMap(p -> p.lines().stream()).collect(Collectors.toSet());
            var gaps = reading.gaps().stream().flatMap(g -> g.lines().stream()).toList();
            assertThat(gaps).as("round %d", round).doesNotHaveDuplicates();
            assertThat(java.util.Collections.disjoint(gaps, pieces)).as("round %d", round).isTrue();
            var all = new TreeSet<>(pieces);
            all.addAll(gaps);
            assertThat(all).as("round %d", round).contains(1, 2, 3, 5, 6, 7);
            assertThat(reading.pieces()).extracting(Piece::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void lines_are_written_and_read_as_people_write_them() {
        assertThat(PaperWords.lines(List.of(12, 13, 14, 15, 18, 20, 21))).isEqualTo("12 to 15, 18, 20, 21");
        assertThat(PieceForm.lines("12 to 15, 18, 20, 21", 30)).contains(List.of(12, 13, 14, 15, 18, 20, 21));
        assertThat(PieceForm.lines("12-14;3", 30)).contains(List.of(3, 12, 13, 14));
        for (var wrong : List.of("", "0", "31", "5 to 3", "three", "1,,2", "99999999999", "-4"))
            assertThat(PieceForm.lines(wrong, 30)).as(wrong).isEmpty();
    }

    @Test
    void a_piece_that_only_repeats_its_lines_is_not_shown_twice() {
        var blocks = PaperBlocks.of(after(), "/p", true, PaperBlocks.Which.ALL);
        assertThat(blocks).extracting(PaperLinesPage.Block::words).containsExactly("Line 1", "Lines 2 to 3", "Line 5",
                "Line 6", "Line 7");
        assertThat(blocks.getFirst().pieces().getFirst().note()).isEqualTo("As printed");
        assertThat(blocks.get(1).pieces().getFirst().said()).as("under its heading").isEmpty();
        assertThat(
                PaperBlocks.of(after(Correction.change(piece("r", PieceKind.RESPONSE, null, "q", "Not daily.", 2, 3))),
                        "/p", true, PaperBlocks.Which.ALL).get(1).pieces().getFirst().said())
                .isNotEmpty();
        assertThat(blocks.get(3).settle()).isTrue();
        assertThat(blocks.get(4).settle()).isFalse();
        assertThat(PaperBlocks.of(after(), "/p", true, PaperBlocks.Which.UNREAD)).hasSize(1);
        assertThat(PaperBlocks.of(after(), "/p", true, PaperBlocks.Which.LOOK)).hasSize(1);
    }

    @Test
    void a_long_paper_is_parted_between_blocks_and_every_block_is_on_one_page() {
        var lines = new ArrayList<Line>();
        for (int n = 1; n <= 400; n++)
            lines.add(new Line(n, 1, "Line " + n));
        var pieces = new ArrayList<Piece>();
        for (int n = 1; n <= 400; n += 8)
            pieces.add(
                    piece("p" + n, PieceKind.PARAGRAPH, null, null, "Otherwise", n, n + 1, n + 2, n + 3, n + 4, n + 5,
                            n + 6, n + 7));
        var blocks = PaperBlocks.of(Corrected.of(new Reading(PaperKind.REPORT, lines, pieces, List.of(), List.of()),
                List.of()), "/p", true, PaperBlocks.Which.ALL);
        assertThat(PaperLinesController.pages(blocks)).containsExactly(0, 11, 22, 33, 44);
        assertThat(PaperLinesController.pages(List.of())).containsExactly(0);
    }

    @Test
    void headings_are_folded_before_they_are_compared() {
        assertThat(PaperWords.repeats("How are  lifts kept safe", "How are lifts kept safe?")).isTrue();
        assertThat(Mapping.fold("Lead <b>officer</b>")).isEqualTo("lead officer");
    }
}

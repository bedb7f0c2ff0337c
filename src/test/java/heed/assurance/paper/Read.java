package heed.assurance.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads papers in tests, and looks each time whether what must always hold does. */
final class Read {
    private Read() {
    }

    static Reading of(PaperKind kind, byte[] file) {
        return of(kind, file, Mapping.NONE);
    }

    static Reading of(PaperKind kind, byte[] file, Mapping mapping) {
        assertThat(Sources.of(file)).isInstanceOf(Source.Lines.class);
        return sound(Papers.read(kind, ((Source.Lines) Sources.of(file)).lines(), mapping));
    }

    static Reading of(PaperKind kind, String text) {
        return of(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(PaperKind kind, String text, Mapping mapping) {
        return of(kind, text.getBytes(StandardCharsets.UTF_8), mapping);
    }

    static String resource(String name) {
        try (var in = Read.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every line in a piece or in a gap and not in both; names that differ; parents that stand before. */
    static Reading sound(Reading reading) {
        var pieces = new TreeSet<Integer>();
        reading.pieces().forEach(p -> pieces.addAll(p.lines()));
        var gaps = new TreeSet<Integer>();
        reading.gaps().forEach(g -> gaps.addAll(g.lines()));
        var all = new TreeSet<>(reading.lines().stream().filter(l -> !l.blank()).map(Line::number).toList());
        var found = new TreeSet<>(gaps);
        found.addAll(pieces);
        assertThat(found).containsAll(all);
        assertThat(gaps).doesNotContainAnyElementsOf(pieces).isSubsetOf(all);
        var before = new HashSet<String>();
        for (var piece : reading.pieces()) {
            assertThat(before.add(piece.id())).as(piece.id()).isTrue();
            if (piece.parent() != null)
                assertThat(before).contains(piece.parent());
            assertThat(piece.fields().values()).noneMatch(String::isBlank);
            assertThat(piece.lines()).isNotEmpty().isSorted();
        }
        return reading;
    }

    static List<String> codes(List<Piece> pieces) {
        return pieces.stream().map(p -> String.valueOf(p.code())).toList();
    }

    static List<String> all(List<Piece> pieces, Field field) {
        return pieces.stream().map(p -> p.field(field).orElse("")).toList();
    }

    /** How many pieces of each kind. */
    static String counts(Reading reading) {
        var counts = new TreeMap<PieceKind, Integer>();
        reading.pieces().forEach(p -> counts.merge(p.kind(), 1, Integer::sum));
        return counts.toString();
    }
}

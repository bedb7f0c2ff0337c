package heed.casework.concern;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The two lists that ship with the body map: where a mark can be, and what it can look like. */
public final class BodyList {
    private static final List<Place> PLACES = read("/vocabularies/body_places.csv").stream()
            .map(r -> new Place(r.get(0), r.get(1), r.get(2), r.get(3).equals("two"), r.get(4), number(r.get(5)),
                    number(r.get(6))))
            .toList();
    private static final List<Look> LOOKS = read("/vocabularies/body_looks.csv").stream()
            .map(r -> new Look(r.get(0), r.get(1))).toList();

    private BodyList() {
    }

    /**
     * A place on a body.
     *
     * @param code  kept with what was told
     * @param label shown
     * @param view  "front", "back", or empty where it is not on the drawing
     * @param two   whether there is a left and a right one
     * @param path  its outline as SVG draws it, 200 wide and 440 high; of two, the one on the beholder's left
     * @param x     where its number is written
     * @param y     where its number is written
     */
    public record Place(String code, String label, String view, boolean two, String path, int x, int y) {
    }

    /** What a mark looks like. */
    public record Look(String code, String label) {
    }

    /** Places, front before back, from head to foot. */
    public static List<Place> places() {
        return PLACES;
    }

    /** Looks, the commonest first. */
    public static List<Look> looks() {
        return LOOKS;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static List<List<String>> read(String path) {
        try (var in = BodyList.class.getResourceAsStream(path)) {
            if (in == null)
                throw new IllegalStateException("a shipped list is missing: " + path);
            try (var csv = CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return csv.stream().skip(1).map(record -> List.copyOf(record.getFields())).toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

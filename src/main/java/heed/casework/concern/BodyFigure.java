package heed.casework.concern;

import heed.casework.concern.BodyList.Place;
import heed.casework.concern.Telling.Mark;
import heed.platform.web.SummaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A drawn figure from the front and from the back with marks on it, and the same in words. Public only because templates
 * compile elsewhere.
 */
public record BodyFigure(List<Shape> front, List<Shape> back, List<Line> lines) {
    private static final int WIDE = 200;
    private static final Map<String, String> SIDES = Map.of("left", "Left", "right", "Right", "middle", "Middle",
            "not-sure", "Side not known");

    /** Copies what it is given. */
    public BodyFigure {
        front = List.copyOf(front);
        back = List.copyOf(back);
        lines = List.copyOf(lines);
    }

    /**
     * An outline on the drawing.
     *
     * @param place    the code of its place
     * @param side     theirs: "left" or "right"; "middle" where there is one only
     * @param label    its name with its side
     * @param path     as SVG draws it
     * @param mirrored whether it is drawn on the other half
     * @param numbers  the marks on it; null for none
     * @param x        where they are written
     * @param y        where they are written
     */
    public record Shape(String place, String side, String label, String path, boolean mirrored,
            @Nullable String numbers, int x, int y) {
    }

    /** A mark in words. */
    public record Line(int number, String where, String look, String size, String colour, String explained) {
    }

    /** The figure with these marks, numbered in order. */
    public static BodyFigure of(List<Mark> marks) {
        var lines = IntStream.range(0, marks.size()).mapToObj(i -> line(i + 1, marks.get(i))).toList();
        return new BodyFigure(shapes("front", marks), shapes("back", marks), lines);
    }

    /** The marks as rows to read back. */
    public static List<SummaryRow> rows(List<Mark> marks) {
        return of(marks).lines().stream().map(line -> {
            var words = new ArrayList<String>(List.of(line.look()));
            add(words, "Size: ", line.size());
            add(words, "Colour: ", line.colour());
            add(words, "How it was explained: ", line.explained());
            return SummaryRow.of(line.number() + ". " + line.where(), String.join("\n", words));
        }).toList();
    }

    private static void add(List<String> words, String key, String value) {
        if (!value.isBlank())
            words.add(key + value);
    }

    private static Line line(int number, Mark mark) {
        var place = BodyList.places().stream().filter(p -> p.code().equals(mark.place())).findFirst();
        var look = BodyList.looks().stream().filter(l -> l.code().equals(mark.look())).findFirst();
        var side = SIDES.getOrDefault(mark.side(), "");
        return new Line(number, place.map(Place::label).orElse(mark.place()) + (side.isEmpty() ? "" : ". " + side),
                look.map(BodyList.Look::label).orElse(mark.look()), mark.size(), mark.colour(), mark.explained());
    }

    private static List<Shape> shapes(String view, List<Mark> marks) {
        var shapes = new ArrayList<Shape>();
        for (var place : BodyList.places()) {
            if (!place.view().equals(view))
                continue;
            // Facing us, their right is on our left; from behind it is not.
            var near = view.equals("front") ? "right" : "left";
            var far = view.equals("front") ? "left" : "right";
            if (!place.two())
                shapes.add(shape(place, "middle", false, marks));
            else {
                shapes.add(shape(place, near, false, marks));
                shapes.add(shape(place, far, true, marks));
            }
        }
        return shapes;
    }

    private static Shape shape(Place place, String side, boolean mirrored, List<Mark> marks) {
        var numbers = IntStream.range(0, marks.size()).filter(i -> on(place, side, marks.get(i)))
                .mapToObj(i -> String.valueOf(i + 1)).collect(Collectors.joining(", "));
        return new Shape(place.code(), side,
                place.label()
                        + (place.two() ? ", " + SIDES.getOrDefault(side, side).toLowerCase(java.util.Locale.UK) : ""),
                place.path(), mirrored, numbers.isEmpty() ? null : numbers, mirrored ? WIDE - place.x() : place.x(),
                place.y());
    }

    /** Of two, a mark whose side is not known is drawn on both. */
    private static boolean on(Place place, String side, Mark mark) {
        return mark.place().equals(place.code())
                && (!place.two() || mark.side().equals(side)
                        || !mark.side().equals("left") && !mark.side().equals("right"));
    }
}

package heed.assurance.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** From files to numbered lines. A file is known by what it holds, never by its name. */
public final class Sources {
    /** A longer paper is not a return, plan, report or review, or is one with its annexes bound in. */
    public static final int MOST_PAGES = 250;

    private Sources() {
    }

    /** The lines of a file of any kind that is read, or why there are none; throws nothing for what a file holds. */
    public static Source of(byte[] file) {
        var lines = new ArrayList<Line>();
        for (var text : new String(file, StandardCharsets.UTF_8).split("\r?\n", -1))
            lines.add(new Line(lines.size() + 1, 1, text));
        return lines.stream().allMatch(Line::blank)
                ? new Source.Refused(Source.Fault.EMPTY)
                : new Source.Lines(lines, 1);
    }
}

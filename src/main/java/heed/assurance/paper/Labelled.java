package heed.assurance.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Actions told in lines of their own: "Action: …", "Lead: …", "By when: …", over and over. */
final class Labelled {
    private static final Pattern NUMBERED = Pattern
            .compile("(?is)(?:action|task|recommendation)\\s+(\\w{1,3}(?:\\.\\d{1,2})?)\\s*[:.–—-]?\\s*(.*)");
    private static final Pattern LINE = Pattern.compile("(?s)([^:\\n]{2,40}?)\\s*:\\s*(.*)");

    private Labelled() {
    }

    /** One action. */
    record Block(@Nullable String code, Map<Field, String> fields, TreeSet<Integer> lines) {
    }

    private record Said(@Nullable String code, Field field, String value) {
    }

    /** The blocks, if two or more have an action and something else. */
    static List<Block> in(List<Part> parts, Mapping mapping) {
        var blocks = new ArrayList<Block>();
        Field opens = null;
        Field last = null;
        for (var part : parts) {
            if (part.text().isEmpty())
                continue;
            var said = said(part, mapping);
            if (said != null && (opens == null || said.field() == opens)) {
                if (opens == null && said.field() != Field.ACTION && said.field() != Field.OBJECTIVE
                        && said.field() != Field.CODE)
                    continue;
                opens = said.field();
                blocks.add(new Block(said.field() == Field.CODE ? said.value() : said.code(), new LinkedHashMap<>(),
                        new TreeSet<>()));
            }
            if (blocks.isEmpty())
                continue;
            var block = blocks.getLast();
            if (said == null) {
                // What has no label goes on with the line before it; a paragraph or heading that stands apart does not.
                if (last == null || part.heading() || part.blanks() > 0)
                    last = null;
                else {
                    block.fields().merge(last, part.text(), (a, b) -> a + "\n" + b);
                    block.lines().add(part.number());
                }
                continue;
            }
            last = said.field();
            block.lines().add(part.number());
            if (said.field() != Field.CODE && !said.value().isEmpty())
                block.fields().merge(said.field(), said.value(), (a, b) -> a + "\n" + b);
        }
        var whole = blocks.stream().filter(b -> b.fields().size() >= 2).toList();
        return whole.size() >= 2 ? whole : List.of();
    }

    private static @Nullable Said said(Part part, Mapping mapping) {
        var cells = part.cells().stream().filter(c -> !c.isEmpty()).toList();
        if (cells.size() == 2) {
            var field = Synonyms.column(cells.getFirst().replaceAll("\\s*:$", ""), mapping);
            return field.isEmpty() ? null : new Said(null, field.get(), cells.get(1));
        }
        var line = LINE.matcher(part.text());
        if (line.matches()) {
            var field = Synonyms.column(line.group(1), mapping);
            if (field.isPresent())
                return new Said(null, field.get(), line.group(2).strip());
        }
        var numbered = NUMBERED.matcher(part.text());
        return numbered.matches() && numbered.group(1).matches("\\d.*|[A-Z]\\d*")
                ? new Said(numbered.group(1), Field.ACTION, numbered.group(2).strip())
                : null;
    }
}

package heed.assurance.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What every page carries and nobody reads: page numbers, running headings, rules, pages left blank. */
final class Furniture {
    private static final Pattern NOTHING = Pattern.compile("(?i)(?:page )?\\d{1,3}(?: ?(?:of|/) ?\\d{1,3})?"
            + "|page \\d{1,3}.{0,60}|.{0,60}\\bpage \\d{1,3}(?: of \\d{1,3})?"
            + "|\\[?bookmark: .*|(?:this )?page (?:is )?(?:intentionally )?left blank.*|this page is intentionally.*"
            + "|[-–—_=*.\\s|:]+");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}");

    private Furniture() {
    }

    /**
     * The numbers of such lines. A heading that stands on every page is kept where it stands first.
     *
     * @param keepNumbers whether a number alone on a line may be a question's
     */
    static Set<Integer> in(List<Part> parts, List<Line> lines, boolean keepNumbers) {
        var furniture = new HashSet<Integer>();
        for (var part : parts)
            if (!(keepNumbers && BARE_NUMBER.matcher(part.text()).matches())
                    && (part.text().isEmpty() ? !part.tabFirst() : NOTHING.matcher(part.text()).matches()))
                furniture.add(part.number());
        // A heading marked as such that is printed over and over with nothing but itself under many numbers of pages.
        var headings = new HashMap<String, List<Integer>>();
        for (var part : parts)
            if (part.heading())
                headings.computeIfAbsent(Mapping.fold(part.text()), k -> new ArrayList<>()).add(part.number());
        headings.forEach((text, where) -> {
            if (where.size() >= 3 && text.split(" ").length >= 3)
                furniture.addAll(where.subList(1, where.size()));
        });
        furniture.addAll(edges(lines));
        return furniture;
    }

    /** In a paper of pages: the first and last lines of pages that stand on most of them, whatever number is in them. */
    private static Set<Integer> edges(List<Line> lines) {
        var pages = new HashMap<Integer, List<Line>>();
        for (var line : lines)
            if (!line.blank())
                pages.computeIfAbsent(line.page(), p -> new ArrayList<>()).add(line);
        var found = new HashSet<Integer>();
        if (pages.size() < 3)
            return found;
        var where = new HashMap<String, List<Integer>>();
        for (var page : pages.values()) {
            int last = page.size() - 1;
            var edge = new HashSet<Integer>(Set.of(0, Math.min(1, last), Math.max(0, last - 1), last));
            for (int i : edge) {
                var line = page.get(i);
                if (line.text().length() <= 120 && line.text().indexOf('\t') < 0)
                    where.computeIfAbsent(Mapping.fold(line.text().replaceAll("\\d+", "")), k -> new ArrayList<>())
                            .add(line.number());
            }
        }
        where.forEach((text, numbers) -> {
            if (numbers.size() >= 3 && numbers.size() * 2 > pages.size() && text.split(" ").length >= 2)
                found.addAll(numbers.stream().sorted().skip(1).toList());
        });
        return found;
    }
}

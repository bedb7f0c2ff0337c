package heed.assurance.check;

import heed.assurance.evidence.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Papers laid out for the checker by their printed headings alone, so that its tests do not hang on the readers. */
final class Printed {
    /** How one paper is laid out. */
    private record Shape(Pattern item, Map<String, Place.Part> headings, Map<String, Set<Judgement.Need>> scale) {
    }

    private static final Pattern LAST_YEAR = Pattern.compile("(?i)(?:last|past) (?:year|12 months)");
    private static final Map<String, Set<Judgement.Need>> COLOURS = Map.of("Blue", Set.of(Judgement.Need.EVIDENCE),
            "Green", Set.of(),
            "Amber", Set.of(Judgement.Need.ACTION), "Red", Set.of(Judgement.Need.ACTION));

    private Printed() {
    }

    static Draft harrowmere() {
        return lines("harrowmere", new Shape(Pattern.compile("Standard (\\d\\.\\d)"),
                Map.of("How we meet it", Place.Part.RESPONSE, "What shows it", Place.Part.EVIDENCE, "Self-grade",
                        Place.Part.RATING,
                        "Next steps", Place.Part.ACTIONS),
                Map.of("Met in full", Set.of(Judgement.Need.EVIDENCE), "Partly met", Set.of(Judgement.Need.ACTION))),
                Window.yearTo(LocalDate.of(2024, 9, 30)), LocalDate.of(2024, 10, 31));
    }

    static Draft combevale() {
        return lines("combevale", new Shape(Pattern.compile("(Q\\d)\\. .*"),
                Map.of("Response:", Place.Part.RESPONSE, "Evidence:", Place.Part.EVIDENCE, "Judgement:",
                        Place.Part.RATING, "Action:",
                        Place.Part.ACTIONS),
                COLOURS), Window.yearTo(LocalDate.of(2025, 12, 31)), LocalDate.of(2025, 12, 31));
    }

    static Draft eastwick() {
        var answers = new ArrayList<Answer>();
        for (var line : resource("eastwick.txt").lines().toList()) {
            var cells = line.split("\t", -1);
            if (cells.length < 6 || cells[0].equals("Ref"))
                continue;
            answers.add(answer(cells[0],
                    Map.of(Place.Part.QUESTION, List.of(cells[1]), Place.Part.RESPONSE, List.of(cells[2]),
                            Place.Part.EVIDENCE, List.of(cells[3]), Place.Part.RATING, List.of(cells[4]),
                            Place.Part.ACTIONS,
                            cells[5].isBlank() ? List.of() : List.of(cells[5])),
                    COLOURS));
        }
        return new Draft(answers, Window.yearTo(LocalDate.of(2019, 12, 31)), LocalDate.of(2019, 12, 31));
    }

    /** The real return of 2022, where it is there to read. */
    static Draft seed(String text) {
        return read(text,
                new Shape(Pattern.compile("(\\d\\.\\d)"),
                        Map.of("Response", Place.Part.RESPONSE, "Rating", Place.Part.RATING,
                                "Evidence", Place.Part.EVIDENCE, "Actions", Place.Part.ACTIONS),
                        Map.of()),
                Window.yearTo(LocalDate.of(2022, 11, 30)), LocalDate.of(2022, 11, 30));
    }

    private static Draft lines(String name, Shape shape, Window window, LocalDate writtenOn) {
        return read(resource(name + ".txt"), shape, window, writtenOn);
    }

    private static Draft read(String text, Shape shape, Window window, LocalDate writtenOn) {
        var items = new LinkedHashMap<String, Map<Place.Part, List<String>>>();
        Map<Place.Part, List<String>> item = null;
        var part = Place.Part.QUESTION;
        for (var line : text.lines().toList()) {
            var said = line.strip();
            var begins = shape.item().matcher(said);
            if (begins.matches()) {
                item = new EnumMap<>(Place.Part.class);
                items.put(begins.group(1), item);
                part = Place.Part.QUESTION;
            }
            if (item == null || said.isEmpty())
                continue;
            var heading = shape.headings().keySet().stream()
                    .filter(h -> h.endsWith(":") ? said.startsWith(h) : said.equals(h)).findFirst();
            if (heading.isPresent())
                part = shape.headings().getOrDefault(heading.get(), part);
            var rest = heading.map(h -> said.substring(h.length()).strip()).orElse(said);
            if (!rest.isEmpty())
                item.computeIfAbsent(part, p -> new ArrayList<>()).add(rest);
        }
        var answers = new ArrayList<Answer>();
        items.forEach((code, parts) -> answers.add(answer(code, parts, shape.scale())));
        return new Draft(answers, window, writtenOn);
    }

    private static Answer answer(String code, Map<Place.Part, List<String>> parts,
            Map<String, Set<Judgement.Need>> scale) {
        var passages = new ArrayList<Passage>();
        for (var part : Place.Part.values()) {
            var paragraphs = parts.getOrDefault(part, List.of());
            for (int i = 0; i < paragraphs.size(); i++)
                passages.add(new Passage(new Place(code, part, i + 1), paragraphs.get(i)));
        }
        var asked = String.join(" ", parts.getOrDefault(Place.Part.QUESTION, List.of()));
        var word = parts.getOrDefault(Place.Part.RATING, List.of()).stream().findFirst();
        return new Answer(code, passages, LAST_YEAR.matcher(asked).find(),
                word.map(w -> judgement(w, scale)).orElse(null),
                !parts.getOrDefault(Place.Part.ACTIONS, List.of()).isEmpty());
    }

    private static @Nullable Judgement judgement(String word, Map<String, Set<Judgement.Need>> scale) {
        return new Judgement(word, Optional.ofNullable(scale.get(word)).orElseThrow());
    }

    static String resource(String name) {
        try (var in = Printed.class.getResourceAsStream(name)) {
            if (in == null)
                throw new IllegalStateException(name);
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The folder of the real papers and of what must come out of them, or none on this machine. */
    static Optional<Path> papers() {
        var named = System.getProperty("heed.papers");
        var folder = Path.of(named == null ? "../shared" : named);
        return Files.isDirectory(folder.resolve("seeds")) ? Optional.of(folder) : Optional.empty();
    }
}

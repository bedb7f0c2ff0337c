package heed.casework.coding;

import de.siegmar.fastcsv.reader.CsvReader;
import heed.casework.concern.SubjectKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The shipped lists that triage codes with. A code once used keeps its meaning: lists grow, and rows end. */
public final class Vocabulary {
    /** "More than one" is said by choosing several. */
    private static final Set<String> NOT_CHOSEN = Set.of("MULTIPLE");
    private static final Map<TypeList, List<Term>> TYPES = new EnumMap<>(TypeList.class);
    private static final List<Term> LEVELS = read("levels_of_need");

    static {
        for (var list : TypeList.values())
            TYPES.put(list, read(list.file));
    }

    private Vocabulary() {
    }

    /** Which list a type is of. */
    public enum TypeList {
        /** Care Act types of abuse and neglect of adults. */
        ADULT("Harm to an adult", "abuse_types_adult"),
        /** Categories of harm to children. */
        CHILD("Harm to a child", "child_categories"),
        /** What else is there, whatever the harm. */
        CONTEXT("What else is going on", "context_flags");

        private final String words;
        private final String file;

        TypeList(String words, String file) {
            this.words = words;
            this.file = file;
        }

        /** As shown on screen. */
        public String words() {
            return words;
        }
    }

    /**
     * One row of a list.
     *
     * @param parent      the code it belongs under; empty for none
     * @param appliesTo   {@code child}, {@code adult} or {@code any}
     * @param unconfirmed whether the council has still to confirm it
     */
    public record Term(String code, String label, String parent, String appliesTo, boolean unconfirmed) {
        /** Its label, saying where it was not confirmed. */
        public String shown() {
            return unconfirmed ? label + " (our suggestion, not confirmed)" : label;
        }
    }

    /** The lists that fit who a concern is about: both where it could be either. */
    public static List<TypeList> lists(SubjectKind about) {
        return switch (about) {
            case CHILD, UNBORN -> List.of(TypeList.CHILD, TypeList.CONTEXT);
            case ADULT -> List.of(TypeList.ADULT, TypeList.CONTEXT);
            case FAMILY, PLACE, NOT_KNOWN -> List.of(TypeList.CHILD, TypeList.ADULT, TypeList.CONTEXT);
        };
    }

    /** What can be chosen from a list, each after the row it belongs under. */
    public static List<Term> types(TypeList list) {
        var all = all(list).stream().filter(t -> !NOT_CHOSEN.contains(t.code())).toList();
        var ordered = new ArrayList<Term>();
        all.stream().filter(t -> t.parent().isEmpty()).forEach(top -> {
            ordered.add(top);
            all.stream().filter(t -> t.parent().equals(top.code())).forEach(ordered::add);
        });
        return ordered;
    }

    /** What a type is called, with what it belongs under. */
    public static String type(TypeList list, String code) {
        var all = all(list);
        return all.stream().filter(t -> t.code().equals(code)).findFirst().map(t -> t.parent().isEmpty()
                ? t.label()
                : all.stream().filter(p -> p.code().equals(t.parent())).map(Term::label).findFirst().orElse("") + ": "
                        + t.label())
                .orElse(code);
    }

    /** The levels that fit who a concern is about. */
    public static List<Term> levels(SubjectKind about) {
        var fits = switch (about) {
            case CHILD, UNBORN -> Set.of("child", "any");
            case ADULT -> Set.of("adult", "any");
            case FAMILY, PLACE, NOT_KNOWN -> Set.of("child", "adult", "any");
        };
        return LEVELS.stream().filter(l -> fits.contains(l.appliesTo())).toList();
    }

    /** What a level is called. */
    public static String level(String code) {
        return LEVELS.stream().filter(l -> l.code().equals(code)).map(Term::label).findFirst().orElse(code);
    }

    private static List<Term> all(TypeList list) {
        return Objects.requireNonNull(TYPES.get(list));
    }

    private static List<Term> read(String name) {
        try (var in = Vocabulary.class.getResourceAsStream("/vocabularies/" + name + ".csv")) {
            if (in == null)
                throw new IllegalStateException("a shipped list is missing: " + name);
            try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return csv.stream().map(r -> new Term(r.getField("code"), r.getField("label"), r.getField("parent"),
                        r.getField("applies_to"), r.getField("status").equals("unconfirmed"))).toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

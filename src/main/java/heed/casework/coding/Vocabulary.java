package heed.casework.coding;

import heed.casework.concern.SubjectKind;
import heed.directory.vocabulary.WordList;
import heed.directory.vocabulary.WordRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The council's own lists as they stand on a day. What is offered is what is valid that day; what a code is called is
 * said for every code that ever was, because records keep codes that ended.
 */
public final class Vocabulary {
    /** "More than one" is said by choosing several. */
    private static final Set<String> NOT_CHOSEN = Set.of("MULTIPLE");
    // What a court, the police or the county decide comes back to us; it is not ours to choose (README of the lists).
    private static final Set<String> OTHERS_DECIDE = Set.of("S44_EPO", "S46_POLICE_PROTECTION");
    // "Declined" and "not offered" say how an offer went, which is kept beside each offer.
    private static final Set<String> NOT_OFFERS = Set.of("DECLINED", "NOT_OFFERED");
    static final String LEVELS = "levels_of_need";
    static final String ROUTES = "referral_routes";
    static final String SUPPORT = "staff_support_offers";
    static final String WARDS = "wards";

    private final List<WordList> lists;
    private final LocalDate day;

    Vocabulary(List<WordList> lists, LocalDate day) {
        this.lists = List.copyOf(lists);
        this.day = day;
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

        /** The name of the list. */
        String file() {
            return file;
        }
    }

    /**
     * One row of a list.
     *
     * @param parent      the code it belongs under; empty for none
     * @param appliesTo   {@code child}, {@code adult}, {@code staff}, {@code place} or {@code any}
     * @param unconfirmed whether the council has still to confirm it
     */
    public record Term(String code, String label, String parent, String appliesTo, boolean unconfirmed) {
        static Term of(WordRow row) {
            return new Term(row.code(), row.label(), row.parent(), row.appliesTo(), row.unconfirmed());
        }

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

    /** What can be chosen from a list, each after the row it belongs under; with that row those under it end. */
    public List<Term> types(TypeList list) {
        var all = offered(list.file()).filter(t -> !NOT_CHOSEN.contains(t.code())).toList();
        var ordered = new ArrayList<Term>();
        all.stream().filter(t -> t.parent().isEmpty()).forEach(top -> {
            ordered.add(top);
            all.stream().filter(t -> t.parent().equals(top.code())).forEach(ordered::add);
        });
        return ordered;
    }

    /** Every type that ever stood in a list. */
    public List<Term> everType(TypeList list) {
        return list(list.file()).rows().stream().map(Term::of).toList();
    }

    /** What a type is called, with what it belongs under. */
    public String type(TypeList list, String code) {
        var all = list(list.file());
        return all.row(code).map(t -> t.parent().isEmpty() ? t.label() : all.label(t.parent()) + ": " + t.label())
                .orElse(code);
    }

    /** The levels that fit who a concern is about. */
    public List<Term> levels(SubjectKind about) {
        var fits = about == SubjectKind.PLACE ? fits(SubjectKind.NOT_KNOWN) : fits(about);
        return offered(LEVELS).filter(l -> fits.contains(l.appliesTo())).toList();
    }

    /** What a level is called. */
    public String level(String code) {
        return list(LEVELS).label(code);
    }

    /** Routes out of a district, those that fit the subject first: what it can send, not what others then decide. */
    public List<Term> routes(SubjectKind about) {
        var fits = fits(about);
        var all = offered(ROUTES).filter(r -> r.parent().isEmpty() && !OTHERS_DECIDE.contains(r.code())).toList();
        return Stream.concat(all.stream().filter(r -> fits.contains(r.appliesTo())),
                all.stream().filter(r -> !fits.contains(r.appliesTo()))).toList();
    }

    /** What a route is called. */
    public String route(String code) {
        return list(ROUTES).label(code);
    }

    /** What can be offered to someone who told us something hard. */
    public List<Term> support() {
        return offered(SUPPORT).filter(s -> !NOT_OFFERS.contains(s.code())).toList();
    }

    /** The same with what ended. */
    public List<Term> everSupport() {
        return list(SUPPORT).rows().stream().map(Term::of).filter(s -> !NOT_OFFERS.contains(s.code())).toList();
    }

    /** What an offer is called. */
    public String support(String code) {
        return list(SUPPORT).label(code);
    }

    /** The wards of the district: none until the council has entered them. */
    public List<Term> wards() {
        return offered(WARDS).toList();
    }

    /** What a ward is called. */
    public String ward(String code) {
        return list(WARDS).label(code);
    }

    private static Set<String> fits(SubjectKind about) {
        return switch (about) {
            case CHILD, UNBORN -> Set.of("child", "any");
            case ADULT -> Set.of("adult", "any");
            case PLACE -> Set.of("place", "any");
            case FAMILY, NOT_KNOWN -> Set.of("child", "adult", "any");
        };
    }

    private Stream<Term> offered(String name) {
        return list(name).on(day).stream().map(Term::of);
    }

    private WordList list(String name) {
        return lists.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
    }
}

package heed.assurance.peerreview;

import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.RatingScale;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people from outside found: who they were, how they worked, what they could not do, and what difference they saw.
 * Levels of impact are no ratings: several may hold, none comes first, and they are never counted with letters.
 *
 * @param id          which
 * @param reviewed    the organisation it is about
 * @param kind        what kind of look it was
 * @param title       what it is called, unique among the organisation's reviews: ratings name it
 * @param from        first day of the work; null where that is not known
 * @param until       the day it is dated; null where that is not known
 * @param team        who they were
 * @param methods     how they worked
 * @param limitations what they could not do
 * @param areas       what they looked at together, with the standards of each
 * @param impact      levels of impact found
 * @param judgement   what they say of the organisation's own assessment; empty for nothing
 */
public record IndependentReview(UUID id, UUID reviewed, ReviewKind kind, String title, @Nullable LocalDate from,
        @Nullable LocalDate until, List<Member> team, List<ReviewMethod> methods, List<Limitation> limitations,
        List<Area> areas, List<Impact> impact, String judgement) {
    /** Copies the lists. */
    public IndependentReview {
        team = List.copyOf(team);
        methods = List.copyOf(methods);
        limitations = List.copyOf(limitations);
        areas = List.copyOf(areas);
        impact = List.copyOf(impact);
    }

    /**
     * One of the team.
     *
     * @param post where they come from and as what, such as "Independent chair of two boards"; no name is needed
     * @param own  whether they belong to the organisation reviewed
     */
    public record Member(String post, boolean own) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Member";
        }
    }

    /**
     * Something the reviewers could not do. It is printed beside every rating it weakens.
     *
     * @param words   what and why, in their words
     * @param without the methods that they lacked for it; empty where none is named
     * @param areas   titles of the areas it weakens; empty for the whole review
     */
    public record Limitation(String words, List<ReviewMethod> without, List<String> areas) {
        /** Copies the lists. */
        public Limitation {
            without = List.copyOf(without);
            areas = List.copyOf(areas);
        }

        /** As it stands beside a rating. */
        public String shown() {
            return "Limitation: " + words.strip();
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Limitation";
        }
    }

    /**
     * What was looked at together.
     *
     * @param title what it is called
     * @param items codes of the standards or questions in it; empty where that is not said
     */
    public record Area(String title, List<String> items) {
        /** Copies the codes. */
        public Area {
            items = List.copyOf(items);
        }
    }

    /**
     * Levels of impact found in an area.
     *
     * @param area         its title; empty for the organisation overall
     * @param scale        code of the scale, such as impact-2013
     * @param scaleVersion its version
     * @param levels       codes of the levels that hold
     * @param inPart       codes of those that hold in part
     */
    public record Impact(String area, String scale, int scaleVersion, List<String> levels, List<String> inPart) {
        /** Copies the codes. */
        public Impact {
            levels = List.copyOf(levels);
            inPart = List.copyOf(inPart);
        }

        /** "Level 2; in part Level 3", from the scale's own words. */
        public String shown(RatingScale words) {
            var full = String.join(", ", levels.stream().map(l -> word(words, l)).toList());
            var part = String.join(", ", inPart.stream().map(l -> word(words, l)).toList());
            return part.isEmpty() ? full : full.isEmpty() ? "In part " + part : full + "; in part " + part;
        }

        private static String word(RatingScale words, String level) {
            return words.level(level).map(RatingScale.Step::word).orElse(level);
        }
    }

    /** What is wrong with a review, in words for whoever records it. */
    public enum Fault {
        /** Nothing to name it by. */
        NO_TITLE("Give the review a title"),
        /** Another of the organisation is called so: ratings name their review. */
        TITLE_TWICE("Another review has this title: add what tells them apart, such as the month"),
        /** It ends before it begins. */
        DATES("The review ends before it begins"),
        /** Nobody. */
        NO_TEAM("Say who the reviewers were: posts are enough"),
        /** One of the own people. */
        NOT_INDEPENDENT("Somebody of the organisation itself makes no independent review"),
        /** Nothing is said of how. */
        NO_METHODS("Say how the reviewers worked"),
        /** A method is said to have been used and lacked for the whole. */
        METHOD_LACKED("A method cannot be used and lacking for the whole review"),
        /** An area that the review does not have. */
        NO_SUCH_AREA("A limitation or a level of impact names an area that this review does not have"),
        /** A level that is not on the scale, or on another. */
        NO_SUCH_LEVEL("Choose levels of this impact scale"),
        /** A level in full and in part. */
        LEVEL_TWICE("A level holds in full or in part, not both"),
        /** Two lines for one area. */
        AREA_TWICE("An area stands here twice");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /** What to tell whoever records it. */
        public String words() {
            return words;
        }
    }

    /** What is wrong with it; empty where it may be recorded. @param impactScale the scale its levels of impact are on */
    public List<Fault> faults(RatingScale impactScale) {
        var found = new ArrayList<Fault>();
        if (title.isBlank())
            found.add(Fault.NO_TITLE);
        var begun = from;
        var dated = until;
        if (begun != null && dated != null && dated.isBefore(begun))
            found.add(Fault.DATES);
        if (team.isEmpty())
            found.add(Fault.NO_TEAM);
        if (team.stream().anyMatch(Member::own))
            found.add(Fault.NOT_INDEPENDENT);
        if (methods.isEmpty())
            found.add(Fault.NO_METHODS);
        if (limitations.stream().filter(l -> l.areas().isEmpty()).flatMap(l -> l.without().stream())
                .anyMatch(methods::contains))
            found.add(Fault.METHOD_LACKED);
        var titles = areas.stream().map(Area::title).toList();
        if (new HashSet<>(titles).size() < titles.size()
                || impact.stream().map(Impact::area).distinct().count() < impact.size())
            found.add(Fault.AREA_TWICE);
        if (!limitations.stream().allMatch(l -> titles.containsAll(l.areas()))
                || !impact.stream().allMatch(i -> i.area().isEmpty() || titles.contains(i.area())))
            found.add(Fault.NO_SUCH_AREA);
        for (var line : impact) {
            var all = new ArrayList<>(line.levels());
            all.addAll(line.inPart());
            if (!line.scale().equals(impactScale.code()) || line.scaleVersion() != impactScale.version()
                    || all.isEmpty() || !all.stream().allMatch(l -> impactScale.level(l).isPresent()))
                found.add(Fault.NO_SUCH_LEVEL);
            if (new HashSet<>(all).size() < all.size())
                found.add(Fault.LEVEL_TWICE);
        }
        return found.stream().distinct().toList();
    }

    /** The limitations that weaken what it says of a question: of the whole, and of areas the question is in. */
    public List<Limitation> weakening(String item) {
        var in = areas.stream().filter(a -> a.items().contains(item)).map(Area::title).toList();
        // Where nobody said which standards are in an area, a limitation of that area may concern any of them.
        var open = areas.stream().filter(a -> a.items().isEmpty()).map(Area::title).toList();
        return limitations.stream().filter(l -> l.areas().isEmpty()
                || l.areas().stream().anyMatch(a -> in.contains(a) || in.isEmpty() && open.contains(a))).toList();
    }

    /** What it could not do that weakens a rating, in words; nothing for a rating that does not rest on it. */
    public List<String> limits(Rating rating) {
        return limits(rating, Set.of(title.strip()));
    }

    /** The same, where it was called otherwise before it was corrected: a rating keeps the name that its review had. */
    List<String> limits(Rating rating, Set<String> titles) {
        var rests = rating.ground();
        // Not by its day: a correction of the review may have another.
        return rests != null && rests.kind() == Rating.Ground.Kind.REVIEW && titles.contains(rests.words())
                ? weakening(rating.item()).stream().map(Limitation::shown).distinct().toList()
                : List.of();
    }

    /** What its ratings rest on. */
    public Rating.Ground ground() {
        return new Rating.Ground(Rating.Ground.Kind.REVIEW, title.strip(), until);
    }

    /** A rating that it gives. */
    public Rating rating(String item, Audience audience, RatingScale scale, Verdict verdict, UUID organisation,
            UUID by, Instant at, @Nullable String transcribed) {
        return new Rating(UUID.randomUUID(), item, Voice.INDEPENDENT, audience, scale.code(), scale.version(), verdict,
                organisation, by, at, ground(), null, transcribed);
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "IndependentReview[" + id + "]";
    }
}

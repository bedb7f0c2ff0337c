package heed.assurance.peerreview;

import heed.assurance.check.Finding;
import heed.assurance.check.Passage;
import heed.assurance.check.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of evidence for the pack that reviewers print, without what tells of a person. The original stays as it is.
 * Nothing is printed before somebody has read through what is left. (Invariant 22)
 *
 * @param place   where it stands
 * @param text    the original
 * @param removed what is left out, in order and without overlap
 * @param readBy  who read through what is left; null while nobody has
 */
public record EvidenceSample(Place place, String text, List<Removal> removed, @Nullable UUID readBy) {
    /** Puts what is removed in order, and joins what overlaps. */
    public EvidenceSample {
        var all = new ArrayList<Removal>();
        for (var next : removed.stream().sorted(Comparator.comparing(Removal::from)).toList()) {
            if (next.from() < 0 || next.to() > text.length() || next.from() >= next.to())
                throw new IllegalArgumentException("outside the text");
            var before = all.isEmpty() ? null : all.getLast();
            if (before == null || before.to() < next.from()) {
                all.add(next);
                continue;
            }
            all.removeLast();
            all.add(new Removal(before.from(), Math.max(before.to(), next.to()),
                    before.why() == next.why() ? before.why() : Why.OTHER));
        }
        removed = List.copyOf(all);
    }

    /** Why something is left out. */
    public enum Why {
        /** Somebody's name or number. */
        NAME("name"),
        /** What only one person lived through. */
        STORY("one person’s story"),
        /** What Heed's check found and nobody has looked at closer. */
        PERSON("a person may be known by this"),
        /** Anything else. */
        OTHER("for privacy");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        /** As it stands in the gap. */
        public String words() {
            return words;
        }
    }

    /**
     * A piece that is left out.
     *
     * @param from where it begins in the original
     * @param to   where it ends, not with it
     * @param why  why
     */
    public record Removal(int from, int to, Why why) {
    }

    /** A paragraph as it is, for somebody to go through: what the check found in it is left out to begin with. */
    public static EvidenceSample of(Passage passage, Collection<Finding> findings) {
        var text = passage.text();
        return new EvidenceSample(passage.place(), text, findings.stream()
                .filter(f -> f.kind() == Finding.Kind.DISCLOSURE && f.place().equals(passage.place()))
                .map(f -> {
                    int at = f.says().isEmpty() ? -1 : text.indexOf(f.says());
                    // A finding that cannot be placed costs the whole paragraph rather than somebody's privacy.
                    return at < 0
                            ? new Removal(0, text.length(), Why.PERSON)
                            : new Removal(at, at + f.says().length(), Why.PERSON);
                }).toList(), null);
    }

    /** With these pieces left out and no others; it has to be read through again. */
    public EvidenceSample leavingOut(List<Removal> removed) {
        return new EvidenceSample(place, text, removed, null);
    }

    /** Read through by somebody. */
    public EvidenceSample readThrough(UUID by) {
        return new EvidenceSample(place, text, removed, by);
    }

    /** Whether it may be printed. */
    public boolean printable() {
        return readBy != null;
    }

    /**
     * What is printed.
     *
     * @throws IllegalStateException before somebody has read it through
     */
    public String printed() {
        if (!printable())
            throw new IllegalStateException("nobody has read it through");
        return shown();
    }

    /** What is left, with a gap that says why wherever something was removed; for whoever reads it through. */
    public String shown() {
        var left = new StringBuilder();
        int at = 0;
        for (var gap : removed) {
            left.append(text, at, gap.from()).append("[removed: ").append(gap.why().words()).append(']');
            at = gap.to();
        }
        return left.append(text, at, text.length()).toString();
    }

    /** Where only, so that no text reaches a log by accident. */
    @Override
    public String toString() {
        return "EvidenceSample[" + place.words() + "]";
    }
}

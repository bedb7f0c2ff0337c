package heed.casework.known;

import heed.casework.concern.Concern;
import heed.casework.concern.Naming;
import heed.platform.web.LondonTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who those that a concern names may be, worded. Public only because templates compile elsewhere.
 *
 * @param ref    the concern in hand
 * @param people each person named of whom something is known
 * @param hint   that a restricted record may match; null for nothing
 * @param asked  that officers came upon this restricted record; null for nothing
 * @param acts   whether the viewer can decide on it
 */
public record KnownPanel(String ref, List<Who> people, @Nullable String hint, @Nullable String asked, boolean acts) {
    private static final int FIRST = 3;
    private static final String HINT = "A restricted record may match: ask the designated safeguarding lead.";

    /**
     * Somebody named.
     *
     * @param href   where all who they may be are
     * @param linked other concerns of the same known person
     * @param known  the known person's page; null where they are of none
     * @param more   how many are not in these lines; null for none
     */
    public record Who(String name, String href, List<Line> linked, @Nullable String known, List<Line> offers,
            @Nullable String more, List<Apart> apart) {
        /** Who may be them, the closest only. */
        public List<Line> first() {
            return offers.subList(0, Math.min(FIRST, offers.size()));
        }

        /** What is left out by {@link #first}; null for nothing. */
        public @Nullable String rest() {
            int left = offers.size() - FIRST;
            return left > 0 || more != null ? "See everyone who may be the same person" : null;
        }
    }

    /**
     * Somebody elsewhere.
     *
     * @param href      where to decide
     * @param concern   the concern's page
     * @param agrees    what agrees
     * @param disagrees what does not; null for nothing
     * @param also      further concerns of the same known person; null for none
     */
    public record Line(String name, String href, String ref, String concern, String received, String status,
            String agrees, @Nullable String disagrees, @Nullable String also) {
    }

    /** Somebody said to be another person. */
    public record Apart(String name, String ref, String concern, String href) {
    }

    /** Whether nothing at all is known. */
    public boolean empty() {
        return people.stream().allMatch(w -> w.linked().isEmpty() && w.offers().isEmpty() && w.apart().isEmpty());
    }

    /** Words for it. */
    public static KnownPanel of(Matched matched, boolean acts, LondonTime time) {
        var ref = matched.concern().ref().value();
        return new KnownPanel(ref, matched.people().stream().map(p -> who(ref, p, time)).toList(),
                matched.hint() ? HINT : null, matched.asked() == 0
                        ? null
                        : matched.asked() == 1
                                ? "1 officer triaging another concern named somebody who may be named here."
                                : matched.asked()
                                        + " officers triaging other concerns named somebody who may be named here.",
                acts);
    }

    /** The same, of one person only. */
    KnownPanel only(UUID naming) {
        return new KnownPanel(ref, people.stream().filter(w -> w.href().endsWith("/" + naming)).toList(), hint, asked,
                acts);
    }

    /** Ids of the concerns that stand in it. */
    public Set<String> refs() {
        return people.stream().flatMap(w -> Stream.concat(w.linked().stream(), w.offers().stream())).map(Line::ref)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Who who(String ref, Matched.Somebody p, LondonTime time) {
        var base = "/concerns/" + ref + "/known/" + p.naming();
        return new Who(p.person().shown(), base,
                p.linked().stream().map(n -> line(base, n, "", null, null, time)).toList(),
                p.linked().isEmpty() ? null : "/known/" + p.naming(),
                p.offers().stream().map(o -> offer(base, o, time)).toList(),
                p.more() == 0
                        ? null
                        : p.more() + (p.offers().isEmpty() ? "" : " more") + (p.more() == 1 ? " shares" : " share")
                                + " less: a date of birth, an address or a telephone number would tell.",
                p.different().stream().map(d -> new Apart(d.naming().person().shown(),
                        d.naming().concern().ref().value(), "/concerns/" + d.naming().concern().ref(),
                        "/known/links/" + d.link().id())).toList());
    }

    static Line offer(String base, Matched.Offer o, LondonTime time) {
        return line(base, o.closest(), String.join("; ", o.likeness().agrees()),
                o.likeness().disagrees().isEmpty() ? null : String.join("; ", o.likeness().disagrees()),
                o.others().isEmpty()
                        ? null
                        : "Known also from " + o.others().stream().map(n -> n.concern().ref().value()).distinct()
                                .collect(Collectors.joining(", ")),
                time);
    }

    private static Line line(String base, Naming n, String agrees, @Nullable String disagrees, @Nullable String also,
            LondonTime time) {
        var c = n.concern();
        return new Line(n.person().shown(), base + "/" + n.id(), c.ref().value(), "/concerns/" + c.ref(),
                time.day(c.receivedAt()), status(c), agrees, disagrees, also);
    }

    static String status(Concern c) {
        return c.outcome() == null ? c.status().words() : c.status().words() + ": " + c.outcome().words();
    }
}

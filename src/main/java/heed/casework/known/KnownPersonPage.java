package heed.casework.known;

import heed.casework.concern.Naming;
import heed.casework.concern.Person;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A known person: what the concerns that name them say, and who said that they are one. Public only because templates
 * compile elsewhere.
 *
 * @param names   what else they are called
 * @param links   what joins them, latest first
 * @param past    what was taken back or keeps them apart from others, latest first
 * @param offers  who else they may be
 */
public record KnownPersonPage(Frame frame, String title, List<String> names, List<Told> told, List<Link> links,
        List<Link> past, List<KnownPanel.Line> offers) {
    /** One concern that names them. */
    public record Told(String ref, String href, String received, String status, String name, String role, String age,
            String born, String address) {
    }

    /** What somebody said, and where to take it back; that is null where it was taken back. */
    public record Link(String words, String who, @Nullable String why, @Nullable String ended, String href,
            boolean stands) {
    }

    static KnownPersonPage of(Frame frame, KnownPeople.Known known, Instant now, LondonTime time) {
        var names = new LinkedHashSet<String>();
        known.namings().forEach(n -> Stream.of(n.person().shown(), n.person().knownAs().strip())
                .filter(s -> !s.isEmpty()).forEach(names::add));
        var title = known.namings().getFirst().person().shown();
        names.remove(title);
        var links = new ArrayList<Link>();
        var past = new ArrayList<Link>();
        for (var link : known.links()) {
            var joins = link.stands() && link.saying() == KnownLink.Saying.SAME;
            (joins ? links : past).add(link(link, known, time));
        }
        return new KnownPersonPage(frame, title, List.copyOf(names),
                known.namings().stream().map(n -> told(n, now, time)).toList(), links, past,
                known.offers().stream().map(o -> KnownPanel.offer(
                        "/concerns/" + o.from().concern().ref() + "/known/" + o.from().id(), o.offer(), time))
                        .toList());
    }

    private static Told told(Naming n, Instant now, LondonTime time) {
        var c = n.concern();
        var born = n.person().bornShown();
        return new Told(c.ref().value(), "/concerns/" + c.ref(), time.day(c.receivedAt()), KnownPanel.status(c),
                n.person().shown() + (n.person().knownAs().isBlank() ? "" : ", known as " + n.person().knownAs()),
                n.person().inRole().words(), age(n.person(), c.receivedAt(), now), born == null ? "Not given" : born,
                n.person().address().isBlank() ? "Not given" : n.person().address());
    }

    /** How old they were when we were told, and are now. */
    static String age(Person person, Instant then, Instant now) {
        var born = person.born();
        if (born == null || person.notYetBorn())
            return person.age().isBlank() ? "Not given" : person.age() + " then, as told";
        int before = years(born, then);
        int today = years(born, now);
        return before < 0
                ? "Not given"
                : before == today ? today + " then and now" : before + " then, " + today + " now";
    }

    private static int years(LocalDate born, Instant at) {
        var day = LocalDate.ofInstant(at, LondonTime.ZONE);
        return born.isAfter(day) ? -1 : Period.between(born, day).getYears();
    }

    private static Link link(KnownLink link, KnownPeople.Known known, LondonTime time) {
        var ending = link.ending();
        return new Link(link.saying().words() + ": " + named(known, link.one()) + " and " + named(known, link.other()),
                name(known, link.by()) + ", " + time.dayAndTime(link.at()), link.why(),
                ending == null
                        ? null
                        : "Taken back by " + name(known, ending.by()) + ", " + time.dayAndTime(ending.at())
                                + (ending.why() == null ? "" : ": " + ending.why()),
                "/known/links/" + link.id(), link.stands());
    }

    private static String named(KnownPeople.Known known, UUID naming) {
        var there = known.around().get(naming);
        return there == null ? "Somebody" : there.person().shown() + " in " + there.concern().ref();
    }

    private static String name(KnownPeople.Known known, UUID staff) {
        return known.names().getOrDefault(staff, "Someone who has left");
    }
}

package heed.casework.allegation;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.policy.Barring;
import heed.access.policy.Marking;
import heed.access.staff.Staff;
import heed.access.staff.StaffMatch;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Guard;
import heed.casework.concern.ConcernMail;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import heed.platform.names.Strength;
import heed.platform.notify.Outbox;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Sends a worry about someone who works here to the named allegations recipients and to nobody else, and at once gives one
 * designated safeguarding lead who is not barred what is needed to protect the person at risk (domain 2.1).
 */
@Component
class Gatekeeper implements Guard {
    /** Barred because it is about them. */
    static final String SUBJECT = "SUBJECT";
    /** Barred because they manage, or are managed by, somebody it is about. */
    static final String LINE = "LINE";
    /** Barred because the teller asked. */
    static final String KEEP_FROM = "KEEP_FROM";

    private final Staff staff;
    private final Grants grants;
    private final Barring barring;
    private final Concerns concerns;
    private final Allegations allegations;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    Gatekeeper(Staff staff, Grants grants, Barring barring, Concerns concerns, Allegations allegations, Outbox outbox,
            Trail trail,
            Clock clock) {
        this.staff = staff;
        this.grants = grants;
        this.barring = barring;
        this.concerns = concerns;
        this.allegations = allegations;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Verdict consider(Actor by, Telling telling) {
        var matches = new LinkedHashSet<Match>();
        var works = telling.worksHere();
        if (!works.name().isBlank())
            take(matches, "works-here", staff.matching(by, works.name()), someone -> true);
        for (var person : telling.named()) {
            var alleged = person.inRole() == PersonRole.ALLEGED;
            // The teller may name themselves as a witness; only as the person alleged does that make it an allegation.
            Predicate<UUID> counts = someone -> alleged || !by.is(someone);
            for (var name : List.of(person.name(), person.knownAs()))
                if (!name.isBlank())
                    take(matches, alleged ? "alleged" : "person", staff.matching(by, name), counts);
        }
        take(matches, "text", staff.namedIn(by, words(telling)), someone -> !by.is(someone));
        var keepFrom = new HashSet<UUID>();
        if (!works.keepFrom().isBlank()) {
            staff.namedIn(by, works.keepFrom()).forEach(m -> keepFrom.add(m.staff()));
            for (var name : works.keepFrom().split("[,;\\n]| and "))
                staff.matching(by, name.strip()).stream().filter(Gatekeeper::likely)
                        .forEach(m -> keepFrom.add(m.staff()));
        }
        keepFrom.remove(by.staff());
        var allegation = works.yes() || matches.stream().anyMatch(Match::likely);
        return new Verdict(allegation, matches, keepFrom);
    }

    @Override
    public void guard(Actor by, Concern concern, Telling telling, Verdict verdict) {
        for (var someone : verdict.keepFrom())
            barring.exclude(by, concern.id(), someone, KEEP_FROM);
        if (!verdict.allegation())
            return;
        var barred = bar(by, concern.id(), telling, verdict);
        tellRecipients(by, concern, barred.keySet());
        var protection = protect(by, concern, telling, verdict, barred);
        allegations.add(by, concern, telling, verdict, protection.map(Concern::id));
        trail.add(by,
                Trace.of("allegation.divert", concern.id()).because(telling.worksHere().yes() ? "REPORTER" : "MATCH"));
    }

    @Override
    public Set<UUID> hold(Actor by, UUID record, Telling telling, Verdict verdict) {
        var barred = bar(by, record, telling, verdict);
        var readers = recipients(by, barred.keySet());
        readers.forEach(reader -> barring.name(by, record, reader));
        return readers;
    }

    @Override
    public void replace(Actor by, Concern concern, Set<UUID> but) {
        var facts = barring.facts(concern.id(), concern.marking(), concern.raisedBy());
        var barred = new HashSet<>(facts.excluded());
        // Somebody barred is no longer one of those it is held by.
        facts.named().stream().filter(barred::contains).forEach(someone -> barring.unname(by, concern.id(), someone));
        barred.addAll(but);
        if (concern.marking() == Marking.ALLEGATION)
            tellRecipients(by, concern, barred);
        if (concern.marking() == Marking.RESTRICTED) {
            var holders = without(List.copyOf(facts.named()), barred);
            for (var holder : holders.isEmpty() ? lead(by, barred).stream().toList() : holders) {
                barring.name(by, concern.id(), holder);
                outbox.add(by, holder, ConcernMail.waiting(concern.danger()), concern.ref().value(), concern.danger());
            }
        }
    }

    /** Bars the people it is about, those whom the teller named, and the direct line of those it is about; says who and why. */
    private Map<UUID, String> bar(Actor by, UUID record, Telling telling, Verdict verdict) {
        var barred = new LinkedHashMap<UUID, String>();
        verdict.keepFrom().forEach(someone -> barred.put(someone, KEEP_FROM));
        for (var match : verdict.matches()) {
            // A mere possibility bars only where the teller pointed to this person as somebody who works here.
            var pointedTo = match.place().equals("works-here") || match.place().equals("alleged");
            if (!match.likely() && !(telling.worksHere().yes() && pointedTo))
                continue;
            barred.put(match.staff(), SUBJECT);
            for (var near : staff.line(by, match.staff()))
                barred.putIfAbsent(near, LINE);
        }
        barred.forEach((someone, why) -> barring.exclude(by, record, someone, why));
        return barred;
    }

    private void tellRecipients(Actor by, Concern concern, Set<UUID> barred) {
        for (var recipient : recipients(by, barred)) {
            barring.name(by, concern.id(), recipient);
            outbox.add(by, recipient, ConcernMail.waiting(concern.danger()), concern.ref().value(), concern.danger());
        }
    }

    /** The two named recipients; the substitute where one of them is barred; leads, then coordinators, where nobody is left. */
    private Set<UUID> recipients(Actor by, Set<UUID> barred) {
        var all = grants.holders(by, Role.ALLEGATIONS_RECIPIENT);
        var told = new LinkedHashSet<>(all);
        told.removeAll(barred);
        if (told.size() < 2 || told.size() < all.size())
            told.addAll(without(grants.holders(by, Role.ALLEGATIONS_SUBSTITUTE), barred));
        for (var role : List.of(Role.DSL, Role.COORDINATOR))
            if (told.isEmpty())
                told.addAll(without(grants.holders(by, role), barred));
        return told;
    }

    /** A record of its own, held by one lead: who is at risk, where, and whether in danger. Not a word of the account. */
    private Optional<Concern> protect(Actor by, Concern allegation, Telling telling, Verdict verdict,
            Map<UUID, String> barred) {
        var others = new HashSet<>(barred.keySet());
        others.add(by.staff());
        var chosen = lead(by, others).or(() -> lead(by, barred.keySet()));
        if (chosen.isEmpty())
            return Optional.empty();
        var moved = Concern.received(UUID.randomUUID(), concerns.newRef(), by, null, null, clock.instant(),
                telling.inDanger(),
                telling.subject(),
                Marking.RESTRICTED);
        var where = masked(by, telling, verdict);
        var shown = Telling.BLANK.danger(telling.danger())
                .kind(telling.kind())
                .people(atRisk(telling))
                .happened(new Telling.Happened("", "", "", "", "", where, telling.happened().ward()));
        concerns.add(by, moved, UUID.randomUUID(), shown);
        barred.forEach((someone, why) -> barring.exclude(by, moved.concern().id(), someone, why));
        barring.name(by, moved.concern().id(), chosen.get());
        outbox.add(by, chosen.get(), ConcernMail.waiting(telling.inDanger()), moved.concern().ref().value(),
                telling.inDanger());
        trail.add(by, Trace.of("allegation.protect", moved.concern().id()).fields("people", "where", "danger"));
        return Optional.of(moved.concern());
    }

    private Optional<UUID> lead(Actor by, Set<UUID> barred) {
        var own = new ArrayList<UUID>();
        var others = new ArrayList<UUID>();
        for (var lead : without(grants.holders(by, Role.DSL), barred))
            (staff.get(by, lead).council().equals(by.council()) ? own : others).add(lead);
        own.addAll(others);
        if (own.isEmpty())
            own.addAll(without(grants.holders(by, Role.COORDINATOR), barred));
        return own.stream().findFirst();
    }

    private static List<Person> atRisk(Telling telling) {
        return telling.named()
                .stream()
                .filter(p -> p.inRole() == PersonRole.AT_RISK)
                .map(p -> new Person(p.role(), p.name(), p.knownAs(), p.bornDay(), p.bornMonth(), p.bornYear(), p.age(),
                        p.address(),
                        p.contact(), "", p.unborn()))
                .toList();
    }

    /** Where it happened, without any part of the name of somebody it is about (domain: their identity is masked there). */
    private String masked(Actor by, Telling telling, Verdict verdict) {
        var names = new ArrayList<>(staff.names(by, verdict.matches().stream().map(Match::staff).toList()).values());
        names.add(telling.worksHere().name());
        telling.named().stream().filter(p -> p.inRole() == PersonRole.ALLEGED)
                .forEach(p -> names.add(p.name() + " " + p.knownAs()));
        var where = telling.happened().where();
        for (var name : names)
            for (var part : name.strip().split("[\\s,]+"))
                if (part.length() > 2)
                    where = where.replaceAll("(?iu)(?<![\\p{L}])" + Pattern.quote(part) + "(?![\\p{L}])",
                            "[name withheld]");
        return where;
    }

    private static boolean likely(StaffMatch match) {
        return match.strength() == Strength.LIKELY;
    }

    private static String words(Telling t) {
        var people = t.named().stream().map(p -> p.description() + "\n" + p.address() + "\n" + p.contact()).toList();
        var marks = t.marks().stream().map(m -> m.size() + "\n" + m.colour() + "\n" + m.explained()).toList();
        return String.join("\n", t.account().seen(), t.account().told(), t.account().think(), t.happened().words(),
                t.happened().where(),
                t.knowing().words(), t.knowing().childView(), t.knowing().parentView(), t.knowing().wanted(),
                t.elsewhere().done(),
                t.elsewhere().to(), t.elsewhere().when(), t.elsewhere().reference(), t.happened().ward(),
                t.contact().interpreter(),
                t.contact().words(), t.worksHere().post(), String.join("\n", people), String.join("\n", marks));
    }

    private static void take(Set<Match> into, String place, List<StaffMatch> found, Predicate<UUID> counts) {
        for (var match : found)
            if (counts.test(match.staff())
                    && into.stream().noneMatch(m -> m.staff().equals(match.staff()) && m.likely()))
                into.add(new Match(match.staff(), place, likely(match)));
    }

    private static List<UUID> without(List<UUID> people, Set<UUID> barred) {
        return people.stream().filter(p -> !barred.contains(p)).toList();
    }
}

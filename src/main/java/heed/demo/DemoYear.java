package heed.demo;

import heed.demo.DatedConcern.State;
import heed.demo.DemoWorld.Member;
import heed.demo.DemoWorld.Name;
import heed.demo.DemoWorld.StaffRole;
import heed.demo.Telling.Account;
import heed.demo.Telling.Answer;
import heed.demo.Telling.Decision;
import heed.demo.Telling.Happened;
import heed.demo.Telling.Person;
import heed.demo.Telling.ReportedElsewhere;
import heed.demo.Telling.SafeContact;
import heed.demo.Telling.Season;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A year of concerns made from the written ones: each is told once as written, most of them again with other people,
 * places and days. The same moment and seed give the same year.
 */
final class DemoYear {
    /** How many concerns the year has. */
    static final int CONCERNS = 230;

    /** Ages, in minutes, of those nobody has taken up; the one at {@link #DANGER_WAITS} is a danger. */
    private static final int[] WAITING = {10, 35, 80, 170, 250, 1080, 1590, 2760};
    private static final int DANGER_WAITS = 1;
    /** The one that was written to wait: about people who were told of before. */
    private static final int KNOWN_WAITS = 3;

    /** Ages, in hours, of those an officer has in hand. */
    private static final int[] IN_HAND = {2, 4, 21, 25, 44, 50, 70, 93, 118, 142};
    private static final int ALLEGATION_IN_HAND = 3;

    /** Services that also meet people on a Saturday, a Sunday or a bank holiday. */
    private static final Set<String> OPEN_ALL_WEEK = Set.of("LEISURE", "PARKS", "STREETS", "WASTE", "MUSEUM",
            "COMMUNITY_CENTRES", "YOUTH", "ROUGH_SLEEPING", "REPAIRS", "SUPPORTED_LIVING", "COMMUNITY_SAFETY");

    /** How busy each month is, January first: fewer while schools and people are away. */
    private static final double[] MONTHS = {1.15, 1.0, 1.05, 0.85, 0.95, 1.0, 0.95, 0.7, 1.1, 1.2, 1.2, 0.85};

    private final DemoWorld world;
    private final Instant now;
    private final LocalDate today;
    private final Random chance;
    private final Set<String> namesUsed = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> staffFamilies = new HashSet<>();
    private final Map<String, List<Name>> families = new HashMap<>();

    private DemoYear(DemoWorld world, Instant now, long seed) {
        this.world = world;
        this.now = now;
        today = now.atZone(WorkingTime.LONDON).toLocalDate();
        chance = new Random(seed);
        for (var m : world.staff().values())
            staffFamilies.add(m.family());
        for (var f : world.names().families())
            families.computeIfAbsent(f.origin(), k -> new ArrayList<>()).add(f);
    }

    /** The year up to half past eleven, London time, on a day. */
    static List<DatedConcern> concerns(DemoWorld world, LocalDate today, long seed) {
        return concerns(world, today.atTime(11, 30).atZone(WorkingTime.LONDON).toInstant(), seed);
    }

    /**
     * The year up to a moment, oldest first: all received before it, eight still waiting, one of them about people who were
     * told of before, ten in hand, the rest decided and answered.
     */
    static List<DatedConcern> concerns(DemoWorld world, Instant now, long seed) {
        return new DemoYear(world, now, seed).build();
    }

    /** One use of a written concern. */
    private record Use(Telling telling, boolean asWritten) {
    }

    private List<DatedConcern> build() {
        var dated = new ArrayList<DatedConcern>();
        var again = new ArrayList<Telling>();
        for (var t : world.tellings()) {
            for (var p : t.people())
                if (p.name() != null)
                    namesUsed.add(p.name());
            if (!t.written().once())
                again.add(t);
        }
        Collections.shuffle(again, chance);
        for (var t : world.tellings())
            if (!t.written().waits())
                dated.add(decided(new Use(t, true)));
        dated.addAll(open(again));
        for (int i = 0; dated.size() < CONCERNS; i++) {
            if (i > 0 && i % again.size() == 0)
                Collections.shuffle(again, chance);
            dated.add(decided(new Use(again.get(i % again.size()), false)));
        }
        dated.sort(Comparator.comparing(DatedConcern::receivedAt));
        return numbered(dated);
    }

    /** Those waiting and those in hand: variations, so that the whole of what was written is told decided too. */
    private List<DatedConcern> open(List<Telling> again) {
        var fitting = again.stream().filter(t -> in(t.written().season(), today)).toList();
        var dangers = fitting.stream().filter(t -> t.danger() && t.worksHere() == null).iterator();
        var allegations = fitting.stream().filter(t -> t.worksHere() != null).iterator();
        var others = fitting.stream().filter(t -> !t.danger() && t.worksHere() == null).iterator();
        var known = world.tellings().stream().filter(t -> t.written().waits()).iterator();
        var open = new ArrayList<DatedConcern>();
        for (int i = 0; i < WAITING.length; i++) {
            var received = now.minus(Duration.ofMinutes(WAITING[i]));
            if (i == KNOWN_WAITS && known.hasNext())
                open.add(told(new Use(known.next(), true), received, State.WAITING));
            else
                open.add(told(new Use(i == DANGER_WAITS ? dangers.next() : others.next(), false), received,
                        State.WAITING));
        }
        for (int i = 0; i < IN_HAND.length; i++) {
            var received = now.minus(Duration.ofHours(IN_HAND[i])).minus(Duration.ofMinutes(chance.nextInt(45)));
            var telling = i == ALLEGATION_IN_HAND ? allegations.next() : others.next();
            open.add(told(new Use(telling, false), received, State.IN_HAND));
        }
        return open;
    }

    private DatedConcern told(Use use, Instant received, State state) {
        var d = unread(use, received, state);
        accounts.add(d.telling().account().whole());
        return d;
    }

    private List<DatedConcern> numbered(List<DatedConcern> dated) {
        var written = new HashMap<String, Integer>();
        var numbered = new ArrayList<DatedConcern>();
        for (var d : dated) {
            int number = numbered.size() + 1;
            var to = d.telling().written().addsTo();
            numbered.add(new DatedConcern(number, d.telling(), d.scope(), d.reporter(), d.receivedAt(), d.happenedOn(),
                    d.happenedAt(), d.state(), d.takenUpBy(), d.takenUpAt(), d.decidedAt(), to == null
                            ? null
                            : written.get(to)));
            written.putIfAbsent(d.telling().id(), number);
        }
        return List.copyOf(numbered);
    }

    private DatedConcern decided(Use use) {
        while (true) {
            var d = unread(use, null, State.DECIDED);
            if (d.decidedAt() != null && d.decidedAt().isBefore(now)) {
                accounts.add(d.telling().account().whole());
                return d;
            }
        }
    }

    /** The slots of some are few, so the same words can come up twice: they are filled again until nobody reads them twice. */
    private DatedConcern unread(Use use, @Nullable Instant received, State state) {
        for (int tries = 0; tries < 200; tries++) {
            var d = dated(use, received == null ? received(use.telling()) : received, state);
            if (use.asWritten() || !accounts.contains(d.telling().account().whole()))
                return d;
        }
        throw new IllegalStateException(use.telling().id() + " has too few slots to be told again");
    }

    private DatedConcern dated(Use use, Instant received, State state) {
        var t = use.telling();
        var receivedOn = received.atZone(WorkingTime.LONDON).toLocalDate();
        var reporter = reporter(t, receivedOn);
        var happened = t.happened();
        LocalDate on = null;
        LocalTime at = null;
        if (happened != null) {
            on = receivedOn.minusDays(happened.daysBefore());
            at = happened.time();
            // Nothing is told before it happened, and a varied one happens at a time of its own.
            if (at != null && !on.atTime(at).atZone(WorkingTime.LONDON).toInstant().isBefore(received)) {
                var before = received.atZone(WorkingTime.LONDON).minusMinutes(20 + chance.nextInt(70));
                on = before.toLocalDate();
                at = before.toLocalTime();
            } else if (at != null && !use.asWritten()) {
                at = at.minusMinutes(Math.min(chance.nextInt(40), at.toSecondOfDay() / 60));
            }
            if (at != null)
                at = at.withMinute(at.getMinute() / 5 * 5).withSecond(0).withNano(0);
        }
        var telling = told(use, reporter, on == null ? receivedOn : on, at);
        String officer = null;
        Instant takenUp = null;
        Instant decided = null;
        if (state != State.WAITING) {
            officer = officer(t, reporter);
            takenUp = takenUp(t, received);
            if (state == State.IN_HAND && !takenUp.isBefore(now))
                takenUp = received.plus(Duration.between(received, now)
                        .dividedBy(2));
        }
        if (state == State.DECIDED && takenUp != null)
            decided = t.danger()
                    ? takenUp.plus(Duration.ofMinutes(12 + chance.nextInt(50)))
                    : WorkingTime.after(takenUp, 15 + chance.nextInt(t.decision().outcome() == Telling.Outcome.OPEN_CASE
                            ? 400
                            : 180));
        return new DatedConcern(0, telling, world.scopeOf(t.services().getFirst()), reporter.key(), received, on, at,
                state, officer, takenUp, decided, null);
    }

    private Instant takenUp(Telling t, Instant received) {
        int minutes = Math.max(2, (int) (t.takenUpAfter() * (0.7 + chance.nextDouble() * 0.6)));
        return t.danger() ? received.plus(Duration.ofMinutes(minutes)) : WorkingTime.after(received, minutes);
    }

    private Instant received(Telling t) {
        var day = day(t);
        var happened = t.happened();
        LocalTime time;
        if (happened != null && happened.daysBefore() == 0 && happened.time() != null) {
            return day.atTime(happened.time()).plusMinutes(20 + chance.nextInt(130)).atZone(WorkingTime.LONDON)
                    .toInstant();
        }
        double when = chance.nextDouble();
        if (when < 0.07)
            time = LocalTime.of(6, 20).plusMinutes(chance.nextInt(120));
        else if (when < 0.93)
            time = LocalTime.of(8, 40).plusMinutes(chance.nextInt(490));
        else
            time = LocalTime.of(17, 0).plusMinutes(chance.nextInt(390));
        return day.atTime(time).atZone(WorkingTime.LONDON).toInstant();
    }

    /** A day of the last year, busy months and working days more often. */
    private LocalDate day(Telling t) {
        var fixed = t.written().daysAgo();
        if (fixed != null) {
            var day = today.minusDays(fixed);
            while (!WorkingTime.works(day))
                day = day.minusDays(1);
            return day;
        }
        while (true) {
            var day = today.minusDays(1 + chance.nextInt(364));
            double open = t.services().stream().anyMatch(OPEN_ALL_WEEK::contains) ? 0.2 : 0;
            double weight = MONTHS[day.getMonthValue() - 1] / 1.2 * (WorkingTime.works(day) ? 1 : open);
            if (in(t.written().season(), day) && chance.nextDouble() < weight)
                return day;
        }
    }

    /** Whether a day belongs to that time of year. */
    static boolean in(Season season, LocalDate day) {
        var month = day.getMonth();
        return switch (season) {
            case ANY -> true;
            case WINTER -> month.compareTo(Month.NOVEMBER) >= 0 || month.compareTo(Month.MARCH) <= 0;
            case SUMMER -> month.compareTo(Month.MAY) >= 0 && month.compareTo(Month.SEPTEMBER) <= 0;
            case TERM -> month != Month.AUGUST && !(month == Month.DECEMBER && day.getDayOfMonth() > 18);
        };
    }

    private Member reporter(Telling t, LocalDate day) {
        var works = t.worksHere();
        var could = world.staff().values().stream().filter(
                m -> !m.roles().contains(StaffRole.ADMINISTRATOR) && !m.roles().contains(StaffRole.MEMBER)
                        && t.services().contains(m.service()) && m.hereOn(day,
                                today)
                        && (works == null || !m.key().equals(works.staff())))
                .toList();
        // Officers who triage raise concerns too, but most come from those who meet people.
        var first = could.stream().filter(m -> !triages(m) && (WorkingTime.works(day) || OPEN_ALL_WEEK.contains(m
                .service()))).toList();
        var all = could.stream().filter(this::someoneElseTriages).toList();
        return oneOf(
                first.isEmpty() || !all.isEmpty() && WorkingTime.works(day) && chance.nextInt(6) == 0 ? all : first);
    }

    /** Nobody decides what they told themselves. */
    private boolean someoneElseTriages(Member m) {
        return world.staff().values().stream()
                .anyMatch(o -> triages(o) && o.leftDaysAgo() == null && !o.equals(m) && world.scopeOf(o
                        .service()).equals(world.scopeOf(m.service())));
    }

    private static boolean triages(Member m) {
        return m.roles().contains(StaffRole.DSO) || m.roles().contains(StaffRole.DSL);
    }

    private String officer(Telling t, Member reporter) {
        var works = t.worksHere();
        var scope = world.scopeOf(t.services().getFirst());
        if (works != null) {
            var recipients = world.holding(StaffRole.ALLEGATIONS_RECIPIENT).stream().filter(m -> !m.key().equals(
                    works.staff()) && !m.equals(reporter)).toList();
            return oneOf(recipients).key();
        }
        var here = world.staff().values().stream().filter(m -> triages(m) && m.leftDaysAgo() == null && !m.equals(
                reporter) && world.scopeOf(m.service()).equals(scope)).toList();
        var near = here.stream().filter(m -> m.organisation().equals(reporter.organisation())).toList();
        var choice = !near.isEmpty() && chance.nextInt(3) > 0 ? near : here;
        var officers = choice.stream().filter(m -> m.roles().contains(StaffRole.DSO)).toList();
        return oneOf(officers.isEmpty() || chance.nextInt(4) == 0 ? choice : officers).key();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    /** The telling with every slot filled. */
    private Telling told(Use use, Member reporter, LocalDate on, @Nullable LocalTime at) {
        var t = use.telling();
        var values = new HashMap<String, String>();
        var street = oneOf(world.names().streets());
        var ward = oneOf(List.copyOf(world.wards().values()));
        var post = " WX" + (1 + chance.nextInt(9)) + " " + (1 + chance.nextInt(9)) + letter() + letter();
        values.put("street", street);
        values.put("home", (1 + chance.nextInt(119)) + " " + street + "," + post);
        values.put("house", oneOf(world.names().houses()));
        values.put("ward", ward.name());
        values.put("weekday", on.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK));
        values.put("month", on.getMonth().getDisplayName(TextStyle.FULL, Locale.UK));
        values.put("reporter", reporter.called());
        if (at != null)
            values.put("time", clock(at));
        var works = t.worksHere();
        if (works != null && works.name() != null) {
            values.put("named", works.name());
            values.put("named.given", works.name().substring(0, works.name().indexOf(' ')));
        }
        var people = people(use, values, on);
        var s = new Slots(values, chance);
        for (int i = 0; i < people.size(); i++)
            people.set(i, filled(people.get(i), s));
        var account = new Account(s.fillAny(t.account().seen()), s.fillAny(t.account().told()), s.fillAny(t.account()
                .think()));
        var happened = t.happened();
        var reported = t.reported();
        var d = t.decision();
        return new Telling(t.id(), t.services(), t.about(), t.danger(), account, List.copyOf(people), happened == null
                ? null
                : new Happened(happened.daysBefore(), at, s.fillAny(happened.words())), s.fillAny(t.where()),
                ward.code(),
                answer(t.knows(), s), answer(t.agrees(), s), s.fillAny(t.childView()), s.fillAny(t.parentView()),
                s.fillAny(t
                        .wanted()),
                s.fillAny(t.doneAlready()), reported == null
                        ? null
                        : new ReportedElsewhere(s.fill(reported.to()), s.fill(reported.when()),
                                s.fillAny(reported.reference())),
                new SafeContact(t.safeContact().safe(), s.fillAny(t.safeContact().words()),
                        use.asWritten() ? t.safeContact().interpreter() : null),
                works, s.fillAny(t.keepFrom()), t.takenUpAfter(),
                new Decision(d.outcome(), d.reason(), s.fill(d.reasons()), d
                        .route(), s.fillAny(d.toldTo()), d.kinds()),
                t.support(), s.fill(t.feedback()), s.fillAny(t.summary()), t.written());
    }

    private static Answer answer(Answer a, Slots s) {
        return new Answer(a.answer(), s.fillAny(a.words()));
    }

    private static Person filled(Person p, Slots s) {
        return new Person(p.key(), p.role(), p.name(), s.fillAny(p.description()), p.knownAs(), p.born(), p.age(), p
                .unborn(), s.fillAny(p.address()), p.contact(), s.fillAny(p.relation()), p.drawn());
    }

    private List<Person> people(Use use, Map<String, String> values, LocalDate on) {
        var people = new ArrayList<Person>();
        var familyOf = new HashMap<String, String>();
        var givenHere = new HashSet<String>();
        for (var p : use.telling().people()) {
            var name = p.name();
            var knownAs = p.knownAs();
            if (name != null && !use.asWritten()) {
                name = drawn(p, familyOf, givenHere);
                knownAs = null;
            }
            var age = p.age();
            if (age != null && !use.asWritten())
                age = varied(age);
            LocalDate born = null;
            if (p.drawn().bornKnown() && age != null) {
                born = on.minusYears(age).minusDays(1 + chance.nextInt(360));
            }
            var address = "home".equals(p.address()) ? values.get("home") : p.address();
            var phone = p.drawn().phone()
                    ? "07700 900" + Integer.toString(1000 + chance.nextInt(1000)).substring(1)
                    : null;
            people.add(new Person(p.key(), p.role(), name, p.description(), knownAs, born, age, p.unborn(), address,
                    phone, p.relation(), p.drawn()));
            slots(p.key(), name, knownAs, p, age, values);
            if (name != null)
                familyOf.put(p.key(), family(name));
        }
        return people;
    }

    private static void slots(String key, @Nullable String name, @Nullable String knownAs, Person p,
            @Nullable Integer age, Map<String, String> values) {
        if (age != null)
            values.put(key + ".age", age.toString());
        if (name == null) {
            values.put(key, p.description() == null ? "they" : p.description());
            return;
        }
        values.put(key, knownAs == null ? name.substring(0, name.indexOf(' ')) : knownAs);
        values.put(key + ".full", name);
        values.put(key + ".family", family(name));
        values.put(key + ".mr", title(p, age) + family(name));
    }

    private static String title(Person p, @Nullable Integer age) {
        if (!p.drawn().woman())
            return "Mr ";
        return age != null && age > 45 ? "Mrs " : "Ms ";
    }

    private static String family(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    /** A name nobody else in the year has, with the family name of whoever it is shared with. */
    private String drawn(Person p, Map<String, String> familyOf, Set<String> givenHere) {
        var given = p.drawn().woman() ? world.names().women() : world.names().men();
        for (int tries = 0; tries < 500; tries++) {
            var first = oneOf(given);
            if (!fits(first, p.age()))
                continue;
            // Half of the district's people have names that have long been here.
            if (!first.origin().equals("british") && chance.nextInt(3) == 0)
                continue;
            var shared = p.drawn().family();
            var family = shared == null ? null : familyOf.get(shared);
            if (family == null) {
                var own = families.getOrDefault(first.origin(), world.names().families());
                family = oneOf(chance.nextInt(6) == 0 ? world.names().families() : own).value();
            }
            var name = first.value() + " " + family;
            if (staffFamilies.contains(family) || namesUsed.contains(name) || !givenHere.add(first.value()))
                continue;
            namesUsed.add(name);
            return name;
        }
        throw new IllegalStateException("the pools of names are too small");
    }

    /** Few children are called Doreen and few pensioners Jaxon. */
    private static boolean fits(Name name, @Nullable Integer age) {
        if (age == null)
            return true;
        return switch (name.era()) {
            case "old" -> age >= 50;
            case "young" -> age < 45;
            default -> true;
        };
    }

    /** Another age in the same part of life: what the text says about a baby, a pupil or a pensioner stays true. */
    private int varied(int age) {
        if (age < 6 || (age >= 16 && age <= 19))
            return age;
        if (age < 16)
            return Math.clamp(age + chance.nextInt(3) - 1L, 6, 15);
        return Math.max(20, age + chance.nextInt(9) - 4);
    }

    private char letter() {
        // Letters that postcodes use in their last two places.
        var letters = "ABDEFGHJLNPQRSTUWXYZ";
        return letters.charAt(chance.nextInt(letters.length()));
    }

    private static String clock(LocalTime at) {
        int hour = at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
        return hour + (at.getMinute() == 0 ? "" : "." + Integer.toString(100 + at.getMinute()).substring(1)) + (at
                .getHour() < 12 ? "am" : "pm");
    }
}

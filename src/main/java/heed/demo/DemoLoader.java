package heed.demo;

import heed.demo.DatedConcern.State;
import heed.demo.DemoCasework.Extras;
import heed.demo.DemoCasework.Kept;
import heed.demo.DemoWorld.StaffRole;
import heed.platform.db.Transactions;
import heed.platform.setting.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Loads the invented world into an empty database: first its people, then what waits or is in hand, then the year that is
 * behind them, latest first, and at last two years of assurance. What is loaded is counted in the transaction that loads it, so that a start that was stopped
 * in the middle goes on where it stopped and nothing is there twice.
 */
@Component
@Profile("demo")
class DemoLoader {
    /** The year is the same for everyone who begins on the same moment. */
    static final long SEED = 20260401L;
    private static final String BEGAN = "demo.began";
    private static final String LOADED = "demo.loaded";
    private static final String HANDED_OVER = "demo.handed-over";
    private static final String PUBLISHED = "demo.published";
    private static final String ALL = "all";
    /** A reply to this recent a decision may still wait to be read. */
    private static final Duration UNREAD_FOR = Duration.ofDays(45);

    private final DemoPeopling peopling;
    private final DemoCasework casework;
    private final DemoRota rota;
    private final DemoQuarters quarters;
    private final DemoAssurance assurance;
    private final Settings settings;
    private final Transactions transactions;
    private final Clock clock;

    DemoLoader(DemoPeopling peopling, DemoCasework casework, DemoRota rota, DemoQuarters quarters,
            DemoAssurance assurance, Settings settings, Transactions transactions, Clock clock) {
        this.peopling = peopling;
        this.casework = casework;
        this.rota = rota;
        this.quarters = quarters;
        this.assurance = assurance;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Concerns that are loaded together: one, or those of one case, oldest first. */
    private record Together(List<DatedConcern> concerns) {
        boolean open() {
            return concerns.stream().anyMatch(c -> c.state() != State.DECIDED);
        }

        int latest() {
            return concerns.getLast().number();
        }
    }

    /** Loading under way: everybody is there, and what is left waits in order. */
    final class Loading {
        private final DemoWorld world;
        private final Map<String, DemoRegister> registers;
        private final Instant began;
        private final Map<Integer, Extras> extras;
        private final Queue<Together> left;
        private int loaded;

        private Loading(DemoWorld world, Map<String, DemoRegister> registers, Instant began, List<DatedConcern> year,
                Map<Integer, Extras> extras, int loaded) {
            this.world = world;
            this.registers = registers;
            this.began = began;
            this.extras = extras;
            this.left = new ArrayDeque<>(together(year));
            this.loaded = loaded;
            for (int i = 0; i < loaded; i++)
                left.remove();
        }

        /** Loads what waits or is in hand. */
        void open() {
            boolean any = false;
            while (!left.isEmpty() && left.element().open()) {
                next();
                any = true;
            }
            // Once only: a start that was stopped before this leaves the demonstration without a handover.
            if (any && settings.begin(HANDED_OVER, began.toString()))
                rota.handOver(world, register(world.organisations().values().iterator().next().scope()), began);
        }

        /**
         * Loads the rest, as long as that is wanted.
         *
         * @return how many concerns that were
         */
        int rest(BooleanSupplier wanted) {
            int concerns = 0;
            while (!left.isEmpty() && wanted.getAsBoolean())
                concerns += next();
            // A later start finds them published.
            if (left.isEmpty() && wanted.getAsBoolean() && settings.begin(PUBLISHED, began.toString()))
                registers.values().forEach(register -> quarters.publish(world, register, began));
            if (left.isEmpty())
                assurance.load(world, registers, began, wanted);
            return concerns;
        }

        /** Whether everything is there. */
        boolean done() {
            return left.isEmpty() && assurance.done();
        }

        private int next() {
            var together = left.element();
            var register = register(together.concerns().getFirst().scope());
            transactions.inScope(register.scope(), () -> {
                var kept = new HashMap<Integer, Kept>();
                for (var dated : together.concerns())
                    kept.put(dated.number(), casework.live(world, register, dated,
                            extras.getOrDefault(dated.number(), new Extras(null, null, null, false)),
                            kept.get(dated.addsTo()), began));
                settings.put(LOADED, left.size() == 1 ? ALL : Integer.toString(loaded + 1), loaded - 1);
            });
            left.remove();
            loaded++;
            return together.concerns().size();
        }

        private DemoRegister register(String scope) {
            return Objects.requireNonNull(registers.get(scope), "every scope was opened");
        }
    }

    /**
     * Brings the people in, unless they are there, and says what else is left.
     *
     * @param most how many concerns at most, latest first; the whole year where there are not so many
     */
    Loading begin(DemoWorld world, int most) {
        settings.begin(BEGAN, clock.instant().toString());
        var began = began();
        var registers = peopling.people(world, began);
        // Later starts need not make up the year again.
        if (settings.get(LOADED).filter(s -> s.value().equals(ALL)).isPresent())
            return new Loading(world, registers, began, List.of(), Map.of(), 0);
        var year = DemoYear.concerns(world, began, SEED);
        var chosen = sharedOut(world, year.subList(Math.max(0, year.size() - most), year.size()));
        int loaded = settings.get(LOADED).map(s -> Integer.parseInt(s.value())).orElse(0);
        return new Loading(world, registers, began, chosen, extras(chosen, began), loaded);
    }

    /** When this demonstration began, which is where its year ends. */
    Instant began() {
        return settings.get(BEGAN).map(s -> Instant.parse(s.value())).orElseThrow();
    }

    /** The same year, with what is in hand shared out evenly among the officers. */
    private static List<DatedConcern> sharedOut(DemoWorld world, List<DatedConcern> year) {
        var officers = world.holding(StaffRole.DSO);
        var dealt = new ArrayList<DatedConcern>();
        var inHand = new HashMap<String, Integer>();
        for (var d : year) {
            var ordinary = d.state() == State.IN_HAND && d.telling().worksHere() == null;
            if (!ordinary) {
                dealt.add(d);
                continue;
            }
            var here = officers.stream()
                    .filter(m -> world.scopeOf(m.service()).equals(d.scope()) && !m.key().equals(d.reporter()))
                    .toList();
            var officer = here.stream().map(DemoWorld.Member::key)
                    .min(Comparator.comparing(k -> inHand.getOrDefault(k, 0)))
                    .orElse(d.takenUpBy());
            if (officer != null)
                inHand.merge(officer, 1, Integer::sum);
            dealt.add(new DatedConcern(d.number(), d.telling(), d.scope(), d.reporter(), d.receivedAt(), d.happenedOn(),
                    d.happenedAt(),
                    d.state(), officer, d.takenUpAt(), d.decidedAt(), d.addsTo()));
        }
        return dealt;
    }

    /** Spreads the few other words over the year, latest first, each once. */
    private static Map<Integer, Extras> extras(List<DatedConcern> year, Instant began) {
        var handedBack = new ArrayDeque<>(DemoWords.HANDED_BACK);
        var added = new ArrayDeque<>(DemoWords.ADDED);
        var noted = new ArrayDeque<>(DemoWords.NOTED);
        var waitsForReply = new HashSet<String>();
        var extras = new HashMap<Integer, Extras>();
        var latestFirst = year.reversed();
        for (var d : latestFirst) {
            var ordinary = d.telling().worksHere() == null && !d.telling().danger();
            var decided = d.decidedAt();
            // A reply waits for everyone who was written to lately, once: the rest was read.
            var unread = decided != null && decided.isAfter(began.minus(UNREAD_FOR)) && waitsForReply.add(d.reporter());
            extras.put(d.number(), new Extras(
                    ordinary && d.state() == State.WAITING && d.receivedAt().isBefore(began.minus(Duration.ofHours(3)))
                            ? handedBack.poll()
                            : null,
                    ordinary && d.state() != State.WAITING && d.number() % 5 == 1 ? added.poll() : null,
                    ordinary && d.state() != State.WAITING && d.number() % 3 == 0 ? noted.poll() : null, unread));
        }
        return extras;
    }

    /** What is open first and then the rest, latest first; a concern that joins the case of another follows it. */
    private static List<Together> together(List<DatedConcern> year) {
        var byNumber = new HashMap<Integer, DatedConcern>();
        year.forEach(d -> byNumber.put(d.number(), d));
        var groups = new HashMap<Integer, List<DatedConcern>>();
        for (var d : year)
            groups.computeIfAbsent(first(d, byNumber), n -> new ArrayList<>()).add(d);
        return groups.values().stream().map(Together::new)
                .sorted(Comparator.comparing((Together t) -> !t.open())
                        .thenComparing(Comparator.comparing(Together::latest).reversed()))
                .toList();
    }

    private static int first(DatedConcern d, Map<Integer, DatedConcern> byNumber) {
        var at = d;
        for (var to = at.addsTo(); to != null && byNumber.get(to) != null; to = at.addsTo())
            at = Objects.requireNonNull(byNumber.get(to));
        return at.number();
    }
}

package heed.casework.known;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.access.policy.Marking;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Concern;
import heed.casework.concern.Concerns;
import heed.casework.concern.Person;
import heed.casework.concern.SubjectKind;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How many of 2,000 people told of otherwise are found again among 5,000 others, and how many are offered for nothing. */
@InTown
class RecallTest {
    static final int ASKED = 2_000;

    @Autowired
    ApplicationContext context;
    @Autowired
    KnownPeople known;
    @Autowired
    Concerns concerns;
    @Autowired
    Transactions transactions;

    /** What came of one kind. */
    static final class Count {
        int asked;
        int found;
        int first;
        long shown;

        void add(int place, int offered) {
            asked++;
            shown += offered;
            if (place >= 0)
                found++;
            if (place == 0)
                first++;
        }

        double recall() {
            return (double) found / asked;
        }

        double precision() {
            return (double) found / Math.max(1, shown);
        }

        String line(String name) {
            return "%-28s %5d asked  recall %.3f  closest %.3f  precision %.3f  shown %.1f%n".formatted(name, asked,
                    recall(), (double) first / asked, precision(), (double) shown / asked);
        }
    }

    @Test
    void people_told_of_otherwise_are_found_again_among_twenty_shown() {
        var town = Town.in(context);
        var amina = town.person("Amina Sefton", Role.DSO);
        var omar = town.person("Omar Tindall");
        var population = new Population(5);
        var refs = new HashSet<ConcernRef>();
        var families = population.families(Integer.getInteger("recall.families", 1_500));
        assertThat(families.stream().mapToInt(List::size).sum()).isGreaterThan(5_000);
        for (int i = 0; i < families.size(); i += 50) {
            var some = families.subList(i, Math.min(i + 50, families.size()));
            transactions.inScope(town.scope(), () -> some.forEach(family -> {
                var moved = received(omar);
                while (!refs.add(moved.concern().ref()))
                    moved = received(omar);
                concerns.add(omar, moved, UUID.randomUUID(), Town.telling("A worry.").people(family));
            }));
        }
        var here = transactions.inScope(town.scope(),
                () -> concerns.office(amina, town.raised(omar, Town.telling("Another worry."))));
        Map<Population.Kind, Count> counts = new EnumMap<>(Population.Kind.class);
        var all = new Count();
        var kinds = Population.Kind.values();
        var missed = new ArrayList<String>();
        var took = new ArrayList<Long>();
        for (int i = 0; all.asked < ASKED; i++) {
            var kind = kinds[i % kinds.length];
            var person = population.any(families);
            var told = population.toldOtherwise(person, kind);
            if (told == null)
                continue;
            long began = System.nanoTime();
            var offers = offered(amina, here, told);
            took.add((System.nanoTime() - began) / 1_000);
            int place = offers.indexOf(person);
            counts.computeIfAbsent(kind, k -> new Count()).add(place, offers.size());
            all.add(place, offers.size());
            if (place < 0)
                missed.add(kind + ": " + told.name() + " / " + person.name());
        }
        counts.forEach((kind, count) -> System.out.print(count.line(kind.name())));
        System.out.print(all.line("all"));
        took.sort(null);
        System.out.printf("among %,d: half within %.1f ms, 95 %% within %.1f ms, all within %.1f ms%n",
                families.stream().mapToInt(List::size).sum(), took.get(ASKED / 2) / 1e3,
                took.get(ASKED * 95 / 100) / 1e3,
                took.getLast() / 1e3);
        if (Boolean.getBoolean("recall.missed"))
            missed.forEach(System.out::println);
        assertThat(all.recall()).as("recall of all").isGreaterThanOrEqualTo(0.95);
        counts.forEach((kind, count) -> assertThat(count.recall()).as("recall of %s", kind).isGreaterThan(0.85));
        assertThat((double) all.first / all.asked).as("the closest is right").isGreaterThan(0.8);
    }

    private static Concern.Moved received(Actor by) {
        return Concern.received(UUID.randomUUID(), ConcernRef.random(), by, null, by.staff(), Instant.EPOCH, false,
                SubjectKind.FAMILY,
                Marking.NORMAL);
    }

    private List<Person> offered(Actor by, Concern here, Person told) {
        return transactions.inScope(by.scope(), () -> known.match(by, here, Map.of(UUID.randomUUID(), told)).people()
                .getFirst().offers().stream().map(o -> o.closest().person()).toList());
    }
}

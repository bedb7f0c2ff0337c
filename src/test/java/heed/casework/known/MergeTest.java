package heed.casework.known;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.platform.Actor;
import heed.platform.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** However people are joined and parted, taking a join back gives the very people there were without it. */
@InTown
class MergeTest {
    private static final int PEOPLE = 9;
    private static final int STEPS = 25;

    @Autowired
    ApplicationContext context;
    @Autowired
    KnownPeople known;
    Town town;
    Actor amina;
    final List<ConcernRef> refs = new ArrayList<>();
    final List<UUID> namings = new ArrayList<>();
    /** Joins that stand, as the test itself remembers them. */
    final Map<UUID, int[]> joins = new HashMap<>();
    final Map<UUID, int[]> apart = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void joining_and_taking_back_is_as_if_nothing_had_been_said(long seed) {
        var random = new Random(seed);
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        var omar = town.person("Omar Tindall");
        for (int i = 0; i < PEOPLE; i++) {
            var ref = town.raised(omar, Town.telling("A worry.").people(
                    List.of(new Person("AT_RISK", "Jay Marlow", "", "", "", "", "", "", "", "", ""))));
            refs.add(ref);
            namings.add(UUID.fromString(town.texts(
                    "select p.id::text from casework.concern_person p join casework.concern c on c.id = p.concern_id where c.ref = '"
                            + ref + "'")
                    .getFirst()));
        }
        int merged = 0;
        for (int step = 0; step < STEPS; step++) {
            int a = random.nextInt(PEOPLE);
            int b = (a + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
            int kind = random.nextInt(10);
            if (kind < 5) {
                var before = people();
                var link = say(a, b, KnownLink.Saying.SAME);
                if (link != null) {
                    assertThat(people()).isNotEqualTo(before);
                    if (random.nextBoolean()) {
                        known.takeBack(amina, link, "A slip.");
                        joins.remove(link);
                        assertThat(people()).as("joined and parted again").isEqualTo(before);
                        merged++;
                    }
                }
            } else if (kind < 7)
                say(a, b, KnownLink.Saying.DIFFERENT);
            else {
                var standing = new ArrayList<>(kind == 9 ? apart.keySet() : joins.keySet());
                if (!standing.isEmpty()) {
                    standing.sort(null);
                    var link = standing.get(random.nextInt(standing.size()));
                    known.takeBack(amina, link, "");
                    joins.remove(link);
                    apart.remove(link);
                }
            }
            assertThat(people()).as("after step %d of seed %d", step, seed).isEqualTo(expected());
        }
        assertThat(merged).as("joins taken back at once").isPositive();
        assertThat(town.count("select count(*) from casework.known_link where ended_at is null"))
                .isEqualTo(joins.size() + apart.size());
    }

    /** Says it where the rules let it be said; null where they do not. */
    UUID say(int a, int b, KnownLink.Saying saying) {
        var together = expected().stream().anyMatch(g -> g.contains(a) && g.contains(b));
        var forbidden = together
                || apart.values().stream().anyMatch(p -> group(p[0]).contains(a) && group(p[1]).contains(b)
                        || group(p[0]).contains(b) && group(p[1]).contains(a));
        var mark = known.standing(amina, refs.get(a), namings.get(a), namings.get(b));
        try {
            known.say(amina, refs.get(a), namings.get(a), namings.get(b), saying, "", mark);
        } catch (Refused refused) {
            assertThat(forbidden).as("refused").isTrue();
            return null;
        }
        assertThat(forbidden).as("let through").isFalse();
        var id = town.texts("select id::text from casework.known_link where ended_at is null").stream()
                .map(UUID::fromString).filter(l -> !joins.containsKey(l) && !apart.containsKey(l)).findFirst()
                .orElseThrow();
        (saying == KnownLink.Saying.SAME ? joins : apart).put(id, new int[]{a, b});
        return id;
    }

    Set<Integer> group(int one) {
        return expected().stream().filter(g -> g.contains(one)).findFirst().orElseThrow();
    }

    /** The people there are by the joins that the test remembers. */
    Set<Set<Integer>> expected() {
        int[] of = new int[PEOPLE];
        for (int i = 0; i < PEOPLE; i++)
            of[i] = i;
        for (int round = 0; round < PEOPLE; round++)
            joins.values().forEach(j -> {
                int low = Math.min(of[j[0]], of[j[1]]);
                of[j[0]] = low;
                of[j[1]] = low;
            });
        var groups = new HashMap<Integer, Set<Integer>>();
        for (int i = 0; i < PEOPLE; i++)
            groups.computeIfAbsent(of[i], g -> new TreeSet<>()).add(i);
        return new HashSet<>(groups.values());
    }

    /** The people there are to an officer. */
    Set<Set<Integer>> people() {
        var groups = new HashSet<Set<Integer>>();
        for (int i = 0; i < PEOPLE; i++) {
            var group = new TreeSet<Integer>();
            group.add(i);
            try {
                known.person(amina, namings.get(i)).namings().forEach(n -> group.add(namings.indexOf(n.id())));
            } catch (Refused alone) {
                assertThat(group).hasSize(1);
            }
            groups.add(group);
        }
        return groups;
    }
}

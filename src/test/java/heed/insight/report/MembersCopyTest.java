package heed.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import heed.insight.report.Sheet.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What members are given does not give back what is hidden from them, nor does what they are given later. */
class MembersCopyTest {
    private static final int SHEETS = 120;

    @Test
    void no_small_number_is_in_the_copy_and_zero_is() {
        var random = new Random(1);
        for (int n = 0; n < SHEETS; n++) {
            var full = SheetOf.random(random, 14, n % 2 == 0);
            var copy = MembersCopy.of(full, 4, null);
            assertThat(MembersCopy.shown(copy).values()).allMatch(v -> v == 0 || v > 4);
            for (var part : full.breakdowns())
                for (var row : part.rows())
                    if (row.now().counted() == 0)
                        assertThat(copy.row(part.code(), row.key()).orElseThrow().now().says()).isEqualTo("0");
            assertThat(copy.treated()).contains("Numbers from 1 to 4 are hidden");
        }
    }

    @Test
    void what_is_hidden_is_not_in_the_frozen_copy_at_all() {
        var copy = MembersCopy.of(SheetOf.random(new Random(2), 14, true), 4, null);
        copy.lines().stream().flatMap(l -> List.of(l.now(), l.before()).stream())
                .filter(v -> v.state() == Value.State.HIDDEN)
                .forEach(v -> assertThat(List.of(v.number(), v.counted(), v.outOf())).containsExactly(0.0, 0L, 0L));
        assertThat(copy.breakdowns().stream().flatMap(b -> b.rows().stream()).map(Sheet.Row::now)
                .filter(v -> v.state() == Value.State.HIDDEN)).isNotEmpty()
                .allSatisfy(v -> assertThat(v.counted()).isZero());
    }

    @Test
    void an_attacker_with_every_table_of_the_page_works_no_hidden_number_out() {
        var random = new Random(3);
        int hidden = 0;
        for (int n = 0; n < SHEETS; n++) {
            var full = SheetOf.random(random, 6 + random.nextInt(20), false);
            var copy = MembersCopy.of(full, 4, null);
            var between = bounds(full, MembersCopy.shown(copy));
            between.forEach((name, b) -> assertThat(b[1] - b[0]).as(name).isPositive());
            hidden += between.size();
        }
        assertThat(hidden).isGreaterThan(SHEETS);
    }

    @Test
    void the_attacker_finds_a_page_that_hides_the_small_numbers_only() {
        var random = new Random(3);
        int found = 0;
        for (int n = 0; n < SHEETS; n++) {
            var full = SheetOf.random(random, 6 + random.nextInt(20), false);
            var shown = new LinkedHashMap<>(MembersCopy.shown(full));
            shown.values().removeIf(v -> v > 0 && v <= 4);
            if (bounds(full, shown).values().stream().anyMatch(b -> b[0] == b[1]))
                found++;
        }
        assertThat(found).isGreaterThan(SHEETS / 2);
    }

    @Test
    void a_revision_gives_members_no_second_set_of_numbers_to_subtract() {
        var random = new Random(4);
        for (int n = 0; n < SHEETS; n++) {
            var before = SheetOf.random(random, 14, false);
            var now = SheetOf.random(random, 14, false);
            var first = MembersCopy.of(before, 4, null);
            var later = MembersCopy.revised(first, before, now);
            assertThat(MembersCopy.shown(later)).isEqualTo(MembersCopy.shown(first));
            long by = now.line(Sheet.RAISED).orElseThrow().now().counted()
                    - before.line(Sheet.RAISED).orElseThrow().now().counted();
            assertThat(later.changes().stream().anyMatch(c -> c.contains("in this revision")))
                    .isEqualTo(Math.abs(by) > 4 && first.line(Sheet.RAISED).orElseThrow().now().shown()
                            && now.line(Sheet.RAISED).orElseThrow().now().counted() > 4);
        }
    }

    @Test
    void last_year_is_what_members_were_given_then_and_else_the_older_tools_with_small_numbers_hidden() {
        var random = new Random(5);
        var full = SheetOf.random(random, 14, true);
        var then = MembersCopy.of(SheetOf.random(random, 14, false), 4, null);
        assertThat(MembersCopy.of(full, 4, then).line("danger").orElseThrow().before())
                .isEqualTo(then.line("danger").orElseThrow().now());
        var copy = MembersCopy.of(full, 4, null);
        assertThat(copy.line("danger").orElseThrow().before()).isEqualTo(Value.BEHIND);
        assertThat(copy.breakdowns().stream().flatMap(b -> b.rows().stream()).map(Sheet.Row::before)
                .filter(Value::shown)).isNotEmpty().allMatch(v -> v.counted() == 0 || v.counted() > 4);
        var uncounted = new Sheet(full.quarter(), full.asAt(), 0,
                full.lines().stream().map(l -> new Sheet.Line(l.code(),
                        l.group(), l.title(), l.counts(), l.now(), SheetOf.count(2))).toList(),
                List.of(), List.of(), List.of(), "",
                List.of());
        assertThat(MembersCopy.of(uncounted, 4, null).lines()).allMatch(l -> l.before().equals(Value.NONE));
    }

    @Test
    void a_share_goes_with_the_small_numbers_it_is_made_of() {
        var full = SheetOf.random(new Random(6), 20, false);
        var line = new Sheet.Line("share", "Time", "Share", false, SheetOf.share(57, 60), Value.NONE);
        var open = new Sheet.Line("open", "Time", "Share", false, SheetOf.share(50, 60), Value.NONE);
        var with = new ArrayList<>(full.lines());
        with.add(line);
        with.add(open);
        var copy = MembersCopy
                .of(new Sheet(full.quarter(), full.asAt(), 0, with, full.breakdowns(), List.of(), List.of(),
                        "", List.of()), 4, null);
        assertThat(copy.line("share").orElseThrow().now()).isEqualTo(Value.BEHIND);
        assertThat(copy.line("open").orElseThrow().now().says()).isEqualTo("83%");
    }

    /** What an attacker who knows every sum makes of the numbers not shown. */
    private static Map<String, long[]> bounds(Sheet full, Map<String, Long> shown) {
        var numbers = MembersCopy.shown(full);
        Set<String> hidden = new LinkedHashSet<>(numbers.keySet());
        hidden.removeAll(shown.keySet());
        var sums = new ArrayList<List<String>>();
        for (var part : full.breakdowns())
            if (!part.overlaps()) {
                var wholes = new LinkedHashMap<String, List<String>>();
                part.rows().forEach(r -> wholes
                        .computeIfAbsent(r.under().isEmpty() ? "line " + Sheet.RAISED : part.code() + " " + r.under(),
                                k -> new ArrayList<>())
                        .add(part.code() + " " + r.key()));
                wholes.forEach((whole, parts) -> {
                    var sum = new ArrayList<>(List.of(whole));
                    sum.addAll(parts);
                    sums.add(sum);
                });
            }
        // The same number under two names.
        sums.add(List.of("line danger", "danger YES"));
        var low = new LinkedHashMap<String, Long>();
        var high = new LinkedHashMap<String, Long>();
        numbers.forEach((name, n) -> {
            low.put(name, hidden.contains(name) ? 1 : n);
            high.put(name, hidden.contains(name) ? 1_000_000 : n);
        });
        for (int round = 0; round < 50; round++)
            for (var sum : sums) {
                var whole = sum.getFirst();
                var parts = sum.subList(1, sum.size());
                raise(low, whole, parts.stream().mapToLong(low::get).sum());
                lower(high, whole, parts.stream().mapToLong(high::get).sum());
                for (var part : parts) {
                    raise(low, part, low.get(whole) - parts.stream().mapToLong(high::get).sum() + high.get(part));
                    lower(high, part, high.get(whole) - parts.stream().mapToLong(low::get).sum() + low.get(part));
                }
            }
        var bounds = new LinkedHashMap<String, long[]>();
        hidden.forEach(name -> bounds.put(name, new long[]{low.get(name), high.get(name)}));
        return bounds;
    }

    private static void raise(Map<String, Long> low, String name, long to) {
        low.merge(name, to, Math::max);
    }

    private static void lower(Map<String, Long> high, String name, long to) {
        high.merge(name, to, Math::min);
    }
}

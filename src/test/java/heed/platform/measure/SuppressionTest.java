package heed.platform.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small numbers are hidden so that they cannot be subtracted back: an attacker of its own tries. */
class SuppressionTest {
    private static final int TABLES = 300;

    /** What is published together. */
    private record Published(Map<String, Long> numbers, List<Suppression.Sum> sums) {
    }

    @Test
    void small_numbers_are_hidden_and_zero_is_shown() {
        var one = oneWay("all", Map.of("housing", 20L, "leisure", 0L, "waste", 3L, "planning", 12L, "parks", 30L));
        var hidden = Suppression.hidden(one.numbers(), one.sums(), 4);
        assertThat(hidden).contains("waste").doesNotContain("leisure", "all", "housing", "parks");
        // The smallest of the others goes with it, or it would be the total less the rest.
        assertThat(hidden).containsExactlyInAnyOrder("waste", "planning");
    }

    @Test
    void a_table_without_small_numbers_is_shown_whole() {
        var one = oneWay("all", Map.of("housing", 20L, "leisure", 0L, "planning", 5L));
        assertThat(Suppression.hidden(one.numbers(), one.sums(), 4)).isEmpty();
    }

    @Test
    void two_ones_that_make_a_two_are_not_enough() {
        var one = oneWay("all", Map.of("waste", 1L, "planning", 1L, "housing", 40L));
        assertThat(Suppression.hidden(one.numbers(), one.sums(), 4))
                .containsExactlyInAnyOrder("waste", "planning", "housing");
    }

    @Test
    void a_total_that_another_table_would_give_back_does_not_give_it_back() {
        var numbers = new LinkedHashMap<String, Long>();
        numbers.put("all", 3L);
        numbers.put("housing", 3L);
        numbers.put("leisure", 0L);
        numbers.put("april", 1L);
        numbers.put("may", 2L);
        var hidden = Suppression.hidden(numbers, List.of(new Suppression.Sum("all", List.of("housing", "leisure")),
                new Suppression.Sum("all", List.of("april", "may"))), 4);
        assertThat(hidden).containsExactlyInAnyOrder("all", "housing", "april", "may");
    }

    @Test
    void how_small_is_small_can_be_set() {
        var one = oneWay("all", Map.of("housing", 20L, "leisure", 5L, "planning", 30L));
        assertThat(Suppression.hidden(one.numbers(), one.sums(), 4)).isEmpty();
        assertThat(Suppression.hidden(one.numbers(), one.sums(), 5)).contains("leisure").hasSize(2);
    }

    @Test
    void what_does_not_add_up_is_refused() {
        assertThatThrownBy(() -> Suppression.hidden(Map.of("all", 5L, "a", 4L),
                List.of(new Suppression.Sum("all", List.of("a"))), 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_attacker_with_every_row_column_and_total_works_a_hidden_number_out() {
        var random = new Random(5);
        int hiddenInAll = 0;
        int shownInAll = 0;
        for (int n = 0; n < TABLES; n++) {
            var table = random(random);
            var hidden = Suppression.hidden(table.numbers(), table.sums(), 4);
            assertThat(table.numbers()).allSatisfy((name, number) -> {
                if (number > 0 && number <= 4)
                    assertThat(hidden).contains(name);
                if (number == 0)
                    assertThat(hidden).doesNotContain(name);
            });
            var worked = Attacker.bounds(table.numbers(), table.sums(), hidden);
            for (var name : hidden)
                assertThat(worked.get(name)).as("table %d, %s in %s", n, name, table.numbers())
                        .satisfies(between -> assertThat(between[1] - between[0]).isPositive());
            for (var name : hidden)
                if (table.numbers().get(name) <= 4)
                    assertThat(worked.get(name)).as("table %d, %s in %s", n, name, table.numbers())
                            .satisfies(between -> assertThat(between[1] - between[0]).isGreaterThanOrEqualTo(3));
            hiddenInAll += hidden.size();
            shownInAll += (int) table.numbers().keySet().stream().filter(name -> !hidden.contains(name)).count();
        }
        assertThat(hiddenInAll).isPositive();
        assertThat(shownInAll).as("most of what is published is still shown").isGreaterThan(hiddenInAll);
    }

    @Test
    void the_attacker_catches_tables_where_only_the_small_numbers_are_hidden() {
        var random = new Random(6);
        int caught = 0;
        for (int n = 0; n < TABLES; n++) {
            var table = random(random);
            var small = new LinkedHashSet<String>();
            table.numbers().forEach((name, number) -> {
                if (number > 0 && number <= 4)
                    small.add(name);
            });
            var worked = Attacker.bounds(table.numbers(), table.sums(), small);
            if (small.stream().anyMatch(name -> worked.get(name)[0] == worked.get(name)[1])) {
                caught++;
                small.stream().filter(name -> worked.get(name)[0] == worked.get(name)[1])
                        .forEach(name -> assertThat(worked.get(name)[0]).isEqualTo(table.numbers().get(name)));
            }
        }
        assertThat(caught).isGreaterThan(TABLES / 2);
    }

    private static Published oneWay(String total, Map<String, Long> parts) {
        var numbers = new LinkedHashMap<>(parts);
        numbers.put(total, parts.values().stream().mapToLong(Long::longValue).sum());
        return new Published(numbers, List.of(new Suppression.Sum(total, List.copyOf(parts.keySet()))));
    }

    /** Services by month with both totals, services under a council and its company, and a third table with the same total. */
    private static Published random(Random random) {
        int rows = 2 + random.nextInt(5);
        int columns = 2 + random.nextInt(3);
        int most = 3 + random.nextInt(14);
        var numbers = new LinkedHashMap<String, Long>();
        var sums = new ArrayList<Suppression.Sum>();
        var all = 0L;
        for (int r = 0; r < rows; r++) {
            var names = new ArrayList<String>();
            long row = 0;
            for (int c = 0; c < columns; c++) {
                long value = random.nextInt(4) == 0 ? 0 : random.nextInt(most);
                numbers.put(r + "/" + c, value);
                names.add(r + "/" + c);
                row += value;
            }
            numbers.put("row " + r, row);
            sums.add(new Suppression.Sum("row " + r, names));
            all += row;
        }
        var columnNames = new ArrayList<String>();
        for (int c = 0; c < columns; c++) {
            var names = new ArrayList<String>();
            long column = 0;
            for (int r = 0; r < rows; r++) {
                names.add(r + "/" + c);
                column += numbers.getOrDefault(r + "/" + c, 0L);
            }
            numbers.put("column " + c, column);
            columnNames.add("column " + c);
            sums.add(new Suppression.Sum("column " + c, names));
        }
        var council = new ArrayList<String>();
        long ours = 0;
        for (int r = 0; r < rows - 1; r++) {
            council.add("row " + r);
            ours += numbers.getOrDefault("row " + r, 0L);
        }
        numbers.put("council", ours);
        sums.add(new Suppression.Sum("council", council));
        numbers.put("all", all);
        sums.add(new Suppression.Sum("all", List.of("council", "row " + (rows - 1))));
        sums.add(new Suppression.Sum("all", columnNames));
        long danger = Math.min(all, random.nextInt(7));
        numbers.put("danger", danger);
        numbers.put("no danger", all - danger);
        sums.add(new Suppression.Sum("all", List.of("danger", "no danger")));
        return new Published(numbers, sums);
    }

    /** Solves the sums as equations, and narrows what is left; shares nothing with what it attacks. */
    static final class Attacker {
        private static final double NONE = 1e-9;

        private Attacker() {
        }

        /** Between what and what each hidden number lies. */
        static Map<String, long[]> bounds(Map<String, Long> numbers, List<Suppression.Sum> sums, Set<String> hidden) {
            var names = List.copyOf(hidden);
            var lines = new ArrayList<double[]>();
            for (var sum : sums) {
                var line = new double[names.size() + 1];
                term(line, names, numbers, sum.total(), 1);
                sum.parts().forEach(part -> term(line, names, numbers, part, -1));
                lines.add(line);
            }
            var asGiven = lines.stream().map(double[]::clone).toList();
            reduce(lines, names.size());
            lines.addAll(asGiven);
            var low = new double[names.size()];
            var high = new double[names.size()];
            for (int i = 0; i < names.size(); i++) {
                low[i] = 1;
                high[i] = 1e9;
            }
            for (int round = 0; round < 60; round++)
                lines.forEach(line -> narrow(line, low, high));
            var bounds = new LinkedHashMap<String, long[]>();
            for (int i = 0; i < names.size(); i++)
                bounds.put(names.get(i), new long[]{Math.round(low[i]), Math.round(high[i])});
            return bounds;
        }

        private static void term(double[] line, List<String> names, Map<String, Long> numbers, String name, int sign) {
            int at = names.indexOf(name);
            if (at >= 0)
                line[at] += sign;
            else
                line[names.size()] -= sign * (double) numbers.get(name);
        }

        private static void reduce(List<double[]> lines, int columns) {
            int done = 0;
            for (int c = 0; c < columns && done < lines.size(); c++) {
                int pivot = done;
                for (int r = done; r < lines.size(); r++)
                    if (Math.abs(lines.get(r)[c]) > Math.abs(lines.get(pivot)[c]))
                        pivot = r;
                if (Math.abs(lines.get(pivot)[c]) < NONE)
                    continue;
                var chosen = lines.remove(pivot);
                lines.add(done, chosen);
                double by = chosen[c];
                for (int i = 0; i <= columns; i++)
                    chosen[i] /= by;
                for (int r = 0; r < lines.size(); r++)
                    if (r != done) {
                        double times = lines.get(r)[c];
                        for (int i = 0; i <= columns; i++)
                            lines.get(r)[i] -= times * chosen[i];
                    }
                done++;
            }
        }

        private static void narrow(double[] line, double[] low, double[] high) {
            int columns = low.length;
            for (int c = 0; c < columns; c++) {
                if (Math.abs(line[c]) < NONE)
                    continue;
                double least = line[columns];
                double most = line[columns];
                for (int i = 0; i < columns; i++)
                    if (i != c && Math.abs(line[i]) > NONE) {
                        least -= line[i] * (line[i] > 0 ? high[i] : low[i]);
                        most -= line[i] * (line[i] > 0 ? low[i] : high[i]);
                    }
                double from = line[c] > 0 ? least / line[c] : most / line[c];
                double to = line[c] > 0 ? most / line[c] : least / line[c];
                low[c] = Math.max(low[c], Math.ceil(from - 1e-6));
                high[c] = Math.min(high[c], Math.floor(to + 1e-6));
            }
        }
    }
}

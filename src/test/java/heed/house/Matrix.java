package heed.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code docs/golden/matrix.txt} says: for every route, who gets an answer on which record. It is written by people
 * from the table of roles and the rules of access, and never made from the code that it is held against.
 */
record Matrix(Map<String, Set<String>> groups, Map<String, Set<String>> sees, List<Row> rows) {
    /** What a route must answer: with what was asked for, as if there were nothing, or by asking to sign in. */
    enum Answer {
        THERE, NOT_THERE, SIGN_IN
    }

    /**
     * One route.
     *
     * @param who    a group, or {@code anyone}, {@code signed-in}, {@code nobody}
     * @param record what the path names: see the head of the file
     */
    record Row(String method, String path, String who, String record) {
        String key() {
            return method + " " + path;
        }
    }

    /**
     * Somebody who asks.
     *
     * @param roles   the roles they hold now; empty for those who are not signed in
     * @param outside why they are not signed in; null where they are
     */
    record Who(String name, Set<String> roles, @Nullable String outside, UUID staff) {
    }

    /**
     * What is known of a concern that was made for a cell.
     *
     * @param here   whether it is of the scope of those who ask
     * @param opened whom it is open to for a time
     */
    record Held(String marking, boolean here, UUID raisedBy, Set<UUID> named, Set<UUID> barred, Set<UUID> opened) {
    }

    static Matrix read() {
        return of(Golden.read("matrix.txt"));
    }

    static Matrix of(String text) {
        var groups = new HashMap<String, Set<String>>();
        var sees = new HashMap<String, Set<String>>();
        var rows = new ArrayList<Row>();
        for (var line : text.split("\n")) {
            if (line.isBlank() || line.startsWith("#"))
                continue;
            var parts = line.strip().split("\\s+");
            if (parts[0].equals("who"))
                groups.put(parts[1], words(parts));
            else if (parts[0].equals("sees"))
                sees.put(parts[1], words(parts));
            else if (parts.length == 4)
                rows.add(new Row(parts[0], parts[1], parts[2], parts[3]));
            else
                throw new IllegalArgumentException("four parts are needed: " + line);
        }
        return new Matrix(groups, sees, rows);
    }

    private static Set<String> words(String[] parts) {
        return Arrays.stream(parts).skip(2).collect(Collectors.toSet());
    }

    Optional<Row> row(String key) {
        return rows.stream().filter(r -> r.key().equals(key)).findFirst();
    }

    /** Routes without a row and rows without a route, each with what to write. */
    List<String> differences(List<Routes.Route> routes) {
        var found = new ArrayList<String>();
        for (var route : routes) {
            var row = row(route.key());
            if (row.isEmpty())
                found.add("%s has no row: write \"%-5s %s  WHO  RECORD\" in docs/golden/matrix.txt; its head says what "
                        .formatted(route.key(), route.method(), route.path()) + "WHO and RECORD can be");
            else if (!known(row.get().who()))
                found.add("%s names %s, which is no group of docs/golden/matrix.txt".formatted(route.key(),
                        row.get().who()));
        }
        for (var row : rows)
            if (routes.stream().noneMatch(r -> r.key().equals(row.key())))
                found.add(row.key() + " is no route");
        return found;
    }

    private boolean known(String who) {
        return groups.containsKey(who) || Set.of("anyone", "signed-in", "nobody").contains(who);
    }

    /** Whether somebody may call the route at all, whatever the record. */
    Answer door(Row row, Who by) {
        if (row.who().equals("anyone"))
            return Answer.THERE;
        if (by.outside() != null)
            return Answer.SIGN_IN;
        if (row.who().equals("signed-in"))
            return Answer.THERE;
        return holds(by, groups.getOrDefault(row.who(), Set.of())) ? Answer.THERE : Answer.NOT_THERE;
    }

    /** Whether somebody is shown the officers' side of a concern. */
    boolean desk(Who by, Held held) {
        if (!held.here() || held.barred().contains(by.staff()) || !holds(by, groups.getOrDefault("officers", Set.of())))
            return false;
        var ways = sees.getOrDefault(held.marking(), Set.of());
        return holds(by, ways) || ways.contains("named") && held.named().contains(by.staff());
    }

    /** Whether somebody may read the officers' side of a concern: also where it is open to them for a time. */
    boolean reads(Who by, Held held) {
        return desk(by, held) || by.outside() == null && held.here() && !held.barred().contains(by.staff())
                && held.opened().contains(by.staff()) && sees.getOrDefault("opened", Set.of()).contains(held.marking());
    }

    /** Whether somebody is shown what they themselves told. */
    static boolean own(Who by, Held held) {
        return by.outside() == null && held.here() && held.raisedBy().equals(by.staff());
    }

    /** What the route must answer to somebody on a concern. */
    Answer expected(Row row, Who by, Held held) {
        var door = door(row, by);
        if (door != Answer.THERE)
            return door;
        var shown = switch (row.record()) {
            case "own" -> own(by, held);
            case "reading" -> reads(by, held);
            case "managed" -> desk(by, held) && (held.marking().equals("ALLEGATION")
                    || holds(by, groups.getOrDefault("restricters", Set.of())));
            case "allegation" -> held.marking().equals("ALLEGATION") && desk(by, held);
            default -> desk(by, held);
        };
        return shown ? Answer.THERE : Answer.NOT_THERE;
    }

    private static boolean holds(Who by, Set<String> wanted) {
        var both = new HashSet<>(by.roles());
        both.retainAll(wanted);
        return !both.isEmpty();
    }
}

package heed.platform.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Given names that stand for each other: Bill and Will for William, Peggy for Margaret, Sara for Sarah.
 * <p>
 * Read from {@code nicknames.csv}: one group a line, the full name first. A name may be in several groups (Bert in
 * Albert's and in Robert's); two names are related when they share a group, not through a third.
 */
public final class Nicknames {
    private static final Map<String, Set<String>> GROUPS_OF = new HashMap<>();
    private static final Map<String, Set<String>> MEMBERS_OF = new HashMap<>();

    static {
        try (InputStream file = Nicknames.class.getResourceAsStream("/heed/platform/names/nicknames.csv")) {
            if (file == null) {
                throw new IllegalStateException("nicknames.csv is not in the jar.");
            }
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    group(List.of(line.split(",")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nicknames.csv could not be read.", e);
        }
    }

    private Nicknames() {
    }

    private static void group(List<String> names) {
        List<String> folded = new ArrayList<>();
        names.forEach(name -> folded.add(Spelling.fold(name)));
        String full = folded.getFirst();
        for (String name : folded) {
            GROUPS_OF.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(full);
            MEMBERS_OF.computeIfAbsent(full, n -> new LinkedHashSet<>()).add(name);
        }
    }

    /** The full names (folded) a folded given name may stand for, itself included when it is one; empty if unknown. */
    public static Set<String> groupsOf(String folded) {
        return Set.copyOf(GROUPS_OF.getOrDefault(folded, Set.of()));
    }

    /** Whether two folded given names share a group. */
    public static boolean related(String a, String b) {
        return !Collections.disjoint(GROUPS_OF.getOrDefault(a, Set.of()), GROUPS_OF.getOrDefault(b, Set
                .of()));
    }

    /** Every folded name that may stand for the same person's given name, the name itself included. */
    static Set<String> formsOf(String folded) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(folded);
        GROUPS_OF.getOrDefault(folded, Set.of()).forEach(full -> forms.addAll(MEMBERS_OF.getOrDefault(full, Set.of())));
        return forms;
    }

    /** Whether this is a given name of the table, so that a letter's difference from another is a different name. */
    static boolean isKnown(String folded) {
        return GROUPS_OF.containsKey(folded);
    }

    static int groups() {
        return MEMBERS_OF.size();
    }
}

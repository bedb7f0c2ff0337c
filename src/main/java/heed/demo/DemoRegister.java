package heed.demo;

import heed.access.Role;
import heed.demo.DemoWorld.Member;
import heed.demo.DemoWorld.StaffRole;
import heed.platform.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Under which ids one recording scope of the invented world was kept, by the keys its files use. Kept as text, so that a
 * demonstration that was stopped goes on with the same people.
 *
 * @param ids by kind and key, such as {@code staff:chief}
 */
record DemoRegister(Map<String, UUID> ids) {
    DemoRegister {
        ids = Map.copyOf(ids);
    }

    /** Reads what {@link #asText} wrote. */
    static DemoRegister of(String text) {
        var ids = new HashMap<String, UUID>();
        for (var line : text.split("\n", -1)) {
            int at = line.indexOf('=');
            ids.put(line.substring(0, at), UUID.fromString(line.substring(at + 1)));
        }
        return new DemoRegister(ids);
    }

    /** One line each. */
    String asText() {
        return ids.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).sorted()
                .collect(Collectors.joining("\n"));
    }

    UUID scope() {
        return id("scope");
    }

    UUID staff(String key) {
        return id("staff:" + key);
    }

    UUID council(String code) {
        return id("council:" + code);
    }

    UUID service(String code) {
        return id("service:" + code);
    }

    /** The system itself in this scope. */
    Actor system() {
        return Actor.system(scope());
    }

    /** Somebody acting, with everything their roles permit. */
    Actor acting(Member who) {
        return new Actor(staff(who.key()), scope(), council(who.organisation()), Role.permits(roles(who)), "demo");
    }

    /** What somebody is in Heed. */
    static Set<Role> roles(Member who) {
        return who.roles().stream().map(StaffRole::name).map(Role::valueOf).collect(Collectors.toSet());
    }

    private UUID id(String key) {
        var found = ids.get(key);
        if (found == null)
            throw new IllegalStateException("nobody and nothing is kept as " + key);
        return found;
    }
}

package heed.demo;

import heed.access.Accounts;
import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.staff.NewStaff;
import heed.access.staff.Staff;
import heed.demo.DemoWorld.Member;
import heed.directory.organisation.Council;
import heed.directory.organisation.NumbersToRing;
import heed.directory.organisation.Organisations;
import heed.directory.vocabulary.WordLists;
import heed.directory.vocabulary.WordRow;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.setting.Settings;
import heed.platform.web.RingNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens the recording scopes of the invented world with their bodies, services, numbers, staff, roles and accounts. */
@Component
@Profile("demo")
class DemoPeopling {
    /** How long before the demonstration begins its bodies started to use Heed. */
    private static final Duration IN_USE_FOR = Duration.ofDays(420);

    private final Organisations organisations;
    private final NumbersToRing numbers;
    private final Staff staff;
    private final Grants grants;
    private final Accounts accounts;
    private final DemoRota rota;
    private final WordLists lists;
    private final Settings settings;
    private final Transactions transactions;

    DemoPeopling(Organisations organisations, NumbersToRing numbers, Staff staff, Grants grants, Accounts accounts,
            DemoRota rota, WordLists lists, Settings settings, Transactions transactions) {
        this.organisations = organisations;
        this.numbers = numbers;
        this.staff = staff;
        this.grants = grants;
        this.accounts = accounts;
        this.rota = rota;
        this.lists = lists;
        this.settings = settings;
        this.transactions = transactions;
    }

    /**
     * Brings every scope of the world in, each in one transaction, unless it is there already.
     *
     * @param today when the demonstration began
     * @return each scope's register by the scope's key
     */
    Map<String, DemoRegister> people(DemoWorld world, Instant today) {
        var registers = new LinkedHashMap<String, DemoRegister>();
        for (var scope : world.organisations().values().stream().map(DemoWorld.Organisation::scope).distinct().toList())
            registers.put(scope, settings.get(named(scope)).map(s -> DemoRegister.of(s.value()))
                    .orElseGet(() -> DemoClock.at(today.minus(IN_USE_FOR), () -> open(world, scope, today))));
        return Map.copyOf(registers);
    }

    private static String named(String scope) {
        return "demo.scope." + scope;
    }

    private DemoRegister open(DemoWorld world, String scope, Instant today) {
        var system = Actor.system(UUID.randomUUID());
        var ids = new HashMap<String, UUID>();
        ids.put("scope", system.scope());
        return transactions.inScope(system.scope(), () -> {
            var bodies = world.organisations().values().stream().filter(o -> o.scope().equals(scope)).toList();
            organisations.openScope(system, bodies.getFirst().name());
            for (var body : bodies) {
                var kind = Council.Kind.valueOf(body.kind().toUpperCase(Locale.ROOT));
                var council = organisations.addCouncil(system, body.name(), kind);
                ids.put("council:" + body.code(), council);
                for (var s : world.services().values())
                    if (s.organisation().equals(body.code()))
                        ids.put("service:" + s.code(),
                                organisations.addService(system, council, s.code(), s.name(), s.headcount()));
                if (kind == Council.Kind.COUNCIL)
                    numbers.replace(system, List.of(),
                            world.numbers().stream().map(n -> new RingNumber(n.name(), n.number(),
                                    "For " + n.forWhom() + ". " + n.hours())).toList());
            }
            employ(world, scope, system, ids, today);
            rota.make(system, today);
            var register = new DemoRegister(ids);
            // The wards are those of the council whose concerns are told; its neighbour has others.
            world.holding(DemoWorld.StaffRole.COORDINATOR).stream()
                    .filter(m -> world.raises(scope) && world.scopeOf(m.service()).equals(scope)).findFirst()
                    .ifPresent(coordinator -> wards(world, register.acting(coordinator)));
            settings.begin(named(scope), register.asText());
            return register;
        });
    }

    /** The council's own list of its wards. */
    private void wards(DemoWorld world, Actor coordinator) {
        lists.replace(coordinator, "wards", lists.get(coordinator, "wards").version(), world.wards().values().stream()
                .map(ward -> new WordRow(ward.code(), ward.name(), "", "any", null, null, "The council’s ward map",
                        "confirmed", List.of()))
                .toList());
    }

    /** Everybody, managers before those they manage. */
    private void employ(DemoWorld world, String scope, Actor system, Map<String, UUID> ids, Instant today) {
        var waiting = new ArrayDeque<>(
                world.staff().values().stream().filter(m -> world.scopeOf(m.service()).equals(scope)).toList());
        while (!waiting.isEmpty()) {
            var member = waiting.removeFirst();
            var manager = member.manager();
            if (manager != null && !world.scopeOf(known(world, manager).service()).equals(scope))
                throw new IllegalStateException(member.key() + " answers to somebody in another recording scope");
            if (manager != null && !ids.containsKey("staff:" + manager)) {
                waiting.addLast(member);
                continue;
            }
            ids.put("staff:" + member.key(),
                    employ(member, manager == null ? null : ids.get("staff:" + manager), system, ids));
        }
        var register = new DemoRegister(ids);
        for (var member : world.staff().values()) {
            var left = member.leftDaysAgo();
            if (left != null && world.scopeOf(member.service()).equals(scope)) {
                var admin = world.holding(DemoWorld.StaffRole.ADMINISTRATOR).getFirst();
                DemoClock.at(today.minus(Duration.ofDays(left)),
                        () -> staff.leave(register.acting(admin), register.staff(member.key())));
            }
        }
    }

    private static Member known(DemoWorld world, String key) {
        return Objects.requireNonNull(world.staff().get(key), "the world is checked when it is read");
    }

    private UUID employ(Member member, @Nullable UUID manager, Actor system, Map<String, UUID> ids) {
        var register = new DemoRegister(ids);
        var id = staff.add(system,
                new NewStaff(register.council(member.organisation()), register.service(member.service()), manager,
                        member.name(), member.mail(), member.post()));
        for (var role : DemoRegister.roles(member))
            if (role != Role.STAFF)
                grants.grantAtStart(system, id, role);
        if (member.leftDaysAgo() == null)
            accounts.open(system, id, system.scope(), member.mail(), true);
        return id;
    }
}

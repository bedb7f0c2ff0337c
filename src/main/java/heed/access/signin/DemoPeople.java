package heed.access.signin;

import heed.access.Role;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invented people of a demonstration, by what they are here. Their names are opened without a trace: nobody is real. */
@Component
@Profile("demo")
class DemoPeople {
    /** The order in which somebody who looks around wants them; the first a person holds is where they are listed. */
    private static final List<Role> ORDER = List.of(Role.DSO, Role.DSL, Role.COORDINATOR, Role.ACCOUNTABLE_OFFICER,
            Role.BOARD_MANAGER, Role.ALLEGATIONS_RECIPIENT, Role.ALLEGATIONS_SUBSTITUTE, Role.ADMINISTRATOR,
            Role.CHAMPION, Role.DATA_PROTECTION_OFFICER, Role.MONITORING_OFFICER, Role.STRATEGIC_GROUP, Role.MEMBER,
            Role.PROVIDER_RESPONDENT, Role.STAFF);
    private static final Map<Role, String> DOES = Map.of(
            Role.DSO, "Read new concerns, decide and answer.",
            Role.DSL, "As a designated safeguarding officer, and leads the others.",
            Role.COORDINATOR,
            "Looks after permissions and lists; under Assurance, the year’s return, its action plan and report.",
            Role.ACCOUNTABLE_OFFICER, "Reads figures; signs the council’s return off and approves its report.",
            Role.BOARD_MANAGER, "Under Assurance: two cycles, who is where, peer reviews, last year’s agreed ratings.",
            Role.ALLEGATIONS_RECIPIENT, "Reads worries about people who work here.",
            Role.ALLEGATIONS_SUBSTITUTE, "Stands in when a recipient is the subject.",
            Role.ADMINISTRATOR, "Looks after accounts and settings, and sees no concern.",
            Role.MEMBER, "Reads what is published, with small numbers hidden.",
            Role.STAFF, "Raise a concern and follow your own.");

    private final JdbcClient db;
    private final Transactions transactions;
    private final Seals seals;
    private final Clock clock;

    private record Found(UUID id, byte[] name, byte[] post, List<String> roles) {
    }

    DemoPeople(JdbcClient db, Transactions transactions, Seals seals, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
    }

    /** Everyone with an account for demonstration, grouped. */
    List<SignInPage.DemoGroup> groups() {
        var groups = new EnumMap<Role, List<SignInPage.DemoPerson>>(Role.class);
        List<UUID> scopes = db.sql("select distinct scope_id from access.account where demo and closed_at is null")
                .query((row, n) -> row.getObject(1, UUID.class)).list();
        for (UUID scope : scopes)
            transactions.inScope(scope, () -> {
                var key = seals.scopeKey(scope);
                for (var one : here(scope))
                    groups.computeIfAbsent(main(one), r -> new ArrayList<>())
                            .add(new SignInPage.DemoPerson(one.id().toString(),
                                    key.open(one.name(), "access.staff.name", one.id()),
                                    key.open(one.post(), "access.staff.post", one.id())));
            });
        return ORDER.stream().filter(groups::containsKey).map(role -> {
            var people = groups.getOrDefault(role, List.of()).stream()
                    .sorted(Comparator.comparing(SignInPage.DemoPerson::name)).toList();
            return new SignInPage.DemoGroup(role.words(), DOES.getOrDefault(role, ""), role == Role.DSO,
                    people.size() == 1 ? "1 person" : people.size() + " people", people);
        }).toList();
    }

    private List<Found> here(UUID scope) {
        return db
                .sql("""
                select s.id, s.name, s.post,
                  array(select g.role from access.role_grant g where g.scope_id = s.scope_id and g.staff_id = s.id
                    and g.valid_from <= :now and (g.valid_until is null or g.valid_until > :now)) as roles
                from access.account a join access.staff s on s.scope_id = a.scope_id and s.id = a.staff_id
                where a.demo and a.closed_at is null and a.scope_id = :scope and (s.left_at is null or s.left_at > :now)""")
                .param("scope", scope).param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Found(row.getObject("id", UUID.class), row.getBytes("name"),
                        row.getBytes("post"),
                        Stream.of((String[]) row.getArray("roles").getArray()).toList()))
                .list();
    }

    private static Role main(Found one) {
        var held = new HashSet<>(one.roles());
        return ORDER.stream().filter(r -> held.contains(r.name())).findFirst().orElse(Role.STAFF);
    }
}

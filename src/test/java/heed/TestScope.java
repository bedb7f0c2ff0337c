package heed;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.staff.NewStaff;
import heed.access.staff.Staff;
import heed.directory.organisation.Council;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A recording scope of a test's own: a council, and whoever the test adds to it. */
@NullMarked
public final class TestScope {
    private final Staff staff;
    private final Grants grants;
    private final UUID id = UUID.randomUUID();
    private final UUID council;

    private TestScope(ApplicationContext context) {
        staff = context.getBean(Staff.class);
        grants = context.getBean(Grants.class);
        var organisations = context.getBean(Organisations.class);
        organisations.openScope(system(), "Fellmoor");
        council = organisations.addCouncil(system(), "Fellmoor District Council", Council.Kind.COUNCIL);
    }

    /** A new one. */
    public static TestScope in(ApplicationContext context) {
        return new TestScope(context);
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** Its council. */
    public UUID council() {
        return council;
    }

    /** The system itself, acting in it. */
    public Actor system() {
        return Actor.system(id);
    }

    /** Adds somebody with these roles. */
    public UUID person(String name, Role... roles) {
        return person(name, null, roles);
    }

    /** Adds somebody with this manager and these roles. */
    public UUID person(String name, @Nullable UUID manager, Role... roles) {
        var mail = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".") + "@fellmoor.example";
        var added = staff.add(system(), new NewStaff(council, null, manager, name, mail, "Officer"));
        for (var role : roles)
            grants.grantAtStart(system(), added, role);
        return added;
    }

    /** They leave now. */
    public void leaves(UUID person) {
        staff.leave(acting("Ada Minster " + UUID.randomUUID(), Role.ADMINISTRATOR), person);
    }

    /** This person acting, with these roles besides being staff. */
    public Actor acting(UUID person, Role... roles) {
        var all = Arrays.stream(roles).collect(Collectors.toSet());
        all.add(Role.STAFF);
        return new Actor(person, id, council, Role.permits(Set.copyOf(all)), "192.0.2.7");
    }

    /** Adds somebody with these roles and lets them act. */
    public Actor acting(String name, Role... roles) {
        return acting(person(name, roles), roles);
    }
}

package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

/** Habits that a machine can see in the compiled code. */
class HabitsTest {
    /** Everything that ships. */
    static final JavaClasses MAIN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("heed");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted.habits",
            "planted.unmarked");

    /** Where the one clock is made, and the demo's, which can be turned back to live an invented year. */
    private static final Set<String> CLOCK_IS_MADE_IN = Set.of("heed.Heed", "heed.demo.DemoClock");

    /** Methods of use cases that are nobody's doing, and why. */
    private static final Map<String, String> NOBODYS = new TreeMap<>(Map.ofEntries(
            Map.entry("heed.access.policy.Barring.facts",
                    "what a rule asks of a record, within the transaction of whoever reads it"),
            Map.entry("heed.access.policy.Barring.barred", "as facts"),
            Map.entry("heed.access.policy.Barring.touching", "as facts"),
            Map.entry("heed.access.policy.Openings.of", "as facts"),
            Map.entry("heed.access.policy.Openings.openTo", "as facts, of one person"),
            Map.entry("heed.casework.raise.Raise.problems", "checks what was typed; reads and writes nothing"),
            Map.entry("heed.directory.organisation.Organisations.scopes",
                    "before a scope is known: set-up, and a job's rounds")));

    /** Stores that need the request itself, and why. */
    private static final Map<String, String> AT_THE_DOOR = new TreeMap<>(Map.of(
            "heed.access.signin.Sessions", "finds who is signed in from the session that the request brings"));

    /** What answers a person at a terminal, and why. */
    private static final Set<String> SPEAKS = Set.of("heed.Heed uses java.lang.System.err",
            "heed.Heed uses java.lang.System.out", "heed.verify.VerifyTrail uses java.lang.System.err",
            "heed.verify.VerifyTrail uses java.lang.System.out"); // a command's progress and its reasons are for whoever typed it

    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Dto|DTO|Entity)");

    @Test
    void time_comes_from_the_clock_handed_in() {
        assertThat(ownWatch(MAIN)).isEmpty();
    }

    @Test
    void asking_the_machine_for_the_time_is_found() {
        assertThat(ownWatch(PLANTED)).containsExactly("planted.habits.Watchless.date calls java.util.Date.<init>",
                "planted.habits.Watchless.instant calls java.time.Instant.now",
                "planted.habits.Watchless.later calls java.time.Instant.now",
                "planted.habits.Watchless.millis calls java.lang.System.currentTimeMillis",
                "planted.habits.Watchless.today calls java.time.LocalDate.now");
    }

    @Test
    void every_use_case_says_first_who_acts() {
        // While somebody is signing in, nobody acts yet: there only what other packages can call is held to it.
        var found = nobodys(
                MAIN.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "of access, records, directory or casework",
                        c -> c.getPackageName().matches("heed\\.(access|records|directory|casework)(\\..*)?"))));
        assertThat(found).as("methods without the Actor first; those exempt are listed with why")
                .containsExactlyElementsOf(NOBODYS.keySet());
    }

    @Test
    void a_use_case_that_does_not_say_who_acts_is_found() {
        assertThat(nobodys(PLANTED)).containsExactly("planted.habits.Anyones.open");
    }

    @Test
    void nothing_speaks_past_the_log() {
        assertThat(pastTheLog(MAIN)).containsExactlyElementsOf(new java.util.TreeSet<>(SPEAKS));
    }

    @Test
    void speaking_past_the_log_is_found() {
        assertThat(pastTheLog(PLANTED)).containsExactly("planted.habits.Chatty uses java.lang.System.out",
                "planted.habits.Chatty uses java.util.logging.Logger.getLogger",
                "planted.habits.Chatty uses java.util.logging.Logger.info");
    }

    @Test
    void needs_are_handed_to_the_constructor() {
        assertThat(injectedFields(MAIN)).isEmpty();
    }

    @Test
    void an_injected_field_is_found() {
        assertThat(injectedFields(PLANTED)).containsExactly("planted.habits.Injected.clock",
                "planted.habits.Injected.setting");
    }

    @Test
    void names_say_something() {
        assertThat(emptyNames(MAIN)).isEmpty();
    }

    @Test
    void a_name_that_says_nothing_is_found() {
        assertThat(emptyNames(PLANTED)).containsExactly("planted.habits.ConcernManager",
                "planted.habits.ConcernManager$ConcernDto");
    }

    @Test
    void stores_and_use_cases_know_nothing_of_requests() {
        assertThat(requestReaders(MAIN)).containsExactlyElementsOf(AT_THE_DOOR.keySet());
    }

    @Test
    void a_store_that_reads_the_request_is_found() {
        assertThat(requestReaders(PLANTED)).containsExactly("planted.habits.WebStore");
    }

    @Test
    void every_package_says_what_may_be_null() {
        assertThat(unmarked(MAIN)).isEmpty();
    }

    @Test
    void a_package_that_says_nothing_of_nulls_is_found() {
        assertThat(unmarked(PLANTED)).containsExactly("planted.unmarked");
    }

    @Test
    void there_is_something_to_look_at() {
        assertThat(MAIN.size()).isGreaterThan(200);
        assertThat(useCases(MAIN)).as("use cases").hasSizeGreaterThan(8);
    }

    private static Set<String> ownWatch(JavaClasses classes) {
        return accesses(classes).filter(a -> !CLOCK_IS_MADE_IN.contains(a.getOriginOwner().getName()))
                .filter(HabitsTest::readsOwnWatch)
                .map(a -> a.getOriginOwner().getName() + "."
                        + a.getOrigin().getName().replaceFirst("^lambda\\$(\\w+)\\$.*", "$1") + " calls "
                        + a.getTargetOwner().getName() + "." + a.getTarget().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean readsOwnWatch(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        if (!(access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget called))
            return false;
        var given = called.getRawParameterTypes();
        return owner.startsWith("java.time.") && name.equals("now")
                && given.stream().noneMatch(t -> t.getName().equals("java.time.Clock"))
                || owner.equals("java.time.Clock") && name.startsWith("system")
                || owner.equals("java.time.Clock") && name.startsWith("tick")
                || owner.equals("java.util.Date") && name.equals("<init>") && given.isEmpty()
                || owner.equals("java.util.Calendar") && name.equals("getInstance")
                || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
    }

    private static List<JavaClass> useCases(JavaClasses classes) {
        return classes.stream()
                .filter(c -> c.isAnnotatedWith(Service.class)
                        || c.isMetaAnnotatedWith(org.springframework.stereotype.Component.class)
                                && !c.isAnnotatedWith(org.springframework.stereotype.Controller.class)
                                && c.getFields().stream()
                                        .anyMatch(f -> f.getRawType().isEquivalentTo(Transactions.class))
                                && c.getFields().stream()
                                        .anyMatch(f -> f.getRawType().getName().equals("heed.platform.trail.Trail")))
                .toList();
    }

    private static Set<String> nobodys(JavaClasses classes) {
        return useCases(classes).stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> !m.getModifiers().contains(JavaModifier.PRIVATE)
                        && !m.getModifiers().contains(JavaModifier.STATIC)
                        && !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(m -> !m.getOwner().getPackageName().equals("heed.access.signin")
                        || m.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(m -> m.getRawParameterTypes().isEmpty()
                        || !m.getRawParameterTypes().getFirst().isEquivalentTo(Actor.class))
                .map(m -> m.getOwner().getName() + "." + m.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pastTheLog(JavaClasses classes) {
        return accesses(classes)
                .filter(a -> a.getTargetOwner().getPackageName().equals("java.util.logging")
                        || a.getTargetOwner().getName().equals("java.lang.System")
                                && Set.of("out", "err").contains(a.getTarget().getName())
                        || a.getTarget().getName().equals("printStackTrace"))
                .map(a -> a.getOriginOwner().getName() + " uses " + a.getTargetOwner().getName() + "."
                        + a.getTarget().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> injectedFields(JavaClasses classes) {
        var injecting = List.of("org.springframework.beans.factory.annotation.Autowired",
                "org.springframework.beans.factory.annotation.Value",
                "jakarta.inject.Inject", "jakarta.annotation.Resource");
        return classes.stream()
                .flatMap(c -> c.getFields().stream())
                .filter(f -> injecting.stream().anyMatch(f::isAnnotatedWith))
                .map(f -> f.getOwner().getName() + "." + f.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> emptyNames(JavaClasses classes) {
        return classes.stream()
                .filter(c -> EMPTY_NAME.matcher(c.getSimpleName()).matches())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> requestReaders(JavaClasses classes) {
        return classes.stream()
                .filter(c -> c.isAnnotatedWith(Service.class) || c.isAnnotatedWith(Repository.class)
                        || c.getFields().stream()
                                .anyMatch(f -> f.getRawType().getName()
                                        .equals("org.springframework.jdbc.core.simple.JdbcClient")))
                .filter(c -> c.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().getPackageName().startsWith("jakarta.servlet")))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> unmarked(JavaClasses classes) {
        var found = new TreeSet<String>();
        for (var name : classes.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new)))
            try {
                if (!Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                    found.add(name);
            } catch (ClassNotFoundException e) {
                found.add(name);
            }
        return found;
    }

    private static Stream<JavaAccess<?>> accesses(JavaClasses classes) {
        var all = new ArrayList<JavaAccess<?>>();
        for (var each : classes)
            all.addAll(each.getAccessesFromSelf());
        return all.stream();
    }
}

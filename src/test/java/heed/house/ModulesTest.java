package heed.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import heed.Heed;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Modules use only what is below them, through its doors; slices within a module form no cycle. */
class ModulesTest {
    /** Lower first. A module may use those before it and no other. */
    private static final List<String> ORDER = List.of("verify", "platform", "access", "records", "directory",
            "casework", "assurance", "insight", "demo");

    private final ApplicationModules modules = ApplicationModules.of(Heed.class);

    @Test
    void modules_use_only_what_they_may() {
        modules.verify();
    }

    @Test
    void a_module_that_reaches_up_or_past_a_door_is_found() {
        var planted = ApplicationModules.of("planted.modules", (ImportOption) place -> true);
        assertThatThrownBy(planted::verify).isInstanceOf(Violations.class)
                .hasMessageContaining("lower")
                .hasMessageContaining("planted.modules.upper.inside.Hidden");
    }

    @Test
    void every_module_has_its_place_in_the_order_and_uses_only_lower_ones() {
        assertThat(modules.stream().filter(m -> !m.isRootModule()).map(ModulesTest::name))
                .containsExactlyInAnyOrderElementsOf(ORDER);
        assertThat(reachingUp(modules, ORDER)).isEmpty();
    }

    @Test
    void a_module_that_uses_a_higher_one_is_found_whatever_it_allows_itself() {
        var planted = ApplicationModules.of("planted.modules", (ImportOption) place -> true);
        assertThat(reachingUp(planted, List.of("lower", "upper"))).containsExactly("lower uses upper");
    }

    @Test
    void slices_within_a_module_form_no_cycle() {
        for (var module : ORDER)
            noCycles("heed." + module).check(HabitsTest.MAIN);
    }

    @Test
    void a_cycle_of_slices_is_found() {
        var planted = new ClassFileImporter().importPackages("planted.slices");
        assertThat(noCycles("planted.slices").evaluate(planted).getFailureReport().toString())
                .contains("Cycle detected", "Slice one", "Slice two");
    }

    @Test
    void the_graph_is_the_one_a_reviewer_saw() {
        Golden.compare("modules.txt", text());
    }

    private static ArchRule noCycles(String module) {
        return slices().matching(module + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static List<String> reachingUp(ApplicationModules all, List<String> order) {
        return all.stream()
                .filter(m -> !m.isRootModule())
                .flatMap(m -> m.getDirectDependencies(all)
                        .uniqueModules()
                        .filter(other -> order.indexOf(name(other)) >= order.indexOf(name(m)))
                        .map(other -> name(m) + " uses " + name(other)))
                .toList();
    }

    private String text() {
        var text = new StringBuilder(
                "# Modules: what each may use, and the packages it does use. Written by ModulesTest.\n");
        for (var name : ORDER) {
            var module = modules.getModuleByName(name).orElseThrow();
            text.append('\n').append(name).append(module.isOpen() ? " (open)" : "").append('\n');
            text.append("  may use ").append(allowed(module)).append('\n');
            var used = new TreeMap<String, TreeSet<String>>();
            module.getDirectDependencies(modules)
                    .stream()
                    .forEach(d -> used.computeIfAbsent(name(d.getTargetModule()), k -> new TreeSet<>())
                            .add(d.getTargetType().getPackageName()));
            used.forEach((other, packages) -> text.append("  uses ").append(other).append(": ")
                    .append(String.join(", ", packages)).append('\n'));
        }
        return text.toString();
    }

    private static String allowed(ApplicationModule module) {
        try {
            var said = Class.forName(module.getBasePackage().getName() + ".package-info")
                    .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                    .allowedDependencies();
            if (Arrays.equals(said, new String[]{org.springframework.modulith.ApplicationModule.OPEN_TOKEN}))
                return "every door";
            return said.length == 0 ? "nothing" : String.join(", ", new TreeSet<>(List.of(said)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}

package heed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The verifier shares nothing with what it verifies: a mistake in the one would otherwise be a mistake in both. */
class StandsAloneTest {
    private static final JavaClasses VERIFIER = new ClassFileImporter().withImportOption(
            new ImportOption.DoNotIncludeTests()).importPackages("heed.verify");

    @Test
    void the_verifier_uses_java_and_itself_and_nothing_else() {
        assertThat(VERIFIER.size()).isGreaterThan(6);
        assertThat(borrowed(VERIFIER, "heed.verify")).isEmpty();
    }

    @Test
    void a_verifier_that_borrows_is_found() {
        var planted = new ClassFileImporter().importPackages("planted.verify");
        assertThat(borrowed(planted, "planted.verify")).contains("heed.platform.trail.Trace",
                "tools.jackson.databind.json.JsonMapper");
    }

    @Test
    void it_runs_where_nothing_else_is() throws Exception {
        var program = ProcessHandle.current().info().command().orElseThrow();
        var classes = VerifyTrail.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        // Spring's classes are not on this path, nor any other library's.
        var process = new ProcessBuilder(program, "-cp", classes, "heed.verify.VerifyTrail", "there-is-no-such-file")
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(VerifyTrail.NOT_SEEN);
        assertThat(said).isEqualTo("It could not be verified: a file cannot be read (NoSuchFileException).\n");
    }

    private static Set<String> borrowed(JavaClasses classes, String own) {
        return classes.stream().flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType()).map(JavaClass::getName)
                .filter(name -> name.contains(".") && !name.startsWith("java.") && !name.startsWith(own + ".")
                        && !name.startsWith("org.jspecify.") && !name.startsWith("org.springframework.modulith."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

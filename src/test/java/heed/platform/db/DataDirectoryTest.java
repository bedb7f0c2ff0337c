package heed.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path temporary = Path.of("");

    @Test
    void a_demonstration_stays_one_and_real_records_stay_real() {
        Path shown = temporary.resolve("shown");
        Path real = temporary.resolve("real");
        DataDirectory.open(shown, DataDirectory.Kind.DEMO).close();
        DataDirectory.open(real, DataDirectory.Kind.REAL).close();

        assertThatThrownBy(() -> DataDirectory.open(shown, DataDirectory.Kind.REAL)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds the demonstration");
        assertThatThrownBy(() -> DataDirectory.open(real, DataDirectory.Kind.DEMO)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds a council's own records");
        DataDirectory.open(shown, DataDirectory.Kind.DEMO).close();
        DataDirectory.open(real, DataDirectory.Kind.REAL).close();
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws Exception {
        Files.writeString(temporary.resolve("letter.txt"), "mine");
        var before = Files.getPosixFilePermissions(temporary);

        assertThatThrownBy(() -> DataDirectory.open(temporary, DataDirectory.Kind.REAL)).isInstanceOf(CannotStart.class)
                .hasMessageContaining("not Heed's");
        assertThat(temporary.resolve("heed.lock")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(temporary)).isEqualTo(before);
    }

    @Test
    void a_folder_of_a_newer_format_is_refused() throws Exception {
        DataDirectory.open(temporary.resolve("d"), DataDirectory.Kind.REAL).close();
        Files.writeString(temporary.resolve("d/heed.properties"), "format=2\nkind=real\n");

        assertThatThrownBy(() -> DataDirectory.open(temporary.resolve("d"), DataDirectory.Kind.REAL))
                .isInstanceOf(CannotStart.class).hasMessageContaining("another release of Heed (format 2");
    }

    @Test
    void a_file_in_its_place_is_told_in_a_sentence() throws Exception {
        Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.open(temporary.resolve("file"), DataDirectory.Kind.REAL))
                .isInstanceOf(CannotStart.class).hasMessageContaining("cannot read and write");
    }
}

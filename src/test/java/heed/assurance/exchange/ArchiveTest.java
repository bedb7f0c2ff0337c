package heed.assurance.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A return in one file: what goes out comes in, and nothing else ever does. */
class ArchiveTest {
    private static final Instant WHEN = Instant.parse("2026-03-04T05:06:07.000008Z");

    @Test
    void two_hundred_generated_returns_come_in_as_they_went_out() {
        int signed = 0;
        int statements = 0;
        for (long seed = 0; seed < 200; seed++) {
            var all = WholeReturnOf.of(seed);
            var file = ArchiveWriting.of(all, WHEN);
            var back = ArchiveReading.of(file, WHEN);
            assertThat(back.faults()).as("seed " + seed).isEmpty();
            assertThat(back.all()).as("seed " + seed).isEqualTo(all);
            assertThat(back.written()).isEqualTo(WHEN);
            assertThat(ArchiveWriting.of(back.all(), WHEN)).as("seed " + seed).isEqualTo(file);
            signed += all.frozen() == null ? 0 : 1;
            statements += all.evidence().size();
        }
        // So that this is no test of empty returns.
        assertThat(signed).isBetween(50, 150);
        assertThat(statements).isGreaterThan(1000);
    }

    @Test
    void whatever_byte_is_changed_no_other_return_is_ever_read() {
        var all = WholeReturnOf.some();
        var file = ArchiveWriting.of(all, WHEN);
        var random = new Random(7);
        int refused = 0;
        for (int n = 0; n < 1500; n++) {
            var changed = file.clone();
            changed[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            var read = ArchiveReading.of(changed, WHEN);
            if (read.faults().isEmpty())
                assertThat(read.all()).isEqualTo(all);
            else {
                assertThat(read.all()).isNull();
                refused++;
            }
        }
        assertThat(ArchiveReading.of(file, WHEN).all()).isEqualTo(all);
        assertThat(refused).isBetween(1200, 1499);
    }

    @Test
    void a_file_that_was_cut_short_or_has_bytes_in_it_that_are_not_its_own_is_refused_or_whole() {
        var all = WholeReturnOf.some();
        var file = ArchiveWriting.of(all, WHEN);
        var random = new Random(11);
        for (int n = 0; n < 300; n++) {
            assertThat(ArchiveReading.of(Arrays.copyOf(file, random.nextInt(file.length)), WHEN).faults()).hasSize(1);
            var noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            assertThat(ArchiveReading.of(noise, WHEN).faults()).hasSize(1);
            var between = new java.io.ByteArrayOutputStream();
            int cut = random.nextInt(file.length);
            between.write(file, 0, cut);
            between.writeBytes(noise);
            between.write(file, cut, file.length - cut);
            var read = ArchiveReading.of(between.toByteArray(), WHEN);
            if (read.faults().isEmpty())
                assertThat(read.all()).isEqualTo(all);
        }
    }

    @Test
    void half_a_character_is_not_written_as_another() {
        var all = WholeReturnOf.some();
        var answers = new ArrayList<>(all.answers());
        answers.set(0,
                new WholeReturn.Answer(answers.getFirst().item(), "half \uD83D", answers.getFirst().carried(), null));
        var half = new WholeReturn(all.head(), all.edition(), all.scale(), all.frozen(), all.signing(), answers,
                all.ratings(), all.evidence(), all.figures(), all.actions(), all.history());
        assertThatThrownBy(() -> ArchiveWriting.of(half, WHEN)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("half \uD83D");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_timescale_comes_back_as_the_schedule_it_was(long seed) {
        for (var action : WholeReturnOf.of(seed).actions())
            assertThat(TimescaleLine.of(action.timescale().schedule())).isEqualTo(action.timescale());
    }

    @Test
    void a_return_of_150_questions_and_3000_statements_is_read() {
        var all = WholeReturnOf.some();
        var evidence = new ArrayList<>(all.evidence());
        var one = evidence.getFirst();
        for (int n = 0; n < 3000; n++)
            evidence.add(
                    new WholeReturn.EvidenceLine(new java.util.UUID(n, n), one.item(), n, "Crews met. ".repeat(300),
                            one.about(), one.typed(), one.state(), null, one.writtenAt()));
        var large = new WholeReturn(all.head(), all.edition(), all.scale(), all.frozen(), all.signing(), all.answers(),
                all.ratings(), evidence, all.figures(), all.actions(), all.history());
        assertThat(ArchiveReading.of(ArchiveWriting.of(large, WHEN), WHEN).all()).isEqualTo(large);
    }

    @Test
    void nothing_written_shows_in_a_log() {
        var all = WholeReturnOf.some();
        assertThat(all.toString() + all.answers() + all.evidence() + all.signing() + all.actions() + all.figures()
                + all.ratings() + ArchiveReading.of(ArchiveWriting.of(all, WHEN), WHEN)).doesNotContain("Crews met")
                .doesNotContain("Fellmoor");
    }
}

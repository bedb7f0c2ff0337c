package heed.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamKeyTest {
    private static final UUID SCOPE = new UUID(1, 1);
    private static final UUID FILE = new UUID(2, 2);
    private static final UUID OTHER = new UUID(9, 9);
    private static final String COLUMN = "records.file.stream_key";
    private static final int SEGMENT = 64 * 1024;

    private final StreamKey key = StreamKey.fresh(SCOPE, FILE);
    private final RecordKey above = new RecordKey(Keysets.aead(Keysets.fresh(Keysets.SEALING)), SCOPE, FILE);

    private byte[] sealed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = key.sealing(out)) {
            sealing.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] opened(StreamKey key, byte[] sealed) throws IOException {
        try (var opening = key.opening(new ByteArrayInputStream(sealed))) {
            return opening.readAllBytes();
        }
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    @Test
    void what_is_sealed_opens_whatever_its_length() throws Exception {
        for (int length : new int[]{0, 1, 100, SEGMENT - 41, SEGMENT - 40, SEGMENT, 3 * SEGMENT, 1_000_003})
            assertThat(opened(key, sealed(noise(length)))).as("%d bytes", length).isEqualTo(noise(length));
    }

    @Test
    void a_key_that_was_wrapped_opens_what_it_sealed_in_its_own_place_only() throws Exception {
        var sealed = sealed(noise(200_000));
        var wrapped = key.sealedUnder(above, COLUMN);
        assertThat(opened(StreamKey.open(above, wrapped, COLUMN, SCOPE, FILE), sealed)).isEqualTo(noise(200_000));
        assertThatThrownBy(() -> StreamKey.open(above, wrapped, "records.file.name", SCOPE, FILE))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> StreamKey.open(above, wrapped, COLUMN, SCOPE, OTHER)).isInstanceOf(SealBroken.class);
        var another = new RecordKey(Keysets.aead(Keysets.fresh(Keysets.SEALING)), SCOPE, FILE);
        assertThatThrownBy(() -> StreamKey.open(another, wrapped, COLUMN, SCOPE, FILE)).isInstanceOf(SealBroken.class);
        var moved = StreamKey.open(above, wrapped, COLUMN, OTHER, FILE);
        assertThatThrownBy(() -> opened(moved, sealed)).as("another scope").isInstanceOf(IOException.class);
        assertThatThrownBy(() -> opened(StreamKey.fresh(SCOPE, FILE), sealed)).isInstanceOf(IOException.class);
    }

    @Test
    void what_is_cut_short_reordered_or_changed_does_not_open() throws Exception {
        var sealed = sealed(noise(5 * SEGMENT));
        for (int cut : new int[]{1, 16, SEGMENT, 2 * SEGMENT, sealed.length - 40, sealed.length})
            assertThatThrownBy(() -> opened(key, Arrays.copyOf(sealed, sealed.length - cut))).as("%d cut off", cut)
                    .isInstanceOf(IOException.class);
        var swapped = sealed.clone();
        System.arraycopy(sealed, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        assertThatThrownBy(() -> opened(key, swapped)).isInstanceOf(IOException.class);
        var random = new Random(4);
        for (int i = 0; i < 200; i++) {
            var changed = sealed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> opened(key, changed)).isInstanceOf(IOException.class);
        }
    }
}

package heed.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    private static final UUID SCOPE = new UUID(1, 1);
    private static final UUID RECORD = new UUID(2, 2);
    private static final UUID ROW = new UUID(3, 3);
    private static final UUID OTHER = new UUID(9, 9);
    private static final String COLUMN = "casework.concern.account";
    private static final String CANARY = "Zephyrine Quillfeather of 12 Ottermole Rise";

    private final Aead aead = Keysets.aead(Keysets.fresh(Keysets.SEALING));
    private final RecordKey key = new RecordKey(aead, SCOPE, RECORD);

    @Test
    void what_is_sealed_opens_in_its_place_whatever_it_is() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            String text = random.ints(random.nextInt(400), 0, Character.MAX_CODE_POINT + 1)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            UUID row = new UUID(random.nextLong(), random.nextLong());
            assertThat(key.open(key.seal(text, COLUMN, row), COLUMN, row)).isEqualTo(text);
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            assertThat(key.openBytes(key.seal(bytes, COLUMN, row), COLUMN, row)).isEqualTo(bytes);
        }
    }

    @Test
    void what_is_moved_to_another_place_does_not_open() {
        byte[] sealed = key.seal(CANARY, COLUMN, ROW);
        var otherKey = new RecordKey(Keysets.aead(Keysets.fresh(Keysets.SEALING)), SCOPE, RECORD);
        assertBroken(() -> key.open(sealed, COLUMN, OTHER));
        assertBroken(() -> key.open(sealed, "casework.concern.wish", ROW));
        assertBroken(() -> new RecordKey(aead, OTHER, RECORD).open(sealed, COLUMN, ROW));
        assertBroken(() -> new RecordKey(aead, SCOPE, OTHER).open(sealed, COLUMN, ROW));
        assertBroken(() -> new RecordKey(aead, SCOPE, null).open(sealed, COLUMN, ROW));
        assertBroken(() -> otherKey.open(sealed, COLUMN, ROW));
        assertBroken(() -> key.open(new RecordKey(aead, SCOPE, null).seal(CANARY, COLUMN, ROW), COLUMN, ROW));
    }

    @Test
    void one_changed_bit_anywhere_is_noticed() {
        byte[] sealed = key.seal("danger", COLUMN, ROW);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertBroken(() -> key.open(changed, COLUMN, ROW));
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] shorter = Arrays.copyOf(sealed, length);
            assertBroken(() -> key.open(shorter, COLUMN, ROW));
        }
    }

    @Test
    void sealed_bytes_never_hold_the_text_in_any_writing() {
        List<byte[]> writings = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] plain = CANARY.getBytes(charset);
            writings.add(plain);
            writings.add(Base64.getEncoder().withoutPadding().encode(plain));
            writings.add(HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
        }
        for (int i = 0; i < 200; i++) {
            byte[] sealed = key.seal("before " + CANARY + " after", COLUMN, ROW);
            for (byte[] writing : writings) {
                // Its beginning is looked for: a leak of part of it is a leak.
                assertThat(indexOf(sealed, Arrays.copyOf(writing, 8))).isNegative();
            }
        }
        assertThat(indexOf(("before " + CANARY).getBytes(StandardCharsets.UTF_8), Arrays.copyOf(writings.getFirst(),
                8))).as("the search itself finds what is there").isEqualTo(7);
    }

    @Test
    void the_same_text_looks_different_each_time() {
        assertThat(key.seal("same", COLUMN, ROW)).isNotEqualTo(key.seal("same", COLUMN, ROW));
    }

    @Test
    void a_key_joined_by_a_newer_one_still_opens_what_it_sealed() throws Exception {
        KeysetHandle old = Keysets.fresh(Keysets.SEALING);
        byte[] sealed = new RecordKey(Keysets.aead(old), SCOPE, RECORD).seal(CANARY, COLUMN, ROW);
        KeysetHandle joined = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(Keysets.SEALING).withRandomId().makePrimary())
                .build();
        var newer = new RecordKey(Keysets.aead(joined), SCOPE, RECORD);
        assertThat(newer.open(sealed, COLUMN, ROW)).isEqualTo(CANARY);
        byte[] again = newer.seal(CANARY, COLUMN, ROW);
        assertBroken(() -> new RecordKey(Keysets.aead(old), SCOPE, RECORD).open(again, COLUMN, ROW));
    }

    @Test
    void what_goes_wrong_names_the_place_and_never_the_text() {
        byte[] sealed = key.seal(CANARY, COLUMN, ROW);
        assertThatThrownBy(() -> key.open(sealed, COLUMN, OTHER)).isInstanceOf(SealBroken.class)
                .hasMessageContaining(COLUMN).hasMessageContaining(OTHER.toString())
                .hasMessageNotContaining("Zephyrine");
        assertThatThrownBy(() -> key.seal(COLUMN, CANARY, ROW)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Zephyrine");
    }

    private static void assertBroken(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatThrownBy(opening).isInstanceOf(SealBroken.class);
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}

package heed.assurance.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the files of an archive are written with and read with. */
final class ArchiveJson {
    /** Writes the same text each time; reads nothing that it does not know, and nothing twice. */
    static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** What every archive says that it is. */
    static final String FORMAT = "heed-return";
    /** The one version that is written and read; a change that older readers cannot read raises it. */
    static final int VERSION = 1;

    private ArchiveJson() {
    }

    /**
     * The list of an archive's files.
     *
     * @param format  always {@link #FORMAT}
     * @param version of the format
     * @param written when it was saved
     * @param head    which return it is
     * @param parts   every other file
     */
    record Manifest(String format, int version, Instant written, WholeReturn.Head head, List<Listed> parts) {
        Manifest {
            parts = List.copyOf(parts);
        }
    }

    /** A file. @param bytes how long it is @param sha256 in small hexadecimal digits */
    record Listed(String path, long bytes, String sha256) {
    }

    /** SHA-256 in small hexadecimal digits. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Text as bytes, without losing a character.
     *
     * @throws IllegalArgumentException where half a character is in it
     */
    static byte[] bytes(String text) {
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half a character cannot be written", e);
        }
    }

    /** Bytes as text. @throws CharacterCodingException where they are none */
    static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}

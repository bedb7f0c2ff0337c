package heed.platform.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Makes, wraps and opens the Tink keysets every key in Heed is made of. */
final class Keysets {
    static final Parameters SEALING = PredefinedAeadParameters.AES256_GCM;
    static final Parameters TOKENS = tokens();
    static final Parameters STREAMS = streams();

    static {
        try {
            // Only what is used: sealing, keyed tokens and files. Nothing else can be made or opened by mistake.
            AeadConfig.register();
            PrfConfig.register();
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The encryption library could not be set up.", e);
        }
    }

    private Keysets() {
    }

    private static Parameters tokens() {
        try {
            return HmacPrfParameters.builder().setKeySizeBytes(32).setHashType(HmacPrfParameters.HashType.SHA256)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The encryption library lacks HMAC-SHA256.", e);
        }
    }

    /**
     * AES-256-GCM in segments of 64 KB: small enough to look into a file anywhere without opening much of it, large enough
     * that the 16 bytes which guard each segment are nothing.
     */
    private static Parameters streams() {
        try {
            return AesGcmHkdfStreamingParameters.builder().setKeySizeBytes(32).setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(64 * 1024).build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The encryption library lacks AES-256-GCM for streams.", e);
        }
    }

    static KeysetHandle fresh(Parameters parameters) {
        try {
            return KeysetHandle.generateNew(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The encryption library could not make a key.", e);
        }
    }

    /** The keyset in Tink's compact binary form, encrypted; {@code place} says which key it is and binds it there. */
    static byte[] wrap(KeysetHandle keyset, Aead under, String place) {
        try {
            byte[] bare = TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            return under.encrypt(bare, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be wrapped: " + place, e);
        }
    }

    /** @throws SealBroken if altered, moved from its place or wrapped under another key */
    static KeysetHandle unwrap(byte[] wrapped, Aead under, String place) {
        try {
            byte[] bare = under.decrypt(wrapped, place.getBytes(StandardCharsets.UTF_8));
            return TinkProtoKeysetFormat.parseKeyset(bare, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new SealBroken("This key does not open with the key above it: " + place, e);
        }
    }

    /** Tells keysets apart; of 256 random bits nobody can go back from it. */
    static String fingerprint(KeysetHandle keyset) {
        try {
            byte[] bare = TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("Heed: fingerprint of a key\n".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(bare), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be told from others.", e);
        }
    }

    static Aead aead(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("A key is of the wrong kind: it is not one that seals text.", e);
        }
    }

    static StreamingAead streaming(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("A key is of the wrong kind: it is not one that seals files.", e);
        }
    }

    static PrfSet prf(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("A key is of the wrong kind: it is not one that makes tokens.", e);
        }
    }
}

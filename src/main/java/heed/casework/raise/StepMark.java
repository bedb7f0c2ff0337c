package heed.casework.raise;

import heed.casework.concern.Telling;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mark of what one step held when its page was made. A form sends it back, so that two tabs on one draft are told when
 * they change the same step, and are left alone when they change different ones.
 */
final class StepMark {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BYTES = 16;

    private StepMark() {
    }

    static String of(Telling t, Step step, int person) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(JSON.writeValueAsString(part(t, step, person)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Object part(Telling t, Step step, int person) {
        return switch (step) {
            case DANGER -> t.danger();
            case ACCOUNT -> t.account();
            case WHO -> person == 0
                    ? List.of(t.kind(), t.people().stream().limit(1).toList())
                    : t.people().stream().skip(person).limit(1).toList();
            case WORKS_HERE -> t.worksHere();
            case HAPPENED -> t.happened();
            case KNOWING -> t.knowing();
            case ELSEWHERE -> t.elsewhere();
            case CONTACT -> t.contact();
        };
    }
}

package heed.platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import heed.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTokensTest {
    private static final UUID SCOPE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @TempDir
    static Path folder;
    private static TestDatabase database;
    private static MasterKey master;

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated();
        master = MasterKey.create(folder.resolve("keys/master-key.json"));
        for (UUID scope : new UUID[]{SCOPE, OTHER}) {
            database.transactions().inScope(scope, () -> seals().openScope(scope));
        }
    }

    @Test
    void a_name_has_the_same_tokens_on_every_node_of_a_scope_and_others_in_another() {
        Set<Long> here = names(SCOPE, "William Tordoff");
        assertThat(names(SCOPE, "WILLIAM  tordöff")).isEqualTo(here);
        assertThat(names(OTHER, "William Tordoff")).hasSameSizeAs(here).doesNotContainAnyElementsOf(here);
    }

    @Test
    void short_forms_and_sounds_share_tokens_and_strangers_do_not() {
        assertThat(names(SCOPE, "Peggy")).containsAnyElementsOf(names(SCOPE, "Margaret"));
        assertThat(names(SCOPE, "Reid")).containsAnyElementsOf(names(SCOPE, "Reade"));
        assertThat(names(SCOPE, "Tordof")).containsAnyElementsOf(names(SCOPE, "Tordoff"));
        assertThat(names(SCOPE, "Quillfeather")).doesNotContainAnyElementsOf(names(SCOPE, "Brandon"));
    }

    @Test
    void words_are_found_by_their_stems_whatever_their_case_and_accents() {
        assertThat(words("hoarding")).isEqualTo(words("Hoarded")).hasSize(1);
        assertThat(words("the café's")).isEqualTo(words("CAFE"));
        assertThat(words("the and of")).isEmpty();
        assertThat(words("fire fire fires")).hasSize(1);
        assertThat(words("")).isEmpty();
        assertThat(words("👀 \u202eقلق")).as("other scripts are words too").hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void kinds_never_share_a_token() {
        assertThat(words("tordoff")).doesNotContainAnyElementsOf(names(SCOPE, "Tordoff"));
        assertThat(heed.platform.names.NameKeys.of("Bill Tordoff")).allMatch(key -> key.indexOf(':') > 0)
                .contains("name:bill", "name:tordoff", "short:william", "run:^to", "sound:TRTF");
    }

    @Test
    void a_long_account_is_not_too_long() {
        String account = "She told me that word" + "number ".repeat(100_000);
        assertThat(words(account)).hasSizeBetween(3, 10);
    }

    private static Set<Long> names(UUID scope, String name) {
        return set(scope, () -> new SearchTokens(seals()).names(scope, name));
    }

    private static Set<Long> words(String text) {
        return set(SCOPE, () -> new SearchTokens(seals()).words(SCOPE, text));
    }

    private static Set<Long> set(UUID scope, Supplier<long[]> tokens) {
        return Arrays.stream(database.transactions().inScope(scope, tokens)).boxed().collect(Collectors.toSet());
    }

    private static Seals seals() {
        return new Seals(master, database.jdbc(), Clock.systemUTC(),
                DisposalList.at(folder.resolve("disposals.txt")));
    }
}

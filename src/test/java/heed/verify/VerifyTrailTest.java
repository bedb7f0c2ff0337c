package heed.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verifier answers where nothing can be verified, and its own reading and hashing against known answers. */
class VerifyTrailTest {
    @TempDir
    Path folder;

    private String said = "";

    private int run(String... args) {
        var words = new ByteArrayOutputStream();
        try (var out = new PrintStream(words, true, StandardCharsets.UTF_8)) {
            int code = VerifyTrail.run(out, out, Arrays.asList(args));
            said = words.toString(StandardCharsets.UTF_8);
            return code;
        }
    }

    private String file(String text) throws Exception {
        return Files.writeString(folder.resolve("file"), text).toString();
    }

    @Test
    void what_is_no_export_cannot_be_verified() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(said).startsWith("verify-trail FILE");
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("a", "--what")).isEqualTo(2);
        for (var text : List.of("", "hello\n", "{\"head\":{}}\n", "{\"export\":{\"format\":\"other\"}}\n", "[1]\n")) {
            assertThat(run(file(text))).as(text).isEqualTo(2);
            assertThat(said).startsWith("It could not be verified: ");
        }
        Files.write(folder.resolve("bytes"), new byte[]{(byte) 0xff, (byte) 0xfe});
        assertThat(run(folder.resolve("bytes").toString())).isEqualTo(2);
    }

    @Test
    void an_export_without_a_head_or_an_end_is_not_whole() throws Exception {
        var begun = "{\"export\":{\"format\":\"heed-trail-1\",\"taken\":\"2026-03-10T09:00:00.000000Z\"}}\n";
        assertThat(run(file(begun))).isEqualTo(1);
        assertThat(said).contains("The export ends too early", "nothing vouches for these entries", "NOT WHOLE");
        assertThat(run(file(begun + "{\"end\":{\"entries\":1}}\n"))).isEqualTo(1);
        assertThat(said).contains("does not hold as many entries as it says");
        assertThat(run(file(begun + "{\"entry\":{}}\n{\"end\":{\"entries\":0}}\n"))).isEqualTo(1);
        assertThat(said).contains("Line 2 cannot be read");
    }

    /** Roots of the eight-leaf example that certificate transparency's own tests use. */
    @Test
    void the_tree_is_that_of_rfc_6962() {
        var leaves = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                "606162636465666768696a6b6c6d6e6f");
        var roots = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var tree = new Tree();
        assertThat(tree.root()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < leaves.size(); i++) {
            tree.add(Tree.leaf(HexFormat.of().parseHex(leaves.get(i))));
            assertThat(tree.root()).as("%d leaves", i + 1).isEqualTo(roots.get(i));
        }
    }

    @Test
    void json_is_read_strictly() {
        assertThat(Json.object("{\"a\":[1,-2,null,true,false,\"x\\u00e9\\n\\\"é\"],\"b\":{}}"))
                .isEqualTo(Map.of("a", Arrays.asList(1L, -2L, null, true, false, "xé\n\"é"), "b", Map.of()));
        for (var bad : List.of("", "{", "{}x", "{\"a\":1,\"a\":2}", "{\"a\":1.5}", "{\"a\":nul}", "{\"a\":\"\\x\"}",
                "{\"a\":\"\t\"}", "{\"a\" 1}", "{'a':1}", "{\"a\":[1 2]}", "{\"a\":\"\\u12\"}", "[1]",
                "{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}"))
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> Json.object(bad)).as(bad)
                    .isInstanceOf(Unreadable.class);
    }
}

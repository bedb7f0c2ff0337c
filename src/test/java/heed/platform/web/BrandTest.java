package heed.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {
    @ParameterizedTest
    @ValueSource(strings = {"#000000", "#14505c", " #5B2C6F ", "#767676"})
    void a_colour_that_white_words_can_be_read_on_is_taken(String colour) {
        assertThat(new Brand(colour).css()).isEqualTo(":root{--heed-brand:" + colour.strip().toLowerCase() + "}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#777777", "#ffdd00", "#ffffff"})
    void a_colour_too_light_for_white_words_is_refused(String colour) {
        assertThatThrownBy(() -> new Brand(colour)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("darker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "14505c", "#14505", "#14505c}body{display:none", "red"})
    void anything_but_a_colour_is_refused(String colour) {
        assertThatThrownBy(() -> new Brand(colour)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("#14505c");
    }

    @Test
    void an_asset_is_marked_by_its_content_and_an_unknown_one_is_refused() {
        assertThat(Assets.href("heed.css")).matches("/assets/heed\\.css\\?v=[0-9a-f]{12}");
        assertThat(Assets.href("heed.js")).isNotEqualTo(Assets.href("heed.css"));
        assertThatThrownBy(() -> Assets.href("nothing.css")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_style_sheet_and_scripts_ask_nothing_of_another_address() throws Exception {
        for (var file : new String[]{"heed.css", "heed.js", "govuk-frontend-6.6.0.min.js"}) {
            try (var in = Assets.class.getResourceAsStream("/static/assets/" + file)) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(text).as(file).doesNotContain("url(http", "@import", "@font-face", "import(",
                        "sourceMapping");
            }
        }
    }
}

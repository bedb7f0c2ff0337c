package heed.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TemplatesTest {
    private final Templates templates = new Templates();

    @Test
    void a_view_is_the_template_of_that_name_given_the_page() throws Exception {
        var response = new MockHttpServletResponse();
        var view = templates.resolveViewName("parts/empty", Locale.UK);
        view.render(Map.of("page", "Nothing waits for Zoë"), new MockHttpServletRequest(), response);
        assertThat(response.getContentAsString()).contains("Nothing waits for Zoë");
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    }

    @Test
    void other_names_are_left_to_others() {
        assertThat(templates.resolveViewName("redirect:/queue", Locale.UK)).isNull();
        assertThat(templates.resolveViewName("no/such/page", Locale.UK)).isNull();
    }

    @Test
    void a_template_that_fails_sends_nothing() {
        var response = new MockHttpServletResponse();
        var view = templates.resolveViewName("parts/empty", Locale.UK);
        assertThatThrownBy(() -> view.render(Map.of("page", 42), new MockHttpServletRequest(), response))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> view.render(Map.of(), new MockHttpServletRequest(), response))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("page");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }
}

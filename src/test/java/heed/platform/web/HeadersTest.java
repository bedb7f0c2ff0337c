package heed.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HeadersTest {
    @Test
    void over_https_a_browser_is_told_to_come_back_over_https_only() throws Exception {
        var request = new MockHttpServletRequest("GET", "/numbers");
        request.setSecure(true);
        var response = new MockHttpServletResponse();
        new Headers().doFilter(request, response, new MockFilterChain());

        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }
}

package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class CookiesTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void over_https_all_three_are_bound_to_this_host() {
        request.setSecure(true);
        new Cookies().sessionCookie().writeCookieValue(new CookieValue(request, response, "s"));
        var tokens = new Cookies().formTokens();
        tokens.saveToken(tokens.generateToken(request), request, response);
        Cookies.rememberBrowser(request, response, "b");

        assertThat(response.getHeaders("Set-Cookie")).hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-heed-")
                        .contains("Path=/", "Secure", "HttpOnly").doesNotContain("Domain="));
    }

    @Test
    void over_https_a_cookie_that_a_plain_page_could_have_set_is_not_read() {
        request.setSecure(true);
        request.setCookies(new Cookie("heed-session", "cw=="), new Cookie("heed-form", "planted"),
                new Cookie("heed-browser", "b"));

        assertThat(new Cookies().sessionCookie().readCookieValues(request)).isEmpty();
        assertThat(new Cookies().formTokens().loadToken(request)).isNull();
        assertThat(Cookies.browser(request)).isEmpty();
    }

    @Test
    void over_plain_http_they_are_still_kept_from_scripts() {
        new Cookies().sessionCookie().writeCookieValue(new CookieValue(request, response, "s"));
        assertThat(response.getHeader("Set-Cookie")).startsWith("heed-session=").contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }
}

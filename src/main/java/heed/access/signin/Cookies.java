package heed.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.util.WebUtils;

/**
 * The five cookies: the session, the token against forged forms, one that tells a browser used before from a stranger's,
 * one that says whose a form is that arrives after its session ended, and for minutes what was asked of another system at
 * signing in. Over https their names start with {@code __Host-}, which browsers let no other site and no plain http page
 * set; over http, for a trial on one's own machine, they cannot.
 */
@Configuration(proxyBeanMethods = false)
class Cookies {
    private static final String HOST = "__Host-";
    private static final String BROWSER = "heed-browser";
    private static final String OWNER = "heed-owner";
    private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String SSO = "heed-sso";
    private static final Duration REMEMBERED = Duration.ofDays(180);

    @Bean
    CookieSerializer sessionCookie() {
        var plain = serializer("heed-session", false);
        var secure = serializer(HOST + "heed-session", true);
        return new CookieSerializer() {
            @Override
            public void writeCookieValue(CookieValue value) {
                (value.getRequest().isSecure() ? secure : plain).writeCookieValue(value);
            }

            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                // What is no id of a session is never asked of the database, which refuses some characters.
                return (request.isSecure() ? secure : plain).readCookieValues(request).stream()
                        .filter(value -> SESSION_ID.matcher(value).matches()).toList();
            }
        };
    }

    /**
     * The token lives in a cookie and not in the session, so that visits without signing in make no sessions and a form
     * typed in before a session ended can still be sent after signing in again. It is therefore kept at sign-in; signing
     * out ends it.
     */
    @Bean
    CsrfTokenRepository formTokens() {
        var plain = tokens("heed-form", false);
        var secure = tokens(HOST + "heed-form", true);
        return new CsrfTokenRepository() {
            @Override
            public CsrfToken generateToken(HttpServletRequest request) {
                return of(request).generateToken(request);
            }

            @Override
            public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
                of(request).saveToken(token, request, response);
            }

            @Override
            public @Nullable CsrfToken loadToken(HttpServletRequest request) {
                return of(request).loadToken(request);
            }

            private CsrfTokenRepository of(HttpServletRequest request) {
                return request.isSecure() ? secure : plain;
            }
        };
    }

    /** What this browser was given when somebody last signed in with it; empty if nothing. */
    static String browser(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, request.isSecure() ? HOST + BROWSER : BROWSER);
        return cookie == null || cookie.getValue() == null ? "" : cookie.getValue();
    }

    /** Lets the browser be known again. */
    static void rememberBrowser(HttpServletRequest request, HttpServletResponse response, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(request.isSecure() ? HOST + BROWSER : BROWSER, value)
                        .httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/").maxAge(REMEMBERED).build()
                        .toString());
    }

    /** What was asked of another system; empty if nothing. */
    static String sso(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, request.isSecure() ? HOST + SSO : SSO);
        return cookie == null || cookie.getValue() == null ? "" : cookie.getValue();
    }

    /** Keeps what is asked of another system until its answer comes; a duration of zero forgets it. */
    static void sso(HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(request.isSecure() ? HOST + SSO : SSO, value)
                        .httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/").maxAge(kept).build()
                        .toString());
    }

    /** What says who was signed in; empty if nothing. */
    static String owner(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, request.isSecure() ? HOST + OWNER : OWNER);
        return cookie == null || cookie.getValue() == null ? "" : cookie.getValue();
    }

    /** Lets it be known who was signed in; a duration of zero lets it be forgotten. */
    static void owner(HttpServletRequest request, HttpServletResponse response, String value, Duration remembered) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(request.isSecure() ? HOST + OWNER : OWNER, value)
                        .httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/").maxAge(remembered).build()
                        .toString());
    }

    private static DefaultCookieSerializer serializer(String name, boolean secure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(secure);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    private static CookieCsrfTokenRepository tokens(String name, boolean secure) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
        return tokens;
    }
}

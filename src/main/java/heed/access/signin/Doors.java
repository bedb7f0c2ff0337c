package heed.access.signin;

import heed.platform.web.FailedPages;
import heed.platform.web.Frames;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Which pages are open to all; every other needs somebody signed in. The headers are {@code platform.web}'s. */
@Configuration(proxyBeanMethods = false)
class Doors {
    private static final String[] OPEN = {"/sign-in", "/sign-in/**", "/numbers", "/no-signal", "/sw.js", "/health",
            "/health/records", "/help", "/help/**", "/assets/**",
            "/favicon.ico", "/favicon.svg", "/set-up", "/set-up/**", "/error"};

    private final Frames frames;
    private final FailedPages failed;
    private final BrowserOwner was;
    private final ParkedForms forms;

    Doors(Frames frames, FailedPages failed, BrowserOwner was, ParkedForms forms) {
        this.frames = frames;
        this.failed = failed;
        this.was = was;
        this.forms = forms;
    }

    @Bean
    SecurityFilterChain guarded(HttpSecurity http, Sessions sessions, CsrfTokenRepository formTokens) {
        return http
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(OPEN).permitAll()
                        .anyRequest().authenticated())
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, e) -> askToSignIn(request, response))
                        .accessDeniedHandler((request, response, e) -> failed.stale(request, response)))
                .build();
    }

    /**
     * A page asked for is shown after signing in. A form sent is kept for whoever was signed in in this browser, and given
     * back after they sign in again; where nothing says who that was it is handed back at once. A script keeps its own.
     */
    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var ended = request.getRequestedSessionId() != null;
        if (request.getHeader("X-Heed-Script") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (request.getRequestURI().equals("/sign-out")) {
            was.forget(request, response);
            response.sendRedirect("/sign-in?out");
            return;
        }
        if (request.getMethod().equals("POST") && isForm(request)) {
            var kept = park(request);
            if (kept.isPresent()) {
                response.sendRedirect("/sign-in?ended&next=" + URLEncoder.encode("/kept/" + kept.get(),
                        StandardCharsets.UTF_8));
                return;
            }
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            var frame = frames.of(request, "You were signed out");
            failed.render("access/signin/again",
                    new AgainPage(false, frame, request.getRequestURI(), typed(request, frame.csrfName())),
                    request, response);
            return;
        }
        var query = request.getQueryString();
        var asked = request.getMethod().equals("GET")
                ? Next.safe(request.getRequestURI() + (query == null ? "" : "?" + query))
                : "/";
        var to = new StringBuilder("/sign-in");
        if (ended)
            to.append("?ended");
        if (!asked.equals("/"))
            to.append(ended ? "&" : "?").append("next=").append(URLEncoder.encode(asked, StandardCharsets.UTF_8));
        response.sendRedirect(to.toString());
    }

    private Optional<UUID> park(HttpServletRequest request) {
        return was.of(request).flatMap(who -> forms.park(who, request.getRemoteAddr(), request.getRequestURI(),
                typed(request, frames.of(request, "").csrfName()).stream()
                        .map(t -> new ParkedForm.Typed(t.name(), t.value())).toList()));
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    static List<AgainPage.Typed> typed(HttpServletRequest request, @Nullable String token) {
        var all = new ArrayList<AgainPage.Typed>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(token))
                for (var value : values)
                    all.add(new AgainPage.Typed(name, value));
        });
        return all;
    }
}

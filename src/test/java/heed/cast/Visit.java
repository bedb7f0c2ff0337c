package heed.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import heed.access.signin.SignedInAs;
import heed.platform.Actor;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * Somebody at the pages, through every filter of the application but no network, so that no Spring context of its own is
 * needed. The session is a real one in the database; forms carry a token.
 */
public final class Visit {
    /** The pages of each application of the run: making them anew takes longer than most requests. */
    private static final Map<ApplicationContext, MockMvc> PAGES = new ConcurrentHashMap<>();

    private final MockMvc pages;
    private final @Nullable Cookie session;
    private @Nullable MockHttpServletResponse last;

    private Visit(ApplicationContext context, @Nullable Cookie session) {
        this.pages = PAGES.computeIfAbsent(context, Visit::pages);
        this.session = session;
    }

    private static MockMvc pages(ApplicationContext context) {
        DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup((WebApplicationContext) context);
        builder.addFilter(context.getBean(heed.platform.web.StreamedForms.class), "/*");
        builder.addFilter(context.getBean("springSessionRepositoryFilter", Filter.class), "/*");
        builder.addFilter(context.getBean("springSecurityFilterChain", Filter.class), "/*");
        return builder.build();
    }

    static Visit signedIn(ApplicationContext context, Actor who) {
        return signedIn(context, who, Duration.ZERO);
    }

    static Visit signedIn(ApplicationContext context, Actor who, Duration ago) {
        return new Visit(context, new Cookie("heed-session", SignedInAs.cookie(context, who, ago)));
    }

    /** Somebody who gave the right password and not yet a code. */
    static Visit halfSignedIn(ApplicationContext context, Actor who) {
        return new Visit(context, new Cookie("heed-session", SignedInAs.half(context, who)));
    }

    static Visit stranger(ApplicationContext context) {
        return new Visit(context, null);
    }

    /** Opens a page. */
    public Visit get(String path) {
        return send(HttpMethod.GET, path);
    }

    /** Sends a form. */
    public Visit post(String path, String... namesAndValues) {
        return send(HttpMethod.POST, path, namesAndValues);
    }

    /** Sends a request; a form's fields for any method but GET go with a token. */
    public Visit send(HttpMethod method, String path, String... namesAndValues) {
        try {
            var request = MockMvcRequestBuilders.request(method, path);
            if (session != null)
                request.cookie(session);
            if (method != HttpMethod.GET)
                request.with(csrf()).contentType("application/x-www-form-urlencoded");
            for (int i = 0; i < namesAndValues.length; i += 2)
                request.param(namesAndValues[i], namesAndValues[i + 1]);
            last = pages.perform(request).andReturn().getResponse();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(method + " " + path + " was not answered", e);
        }
    }

    /** Sends a form with one small file. */
    public Visit postFile(String path, String description) {
        return postFile(path, description, new heed.Visitor.Chosen("note.txt",
                ("Seen again " + java.util.UUID.randomUUID()).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** The same with this file. */
    public Visit postFile(String path, String description, heed.Visitor.Chosen file) {
        try {
            var request = MockMvcRequestBuilders.post(path).with(csrf().asHeader())
                    .contentType("multipart/form-data; boundary=----heed-test-boundary")
                    .content(heed.Visitor.multipart("", java.util.Map.of("description", description, "kind", "RETURN"),
                            file));
            if (session != null)
                request.cookie(session);
            last = pages.perform(request).andReturn().getResponse();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException("POST " + path + " was not answered", e);
        }
    }

    /** Requires one of these statuses of the last answer. */
    public Visit must(Integer... statuses) {
        assertThat(status()).as("status; leads to %s; %s", answer().getHeader("Location"),
                page().select("h1, .govuk-error-summary").text()).isIn((Object[]) statuses);
        return this;
    }

    /** The last answer's status. */
    public int status() {
        return answer().getStatus();
    }

    /** Where the last answer leads; null where it is a page. */
    public @Nullable String location() {
        return answer().getHeader("Location");
    }

    /** The last answer's body. */
    public String body() {
        try {
            return answer().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last answer's body as a page. */
    public Document page() {
        return Jsoup.parse(body());
    }

    private MockHttpServletResponse answer() {
        var answer = last;
        if (answer == null)
            throw new AssertionError("nothing was asked yet");
        return answer;
    }
}

package heed.access.signin;

import heed.platform.web.Present;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a kept form go once it was sent again and answered with a page that has, or shows, all of it. */
@Configuration(proxyBeanMethods = false)
class ParkedDone implements WebMvcConfigurer {
    /** The form parameter that names the kept form. */
    static final String PARAMETER = "kept";
    private static final Set<Integer> ANSWERED = Set.of(200, 302, 303, 409, 422);

    private final ParkedForms forms;

    ParkedDone(ParkedForms forms) {
        this.forms = forms;
    }

    private static @Nullable String named(HttpServletRequest request) {
        try {
            return request.getParameter(PARAMETER);
        } catch (InvalidParameterException notAForm) {
            // Nobody needed a field of it to answer, so nobody noticed that it cannot be read: it names nothing.
            return null;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
                    @Nullable Exception failed) {
                var present = request.getMethod().equals("POST") && failed == null
                        && ANSWERED.contains(response.getStatus()) ? Present.at(request) : null;
                var kept = present == null ? null : named(request);
                if (kept != null && present != null
                        && kept.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                    forms.done(present.actor(), UUID.fromString(kept));
            }
        });
    }
}

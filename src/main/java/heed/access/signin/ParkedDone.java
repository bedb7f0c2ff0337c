package heed.access.signin;

import heed.platform.web.Present;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
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

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
                    @Nullable Exception failed) {
                var kept = request.getMethod().equals("POST") ? request.getParameter(PARAMETER) : null;
                var present = kept == null ? null : Present.at(request);
                if (kept != null && present != null && failed == null && ANSWERED.contains(response.getStatus())
                        && kept.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                    forms.done(present.actor(), UUID.fromString(kept));
            }
        });
    }
}

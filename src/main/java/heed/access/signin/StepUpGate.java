package heed.access.signin;

import heed.platform.web.FailedPages;
import heed.platform.web.Frames;
import heed.platform.web.Present;
import heed.platform.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets requests for what {@link StepUp} marks pass only soon after it was proved who is signed in. */
@Configuration(proxyBeanMethods = false)
class StepUpGate implements WebMvcConfigurer {
    /** After {@link ParkedDone}, so that a form kept twice lets its first keeping go. */
    private static final int ORDER = 1;

    private final Sessions sessions;
    private final ParkedForms forms;
    private final Frames frames;
    private final FailedPages failed;

    StepUpGate(Sessions sessions, ParkedForms forms, Frames frames, FailedPages failed) {
        this.sessions = sessions;
        this.forms = forms;
        this.frames = frames;
        this.failed = failed;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                    throws IOException {
                if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(StepUp.class)
                        || sessions.fresh(request))
                    return true;
                ask(request, response);
                return false;
            }
        }).order(ORDER);
    }

    private void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            var query = request.getQueryString();
            to(response, Next.safe(request.getRequestURI() + (query == null ? "" : "?" + query)));
            return;
        }
        var token = frames.of(request, "").csrfName();
        var typed = Doors.typed(request, token).stream().filter(t -> !t.name().equals(ParkedDone.PARAMETER)).toList();
        var kept = forms.parkUnconfirmed(Present.actor(request), request.getRequestURI(),
                typed.stream().map(t -> new ParkedForm.Typed(t.name(), t.value())).toList());
        if (kept.isPresent()) {
            to(response, "/kept/" + kept.get());
            return;
        }
        // Too many wait already: the browser keeps this one.
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        failed.render("access/signin/again",
                new AgainPage(true, frames.of(request, "Confirm it is you"), request.getRequestURI(), typed), request,
                response);
    }

    private static void to(HttpServletResponse response, String next) throws IOException {
        response.sendRedirect("/confirm?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
}

package heed.platform.web;

import heed.platform.Refused;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers a refusal and every other "no" with a plain page in the usual frame. */
@Controller
@ControllerAdvice
class Errors implements ErrorController {
    private final Frames frames;
    private final Trail trail;

    Errors(Frames frames, Trail trail) {
        this.frames = frames;
        this.trail = trail;
    }

    /** A refusal goes to the audit log under the route's pattern: a path could name a record that must not be inferred. */
    @ExceptionHandler(Refused.class)
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var reason = refused.getMessage() == null ? refused.kind().name() : refused.getMessage();
        trail.refused(Present.actor(request), Trace.of(request.getMethod() + " " + pattern).because(reason));
        return page(switch (refused.kind()) {
            case NOT_FOUND -> Failure.NOT_FOUND;
            case MOVED_ON -> Failure.MOVED_ON;
            case NOT_ALLOWED_NOW -> Failure.NOT_ALLOWED_NOW;
        }, request, response);
    }

    /** Where the server sends a request that something answered with a status and no page. */
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(status instanceof Integer code ? Failure.of(code) : Failure.NOT_FOUND, request, response);
    }

    private ModelAndView page(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(failure.status());
        return new ModelAndView("platform/web/failed", "page", new FailedPage(frames.of(request, failure.heading()),
                failure.heading(), failure.words(), null, failure.urgent(), null, List.of()));
    }
}

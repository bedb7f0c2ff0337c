package heed.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows pages from outside Spring's controllers: from filters, where a request was turned away. */
@Component
public class FailedPages {
    private final Frames frames;
    private final Templates templates;

    FailedPages(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    /** Says that the form was sent from a page open for too long. */
    public void stale(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(Failure.STALE.status());
        render("platform/web/failed",
                new FailedPage(frames.of(request, Failure.STALE.heading()), Failure.STALE.heading(),
                        Failure.STALE.words(), null, false, null, List.of()),
                request, response);
    }

    /**
     * Renders a template.
     *
     * @param template its name, such as {@code platform/web/failed}
     * @param page     the one object it takes
     * @throws IllegalStateException if there is no such template or it fails
     */
    public void render(String template, Object page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var view = templates.resolveViewName(template, Locale.UK);
        if (view == null)
            throw new IllegalStateException("there is no template " + template);
        try {
            view.render(Map.of("page", page), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the template " + template + " failed", e);
        }
    }
}

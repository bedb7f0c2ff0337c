package heed.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Renders a template, compiled with the program, from the one object it takes: the model attribute {@code page}. A view
 * named {@code casework/concern/triage} is the template {@code casework/concern/triage.jte}; names with a scheme such
 * as {@code redirect:} are left to Spring.
 */
@Component
@Order(0)
class Templates implements ViewResolver {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return name.indexOf(':') < 0 && engine.hasTemplate(template) ? new Page(template) : null;
    }

    private final class Page implements View {
        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /** Renders whole before the first byte leaves, so a template that fails never sends half a page with a 200. */
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var page = model == null ? null : model.get("page");
            if (page == null) {
                throw new IllegalStateException("The view " + template + " was given no model attribute named page");
            }
            var out = new Utf8ByteOutput();
            engine.render(template, page, out);
            response.setContentType(getContentType());
            response.setContentLength(out.getContentLength());
            out.writeTo(response.getOutputStream());
        }
    }
}

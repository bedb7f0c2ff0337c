package heed.platform.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;

/** Renders a part of a page from its own template and its own model, to stand in another's page. */
@Component
public class Fragments {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    Fragments() {
    }

    /** Renders it now, whole, so that one that fails fails before anything was sent. @param name as of a view */
    public Content of(String name, Object page) {
        var out = new StringOutput();
        engine.render(name + ".jte", page, out);
        var text = out.toString();
        return into -> into.writeContent(text);
    }
}

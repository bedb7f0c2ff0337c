package heed.platform.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * A template as a tagged PDF (PDF/UA-1, ISO 14289-1). The template is well-formed XML with a language, a title and a
 * description; its font family is {@code Heed}, which travels in the file. Nothing outside the template is fetched.
 */
@Component
public class PdfFile {
    /** What somebody can type or paste and XML cannot hold: one such sign would keep the whole from being printed. */
    private static final Pattern NOT_XML = Pattern
            .compile("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uD800-\\uDFFF\\uFFFE\\uFFFF]");
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * Silences the renderer: it writes to the console past the log, and quotes the text that it is given. What it cannot
     * render it throws.
     */
    public PdfFile() {
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Renders a template.
     *
     * @param template its name, without ".jte"
     * @param page     what it takes
     * @return the file
     */
    public byte[] of(String template, Object page) {
        var html = new StringOutput();
        engine.render(template + ".jte", page, html);
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((base, uri) -> null);
        builder.useFont(() -> font("LiberationSans-Regular.ttf"), "Heed", REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("LiberationSans-Bold.ttf"), "Heed", BOLD, FontStyle.NORMAL, true);
        builder.withProducer("Heed");
        builder.withHtmlContent(NOT_XML.matcher(html.toString().strip()).replaceAll(""), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String name) {
        var font = PdfFile.class.getResourceAsStream("/heed/print/" + name);
        if (font == null)
            throw new IllegalStateException("the font " + name + " is missing");
        return font;
    }
}

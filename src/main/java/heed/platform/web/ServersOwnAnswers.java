package heed.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.catalina.Pipeline;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * What the server turns away by itself, a request it cannot take apart, never reaches Heed's filters: it gets the same
 * headers as every page and one plain line, instead of the server's own page.
 */
@Component
class ServersOwnAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    /** After everything that adds a page of the server's own. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (!(context.getParent() instanceof StandardHost host))
                throw new IllegalStateException("the server is built in another way");
            var pipeline = host.getPipeline();
            Arrays.stream(pipeline.getValves()).filter(ErrorReportValve.class::isInstance)
                    .forEach(pipeline::removeValve);
            add(pipeline);
            host.setErrorReportValveClass(Plain.class.getName());
        });
    }

    private static void add(Pipeline pipeline) {
        pipeline.addValve(new Plain());
    }

    /** Answers where nothing else did. */
    static final class Plain extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable throwable) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported())
                return;
            Headers.set(request, response);
            var failure = Failure.of(response.getStatus());
            try {
                response.setContentType("text/plain;charset=UTF-8");
                response.getOutputStream().write((failure.heading() + "\n").getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Whoever asked is gone, or was answered after all.
            }
        }
    }
}

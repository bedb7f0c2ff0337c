package heed.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns whatever escapes everything else into a page, outside sessions and sign-in so that it works without the
 * database. The log gets where it failed and never an exception's message, which may quote what somebody typed.
 */
@Component
@Order(Integer.MIN_VALUE + 1)
class Failures extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** The server became a standby under us. */
    private static final String READ_ONLY = "25006";
    private static final String TRY_AGAIN_AFTER_SECONDS = "30";

    private final SecureRandom random = new SecureRandom();
    private final Frames frames;
    private final FailedPages pages;

    Failures(Frames frames, FailedPages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException | Error e) {
            tell(request, response, e);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, Throwable e) throws IOException {
        var failure = kind(e);
        var incident = failure == Failure.UNEXPECTED ? incident() : null;
        if (failure.urgent())
            LOG.error("{} incident {}: {}", failure, incident, bare(e));
        if (response.isCommitted()) {
            // A form that breaks off is nobody's defect: whoever sent it is gone.
            if (!failure.urgent())
                return;
            throw new IOException("failed after the answer had begun");
        }
        show(request, response, failure, incident);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Failure failure,
            @Nullable String incident)
            throws IOException {
        response.resetBuffer();
        response.setStatus(failure.status());
        var typed = failure.urgent() ? typed(request) : List.<FailedPage.Typed>of();
        var again = typed.isEmpty() ? null : request.getRequestURI();
        if (failure == Failure.AWAY)
            response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER_SECONDS);
        var page = new FailedPage(frames.remembered(failure.heading()), failure.heading(), failure.words(), incident,
                failure.urgent(), again, typed);
        try {
            pages.render("platform/web/failed", page, request, response);
        } catch (RuntimeException e) {
            LOG.error("the page for failures failed: {}", bare(e));
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(failure.heading());
        }
    }

    /** What a form sent, with its token, so that it can be sent again from the page that says what failed. */
    private static List<FailedPage.Typed> typed(HttpServletRequest request) {
        var type = request.getContentType();
        if (!request.getMethod().equals("POST") || request.getRequestURI().startsWith("/sign-in") || type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE))
            return List.of();
        try {
            return request.getParameterMap().entrySet().stream()
                    .flatMap(e -> Arrays.stream(e.getValue()).map(value -> new FailedPage.Typed(e.getKey(), value)))
                    .toList();
        } catch (IllegalStateException tooMuch) {
            return List.of();
        }
    }

    static Failure kind(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            // Undoing failed too, and hides why: what was being undone says it.
            if (cause instanceof TransactionSystemException undoing
                    && undoing.getApplicationException() instanceof Throwable first && kind(first) == Failure.AWAY)
                return Failure.AWAY;
            if (cause instanceof InvalidParameterException bad)
                return Failure.of(bad.getErrorCode());
            if (cause instanceof InvalidFileNameException || cause instanceof MultipartStream.MalformedStreamException
                    || cause instanceof FileUploadException && !(cause instanceof IOFileUploadException))
                return Failure.BAD_REQUEST;
            if (cause instanceof SQLTransientConnectionException)
                return Failure.AWAY;
            if (cause instanceof SQLException sql && sql.getSQLState() instanceof String state
                    && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
                            || state.equals(READ_ONLY)))
                return Failure.AWAY;
        }
        return Failure.UNEXPECTED;
    }

    /** Classes and places of an exception and its causes, without their messages. */
    static String bare(Throwable e) {
        var out = new StringBuilder();
        int depth = 0;
        for (Throwable cause = e; cause != null && depth++ < 8; cause = cause.getCause()) {
            out.append(depth == 1 ? "" : "caused by ").append(cause.getClass().getName());
            if (cause instanceof SQLException sql)
                out.append(" (state ").append(sql.getSQLState()).append(')');
            out.append('\n');
            for (var place : cause.getStackTrace())
                out.append("\tat ").append(place).append('\n');
        }
        return out.toString();
    }

    private String incident() {
        var letters = new StringBuilder();
        for (int i = 0; i < 8; i++)
            letters.append(i == 4 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return letters.toString();
    }
}

package heed.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets files stream from the request. The server's own way of taking a form apart writes every file to disk, unencrypted,
 * as soon as anything asks for a parameter, and the check against forged forms does. So for forms sent to an address
 * that ends in {@code /files} the fields before the first file are read here, and the files not at all. It comes before
 * sessions and sign-in: whatever those ask of the request is answered from what was read.
 */
@Component
@Order(Integer.MIN_VALUE + 2)
public class StreamedForms extends OncePerRequestFilter {
    /** The most bytes of a whole request: ten of the largest files, and room for as many that are refused. */
    private static final long MOST = 600_000_000L;
    private static final int FIELDS_MOST = 50;
    private static final int FIELD_MOST = 500_000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getMethod().equals("POST") || type == null
                || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")
                || !request.getRequestURI().endsWith("/files");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Read read;
        try {
            read = read(request);
        } catch (TooMuch e) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        } catch (IOException e) {
            // Not a form at all, or one that broke off before its first file.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(read, response);
    }

    private static Read read(HttpServletRequest request) throws IOException, TooMuch {
        if (request.getContentLengthLong() > MOST)
            throw new TooMuch();
        var upload = new FileUpload();
        upload.setSizeMax(MOST);
        upload.setHeaderEncoding("UTF-8");
        var parts = upload.getItemIterator(new Context(request));
        var fields = new LinkedHashMap<String, List<String>>();
        FileItemStream first = null;
        while (first == null && parts.hasNext()) {
            var part = parts.next();
            if (!part.isFormField())
                first = part;
            else {
                if (fields.size() >= FIELDS_MOST)
                    throw new TooMuch();
                fields.computeIfAbsent(part.getFieldName(), name -> new ArrayList<>()).add(text(part));
            }
        }
        request.setAttribute(StreamedForm.ATTRIBUTE, new StreamedForm(parts, first));
        return new Read(request, fields);
    }

    private static String text(FileItemStream part) throws IOException, TooMuch {
        try (var in = part.openStream()) {
            var bytes = in.readNBytes(FIELD_MOST + 1);
            if (bytes.length > FIELD_MOST)
                throw new TooMuch();
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** More than is taken. */
    private static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What the library that takes forms apart asks of a request. */
    private record Context(HttpServletRequest request) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public @Nullable String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }
    }

    /** The request with the fields that were read, and nothing in it that would be taken apart again. */
    private static final class Read extends HttpServletRequestWrapper {
        private final Map<String, String[]> fields = new LinkedHashMap<>();

        Read(HttpServletRequest request, Map<String, List<String>> fields) {
            super(request);
            fields.forEach((name, values) -> this.fields.put(name, values.toArray(String[]::new)));
        }

        @Override
        public String getContentType() {
            return "application/x-www-form-urlencoded";
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = fields.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(fields);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = fields.get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable Part getPart(String name) {
            return null;
        }
    }

    /** Gives a controller's method the form's files; none where the form was sent without. */
    @Configuration
    static class Argument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == StreamedForm.class;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
                NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
            var form = request.getAttribute(StreamedForm.ATTRIBUTE, NativeWebRequest.SCOPE_REQUEST);
            return form == null ? StreamedForm.NONE : form;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }
    }
}

package heed.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the headers that tell browsers what a page may do. The first filter of all, so that every answer carries them,
 * those of failures too.
 */
@Component
@Order(Integer.MIN_VALUE)
class Headers extends OncePerRequestFilter {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'; "
            + "manifest-src 'self'";
    static final String FEATURES = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), "
            + "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        set(request, response);
        chain.doFilter(request, response);
    }

    /** What the server itself turns away comes here only on its way to the page that says so. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Sets them on an answer to this request. */
    static void set(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", FEATURES);
        var first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // A request that could not be taken apart has no path.
        var path = first instanceof String asked ? asked : String.valueOf(request.getRequestURI());
        // The address of an invitation is itself a secret for a while.
        response.setHeader("Referrer-Policy", path.startsWith("/sign-in") ? "no-referrer" : "same-origin");
        if (first != null || !path.startsWith("/assets/"))
            response.setHeader("Cache-Control", "no-store");
        if (request.isSecure())
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
}

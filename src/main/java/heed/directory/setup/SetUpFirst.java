package heed.directory.setup;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** While Heed is empty, every page a person opens leads to set-up: there is nobody to sign in as. */
@Component
@Order(Integer.MIN_VALUE + 10)
class SetUpFirst extends OncePerRequestFilter {
    private final FirstStart start;

    SetUpFirst(FirstStart start) {
        this.start = start;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        boolean page = path.equals("/") || path.equals("/sign-in");
        if (page && request.getMethod().equals("GET") && start.setUpNeeded())
            response.sendRedirect("/set-up");
        else
            chain.doFilter(request, response);
    }
}

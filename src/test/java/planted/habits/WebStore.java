package planted.habits;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Repository;

/** Breaks a rule on purpose: a store that reads the request. */
@Repository
public class WebStore {
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}

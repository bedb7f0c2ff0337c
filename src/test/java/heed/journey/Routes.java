package heed.journey;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every address that answers with a page, and which of them were seen. */
final class Routes {
    /** Leads on to another page and has none of its own. */
    private static final Set<String> NO_PAGE = Set.of("/queue", "/sign-in/with/{provider}",
            "/sign-in/with/{provider}/back");
    private static final List<String> OF_THE_FIRST_START = List.of("/set-up", "/sign-in/", "/checklist");

    private final List<PathPattern> patterns;
    private final Set<String> seen = new TreeSet<>();

    private Routes(Stream<PathPattern> patterns) {
        this.patterns = patterns.toList();
    }

    /** Those of the work that the demonstration shows. */
    static Routes ofWork(ApplicationContext context) {
        return new Routes(
                all(context).filter(p -> OF_THE_FIRST_START.stream().noneMatch(p.getPatternString()::startsWith)));
    }

    /** Those of set-up and of signing in, which the demonstration has not. */
    static Routes ofTheFirstStart(ApplicationContext context) {
        return new Routes(
                all(context).filter(p -> OF_THE_FIRST_START.stream().anyMatch(p.getPatternString()::startsWith)));
    }

    private static Stream<PathPattern> all(ApplicationContext context) {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("heed."))
                .filter(e -> e.getValue().getMethod().getReturnType() == String.class)
                .map(e -> e.getKey())
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPathPatternsCondition() == null
                        ? Stream.empty()
                        : mapping.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> !NO_PAGE.contains(pattern.getPatternString()));
    }

    /** Notes that the page at this path was seen. */
    void see(String path) {
        var parsed = PathContainer.parsePath(path.replaceFirst("[?#].*", ""));
        patterns.stream().filter(p -> p.matches(parsed)).min(Comparator.naturalOrder())
                .ifPresent(p -> seen.add(p.getPatternString()));
    }

    /** Those not seen. */
    List<String> unseen() {
        return patterns.stream().map(PathPattern::getPatternString).filter(p -> !seen.contains(p)).distinct().sorted()
                .toList();
    }
}

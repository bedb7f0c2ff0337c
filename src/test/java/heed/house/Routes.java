package heed.house;

import heed.access.Permission;
import heed.platform.web.StepUp;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the controllers under a package, read as Spring reads them, those of the demo profile too. */
final class Routes {
    private Routes() {
    }

    /** A route: method (or ANY), path, and the method that answers it. */
    record Route(String method, String path, String handler, boolean demo, Method answers) {
        boolean stepUp() {
            return answers.isAnnotationPresent(StepUp.class);
        }

        String key() {
            return method + " " + path;
        }
    }

    /**
     * What a reviewer wrote of a route: who may, on which record, whether it is in the audit log, and whether it needs a
     * fresh confirmation.
     */
    record Line(String method, String path, String handler, String needs, String record, String trailed,
            boolean stepUp) {
        private static final String STEP_UP = "step-up";

        static Line of(String text) {
            var parts = text.strip().split("\\s+");
            if (parts.length != 6 && !(parts.length == 7 && parts[6].equals(STEP_UP)))
                throw new IllegalArgumentException("six parts are needed, and step-up where it is: " + text);
            return new Line(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts.length == 7);
        }

        String key() {
            return method + " " + path;
        }

        String text() {
            return "%-4s  %-40s  %-40s  %-45s  %-15s  %s%s".formatted(method, path, handler, needs, record, trailed,
                    stepUp ? "  " + STEP_UP : "");
        }

        /** The permissions of which one is needed; empty for open and signed-in. */
        List<Permission> permissions() {
            return Arrays.stream(needs.split("\\|"))
                    .flatMap(n -> Arrays.stream(Permission.values()).filter(p -> p.name().equals(n)))
                    .toList();
        }
    }

    /** Makes mappings of annotations without registering any. */
    private static final class Reading extends RequestMappingHandlerMapping {
        Reading() {
            setApplicationContext(new StaticWebApplicationContext());
            afterPropertiesSet();
        }

        @Override
        protected boolean isHandler(Class<?> type) {
            return false;
        }

        @Nullable
        RequestMappingInfo of(Method method, Class<?> type) {
            return getMappingForMethod(method, type);
        }
    }

    static List<Route> under(String base) {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles("demo");
        var scan = new ClassPathScanningCandidateComponentProvider(false, environment);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        var reading = new Reading();
        var found = new ArrayList<Route>();
        for (var bean : scan.findCandidateComponents(base)) {
            var type = type(bean.getBeanClassName());
            if (base.equals("heed")
                    && type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-classes"))
                continue;
            for (var method : type.getDeclaredMethods()) {
                var mapping = reading.of(method, type);
                if (mapping != null)
                    found.addAll(routes(mapping, method, AnnotatedElementUtils.hasAnnotation(type, Profile.class)));
            }
        }
        found.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return found;
    }

    static List<Route> routes(RequestMappingInfo mapping, Method answers, boolean demo) {
        var methods = mapping.getMethodsCondition().getMethods();
        var names = methods.isEmpty() ? List.of("ANY") : methods.stream().map(RequestMethod::name).sorted().toList();
        return mapping.getPatternValues().stream()
                .flatMap(path -> names.stream().map(name -> new Route(name, path,
                        answers.getDeclaringClass().getSimpleName() + "." + answers.getName(), demo, answers)))
                .toList();
    }

    static List<Line> lines() {
        return Arrays.stream(Golden.read("routes.txt").split("\n")).filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(Line::of).toList();
    }

    /** What the lines and the routes do not agree on. */
    static List<String> differences(List<Route> routes, List<Line> lines) {
        var found = new ArrayList<String>();
        for (var route : routes) {
            var line = lines.stream().filter(l -> l.key().equals(route.key())).findFirst();
            if (line.isEmpty() || line.get().needs().equals("?"))
                found.add(route.key() + " is in no line");
            else if (!line.get().handler().equals(route.handler()))
                found.add(route.key() + " is answered by " + route.handler());
            else if (line.get().stepUp() != route.stepUp())
                found.add(route.key() + (route.stepUp() ? " needs" : " does not need") + " a fresh confirmation");
        }
        for (var line : lines)
            if (routes.stream().noneMatch(r -> r.key().equals(line.key())))
                found.add(line.key() + " is no route");
        return found;
    }

    private static Class<?> type(@Nullable String name) {
        try {
            return Class.forName(String.valueOf(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

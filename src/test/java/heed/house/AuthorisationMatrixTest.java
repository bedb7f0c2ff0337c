package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import heed.house.Routes.Route;
import heed.platform.db.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import planted.holes.HolesController;

/**
 * Every route × method × role × relationship to the record × marking × state × scope, asked of the running application and
 * held against {@code docs/golden/matrix.txt}: what one may not see is not there, with the page of what never was.
 */
@SpringBootTest
class AuthorisationMatrixTest {
    private static final int AT_ONCE = 2;

    @Autowired
    ApplicationContext context;

    @Test
    void every_route_has_a_row_and_every_row_a_route() {
        assertThat(Matrix.read().differences(Routes.under("heed"))).isEmpty();
    }

    @Test
    void every_route_answers_everybody_about_every_record_as_the_matrix_says() throws Exception {
        var started = System.nanoTime();
        var runs = inTurns(served());
        report("authorisation matrix: %,d routes, %,d cells, expected %s, in %d s".formatted(served().size(),
                runs.stream().mapToInt(MatrixRun::tried).sum(), runs.stream().map(MatrixRun::answers).toList(),
                (System.nanoTime() - started) / 1_000_000_000));
        assertThat(runs.stream().flatMap(run -> run.found().stream())).isEmpty();
        for (var run : runs) {
            assertThat(run.answers()).as("a matrix that never says yes or never no proves nothing")
                    .containsOnlyKeys(Matrix.Answer.values());
        }
    }

    @Test
    void a_route_without_a_row_and_a_row_without_a_route_are_found() {
        assertThat(Matrix.read().differences(Routes.under("planted.routes"))).contains(
                "POST /forgotten has no row: write \"POST  /forgotten  WHO  RECORD\" in docs/golden/matrix.txt; its head says what WHO and RECORD can be",
                "GET /queue/{shelf} is no route");
        assertThat(Matrix.of("POST /forgotten everyone -\nGET /forgotten/{ref} anyone -")
                .differences(Routes.under("planted.routes"))).containsExactly(
                        "POST /forgotten names everyone, which is no group of docs/golden/matrix.txt");
    }

    @Test
    void planted_holes_are_found() {
        var mapping = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var holes = new HolesController(context.getBean(Transactions.class), context.getBean(JdbcClient.class));
        var planted = Routes.under("planted.holes");
        var registered = planted.stream().collect(Collectors.toMap(r -> r, r -> RequestMappingInfo.paths(r.path())
                .methods(RequestMethod.valueOf(r.method())).options(mapping.getBuilderConfiguration()).build()));
        registered.forEach((route, info) -> mapping.registerMapping(info, holes, route.answers()));
        try {
            var run = new MatrixRun(context, Matrix.of(Golden.read("matrix.txt") + """
                    GET   /planted/unasked              officers  -
                    GET   /planted/listed-well/{ref}    officers  concern
                    GET   /planted/listed               desk      list:desk
                    GET   /planted/left-out             officers  list:desk
                    POST  /planted/checked-first/{ref}  officers  concern
                    GET   /planted/told-apart/{ref}     officers  concern
                    who desk DSO DSL COORDINATOR
                    """));
            planted.stream().sorted(Comparator.comparing(r -> r.path().contains("{ref}") ? 0 : 1)).forEach(run::ask);
            assertThat(run.found()).contains(
                    "GET /planted/unasked by staff: NOT_THERE is expected, and 200 came",
                    "GET /planted/listed-well/{ref} by dso, NORMAL EXCLUDED: NOT_THERE is expected, and 200 came",
                    "GET /planted/listed-well/{ref} by dsl, RESTRICTED NONE: NOT_THERE is expected, and 200 came",
                    "GET /planted/listed by dso: shows a concern NORMAL that they do not see",
                    "GET /planted/listed for dso: a concern NORMAL that they do not see is shown",
                    "GET /planted/left-out for dso: a concern NORMAL that they see is left out",
                    "POST /planted/checked-first/{ref} by staff, NORMAL NONE: NOT_THERE is expected, and 422 came",
                    "POST /planted/checked-first/{ref} by coordinator, ALLEGATION NONE: NOT_THERE is expected, and 422 came",
                    "GET /planted/told-apart/{ref} by dso, RESTRICTED NONE: the page differs from that of what never was");
            assertThat(run.found()).noneMatch(f -> f.contains("told-apart") && !f.contains("the page differs"));
        } finally {
            registered.values().forEach(mapping::unregisterMapping);
        }
    }

    /** Two at a time, every other route each, with people and records of their own. */
    private List<MatrixRun> inTurns(List<Route> routes) throws InterruptedException, ExecutionException {
        var turns = new ArrayList<Callable<MatrixRun>>();
        for (int turn = 0; turn < AT_ONCE; turn++) {
            int first = turn;
            turns.add(() -> {
                var run = new MatrixRun(context, Matrix.read());
                for (int i = first; i < routes.size(); i += AT_ONCE)
                    run.ask(routes.get(i));
                return run;
            });
        }
        var runs = new ArrayList<MatrixRun>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : threads.invokeAll(turns))
                runs.add(done.get());
        }
        return runs;
    }

    /** The routes of the demonstration are not served outside it: DemoSignInTest has them. */
    private static List<Route> served() {
        return Routes.under("heed").stream().filter(r -> !r.demo() && !r.method().equals("ANY")).toList();
    }

    private static void report(String line) {
        System.out.println(line);
    }
}

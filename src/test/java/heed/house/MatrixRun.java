package heed.house;

import heed.casework.ConcernRef;
import heed.cast.Cast;
import heed.cast.Visit;
import heed.house.Matrix.Answer;
import heed.house.Matrix.Row;
import heed.house.Matrix.Who;
import heed.house.MatrixConcerns.Kind;
import heed.house.MatrixConcerns.Made;
import heed.house.MatrixConcerns.Tie;
import heed.house.MatrixRecords.Whose;
import heed.house.Routes.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/** Asks the application, through every filter of it, what the matrix says it answers, and keeps what it answers otherwise. */
final class MatrixRun {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern ENDS_SESSIONS = Pattern.compile("sign-out|session");
    private static final Pattern REFERENCE = Pattern.compile("C-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}");
    /** Those not signed in are turned away before a path is read, so these stand for every record. */
    private static final List<Kind> FOR_OUTSIDERS = List.of(new Kind("NORMAL", Tie.NONE),
            new Kind("ALLEGATION", Tie.NONE), new Kind("NORMAL", Tie.ELSEWHERE));
    /**
     * Those whose roles may not call a route at all are asked about each relation that could be taken for a right to it,
     * and not about bars and states, which could only take one away; -Pdrills asks about everything.
     */
    private static final Set<Tie> FOR_THE_UNPERMITTED = Set.of(Tie.NONE, Tie.NAMED, Tie.RAISED, Tie.TOOK_UP,
            Tie.OPENED, Tie.LEADS_ITS_CASE);
    /** Asked of every route; of the others one in so many, each person about each kind on some route. */
    private static final Set<Tie> ALWAYS = Set.of(Tie.NONE, Tie.EXCLUDED);
    private static final int ONE_IN = 4;
    private static final boolean EVERYTHING = Boolean.getBoolean("drill.everything");

    private final Matrix matrix;
    private final MatrixPeople people;
    private final MatrixConcerns concerns;
    private final MatrixRecords records;
    private final List<String> found = new ArrayList<>();
    private final Map<String, String> nothing = new HashMap<>();
    private final Map<String, Integer> cells = new TreeMap<>();
    private final Map<Answer, Integer> answers = new TreeMap<>();

    MatrixRun(ApplicationContext context, Matrix matrix) {
        this.matrix = matrix;
        var cast = Cast.in(context);
        var elsewhere = Cast.in(context);
        people = new MatrixPeople(context, cast);
        concerns = new MatrixConcerns(context, cast, elsewhere, people);
        records = new MatrixRecords(context, cast, elsewhere, people);
    }

    /** Whatever was answered otherwise than the matrix says. */
    List<String> found() {
        return List.copyOf(found);
    }

    Map<Answer, Integer> answers() {
        return Map.copyOf(answers);
    }

    /** Cells tried, by what the paths name. */
    Map<String, Integer> cells() {
        return new TreeMap<>(cells);
    }

    int tried() {
        return cells.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Every cell of a route. */
    void ask(Route route) {
        var row = matrix.row(route.key()).orElseThrow(() -> new IllegalStateException(route.key() + " has no row"));
        switch (row.record()) {
            case "-" -> people.all().forEach(who -> cell(route, row, who, Map.of(), matrix.door(row, who), "", false));
            case "list:desk", "list:own" -> people.all().forEach(who -> list(route, row, who));
            case "grant" -> grants(route, row);
            case "concern", "reading", "managed", "allegation", "own", "case", "known" -> aboutConcerns(route, row);
            default -> aboutRecords(route, row);
        }
    }

    private void aboutConcerns(Route route, Row row) {
        for (var who : people.all())
            for (var kind : who.outside() == null ? Kind.all() : FOR_OUTSIDERS) {
                if (row.record().equals("case") && !kind.tie().inCase()
                        || row.record().equals("known") && kind.tie() == Tie.IN_ERROR || left(row, who, kind))
                    continue;
                var made = concerns.of(kind, who);
                var expected = matrix.expected(row, who, made.held());
                var answer = cell(route, row, who, path(row, made), expected, kind.marking() + " " + kind.tie(), true);
                if (answer.changed())
                    concerns.spoil(kind, who);
            }
        if (row.path().contains("{file}"))
            anotherRecordsFile(route, row);
    }

    /** What an ordinary run leaves to the drills. */
    private boolean left(Row row, Who who, Kind kind) {
        if (EVERYTHING || who.outside() != null || row.path().equals("/concerns/{ref}")
                || row.path().startsWith("/planted/"))
            return false;
        if (!ALWAYS.contains(kind.tie()) && Math.floorMod((row.key() + who.name() + kind).hashCode(), ONE_IN) > 0)
            return true;
        return matrix.door(row, who) == Answer.NOT_THERE && !FOR_THE_UNPERMITTED.contains(kind.tie())
                || kind.tie().state() && !kind.marking().equals("NORMAL") && !row.record().equals("case");
    }

    /** A file is there under its own record only. */
    private void anotherRecordsFile(Route route, Row row) {
        for (var who : people.signedIn()) {
            var open = concerns.of(new Kind("NORMAL", row.record().equals("own") ? Tie.RAISED : Tie.NONE), who);
            var shut = concerns.of(new Kind("RESTRICTED", Tie.EXCLUDED), who);
            cell(route, row, who, Map.of("ref", open.ref().value(), "file", concerns.file(shut)), Answer.NOT_THERE,
                    "another record's file", false);
        }
    }

    private Map<String, String> path(Row row, Made made) {
        var values = new HashMap<String, String>();
        values.put("ref", row.record().equals("case") ? concerns.caseRef(made) : made.ref().value());
        if (row.path().contains("{file}"))
            values.put("file", concerns.file(made));
        if (row.path().contains("{call}"))
            values.put("call", concerns.call(made));
        if (row.record().equals("known"))
            values.putAll(concerns.known(made));
        values.put("staff", made.held().barred().stream().findFirst().orElse(made.by().staff()).toString());
        return values;
    }

    private void aboutRecords(Route route, Row row) {
        for (var who : people.all())
            for (var whose : MatrixRecords.whose(row.record())) {
                if (who.outside() != null && whose == Whose.MINE)
                    continue;
                var door = matrix.door(row, who);
                var expected = door == Answer.THERE && !MatrixRecords.shown(row.record(), whose)
                        && !(whose == Whose.A_COLLEAGUES
                                && AssuranceRecords.othersActions(row.record(), who.roles()))
                                        ? Answer.NOT_THERE
                                        : door;
                var answer = cell(route, row, who, records.of(row, who, whose), expected, whose.name(), true);
                if (answer.changed())
                    records.spoil(row, who, whose);
            }
    }

    /** Ending a role: there for those who give roles of its kind, whoever else may open the person's page. */
    private void grants(Route route, Row row) {
        for (var who : people.all())
            for (var reader : new boolean[]{true, false}) {
                var values = records.grant(reader);
                var group = new Row(row.method(), row.path(), reader ? "readers-givers" : "others-givers",
                        row.record());
                if (cell(route, group, who, values, matrix.door(group, who), reader ? "a reading role" : "another role",
                        true).changed())
                    records.endedGrant(reader);
            }
    }

    /** A list, all of its pages: it shows what is expected, and {@link #cell} finds what else it shows. */
    private void list(Route route, Row row, Who who) {
        var shelves = row.path().contains("{shelf}") ? List.of("waiting", "in-hand", "decided") : List.of("");
        var shown = new HashSet<String>();
        for (var shelf : shelves) {
            var expected = matrix.door(row, who);
            var last = cell(route, row, who, Map.of("shelf", shelf), expected, shelf, false);
            shown.addAll(references(last.body()));
            for (var more = next(last.body()); more != null; more = next(people.visit(who).body())) {
                people.visit(who).get(more).must(200);
                shown.addAll(references(people.visit(who).body()));
            }
        }
        if (matrix.door(row, who) != Answer.THERE)
            return;
        var standing = concerns.standing();
        standing.forEach((ref, held) -> {
            if (listed(row, who, held) != shown.contains(ref) && !out(ref))
                found.add("%s for %s: a concern %s that they %s is %s".formatted(row.key(), who.name(), held.marking(),
                        listed(row, who, held) ? "see" : "do not see", shown.contains(ref) ? "shown" : "left out"));
        });
        count("listed", standing.size());
    }

    private boolean listed(Row row, Who who, Matrix.Held held) {
        return row.record().equals("list:own") ? Matrix.own(who, held) : matrix.desk(who, held);
    }

    /** What was recorded in error is in no list, whoever sees it. */
    private boolean out(String ref) {
        return concerns.outOfUse().contains(ref);
    }

    private static @Nullable String next(String body) {
        var link = org.jsoup.Jsoup.parse(body).selectFirst("a[href*='?after=']");
        return link == null ? null : link.attr("href");
    }

    private static Set<String> references(String body) {
        var all = new HashSet<String>();
        var matcher = REFERENCE.matcher(body);
        while (matcher.find())
            all.add(matcher.group());
        return all;
    }

    /** What came back. */
    private record Came(boolean changed, String body) {
    }

    private Came cell(Route route, Row row, Who who, Map<String, String> values, Answer expected, String on,
            boolean compared) {
        count(row.record().startsWith("list:") ? "list" : row.record(), 1);
        answers.merge(expected, 1, Integer::sum);
        var what = "%s by %s%s".formatted(row.key(), who.name(), on.isEmpty() ? "" : ", " + on);
        var path = filled(row.path(), values);
        people.keepFresh(who);
        var visit = people.visit(who);
        int status;
        try {
            send(visit, route, path);
            status = visit.status();
        } catch (IllegalStateException failed) {
            found.add(what + ": failed, " + failed.getCause());
            return new Came(true, "");
        }
        var came = answer(visit, row);
        if (came != expected)
            found.add("%s: %s is expected, and %d came%s".formatted(what, expected, status,
                    visit.location() == null ? "" : " to " + visit.location()));
        else if (came == Answer.NOT_THERE && compared
                && !bare(visit.body(), path).equals(nothingThere(route, row, who)))
            found.add(what + ": the page differs from that of what never was");
        var body = visit.body();
        if (came == Answer.THERE)
            for (var ref : references(body)) {
                var held = concerns.held(ref);
                if (held != null && !Matrix.own(who, held) && !matrix.reads(who, held))
                    found.add("%s: shows a concern %s that they do not see".formatted(what, held.marking()));
            }
        var changed = !route.method().equals("GET") && status / 100 < 4;
        // What ends sessions may have ended the one of whoever asked.
        if (changed && ENDS_SESSIONS.matcher(row.path()).find())
            people.signInAgain(who);
        return new Came(changed, body);
    }

    private static Answer answer(Visit visit, Row row) {
        var leads = visit.location();
        // Signing out leads to signing in, whoever asks.
        if (visit.status() == 401
                || leads != null && leads.startsWith("/sign-in") && !row.path().startsWith("/sign-"))
            return Answer.SIGN_IN;
        return Set.of(200, 302, 303, 409, 422).contains(visit.status()) || row.who().equals("anyone")
                && visit.status() < 500 ? Answer.THERE : visit.status() == 404 ? Answer.NOT_THERE : refused(visit);
    }

    private static Answer refused(Visit visit) {
        throw new IllegalStateException("answered with " + visit.status());
    }

    /** The page for a record that never was, asked for by the same person at the same route. */
    private String nothingThere(Route route, Row row, Who who) {
        return nothing.computeIfAbsent(row.key() + who.name(), key -> {
            var never = UUID.randomUUID().toString();
            var values = new HashMap<String, String>();
            for (var name : List.of("id", "draft", "grant", "file", "staff", "call", "session", "passkey", "link",
                    "naming", "other", "paper", "invitation", "ret", "statement", "fact", "share", "milestone",
                    "holder", "alias",
                    "challenge", "declaration", "pairing", "received", "report", "template", "review", "edition"))
                values.put(name, never);
            values.put("ref", row.record().equals("case")
                    ? "K-0000-00"
                    : row.record().endsWith("advice")
                            ? heed.casework.AdviceRef.random().value()
                            : ConcernRef.random().value());
            values.putAll(Map.of("piece", "r-1", "question", "1.1", "theme", "T99", "part", "purpose", "move",
                    row.path().contains("/cycles/")
                            ? "SKIP_PEER_REVIEW"
                            : row.path().contains("/received/") || row.path().contains("/reports/")
                                    ? "PUBLISH"
                                    : "BEGIN",
                    // Before any quarter that is offered, and after any publication of one.
                    "quarter", "1999-q1", "number", "99"));
            var path = filled(row.path(), values);
            send(people.visit(who), route, path);
            return bare(people.visit(who).body(), path);
        });
    }

    /** Without the path asked for, tokens, and the navigation, which counts what waits at the moment. */
    private static String bare(String body, String path) {
        return body.replace(path, "").replaceAll("value=\"[^\"]*\"", "").replaceAll("(?s)<nav.*?</nav>", "");
    }

    private static void send(Visit visit, Route route, String path) {
        var sent = new ArrayList<String>();
        for (var parameter : route.answers().getParameters()) {
            var asked = parameter.getAnnotation(RequestParam.class);
            if (asked == null || parameter.getType() == Map.class || !asked.required()
                    || !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE))
                continue;
            sent.add(parameter.getName());
            sent.add(parameter.getType() == UUID.class
                    ? UUID.randomUUID().toString()
                    : parameter.getName().equals("outcome")
                            ? "REFER"
                            : parameter.getType().isEnum()
                                    ? parameter.getType().getEnumConstants()[0].toString()
                                    : "1");
        }
        visit.send(HttpMethod.valueOf(route.method()), path, sent.toArray(String[]::new));
    }

    private static String filled(String path, Map<String, String> values) {
        var fixed = Map.of("mark", "0", "person", "1", "step", "account", "token", "nothing", "provider",
                "nothing", "measure", "concerns-raised", "list", "levels_of_need", "code",
                "CHILD_1");
        return VARIABLE.matcher(path).replaceAll(match -> {
            var value = values.getOrDefault(match.group(1), fixed.get(match.group(1)));
            if (value == null)
                throw new IllegalStateException("say in MatrixRecords what {" + match.group(1) + "} is in " + path);
            return value;
        });
    }

    private void count(String what, int more) {
        cells.merge(what, more, Integer::sum);
    }
}

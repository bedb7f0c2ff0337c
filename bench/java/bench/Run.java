package bench;

import heed.Heed;
import heed.Visitor;
import heed.access.Role;
import heed.casework.Town;
import heed.casework.known.KnownPeople;
import heed.casework.search.Search;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole run: {@code mvn -Pbench verify}. It fills a council on the embedded database, fsync on, asks Heed and plain
 * ways of doing the same in turns, and writes target/bench/report.json. What each figure means is in docs/performance.md.
 */
final class Run {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int SEARCHES = 200;
    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));

    private final Path work;
    private final Recording recording;
    private final Report report;
    private final GenericApplicationContext context;
    private final int port;
    private final Town town;
    private final Actor officer;
    private final Actor lead;
    private final List<Actor> raisers = new ArrayList<>();
    private final Filling filling;
    private final Map<String, Double> before = new LinkedHashMap<>();

    private Run(Path work, Recording recording, Report report, GenericApplicationContext context) {
        this.work = work;
        this.recording = recording;
        this.report = report;
        this.context = context;
        port = ((WebServerApplicationContext) context).getWebServer().getPort();
        town = Town.in(context);
        officer = town.person("Amina Sefton", Role.DSO);
        lead = town.person("Ruth Calder", Role.DSL);
        for (int i = 0; i < CLIENTS; i++)
            raisers.add(town.person("Raiser " + (char) ('A' + i)));
        for (int i = 0; i < 1_000; i++)
            town.person(new Invented(i).name() + "-" + (char) ('a' + i / 26 % 26) + (char) ('a' + i % 26) + (char) ('a' + i / 676));
        filling = new Filling(context, town, raisers, officer);
    }

    /** Runs it. {@code -Dbench.sizes=1000,10000} and {@code -Dbench.people=0} make it shorter, 1000000 longer. */
    static void run() throws Exception {
        var target = Path.of("target").toAbsolutePath();
        var work = target.resolve("bench");
        FileSystemUtils.deleteRecursively(work);
        Files.createDirectories(work);
        var recording = new Recording();
        var report = new Report();
        var application = new SpringApplication(Heed.class);
        application.addInitializers(made -> made.getBeanFactory().addBeanPostProcessor(recording));
        var data = work.resolve("data");
        var settings = new String[]{"--heed.data=" + data, "--spring.profiles.active=demo", "--heed.demo.load=false",
                "--heed.jobs=false", "--heed.password.memory-kib=64", "--server.port=0"};
        var sizes = Arrays.stream(System.getProperty("bench.sizes", "1000,10000,100000").split(",")).map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt).toArray();
        var people = Integer.getInteger("bench.people", 1_000_000);
        Run bench;
        try (var context = (GenericApplicationContext) application.run(settings)) {
            bench = new Run(work, recording, report, context);
            bench.sql("""
                    create schema bench;
                    create table bench.told (id uuid primary key, received_at timestamptz not null, words tsvector not null);
                    create index on bench.told using gin (words);
                    grant usage on schema bench to heed_app;
                    grant select, insert on bench.told to heed_app""");
            if (wanted("assurance"))
                bench.assurance();
            for (int size : sizes)
                bench.at(size);
            if (sizes.length > 0 && wanted("trail"))
                bench.trail();
            if (people > 0)
                bench.people(people);
        }
        if (!Boolean.parseBoolean(System.getProperty("bench.starts", "true"))) {
            report.finish(work.resolve("report.json"));
            return;
        }
        var starts = new Starts(work, target.resolve("heed.jar"), data);
        starts.measure(report);
        bench.memory(starts);
        report.finish(work.resolve("report.json"));
    }

    /** Whether this part is run: all are, unless {@code -Dbench.only} names some. */
    private static boolean wanted(String part) {
        var only = System.getProperty("bench.only", "");
        return only.isEmpty() || List.of(only.split(",")).contains(part);
    }

    private void at(int size) throws Exception {
        long bytes = databaseBytes();
        int had = filling.made();
        long from = System.nanoTime();
        filling.to(size);
        report.add("filling", size, (size - had) / ((System.nanoTime() - from) / 1e9), "/s", "by Heed's own stores");
        sql("vacuum analyze");
        sql("checkpoint");
        if (size - had >= 5_000)
            report.add("database bytes per concern, with its tokens and audit log", size,
                    (double) (databaseBytes() - bytes) / (size - had), "B", "");
        if (wanted("raise"))
            raise(size);
        if (wanted("queue"))
            queue(size);
        if (wanted("search"))
            search(size);
        if (wanted("match"))
            match(size);
        if (wanted("home"))
            home(size);
    }

    // ---- raising

    private void raise(int size) throws Exception {
        var browsers = new ArrayList<Load.Task>();
        var replays = new ArrayList<Load.Task>();
        var connections = new ArrayList<Connection>();
        int statements = 0;
        for (int i = 0; i < CLIENTS; i++) {
            var browser = sender(raisers.get(i), size + i, port);
            var replay = recording.replay(browser);
            statements = replay.statements();
            var connection = plain();
            connections.add(connection);
            browsers.add(browser);
            replays.add(() -> replay.run(connection));
        }
        long concerns = town.count("select count(*) from casework.concern");
        long wal = walBytes();
        browsers.getFirst().run();
        Load.during(TURN, browsers.subList(0, 1));
        long one = town.count("select count(*) from casework.concern") - concerns;
        report.add("WAL bytes per concern raised", size, (double) (walBytes() - wal) / one, "B",
                "with full pages after a checkpoint");
        for (int clients : new int[]{1, CLIENTS}) {
            var ratio = turns(browsers.subList(0, clients), replays.subList(0, clients));
            report.add("raise through HTTP, clients: " + clients, size, ratio.heed().perSecond(), "/s", "");
            report.add("raise through HTTP ÷ the same SQL by JDBC, clients: " + clients, size, ratio.share(), "×",
                    Report.Aim.AT_LEAST, 0.35, statements + " statements");
        }
        for (var connection : connections)
            connection.close();
        forgetReplayed();
        filling.settle();
    }

    /** What plain JDBC wrote again opens with no key; of each, only many were received at one and the same moment. */
    private void forgetReplayed() throws Exception {
        sql("""
                set session_replication_role = replica;
                create temp table replayed as select id from casework.concern where received_at in (
                  select received_at from casework.concern group by received_at having count(*) > 1);
                do $$
                declare child record;
                begin
                  for child in select table_schema, table_name from information_schema.columns
                                where table_schema = 'casework' and column_name = 'concern_id' loop
                    execute format('delete from %I.%I where concern_id in (select id from replayed)',
                      child.table_schema, child.table_name);
                  end loop;
                end $$;
                delete from casework.concern where id in (select id from replayed);
                drop table replayed;
                set session_replication_role = origin""");
    }

    static Load.Task sender(Actor by, int seed, int port) {
        var browser = Browser.of(by, port);
        var invented = new Invented(seed);
        return () -> browser.post("/raise/from-browser",
                "submission=" + UUID.randomUUID() + "&danger=no&seen=" + encode(invented.account()) + "&who="
                        + encode(invented.name()) + "&where=" + encode("the park"));
    }

    // ---- the queue

    private void queue(int size) throws Exception {
        var browser = Browser.of(officer, port);
        Load.Task page = () -> browser.get("/queue/waiting");
        page.run();
        var replay = recording.replay(page);
        try (var connection = plain(); var narrow = plain()) {
            var same = turns(List.of(page), List.of(() -> replay.run(connection)));
            report.add("queue page", size, same.heed().millis(0.5), "ms", "median, one client");
            report.add("queue page ÷ the same SQL by JDBC", size, same.share(), "×", Report.Aim.AT_LEAST, 0.40,
                    replay.statements() + " statements, policy, row security and audit log among them");
            var rows = narrow.prepareStatement("select * from casework.concern where scope_id = ? and status in "
                    + "('RECEIVED') order by not danger, received_at, id limit 50");
            rows.setObject(1, town.scope());
            var bare = turns(List.of(page), List.of(() -> {
                try (var set = narrow.prepareStatement("select set_config('heed.scope', ?, true)")) {
                    set.setString(1, town.scope().toString());
                    set.execute();
                }
                try (var found = rows.executeQuery()) {
                    while (found.next())
                        found.getObject(2);
                }
                narrow.commit();
            }));
            report.add("queue page ÷ its rows alone by JDBC", size, bare.share(), "×", "no page, policy or audit log");
            growth("queue page", size, same.heed().millis(0.5), 1.2);
        }
    }

    // ---- finding

    private void search(int size) throws Exception {
        var search = context.getBean(Search.class);
        var invented = new Invented(size);
        var heed = new ArrayList<Load.Task>();
        var plain = new ArrayList<Load.Task>();
        try (var connection = plain()) {
            for (int i = 0; i < SEARCHES; i++) {
                var sought = invented.sought();
                heed.add(() -> search.find(officer, sought, null));
                plain.add(() -> {
                    try (var found = connection.prepareStatement("select id, count(*) over () from bench.told, "
                            + "plainto_tsquery('english', ?) q where words @@ q order by ts_rank(words, q) desc, "
                            + "received_at desc limit 20")) {
                        found.setString(1, sought);
                        try (var rows = found.executeQuery()) {
                            while (rows.next())
                                rows.getLong(2);
                        }
                    }
                    connection.commit();
                });
            }
            var ratios = new ArrayList<Double>();
            Load.each(heed);
            Load.each(plain);
            Load.Outcome last = null;
            for (int i = 0; i < ROUNDS; i++) {
                last = Load.each(heed);
                ratios.add(last.millis(0.95) / Load.each(plain).millis(0.95));
            }
            double p95 = java.util.Objects.requireNonNull(last).millis(0.95);
            report.add("search, p95", size, p95, "ms", SEARCHES + " of one word, two words, a name");
            report.add("search p95 ÷ plain full-text search of the same rows", size, Load.median(ratios), "×",
                    Report.Aim.AT_MOST, 1.5, "found, opened, ranked, and in the audit log");
            growth("search", size, p95, 2);
        }
    }

    private void match(long size) throws Exception {
        var known = context.getBean(KnownPeople.class);
        var refs = filling.waiting();
        var tasks = new ArrayList<Load.Task>();
        for (var ref : refs)
            tasks.add(() -> known.match(officer, ref));
        Load.each(tasks);
        var took = Load.each(tasks);
        report.add("matching the people of a concern among " + "%,d".formatted(
                town.count("select count(*) from casework.concern_person")) + ", p95", size, took.millis(0.95), "ms",
                Report.Aim.AT_MOST, 50, took.times() + " concerns, one person or two");
    }

    private void home(int size) throws Exception {
        var browser = Browser.of(lead, port);
        Load.Task page = () -> browser.get("/");
        page.run();
        Load.during(TURN.dividedBy(2), List.of(page));
        var took = Load.during(TURN, List.of(page));
        report.add("the lead's start page", size, took.millis(0.5), "ms", "median, one client");
        growth("the lead's start page", size, took.millis(0.5), 1.5);
    }

    // ---- the audit log

    private void trail() throws Exception {
        var entries = context.getBean(Trail.class);
        var transactions = context.getBean(Transactions.class);
        var config = new HikariConfig();
        ((HikariDataSource) recording.plain()).copyStateTo(config);
        try (var owner = superuser(); var statement = owner.createStatement()) {
            statement.execute("""
                    create table bench.entry (like platform.trail including defaults including constraints);
                    alter table bench.entry add primary key (scope_id, id);
                    grant select, insert on bench.entry to heed_app""");
        }
        for (int clients : new int[]{8, 32}) {
            config.setMaximumPoolSize(clients + 1);
            config.setMinimumIdle(clients);
            try (var pool = new HikariDataSource(config)) {
                Load.Task append = () -> transactions.inScope(town.scope(),
                        () -> entries.add(officer, Trace.of("bench.look", UUID.randomUUID())));
                Load.Task insert = () -> {
                    try (var connection = pool.getConnection()) {
                        connection.setAutoCommit(false);
                        try (var row = connection.prepareStatement("insert into bench.entry (scope_id, id, at, actor, act, "
                                + "record_id, fields, found, outcome, came_from) values (?, ?, now(), ?, 'bench.look', ?, '{}', "
                                + "'{}', 'DONE', '192.0.2.7')")) {
                            row.setObject(1, town.scope());
                            row.setObject(2, UUID.randomUUID());
                            row.setObject(3, officer.staff());
                            row.setObject(4, UUID.randomUUID());
                            row.executeUpdate();
                        }
                        connection.commit();
                    }
                };
                var ratio = turns(java.util.Collections.nCopies(clients, append),
                        java.util.Collections.nCopies(clients, insert));
                report.add("audit log entries", 0, ratio.heed().perSecond(), "/s", clients + " clients");
                report.add("audit log append ÷ a plain insert, clients: " + clients, 0, ratio.share(), "×",
                        Report.Aim.AT_LEAST, 0.8, "one a transaction");
            }
        }
    }

    private void people(int wanted) throws Exception {
        // The indexes are made again at the end: a row at a time into five of them takes most of an hour.
        var indexes = town.texts("select indexdef from pg_indexes where tablename = 'concern_person' and indexdef like '%USING gin%'");
        for (var name : town.texts("select indexname from pg_indexes where tablename = 'concern_person' and indexdef like '%USING gin%'"))
            sql("drop index casework." + name);
        filling.people(wanted);
        for (var index : indexes)
            sql(index);
        sql("vacuum analyze");
        match(town.count("select count(*) from casework.concern"));
    }

    // ---- a return, and a board's progress

    /** Each against a page that anybody signed in gets and that reads no record, in turns. */
    private void assurance() throws Exception {
        var standards = new Standards(context, town);
        sql("vacuum analyze");
        var keeper = Browser.of(standards.keeper(), port);
        Load.Task bare = () -> keeper.get("/advice/asking");
        page("a return's question", () -> keeper.get(standards.question()), bare, 3, standards.size());
        page("a return's overview", () -> keeper.get(standards.overview()), bare, 0, standards.size());
        page("a return checked whole", () -> keeper.get(standards.check()), bare, 40, standards.size());
        var board = Browser.of(standards.board(), port);
        page("a board's progress", () -> board.get(standards.progress()), () -> board.get("/advice/asking"), 4,
                Standards.ORGANISATIONS + " organisations");
    }

    private void page(String what, Load.Task page, Load.Task bare, double aim, String how) throws Exception {
        page.run();
        int statements = recording.replay(page).statements();
        var ratio = turns(List.of(page), List.of(bare));
        report.add(what, 0, ratio.heed().millis(0.5), "ms", "median, one client; " + statements + " statements; " + how);
        if (aim == 0)
            report.add(what + " ÷ a page with no data", 0, 1 / ratio.share(), "×", how);
        else
            report.add(what + " ÷ a page with no data", 0, 1 / ratio.share(), "×", Report.Aim.AT_MOST, aim, how);
    }

    private void memory(Starts starts) throws Exception {
        try (var heed = starts.working()) {
            var clients = new ArrayList<Load.Task>();
            for (int i = 0; i < CLIENTS; i++) {
                var send = sender(raisers.get(i), i, heed.port());
                var browser = Browser.of(officer, heed.port());
                clients.add(() -> {
                    send.run();
                    browser.get("/queue/waiting");
                    browser.get("/");
                });
            }
            Load.during(Duration.ofSeconds(20), clients);
            double own = heed.memory();
            double database = heed.childrensMemory();
            report.add("memory of Heed after the run", 0, own, "MB", "resident");
            report.add("memory of its database after the run", 0, database, "MB", "shared memory once");
            report.add("memory of both", 0, own + database, "MB", Report.Aim.AT_MOST, 900, "");
        }
    }

    // ---- how it is compared

    /** Heed's turns and the plain way's. */
    private record Ratio(Load.Outcome heed, double share) {
    }

    /** Both in turns, after one each to warm up; the middle of the rounds, so that a pause of the machine does not decide. */
    private static Ratio turns(List<Load.Task> heed, List<Load.Task> plain) throws Exception {
        Load.during(TURN.dividedBy(2), heed);
        Load.during(TURN.dividedBy(2), plain);
        var shares = new ArrayList<Double>();
        Load.Outcome last = null;
        for (int i = 0; i < ROUNDS; i++) {
            last = Load.during(TURN, heed);
            shares.add(last.perSecond() / Load.during(TURN, plain).perSecond());
        }
        return new Ratio(java.util.Objects.requireNonNull(last), Load.median(shares));
    }

    /** How a time grew since the size before. */
    private void growth(String what, int size, double value, double aim) {
        var then = before.put(what, value);
        if (then != null)
            report.add(what + ": growth since a tenth of the concerns", size, value / then, "×", Report.Aim.AT_MOST, aim,
                    "");
    }

    private Connection plain() throws SQLException {
        var connection = recording.plain().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection superuser() throws Exception {
        var data = work.resolve("data");
        var lines = Files.readAllLines(data.resolve("pg/postmaster.pid"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/heed",
                "heed_superuser", Files.readString(data.resolve("keys/database-superuser")).strip());
    }

    private void sql(String text) throws Exception {
        try (var connection = superuser(); var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private long number(String query) throws Exception {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long databaseBytes() throws Exception {
        return number("select pg_database_size('heed')");
    }

    private long walBytes() throws Exception {
        return number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Somebody's browser, signed in; any answer but a good one ends the run. */
    private record Browser(Visitor visitor, String token) {
        static Browser of(Actor by, int port) {
            var visitor = new Visitor(port).get("/sign-in");
            visitor.post("/sign-in/demo", "staff", by.staff().toString());
            var known = JsonMapper.builder().build().readTree(visitor.get("/raise/token").body());
            return new Browser(visitor, known.get("name").asString() + "=" + encode(known.get("token").asString()));
        }

        void get(String path) {
            good(visitor.get(path), path);
        }

        void post(String path, String body) {
            good(visitor.postRaw(path, body + "&" + token), path);
        }

        private static void good(Visitor answered, String path) {
            if (answered.status() != 200)
                throw new IllegalStateException(path + " answered " + answered.status());
        }
    }
}

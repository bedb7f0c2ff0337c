package bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import heed.casework.ConcernRef;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Writes down the SQL that a request of Heed's came to, statement by statement with its values and the ends of its
 * transactions, so that plain JDBC can do the very same work: what Heed adds to that is what is measured.
 */
final class Recording implements BeanPostProcessor, QueryExecutionListener, MethodExecutionListener {
    private static final Pattern REFERENCE = Pattern.compile("[CMA]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}");
    private static final Pattern MOMENT = Pattern.compile("'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z'");
    private volatile @Nullable List<Step> into;
    private volatile @Nullable DataSource plain;

    /** A statement with its values, or the end of a transaction. */
    record Step(@Nullable String sql, List<Setting> values) {
    }

    /** One call that gave a statement a value: its name, and the value after its place. */
    record Setting(String method, Object[] args) {
        private Object value() {
            return args[1];
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource pool))
            return bean;
        plain = pool;
        return ProxyDataSourceBuilder.create(pool).listener(this).methodListener(this).build();
    }

    /** The pool itself, with nothing written down. */
    DataSource plain() {
        var pool = plain;
        if (pool == null)
            throw new IllegalStateException("Heed has no database yet");
        return pool;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        var steps = into;
        if (steps == null)
            return;
        for (var query : queries)
            for (var each : query.getParametersList().isEmpty()
                    ? List.of(List.<ParameterSetOperation>of())
                    : query.getParametersList())
                steps.add(new Step(query.getQuery(), each.stream()
                        .map(set -> new Setting(set.getMethod().getName(), set.getArgs().clone())).toList()));
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        var steps = into;
        if (steps != null && call.getTarget() instanceof Connection && call.getMethod().getName().equals("commit"))
            steps.add(new Step(null, List.of()));
    }

    private List<Step> of(Load.Task task) throws Exception {
        List<Step> steps = java.util.Collections.synchronizedList(new ArrayList<>());
        into = steps;
        try {
            task.run();
            // The answer is read before the server has quite ended the request.
            int had;
            do {
                had = steps.size();
                Thread.sleep(50);
            } while (steps.size() > had);
        } finally {
            into = null;
        }
        return List.copyOf(steps);
    }

    /**
     * What a request comes to, as something that plain JDBC does again. It is done twice: ids, references and dates that
     * differ between the two are made anew each time, everything else stays.
     */
    Replay replay(Load.Task task) throws Exception {
        var differs = "";
        for (int i = 0; i < 5; i++) {
            var one = of(task);
            var other = of(task);
            if (same(one, other)) {
                if (Boolean.getBoolean("bench.statements"))
                    one.forEach(step -> System.out.println("  " + (step.sql == null ? "commit" : step.sql.replaceAll("\\s+", " "))));
                return new Replay(one, other);
            }
            var there = new ArrayList<>(other.stream().map(s -> String.valueOf(s.sql)).toList());
            one.forEach(s -> there.remove(String.valueOf(s.sql)));
            differs = one.size() + " and " + other.size() + ": " + there;
        }
        throw new IllegalStateException("the same request came to other statements each time, " + differs);
    }

    private static boolean same(List<Step> one, List<Step> other) {
        if (one.size() != other.size())
            return false;
        for (int i = 0; i < one.size(); i++)
            if (!java.util.Objects.equals(timeless(one.get(i).sql), timeless(other.get(i).sql))
                    || one.get(i).values.size() != other.get(i).values.size())
                return false;
        return true;
    }

    /** The policy writes the moment of asking into its SQL. */
    private static @Nullable String timeless(@Nullable String sql) {
        return sql == null ? null : MOMENT.matcher(sql).replaceAll("?");
    }

    /** A recorded request that plain JDBC can do again and again. */
    static final class Replay {
        private final List<Step> steps;
        private final Map<Integer, boolean[]> varies = new HashMap<>();

        private Replay(List<Step> one, List<Step> other) {
            steps = one;
            for (int i = 0; i < one.size(); i++) {
                var here = one.get(i).values;
                var there = other.get(i).values;
                var differs = new boolean[here.size()];
                for (int j = 0; j < here.size(); j++)
                    differs[j] = !Arrays.deepEquals(here.get(j).args, there.get(j).args);
                varies.put(i, differs);
            }
        }

        int statements() {
            return (int) steps.stream().filter(s -> s.sql != null).count();
        }

        /**
         * Does all of it on a connection whose transactions are ended as Heed ended its own; once more where a reference made
         * anew was in use already, which Heed looks for before.
         */
        void run(Connection connection) throws SQLException {
            try {
                once(connection);
            } catch (SQLException taken) {
                if (!"23505".equals(taken.getSQLState()))
                    throw taken;
                connection.rollback();
                once(connection);
            }
        }

        private void once(Connection connection) throws SQLException {
            var fresh = new HashMap<Object, Object>();
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                if (step.sql == null) {
                    connection.commit();
                    continue;
                }
                try (var statement = connection.prepareStatement(step.sql)) {
                    for (int j = 0; j < step.values.size(); j++)
                        set(statement, step.values.get(j), varies.get(i)[j], fresh);
                    if (statement.execute())
                        read(statement);
                }
            }
            // A read outside a transaction ended by itself in Heed.
            connection.commit();
        }

        private static void read(PreparedStatement statement) throws SQLException {
            try (var rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next())
                    for (int c = 1; c <= columns; c++)
                        rows.getObject(c);
            }
        }

        private static void set(PreparedStatement statement, Setting set, boolean varies, Map<Object, Object> fresh)
                throws SQLException {
            int place = (Integer) set.args[0];
            if (set.method.equals("setNull")) {
                statement.setNull(place, (Integer) set.value());
                return;
            }
            var value = varies ? anew(set.value(), fresh) : set.value();
            if (set.args.length > 2 && set.args[2] instanceof Integer type)
                statement.setObject(place, value, type);
            else
                statement.setObject(place, value);
        }

        private static @Nullable Object anew(@Nullable Object value, Map<Object, Object> fresh) {
            return switch (value) {
                case UUID id -> fresh.computeIfAbsent(id, old -> UUID.randomUUID());
                case UUID[] ids -> Arrays.stream(ids).map(id -> fresh.containsKey(id) ? fresh.get(id) : id)
                        .toArray(UUID[]::new);
                case byte[] bytes -> {
                    var other = new byte[bytes.length];
                    ThreadLocalRandom.current().nextBytes(other);
                    yield other;
                }
                case String text when REFERENCE.matcher(text).find() -> fresh.computeIfAbsent(text, old -> REFERENCE
                        .matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                                found.group().charAt(0) + ConcernRef.random().value().substring(1))));
                case null, default -> value;
            };
        }
    }
}

package heed;

import heed.platform.db.TestCluster;
import heed.platform.db.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * A database of its own for a test, in the one real PostgreSQL of the run. Every Spring test gets one per context without
 * asking; a test without Spring asks for {@link #migrated()}.
 */
@NullMarked
public final class TestDatabase {
    private final String name;
    private final DataSource app;

    private TestDatabase(String name) {
        this.name = name;
        this.app = TestCluster.running().app(name);
    }

    /** A new database without a table. */
    public static TestDatabase empty() {
        return new TestDatabase(TestCluster.running().newDatabase());
    }

    /** A new database with every migration. */
    public static TestDatabase migrated() {
        TestDatabase made = empty();
        TestCluster.running().migrate(made.name);
        return made;
    }

    /** Connections as heed_app, as the application has them. */
    public DataSource app() {
        return app;
    }

    /** Statements as heed_app. */
    public JdbcClient jdbc() {
        return JdbcClient.create(app);
    }

    /** Connections as heed_owner, who owns the tables. */
    public DataSource owner() {
        return TestCluster.running().owner(name);
    }

    /** Transactions on {@link #app()}. */
    public Transactions transactions() {
        return TestCluster.transactions(app);
    }

    /** The JDBC address. */
    public String url() {
        return TestCluster.running().url(name);
    }

    /** Gives every Spring test context its own database and data directory; registered in spring.factories. */
    static final class ForSpring implements ContextCustomizerFactory {
        @Override
        public ContextCustomizer createContextCustomizer(Class<?> testClass,
                List<ContextConfigurationAttributes> attributes) {
            return new Given(AnnotatedElementUtils.hasAnnotation(testClass, OnOldestPostgres.class));
        }
    }

    /** A record equals every other of the same parts, so contexts are shared between tests as ever. */
    private record Given(boolean oldest) implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            TestCluster cluster = oldest ? TestCluster.oldest() : TestCluster.running();
            TestPropertyValues.of(Map.of(
                    "spring.datasource.url", cluster.url(cluster.newDatabase()),
                    "spring.datasource.password", cluster.appPassword(),
                    "heed.database.owner.password", cluster.ownerPassword(),
                    "heed.data", folder().toString())).applyTo(context);
        }

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory("heed-data-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        FileSystemUtils.deleteRecursively(folder);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

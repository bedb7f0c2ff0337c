package heed.platform.db;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Opens the data directory and begins the database before Spring reads its first bean, so that the two starts overlap.
 * Registered in {@code META-INF/spring.factories}.
 */
final class DatabaseStart implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DataDirectory.Kind kind = environment.acceptsProfiles(Profiles.of("demo"))
                ? DataDirectory.Kind.DEMO
                : DataDirectory.Kind.REAL;
        DataDirectory directory = DataDirectory.open(Path.of(environment.getProperty("heed.data", "heed-data")), kind);
        Database.Place place = Database.Place.of(environment);
        Database database = Database.begin(directory, place);
        if (place.url() == null) {
            // Our own server must also stop when the start fails before there are beans to close. This runs after every
            // context is closed, so nobody loses the database under their hands.
            SpringApplication.getShutdownHandlers().add(database::close);
        }
        context.getBeanFactory().registerSingleton("dataDirectory", directory);
        context.registerBean("database", Database.class, () -> database);
    }
}

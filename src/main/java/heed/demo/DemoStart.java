package heed.demo;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration at its first start: the people before the first page is served, so that it comes soon; what is
 * open right after, and then the year, while it is already looked at.
 */
@Component
@Profile("demo")
class DemoStart implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final DemoLoader loader;
    private final boolean wanted;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private @Nullable DemoWorld world;
    private DemoLoader.@Nullable Loading loading;
    private @Nullable Thread behind;

    /** @param wanted {@code heed.demo.load}: false for an empty demonstration */
    DemoStart(DemoLoader loader, @Value("${heed.demo.load:true}") boolean wanted) {
        this.loader = loader;
        this.wanted = wanted;
    }

    @Override
    public synchronized void afterSingletonsInstantiated() {
        if (!wanted)
            return;
        long from = System.nanoTime();
        var read = DemoWorld.read();
        var begun = loader.begin(read, DemoYear.CONCERNS);
        world = read;
        loading = begun;
        LOG.info("The invented people were there after {} ms",
                (System.nanoTime() - from) / 1_000_000);
    }

    /** Who and what is shown; empty in a demonstration without anybody. */
    synchronized Optional<DemoWorld> world() {
        return Optional.ofNullable(world);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(2)
    synchronized void loadTheRest() {
        var begun = loading;
        if (begun == null || begun.done())
            return;
        behind = Thread.ofPlatform().name("demo-year").daemon(true).start(() -> {
            long from = System.nanoTime();
            // What is open comes first: within a moment of the first page the queue is worth looking at.
            begun.open();
            int concerns = begun.rest(() -> !stopping.get());
            LOG.info("{} concerns of the past year were added in {} ms{}", concerns,
                    (System.nanoTime() - from) / 1_000_000,
                    begun.done() ? "" : "; the next start adds the rest");
        });
    }

    /** Finishes the concern at hand before the database goes. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        stopping.set(true);
        Thread thread;
        synchronized (this) {
            thread = behind;
        }
        if (thread != null)
            thread.join();
    }
}

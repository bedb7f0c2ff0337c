package heed;

import heed.platform.db.DataDirectory;
import heed.platform.notify.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in the log, once Heed answers, where to open it, where everything lives and how to stop. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final DataDirectory directory;
    private final Site site;
    private final Environment environment;

    Welcome(DataDirectory directory, Site site, Environment environment) {
        this.directory = directory;
        this.site = site;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void say() {
        var port = environment.getProperty("local.server.port");
        if (port == null)
            return;
        // The port it really has: it may have been left to the machine to choose.
        var address = environment.containsProperty("heed.address") ? site.address() : "http://localhost:" + port;
        LOG.info("Heed is ready: open {}", address);
        LOG.info("Everything lives in {}", directory.path());
        LOG.info("To stop, press Ctrl+C");
    }
}

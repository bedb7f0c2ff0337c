package heed.assurance.framework;

import heed.access.Permission;
import heed.assurance.AssurancePart;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Frameworks on the page where assurance begins: the editions, for those who keep them. */
@Component
@Order(80)
class FrameworksPart implements AssurancePart {
    private final Frameworks frameworks;
    private final LondonTime time;

    FrameworksPart(Frameworks frameworks, LondonTime time) {
        this.frameworks = frameworks;
        this.time = time;
    }

    @Override
    public Optional<Part> part(Actor by) {
        if (!by.may(Permission.KEEP_FRAMEWORKS))
            return Optional.empty();
        var rows = frameworks.current(by).stream().filter(f -> f.kind() == FrameworkKind.EDITION)
                .map(f -> new Row(f.id(), f.title(), "/assurance/frameworks/" + f.id(),
                        f.name() + ", published on " + time.day(f.publishedAt()), "", "grey"))
                .toList();
        return Optional.of(new Part("Frameworks", rows,
                "No edition is published yet. Load your board’s, or publish one that comes with Heed.",
                List.of(new Way("All frameworks and scales", "/assurance/frameworks"))));
    }
}

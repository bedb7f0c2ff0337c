package heed.assurance.exercise;

import heed.assurance.framework.Edition;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.assurance.framework.NodeKind;
import heed.assurance.framework.Scale;
import heed.platform.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published editions, as returns read them. */
@Component
public class ReturnEditions {
    private final Frameworks frameworks;
    private final JdbcClient db;

    ReturnEditions(Frameworks frameworks, JdbcClient db) {
        this.frameworks = frameworks;
        this.db = db;
    }

    /** A published edition to choose. */
    record Published(UUID id, String title, int year, List<String> profiles, @Nullable Integer windowMonths) {
    }

    /** Those that can be answered, as they are published now. */
    List<Published> published(Actor by) {
        return frameworks.current(by).stream().filter(f -> f.kind() == FrameworkKind.EDITION)
                .map(f -> frameworks.edition(by, f.id()))
                .map(e -> new Published(e.id(), e.title() + ", " + e.year(), e.year(), e.profileCodes(),
                        e.windowMonths()))
                .toList();
    }

    /** The titles of published editions, by id. */
    Map<UUID, String> titles(Actor by, List<UUID> ids) {
        var titles = new HashMap<UUID, String>();
        if (!ids.isEmpty())
            db.sql("select id, title from assurance.framework where scope_id = :scope and id in (:ids)")
                    .param("scope", by.scope()).param("ids", ids)
                    .query(row -> {
                        titles.put(row.getObject("id", UUID.class), row.getString("title"));
                    });
        return titles;
    }

    /** An edition, cut to a profile. @throws heed.platform.Refused as not found */
    public ReturnEdition of(Actor by, UUID id, String profile) {
        var edition = frameworks.edition(by, id);
        var items = edition.items(profile.isEmpty() ? Edition.WHOLE : profile);
        var sections = new LinkedHashMap<String, List<ReturnEdition.Asked>>();
        for (var node : items) {
            var parent = Objects.requireNonNullElse(node.parent(), "");
            sections.computeIfAbsent(parent, p -> new ArrayList<>())
                    .add(new ReturnEdition.Asked(node.code(), node.title(),
                            edition.bullets(node.code()).stream().map(Edition.Node::title).toList(),
                            node.lastYearEvidence()));
        }
        return new ReturnEdition(edition.id(), edition.code(), edition.version(), edition.title(),
                edition.population().equals("both"), scale(edition.scale()),
                sections.entrySet().stream()
                        .map(e -> new ReturnEdition.Section(e.getKey(),
                                edition.node(e.getKey()).filter(n -> n.kind() == NodeKind.SECTION)
                                        .map(Edition.Node::title).orElse(""),
                                e.getValue()))
                        .toList());
    }

    /** A scale as rating reads it. */
    public static RatingScale scale(Scale scale) {
        var derived = new LinkedHashMap<Facets, String>();
        for (var line : scale.derivation())
            derived.put(new Facets(line.facets().getOrDefault(RatingScale.ATTAINMENT, ""),
                    line.facets().getOrDefault(RatingScale.EVIDENCED, "")), line.level());
        return new RatingScale(scale.code(), scale.version(), scale.title(),
                scale.levels().stream()
                        .map(l -> new RatingScale.Step(l.code(), l.word(), l.colour(), l.meaning(), l.requires()))
                        .toList(),
                derived,
                scale.facets().entrySet().stream().map(e -> new RatingScale.Facet(e.getKey(),
                        e.getValue().stream().map(w -> new RatingScale.Answer(w.code(), w.word())).toList()))
                        .toList());
    }

    /**
     * The codes that a question had in an earlier edition: its own where it is the same edition, else what the lineage of
     * this one says. None where nothing is said: a like number is no proof of a like question.
     */
    public List<String> same(Actor by, UUID edition, ReturnEdition.Asked asked, UUID earlier) {
        var now = frameworks.edition(by, edition);
        var then = frameworks.edition(by, earlier);
        if (now.code().equals(then.code()))
            return List.of(asked.code());
        return now.lineage().stream().filter(l -> l.from().equals(then.code()) && l.targets().contains(asked.code()))
                .flatMap(l -> l.sources().stream()).distinct().toList();
    }
}

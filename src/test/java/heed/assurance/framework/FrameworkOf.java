package heed.assurance.framework;

import heed.platform.Actor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Frameworks for tests that only need some to be there. */
public final class FrameworkOf {
    private FrameworkOf() {
    }

    /** An invented edition of two sections, on a scale that comes with Heed. */
    public static String edition(String code, String title) {
        return """
                code: %s
                title: %s
                year: 2026
                board: [FB]
                population: both
                scale: std-brag-2017
                profiles:
                  - {code: small, sections_answered: ["1"]}
                nodes:
                  - {code: "1", kind: section, sort: 10, title: "Leading"}
                  - {code: "1.1", kind: question, parent: "1", sort: 20, title: "Who leads?", last_year_evidence: true}
                  - {code: "1.2", kind: question, parent: "1", sort: 30, title: "Who knows?"}
                  - {code: "1.2.a", kind: subitem, parent: "1.2", sort: 31, title: "Crews"}
                  - {code: "2", kind: section, sort: 40, title: "Doing"}
                  - {code: "2.10", kind: question, parent: "2", sort: 50, title: "What is done?"}
                """.formatted(code, title);
    }

    /** A published edition, with its scale; the same again where it is published already. */
    public static UUID published(ApplicationContext context, Actor board) {
        var frameworks = context.getBean(Frameworks.class);
        var there = frameworks.latestEdition(board, "fell-2026");
        if (there.isPresent())
            return there.get().id();
        var drafts = context.getBean(FrameworkDrafts.class);
        drafts.publishShipped(board, java.util.List.of("std-brag-2017"));
        return drafts.publish(board, taken(context, board, edition("fell-2026", "Fellmoor standards")), 0, null,
                "");
    }

    /** Another published edition, of the same questions and no lineage. */
    public static UUID other(ApplicationContext context, Actor board, String code) {
        return published(context, board, edition(code, "Another"));
    }

    /** Publishes what is written. */
    public static UUID published(ApplicationContext context, Actor board, String yaml) {
        return context.getBean(FrameworkDrafts.class).publish(board, taken(context, board, yaml), 0, null, "");
    }

    /** Publishes some that come with Heed, with what they need. */
    public static void shipped(ApplicationContext context, Actor board, String... codes) {
        context.getBean(FrameworkDrafts.class).publishShipped(board, java.util.List.of(codes));
    }

    /** A draft that can be published. */
    public static UUID draft(ApplicationContext context, Actor board) {
        var drafts = context.getBean(FrameworkDrafts.class);
        drafts.publishShipped(board, java.util.List.of("std-brag-2017"));
        var code = "draft-" + UUID.randomUUID();
        return taken(context, board, edition(code, "Draft standards"));
    }

    /** A draft as YAML, to be sent again. */
    public static String draftYaml(ApplicationContext context, Actor board, UUID draft) {
        return YamlText.written(context.getBean(FrameworkDrafts.class).draft(board, draft).tree());
    }

    private static UUID taken(ApplicationContext context, Actor board, String yaml) {
        var taken = context.getBean(FrameworkDrafts.class).load(board, yaml.getBytes(StandardCharsets.UTF_8));
        if (taken.draft() == null)
            throw new AssertionError(taken.faults().toString());
        return taken.draft();
    }
}

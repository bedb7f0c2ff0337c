package heed.assurance.exchange;

import heed.access.Permission;
import heed.assurance.framework.Edition;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Published editions in OSCAL, for who keeps frameworks or answers them. */
@Component
class OscalEditions {
    private final Frameworks frameworks;
    private final Transactions transactions;
    private final Trail trail;

    OscalEditions(Frameworks frameworks, Transactions transactions, Trail trail) {
        this.frameworks = frameworks;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** A document. @param name of its file */
    record Document(String name, String text) {
    }

    /**
     * An edition as a catalog, or what one profile of it answers.
     *
     * @param profile its code; empty for the catalog
     * @throws heed.platform.Refused as not found where there is no such edition or profile
     */
    Document document(Actor by, UUID id, String profile) {
        if (!by.may(Permission.KEEP_FRAMEWORKS))
            by.must(Permission.KEEP_RETURN);
        return transactions.inScope(by.scope(), () -> {
            var of = frameworks.get(by, id);
            if (of.kind() != FrameworkKind.EDITION)
                throw Refusal.NOT_FOUND.because("no edition");
            var edition = frameworks.edition(by, id);
            if (!profile.isEmpty() && !edition.profileCodes().contains(profile))
                throw Refusal.NOT_FOUND.because("no such profile");
            trail.add(by, Trace.of("framework.export", id).because("oscal"));
            var name = of.code() + "-version-" + of.version();
            return profile.isEmpty()
                    ? new Document(catalog(name), OscalEdition.catalog(edition, of.publishedAt()))
                    : new Document(name + "-" + (profile.equals(Edition.WHOLE) ? "everything" : profile)
                            + "-profile.json",
                            OscalEdition.profile(edition, profile, catalog(name), of.publishedAt()));
        });
    }

    private static String catalog(String name) {
        return name + "-catalog.json";
    }
}

package heed.insight.report;

import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.web.LondonTime;
import heed.platform.web.Organisation;
import java.time.Instant;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Words around a sheet: whose it is, when it was published and by whom. */
@Component
class SheetViews {
    private final Staff staff;
    private final LondonTime time;
    private final ObjectProvider<Organisation> organisation;

    SheetViews(Staff staff, LondonTime time, ObjectProvider<Organisation> organisation) {
        this.staff = staff;
        this.time = time;
        this.organisation = organisation;
    }

    SheetView published(Actor by, Publication publication, boolean members) {
        var sheet = members ? publication.members() : publication.full();
        return SheetView.of(sheet, body(by), said(by, publication), forWhom(members),
                at(Instant.parse(sheet.asAt())), publication.hash());
    }

    SheetView draft(Actor by, Publications.Draft draft, boolean members) {
        return SheetView.of(members ? draft.members() : draft.sheet(), body(by), "Draft, not published",
                forWhom(members), at(draft.asAt()), null);
    }

    /** When and by whom: "Published on 3 July 2026 by Cara Lyth". */
    String said(Actor by, Publication publication) {
        var who = staff.names(by, Set.of(publication.by())).getOrDefault(publication.by(), "somebody who has left");
        return (publication.number() == 0 ? "Published on " : "Revision " + publication.number() + ", published on ")
                + time.day(publication.at()) + " by " + who;
    }

    String at(Instant moment) {
        return time.day(moment) + " at " + time.time(moment);
    }

    private String body(Actor by) {
        return organisation.orderedStream().map(o -> o.nameFor(by)).findFirst().orElse("Heed");
    }

    private static String forWhom(boolean members) {
        return members ? "For members and the public" : "Full figures, for those named to see them";
    }
}

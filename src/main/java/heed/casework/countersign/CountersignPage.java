package heed.casework.countersign;

import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.work.WorkLists;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is to be countersigned. Public only because templates compile elsewhere. */
public record CountersignPage(Frame frame, List<WorkLists.Tab> tabs, String total, List<Row> rows) {
    /** One decision. */
    public record Row(String ref, String href, String about, String decided) {
    }

    static CountersignPage of(Frame frame, List<WorkLists.Tab> tabs, List<Countersignatures.Row> all,
            Map<UUID, String> names, LondonTime time) {
        return new CountersignPage(frame, tabs, all.size() == 1 ? "1 decision" : all.size() + " decisions",
                all.stream().map(r -> new Row(r.concern().ref().value(),
                        "/concerns/" + r.concern().ref() + "/countersignature", who(r.people()),
                        names.getOrDefault(r.decidedBy(), "Someone who has left") + ", "
                                + time.dayAndTime(r.decidedAt())))
                        .toList());
    }

    static String who(List<Person> people) {
        return people.stream().filter(p -> p.inRole() == PersonRole.AT_RISK).findFirst()
                .or(() -> people.stream().findFirst()).map(Person::shown).orElse("Nobody named");
    }
}

package heed.casework.call;

import heed.casework.clock.TimeLeft;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.work.WorkLists;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import java.time.Instant;
import java.util.List;

/** What is owed after calls. Public only because templates compile elsewhere. */
public record FollowUpsPage(Frame frame, List<WorkLists.Tab> tabs, String total, List<Row> rows) {
    /** One thing that is owed. */
    public record Row(String ref, String href, String about, String owed, String due, boolean late, String last) {
    }

    static FollowUpsPage of(Frame frame, List<WorkLists.Tab> tabs, List<Calls.FollowUp> all, Instant now,
            LondonTime time) {
        long late = all.stream().filter(f -> now.isAfter(f.due().by())).count();
        var total = (all.size() == 1 ? "1 follow-up" : all.size() + " follow-ups")
                + (late == 0 ? "" : ", " + late + " overdue");
        return new FollowUpsPage(frame, tabs, total, all.stream().map(f -> row(f, now, time)).toList());
    }

    private static Row row(Calls.FollowUp f, Instant now, LondonTime time) {
        var left = TimeLeft.of(f.due().by(), now);
        var who = f.people().stream().filter(p -> p.inRole() == PersonRole.AT_RISK).findFirst()
                .or(() -> f.people().stream().findFirst()).map(Person::shown).orElse("Nobody named");
        var last = f.call().last(Call.Kind.CHASED, Call.Kind.ESCALATED)
                .map(s -> s.kind().words() + " " + time.dayAndTime(s.at())).orElse("");
        return new Row(f.concern().ref().value(), "/concerns/" + f.concern().ref() + "/calls/" + f.call().id(), who,
                f.due().owed().words() + " " + (f.due().owed() == Call.Owed.WRITTEN ? "to " : "from ")
                        + name(f.call().whom()),
                left.words(), left.overdue(), last);
    }

    private static String name(Call.Whom whom) {
        return switch (whom) {
            case EMERGENCY -> "999";
            case POLICE -> "the police";
            case CHILDREN -> "the county children’s hub";
            case ADULTS -> "the county adult team";
            case DUTY -> "the emergency duty team";
            case OTHER -> "someone else";
        };
    }
}

package heed.assurance.report;

import heed.assurance.exercise.ReturnOf;
import heed.assurance.plan.PlanOf;
import heed.platform.Actor;
import heed.records.document.FileOf;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Committee reports for tests, as those who keep the return make them. */
public final class CommitteeReport {
    private CommitteeReport() {
    }

    /** One that was begun on a return that is written and, with somebody who signs, signed off; with a plan of that year. */
    public static UUID begun(ApplicationContext context, Actor keeper, Actor signer) {
        var ret = ReturnOf.opened(context, keeper);
        ReturnOf.written(context, keeper, ret);
        ReturnOf.figure(context, keeper, ret, "1.1", "12");
        ReturnOf.inReview(context, keeper, ret);
        ReturnOf.signed(context, signer, ret);
        return on(context, keeper, ret);
    }

    /** One that was begun on this return, with a plan of that year. */
    public static UUID on(ApplicationContext context, Actor keeper, UUID ret) {
        PlanOf.proposed(context, keeper, PlanOf.year(context, keeper, 2026), "Train every crew", "March 2027",
                PlanOf.post(context, keeper, "Crews lead " + UUID.randomUUID(), null));
        return context.getBean(ReportWriting.class).begin(keeper, ret);
    }

    /** Types into a part, over what is there. */
    public static void type(ApplicationContext context, Actor keeper, UUID report, String part,
            Map<String, String> boxes) {
        var writing = context.getBean(ReportWriting.class);
        var typed = context.getBean(ReportReading.class).open(keeper, report).typed(part);
        var all = new HashMap<>(typed.boxes());
        all.putAll(boxes);
        if (writing.write(keeper, report, part, typed.version(), all)
                .how() == ReportWriting.Saved.How.CHANGED_ELSEWHERE)
            throw new AssertionError("somebody else changed it");
    }

    /** One with nothing missing. */
    public static UUID whole(ApplicationContext context, Actor keeper, Actor signer) {
        var report = begun(context, keeper, signer);
        written(context, keeper, report);
        return report;
    }

    /** Writes every part that is needed. */
    public static void written(ApplicationContext context, Actor keeper, UUID report) {
        var today = LocalDate.ofInstant(context.getBean(Clock.class).instant(), ZoneOffset.UTC);
        var day = new LinkedHashMap<String, String>();
        day.put("date-day", Integer.toString(today.getDayOfMonth()));
        day.put("date-month", Integer.toString(today.getMonthValue()));
        day.put("date-year", Integer.toString(today.getYear()));
        var header = new HashMap<>(day);
        header.putAll(Map.of("to", "Cabinet", "from", "Head of Communities", "keyDecision", "No"));
        type(context, keeper, report, WrittenPart.HEADER, header);
        for (var part : ReportPart.values())
            type(context, keeper, report, part.name(), Map.of(WrittenPart.TEXT, "We say this of "
                    + part.heading().toLowerCase(java.util.Locale.UK) + "."));
        for (var part : new ReportPart[]{ReportPart.FINANCE, ReportPart.LEGAL}) {
            var cleared = new HashMap<>(day);
            cleared.put("name", "Head of " + part.heading());
            type(context, keeper, report, part.name(), cleared);
        }
        type(context, keeper, report, WrittenPart.AUTHOR, Map.of("post", "Safeguarding coordinator", "email",
                "safeguarding@fellmoor.example"));
    }

    /** Checks it. */
    public static void checked(ApplicationContext context, Actor keeper, UUID report) {
        context.getBean(ReportDesk.class).check(keeper, report, version(context, keeper, report));
    }

    /** Makes a move. */
    public static void moved(ApplicationContext context, Actor by, UUID report, String move, String note) {
        context.getBean(ReportDesk.class).move(by, report, version(context, by, report), ReportMove.valueOf(move),
                note);
    }

    private static int version(ApplicationContext context, Actor by, UUID report) {
        return context.getBean(ReportReading.class).open(by, report).report().version();
    }

    /** Checks, approves and publishes it. */
    public static void published(ApplicationContext context, Actor keeper, Actor signer, UUID report) {
        checked(context, keeper, report);
        moved(context, signer, report, "APPROVE", "");
        moved(context, keeper, report, "PUBLISH", "");
    }

    /** The Word template that comes with Heed, as somebody would bring their own. */
    public static byte[] template() {
        return ShippedTemplate.REPORT.file();
    }

    /** A template that is kept. */
    public static UUID kept(ApplicationContext context, Actor keeper) {
        var id = UUID.randomUUID();
        context.getBean(heed.platform.db.Transactions.class).inScope(keeper.scope(),
                () -> context.getBean(JdbcClient.class).sql("""
                        insert into assurance.report_template (scope_id, id, council_id, added_by, added_at)
                        values (:scope, :id, :council, :by, now())""").param("scope", keeper.scope()).param("id", id)
                        .param("council", keeper.council()).param("by", keeper.staff()).update());
        FileOf.in(context, keeper, id, "Our template.docx", template());
        return id;
    }

    /** A report standing where a route of this path works. */
    public static Map<String, String> standing(ApplicationContext context, Actor keeper, Actor signer, String path) {
        boolean out = path.matches(".*/(moves/\\{move}|whole|pdf|word)");
        var report = path.endsWith("/checking") || out
                ? whole(context, keeper, signer)
                : begun(context, keeper, signer);
        if (path.endsWith("/settling"))
            type(context, keeper, report, "BACKGROUND",
                    Map.of(WrittenPart.TEXT, "Mr Rowan Applegarth, aged 84, was visited at home in May."));
        if (path.endsWith("/removal"))
            context.getBean(ReportWriting.class).count(keeper, report, "concerns-raised", LocalDate.of(2025, 4, 1),
                    LocalDate.of(2026, 3, 31));
        if (out)
            published(context, keeper, signer, report);
        return Map.of("report", report.toString(), "part", "BACKGROUND", "move", "AMEND");
    }

    /** A published and withdrawn report with everything that people write in one about a name. Its path. */
    public static String everythingAbout(ApplicationContext context, Actor keeper, Actor signer, String name) {
        var report = begun(context, keeper, signer);
        written(context, keeper, report);
        type(context, keeper, report, WrittenPart.HEADER, Map.of("title", "Title of " + name, "member",
                "Member " + name));
        type(context, keeper, report, "BACKGROUND", Map.of(WrittenPart.TEXT, "Background of " + name + "."));
        type(context, keeper, report, WrittenPart.AUTHOR, Map.of("name", "Author " + name));
        type(context, keeper, report, WrittenPart.APPENDICES, Map.of("title-1", "Appendix on " + name, "text-1",
                "Words on " + name));
        var desk = context.getBean(ReportDesk.class);
        for (var open = desk.checking(keeper, report).open(); !open.isEmpty(); open = desk.checking(keeper, report)
                .open())
            context.getBean(ReportWriting.class).settle(keeper, report, open.getFirst().mark(), "Because of " + name);
        published(context, keeper, signer, report);
        moved(context, signer, report, "WITHDRAW", "Withdrawn for " + name);
        return "/assurance/reports/" + report;
    }
}

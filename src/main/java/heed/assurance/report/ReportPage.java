package heed.assurance.report;

import heed.assurance.plan.ActionPlan;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.SummaryRow;
import heed.platform.web.Task;
import heed.platform.web.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report at a glance: what is written, what is missing, what can be done. Public only because templates compile elsewhere.
 *
 * @param caption  which return and version
 * @param colour   the state's colour
 * @param base     where its pages are
 * @param missing  what it lacks, each with where to write it
 * @param parts    what people write, with how far it is
 * @param computed what Heed computes
 * @param figures  figures counted for the report alone
 * @param writes   whether they write in it now
 * @param acts     what can be done now
 * @param waits    whom it waits for or how it ended, where nothing can be done here; null where something can
 * @param files    where it is saved as a file
 * @param amended  where the version is that corrects it; null for none
 * @param before   where the version is that it corrects; null for none
 * @param version  for the forms
 * @param history  what happened, latest first
 */
public record ReportPage(Frame frame, String title, String caption, String state, String colour, String base,
        List<Link> missing, List<Task> parts, List<SummaryRow> computed, List<Counted> figures, boolean writes,
        List<Act> acts, @Nullable String waits, List<Link> files, @Nullable String amended, @Nullable String before,
        int version, List<TimelineEvent> history) {
    /** Somewhere to go. */
    public record Link(String text, String href) {
    }

    /** A figure counted for the report, and what names it among them. */
    public record Counted(String words, String more, String which) {
    }

    /**
     * Something that can be done.
     *
     * @param words what the button says
     * @param href  where its page is; null for one that is done at once
     * @param move  which move; null for checking
     * @param quiet whether it is no step of the way, and so no button
     */
    public record Act(String words, @Nullable String href, @Nullable String move, boolean quiet) {
        Act(String words, @Nullable String href, @Nullable String move) {
            this(words, href, move, false);
        }
    }

    static ReportPage of(Frame frame, ReportReading.Opened opened, Map<UUID, String> names, List<ActionPlan> plans,
            List<ReportTemplates.Kept> templates, boolean checker, LondonTime time) {
        var report = opened.report();
        var says = opened.says();
        var state = report.state();
        var title = title(says);
        var acts = acts(opened, checker);
        return new ReportPage(frame.withTitle(title), title,
                says.results().edition() + (report.number() > 1 ? ", version " + report.number() : ""), state.words(),
                colour(state), opened.href(),
                opened.missing().stream().map(m -> new Link(m.words(), where(opened, m))).toList(),
                WrittenPart.of(opened.sections()).stream().map(p -> task(opened, p)).toList(),
                computed(opened, plans),
                counted(opened), opened.writes(), acts, waits(opened, acts), files(opened, templates),
                opened.amending() == null ? null : ReportController.HOME + "/" + opened.amending(),
                report.amends() == null ? null : ReportController.HOME + "/" + report.amends(), report.version(),
                opened.moves().stream().map(m -> new TimelineEvent(m.move().done(),
                        names.getOrDefault(m.by(), "Someone who has left"), time.dayAndTime(m.at()), m.note()))
                        .toList());
    }

    static String title(FrozenReport says) {
        var title = says.text().header().title();
        return title.isBlank() ? "Report on " + says.results().edition() : title;
    }

    static String colour(ReportState state) {
        return switch (state) {
            case DRAFT -> "blue";
            case CHECKED -> "yellow";
            case APPROVED -> "turquoise";
            case PUBLISHED -> "green";
            case WITHDRAWN, GIVEN_UP -> "grey";
        };
    }

    static String where(ReportReading.Opened opened, Missing missing) {
        return switch (missing.field()) {
            case "return" -> "/assurance/returns/" + opened.says().ret() + "/sign-off";
            case "plans" -> opened.href() + "/plans";
            default -> opened.href() + "/parts/" + WrittenPart.box(missing);
        };
    }

    private static Task task(ReportReading.Opened opened, WrittenPart part) {
        boolean missing = opened.missing().stream().anyMatch(m -> WrittenPart.box(m).startsWith(part.code() + "#"));
        boolean typed = opened.typed(part.code()).boxes().keySet().stream()
                .anyMatch(b -> !b.equals(WrittenPart.SAID_AT));
        return new Task(part.title(), opened.writes() ? opened.href() + "/parts/" + part.code() : null, null,
                missing
                        ? typed ? "Not complete" : "To be written"
                        : typed ? "Written" : opened.report().state().open() ? "Optional" : "Not written",
                !missing && typed);
    }

    private static List<SummaryRow> computed(ReportReading.Opened opened, List<ActionPlan> plans) {
        var says = opened.says();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Results", String.join("\n", says.results().counts())));
        rows.add(plan(opened, "Completed actions", plans, opened.kept().past(), says.completed().size()));
        rows.add(plan(opened, "Action plan", plans, opened.kept().next(), says.plan().size()));
        rows.add(SummaryRow.of("Figures", says.figures().isEmpty()
                ? "None: the return cites none"
                : says.figures().size() + (says.figures().size() == 1 ? " figure" : " figures")
                        + ", each with its source"));
        if (!says.limitations().isEmpty())
            rows.add(SummaryRow.of("What weakens ratings",
                    String.join("\n", says.limitations().stream().map(FrozenReport.Limit::words).toList())));
        return rows;
    }

    private static SummaryRow plan(ReportReading.Opened opened, String key, List<ActionPlan> plans,
            @Nullable UUID chosen, int many) {
        var of = plans.stream().filter(p -> p.id().equals(chosen)).findFirst();
        var words = of.map(p -> (many == 1 ? "1 action" : many + " actions") + " of “" + p.title() + "”")
                .orElse(opened.report().state().open()
                        ? "No plan is chosen"
                        : many == 1 ? "1 action" : many + " actions");
        return opened.writes()
                ? new SummaryRow(key, words, opened.href() + "/plans", "the plan for " + key.toLowerCase(Locale.UK))
                : SummaryRow.of(key, words);
    }

    private static List<Counted> counted(ReportReading.Opened opened) {
        var all = new ArrayList<Counted>();
        for (var c : ReportReading.counted(opened.typed()))
            all.add(new Counted(c.figure().title() + ": " + c.figure().says(), c.figure().period(),
                    c.mark()));
        return all;
    }

    private static List<Act> acts(ReportReading.Opened opened, boolean checker) {
        var base = opened.href();
        var acts = new ArrayList<Act>();
        switch (opened.report().state()) {
            case DRAFT -> {
                if (opened.authors())
                    acts.addAll(List.of(new Act("Check it", base + "/check", null),
                            new Act("Give it up", base + "/moves/" + ReportMove.GIVE_UP, null, true)));
            }
            case CHECKED -> {
                if (opened.signs() && !checker)
                    acts.add(new Act("Approve", null, ReportMove.APPROVE.name()));
                if (opened.authors())
                    acts.add(new Act("Open it for writing again", base + "/moves/" + ReportMove.WRITE_ON, null));
            }
            case APPROVED -> {
                if (opened.authors())
                    acts.add(new Act("Publish", null, ReportMove.PUBLISH.name()));
                if (opened.signs())
                    acts.add(new Act("Give it back for writing", base + "/moves/" + ReportMove.GIVE_BACK, null));
            }
            case PUBLISHED, WITHDRAWN -> {
                if (opened.authors() && opened.amending() == null)
                    acts.add(new Act("Correct it", base + "/moves/" + ReportMove.AMEND, null));
                if (opened.signs() && opened.report().state() == ReportState.PUBLISHED)
                    acts.add(new Act("Withdraw it", base + "/moves/" + ReportMove.WITHDRAW, null));
            }
            case GIVEN_UP -> {
                // Nothing leads on from here.
            }
        }
        return acts;
    }

    private static @Nullable String waits(ReportReading.Opened opened, List<Act> acts) {
        return switch (opened.report().state()) {
            case DRAFT -> opened.authors() ? null : "It is being written by whoever keeps the return.";
            case CHECKED -> acts.stream().anyMatch(a -> ReportMove.APPROVE.name().equals(a.move()))
                    ? null
                    : "It waits to be approved by an accountable officer who did not check it.";
            case APPROVED -> opened.authors() ? null : "It waits to be published by whoever keeps the return.";
            case GIVEN_UP -> "It was given up: it never went out and is not worked on any more.";
            case PUBLISHED, WITHDRAWN -> null;
        };
    }

    private static List<Link> files(ReportReading.Opened opened, List<ReportTemplates.Kept> templates) {
        var all = new ArrayList<Link>();
        all.add(new Link("Word", opened.href() + "/word"));
        templates.stream().filter(ReportTemplates.Kept::opens)
                .forEach(t -> all.add(new Link("Word, in “" + t.name() + "”", opened.href() + "/word?in=" + t.id())));
        all.add(new Link("PDF", opened.href() + "/pdf"));
        return all;
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReportPage[" + base + "]";
    }
}

package heed.assurance.framework;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of frameworks. */
@Component
class FrameworkPages {
    static final String HOME = "/assurance/frameworks";

    private final Frameworks frameworks;
    private final FrameworkDrafts drafts;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    FrameworkPages(Frameworks frameworks, FrameworkDrafts drafts, Staff staff, Frames frames, LondonTime time) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    FrameworksPage all(Actor by, @Nullable String problem, HttpServletRequest request) {
        var prepared = drafts.drafts(by);
        var published = frameworks.current(by);
        frameworks.seen(by, "framework.list", null,
                Stream.concat(prepared.stream().map(FrameworkDrafts.Draft::id), published.stream().map(Framework::id))
                        .toList());
        return new FrameworksPage(frames.of(request, by, "Frameworks").withBack("/assurance"),
                prepared.stream().map(d -> new FrameworksPage.Row(d.title(), HOME + "/drafts/" + d.id(),
                        d.kind().words(), d.code(), "Changed " + time.dayAndTime(d.changedAt()))).toList(),
                published.stream().map(f -> new FrameworksPage.Row(f.shown(), HOME + "/" + f.id(), f.kind().words(),
                        f.name(), (f.ours() ? "Published on " : "Sent by a board, published on ")
                                + time.day(f.publishedAt())))
                        .toList(),
                Field.of("code", "Which of them?").withHint("What an edition needs is published with it.")
                        .withProblem(problem),
                drafts.shipped(by).stream()
                        .map(one -> new Choice(one.code(), one.name(),
                                one.kind().words() + ", " + one.code(), false))
                        .toList());
    }

    FrameworkPage published(Actor by, UUID id, HttpServletRequest request) {
        var of = frameworks.get(by, id);
        frameworks.seen(by, "framework.view", id, List.of());
        var versions = frameworks.published(by).stream()
                .filter(f -> f.kind() == of.kind() && f.code().equals(of.code()) && f.ours() == of.ours()).toList();
        var facts = FrameworkTables.facts(of.kind(), frameworks.tree(by, id));
        facts.add(SummaryRow.of("Version", String.valueOf(of.version())));
        facts.add(SummaryRow.of("Published", "On " + time.day(of.publishedAt())
                + (of.ours() ? " by " + name(by, of.publishedBy()) : " by the board that sent it")));
        if (of.reason() != null)
            facts.add(SummaryRow.of("Why corrected", of.reason().words() + (of.words() == null
                    ? ""
                    : "\n" + of.words())));
        var mayCorrect = by.may(Permission.KEEP_FRAMEWORKS) && of.ours() && !of.superseded();
        return new FrameworkPage(
                frames.of(request, by, of.shown())
                        .withBack(by.may(Permission.KEEP_FRAMEWORKS) ? HOME : "/assurance"),
                of.superseded() ? "Superseded" : "Published", of.superseded() ? "grey" : "green", facts,
                FrameworkTables.tables(of.kind(), frameworks.tree(by, id)), HOME + "/" + id + "/yaml",
                HOME + "/" + id + "/workbook",
                of.kind() == FrameworkKind.EDITION ? HOME + "/" + id + "/oscal" : null,
                of.kind() == FrameworkKind.EDITION ? frameworks.edition(by, id).profileCodes() : List.of(),
                mayCorrect ? HOME + "/" + id + "/correcting" : null, null,
                versions.size() < 2
                        ? List.of()
                        : versions.stream().map(v -> new FrameworkPage.Version("Version " + v.version()
                                + ", published on " + time.day(v.publishedAt()), HOME + "/" + v.id(),
                                v.reason() == null ? "" : v.reason().words())).toList(),
                List.of());
    }

    private String name(Actor by, UUID who) {
        return staff.names(by, Set.of(who)).getOrDefault(who, "somebody who has left");
    }

    /** A draft; {@code reason} and {@code words} are what was typed. */
    FrameworkPage draft(Actor by, UUID id, String reason, String words, List<Problem> problems, boolean moved,
            HttpServletRequest request) {
        var draft = drafts.draft(by, id);
        frameworks.seen(by, "framework.view", id, List.of());
        var prospect = drafts.prospect(by, draft);
        var last = prospect.last();
        var facts = FrameworkTables.facts(draft.kind(), draft.tree());
        facts.add(SummaryRow.of("Changed", time.dayAndTime(draft.changedAt()) + " by "
                + name(by, draft.changedBy())));
        if (last != null)
            facts.add(SummaryRow.of("Corrects", "Version " + last.version() + ", published on "
                    + time.day(last.publishedAt())));
        var here = HOME + "/drafts/" + id;
        return new FrameworkPage(frames.of(request, by, draft.title()).withBack(HOME), "Draft", "yellow", facts,
                FrameworkTables.tables(draft.kind(), draft.tree()), here + "/yaml", here + "/workbook", null, List.of(),
                null,
                new FrameworkPage.Preparing(moved,
                        prospect.faults().stream().map(FrameworkFault::words).distinct().toList(),
                        String.valueOf(draft.version()), here + "/changing", here + "/publishing",
                        here + "/discarding", "Publish version " + prospect.version(),
                        last == null
                                ? null
                                : Field.of("reason", "Why is it corrected?").withValue(reason)
                                        .withProblem(problem(problems, "reason")),
                        Stream.of(Framework.Reason.values())
                                .map(r -> Choice.of(r.name(), r.words(), r.name().equals(reason))).toList(),
                        last == null
                                ? null
                                : Field.of("words", "In your words (optional)")
                                        .withHint("Those who keep frameworks here read this. Do not name anybody.")
                                        .withValue(words).withProblem(problem(problems, "words"))),
                List.of(), problems);
    }

    /** A file comes in; {@code id} is the draft that it changes, or null. */
    FrameworkFormPage form(Actor by, @Nullable UUID id, @Nullable Integer seen, String text,
            List<FrameworkFault> faults, @Nullable String theirs, HttpServletRequest request) {
        var whole = faults.stream().filter(f -> f.place().isEmpty()).map(FrameworkFault::words).findFirst()
                .orElse(null);
        var placed = faults.stream().filter(f -> !f.place().isEmpty()).toList();
        var problems = new ArrayList<Problem>();
        var pasted = !text.isBlank();
        if (whole != null)
            problems.add(new Problem(pasted ? "text" : "file", whole));
        if (!placed.isEmpty())
            problems.add(new Problem("faults", (placed.size() == 1 ? "1 thing" : placed.size() + " things")
                    + " to put right"));
        var back = id == null ? HOME : HOME + "/drafts/" + id;
        return new FrameworkFormPage(
                frames.of(request, by, id == null ? "Load a framework" : "Change the draft").withBack(back),
                List.copyOf(problems), id == null ? HOME + "/loading" : HOME + "/drafts/" + id + "/changing",
                seen == null ? null : String.valueOf(seen),
                Field.of("file", "A YAML file or a workbook").withHint("2 MB at most")
                        .withProblem(pasted ? null : whole),
                Field.of("text", id == null ? "Or paste it as YAML" : "Or change it here").withValue(text)
                        .withProblem(pasted ? whole : null),
                placed, placed.isEmpty()
                        ? null
                        : (placed.size() == 1 ? "1 thing" : placed.size() + " things")
                                + " to put right",
                theirs, id == null ? "Keep as a draft" : "Keep the draft", back);
    }

    private static @Nullable String problem(List<Problem> problems, String field) {
        return problems.stream().filter(p -> p.field().equals(field)).map(Problem::text).findFirst().orElse(null);
    }
}

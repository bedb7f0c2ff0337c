package heed.assurance.importing;

import heed.assurance.paper.Field;
import heed.assurance.paper.Flag;
import heed.assurance.paper.Gap;
import heed.assurance.paper.Line;
import heed.assurance.paper.Mapping;
import heed.assurance.paper.PaperKind;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.assurance.paper.Reading;
import heed.assurance.paper.Seen;
import heed.assurance.paper.Source;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.records.document.FileOf;
import heed.records.document.Samples;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Brings a paper past the pages, read as a test says and not as the readers would. */
public final class PaperOf {
    /** The piece of {@link #reading} that is the answer. */
    public static final String ANSWER = "r-1";
    private static final String TEXT = """
            1.1 How are the lifts kept safe?

            Response
            An engineer looks at each lift every day.
            Evidence
            We looked at all nine lifts in May 2025.
            A scribble that nobody can place.
            Page 1 of 9
            """;

    private PaperOf() {
    }

    /** A small return that was read: one question, its answer, one statement, one line not read. */
    static Reading reading() {
        var lines = new java.util.ArrayList<Line>();
        TEXT.lines().forEach(l -> lines.add(new Line(lines.size() + 1, 1, l)));
        return new Reading(PaperKind.RETURN, lines, List.of(
                new Piece("q-1", PieceKind.ITEM, "1.1", null, Map.of(Field.QUESTION.key(),
                        "How are the lifts kept safe?"), List.of(1),
                        List.of(new Flag(Flag.Kind.RATING_NOT_RECOVERABLE, List.of()))),
                new Piece(ANSWER, PieceKind.RESPONSE, null, "q-1",
                        Map.of(Field.TEXT.key(), "An engineer looks at each lift every day."), List.of(3, 4),
                        List.of()),
                new Piece("s-1", PieceKind.STATEMENT, null, "q-1", said(), List.of(6), List.of())),
                List.of(new Gap(List.of(5), Gap.Why.COLUMN_HEADINGS), new Gap(List.of(7), Gap.Why.NOT_RECOGNISED),
                        new Gap(List.of(8), Gap.Why.FURNITURE)),
                List.of(new Seen(false, "Response", "RESPONSE", List.of(3)),
                        new Seen(false, "Evidence", null, List.of(5)),
                        new Seen(true, "Who", "lead", List.of(5)), new Seen(true, "Odd", null, List.of(5))));
    }

    private static Map<String, String> said() {
        var said = new LinkedHashMap<String, String>();
        said.put(Field.TEXT.key(), "We looked at all nine lifts in May 2025.");
        said.put(Field.UNMAPPED + "Odd", "9");
        return said;
    }

    /** One that was read, brought by somebody; returns its id. */
    public static UUID in(ApplicationContext context, Actor by) {
        var papers = context.getBean(BroughtPapers.class);
        var now = context.getBean(Clock.class).instant();
        // In one transaction, so that no job reads it first.
        return context.getBean(Transactions.class).inScope(by.scope(), () -> {
            var id = waiting(context, by, "last-year.txt", Samples.bytes(TEXT + UUID.randomUUID()));
            papers.read(by, papers.claim(by, id, now).orElseThrow(), reading(), 1, now);
            return id;
        });
    }

    /** One that was read, and whose answer somebody changed. */
    public static UUID changed(ApplicationContext context, Actor by) {
        var id = in(context, by);
        context.getBean(PuttingRight.class).change(by, id,
                new Piece(ANSWER, PieceKind.RESPONSE, null, "q-1", Map.of(Field.TEXT.key(), "Twice a day."),
                        List.of(3, 4), List.of()),
                context.getBean(Importing.class).view(by, id).read().part(ANSWER).orElseThrow().mark());
        return id;
    }

    /** One that could not be read, and why. */
    static UUID failed(ApplicationContext context, Actor by, String name, byte[] bytes, Source.Fault fault) {
        var papers = context.getBean(BroughtPapers.class);
        var now = context.getBean(Clock.class).instant();
        return context.getBean(Transactions.class).inScope(by.scope(), () -> {
            var id = waiting(context, by, name, bytes);
            papers.failed(by, papers.claim(by, id, now).orElseThrow(), fault, now);
            return id;
        });
    }

    /** One that nobody read yet. */
    public static UUID waiting(ApplicationContext context, Actor by, String name, byte[] bytes) {
        var id = UUID.randomUUID();
        context.getBean(Transactions.class).inScope(by.scope(), () -> context.getBean(BroughtPapers.class).add(by, id,
                PaperKind.RETURN, context.getBean(Clock.class).instant()));
        FileOf.in(context, by, id, name, bytes);
        return id;
    }

    /** An accepted one of this kind, read as the reading says. */
    public static UUID accepted(ApplicationContext context, Actor by, Reading reading) {
        var id = UUID.randomUUID();
        var papers = context.getBean(BroughtPapers.class);
        var now = context.getBean(Clock.class).instant();
        context.getBean(Transactions.class).inScope(by.scope(), () -> papers.add(by, id, reading.kind(), now));
        FileOf.in(context, by, id, "report.txt", Samples.bytes("a report " + id));
        context.getBean(Transactions.class).inScope(by.scope(),
                () -> papers.read(by, papers.claim(by, id, now).orElseThrow(), reading, 0, now));
        accept(context, by, id);
        return id;
    }

    /** An accepted report, of which nothing is made. */
    public static UUID report(ApplicationContext context, Actor by) {
        var lines = List.of(new Line(1, 1, "A report of Fellmoor " + UUID.randomUUID()));
        return accepted(context, by,
                new Reading(PaperKind.REPORT, lines, List.of(new Piece("h-1", PieceKind.HEADER, null,
                        null, Map.of(Field.TITLE.key(), "A report of Fellmoor"), List.of(1), List.of())), List.of(),
                        List.of()));
    }

    /** Has it accepted. */
    public static void accept(ApplicationContext context, Actor by, UUID id) {
        context.getBean(Acceptance.class).accept(by, id, context.getBean(Importing.class).view(by, id).mark());
    }

    /** What was said of such papers. */
    static Mapping mapping(ApplicationContext context, Actor by, UUID id) {
        var importing = context.getBean(Importing.class);
        return importing.mapping(by, importing.view(by, id).paper(), PaperKind.RETURN);
    }
}

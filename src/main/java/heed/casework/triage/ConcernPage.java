package heed.casework.triage;

import heed.access.policy.Marking;
import heed.casework.allegation.Receiving;
import heed.casework.clock.TimeLeft;
import heed.casework.concern.BodyFigure;
import heed.casework.concern.Concern;
import heed.casework.concern.Correspondence;
import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Status;
import heed.casework.concern.Telling;
import heed.casework.concern.Told;
import heed.casework.escalation.WhoWasTold;
import heed.casework.file.FileRow;
import heed.platform.Actor;
import heed.platform.web.Frame;
import heed.platform.web.LondonTime;
import heed.platform.web.SummaryRow;
import heed.platform.web.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A concern as an officer works on it, worded and decided. Public only because templates compile elsewhere. */
public record ConcernPage(Frame frame, String ref, String title, boolean danger, String status, String statusColour,
        @Nullable String held, List<SummaryRow> facts, @Nullable String withheld, List<Part> parts, List<Who> people,
        List<Made> decisions, ConcernWork work, List<Note> letters, List<SummaryRow> support, List<Note> addenda,
        List<TimelineEvent> history,
        List<FileRow> files, @Nullable String unchecked, @Nullable BodyFigure marks,
        @Nullable AllegationPart allegation, List<Step> steps, List<Step> others, String submission,
        boolean correcting, @Nullable Reading reading, @Nullable TimeLeft left, List<WhoWasTold.Times> alerts) {

    /**
     * Where the viewer may only read it, and for a time.
     *
     * @param words     until when and why
     * @param emergency whether they opened it themselves, and may close it
     */
    public record Reading(String words, boolean emergency) {
    }

    /** What the tag says of danger: reported, once the concern has been decided. */
    public String dangerWords() {
        return status.equals(Status.DECIDED.words()) ? "Danger reported" : "Danger now";
    }

    /** The tag's colour: loud only while it has to be acted on. */
    public String dangerColour() {
        return status.equals(Status.DECIDED.words()) ? "grey" : "danger";
    }

    /** Whether it still has to be acted on. */
    public boolean loud() {
        return !status.equals(Status.DECIDED.words());
    }

    /** One part of what was told. */
    public record Part(String title, List<SummaryRow> rows) {
    }

    /** Somebody named. */
    public record Who(String name, String role, List<SummaryRow> rows) {
    }

    /** A decision that was taken. */
    public record Made(String outcome, String by, List<SummaryRow> rows, @Nullable String caseRef) {
    }

    /** Something written after sending. */
    public record Note(String title, String by, String words) {
    }

    /** What a recipient sees besides. */
    public record AllegationPart(List<SummaryRow> rows, List<Note> summaries, boolean mayLift, boolean maySummarise) {
    }

    /** Something the officer can do now; {@code post} ones are buttons of their own. */
    public record Step(String text, String href, boolean post) {
    }

    static ConcernPage of(Frame frame, Actor by, Desk.Opened o, Background.Known known,
            List<ConcernTimeline.Added> added, Instant now, Optional<Receiving.View> allegation, List<FileRow> files,
            @Nullable String unchecked, LondonTime time, UUID submission, boolean correcting, @Nullable TimeLeft left,
            List<WhoWasTold.Times> alerts) {
        var c = o.concern();
        var t = o.telling();
        var base = "/concerns/" + c.ref();
        var main = t.named().stream().filter(p -> p.inRole() == PersonRole.AT_RISK).findFirst()
                .or(() -> t.named().stream().findFirst());
        var mine = c.takenBy() != null && by.is(c.takenBy());
        var protective = c.marking() == Marking.RESTRICTED && c.raisedBy() == null;
        return new ConcernPage(frame, c.ref().value(),
                c.inUse() ? main.map(Person::shown).orElse("Nobody named") : "Recorded in error",
                c.danger() && c.inUse(),
                c.status().words(),
                colour(c.status()), held(c), facts(c, o, time), c.inUse()
                        ? protective ? withheld(o) : null
                        : "This was recorded in error and is out of use. What was told is kept encrypted until its retention date, and is in no list and no search.",
                parts(t), people(t),
                decisions(o, known, time), ConcernWork.of(by, c, t, known, o.reading() == null, now, time),
                letters(o, time),
                support(o, known),
                addenda(o, time), ConcernTimeline.of(o, known, added, time),
                files, files.isEmpty() ? null : unchecked, t.marks().isEmpty() ? null : BodyFigure.of(t.marks()),
                allegation.map(a -> allegation(a, c, o, time)).orElse(null),
                o.reading() == null ? steps(c, base, mine, protective) : List.of(),
                o.reading() == null ? others(c, base, mine, protective) : List.of(), submission.toString(),
                correcting, reading(o, time), left, alerts);
    }

    private static @Nullable Reading reading(Desk.Opened o, LondonTime time) {
        var opening = o.reading();
        if (opening == null)
            return null;
        var until = time.until(opening.until());
        return switch (opening.kind()) {
            case GRANT -> new Reading("You can read this until %s. Each time you open it is in the audit log."
                    .formatted(until), false);
            case EMERGENCY -> new Reading(
                    "You opened this in an emergency. You can read it until %s. The leads have been told."
                            .formatted(until),
                    true);
        };
    }

    private static String colour(Status status) {
        return switch (status) {
            case RECEIVED -> "yellow";
            case IN_TRIAGE -> "blue";
            case DECIDED -> "green";
            case JOINED, IN_ERROR -> "grey";
        };
    }

    private static @Nullable String held(Concern c) {
        return switch (c.marking()) {
            case NORMAL -> null;
            case RESTRICTED -> "Restricted";
            case ALLEGATION -> "Allegation";
        };
    }

    private static String withheld(Desk.Opened o) {
        return o.addenda().stream().anyMatch(a -> a.kind() == Correspondence.Kind.SUMMARY)
                ? "The account is held by others. Work from their summary below. Do not look for who it is about."
                : "The account is held by others, who will write a summary for you here. Protect the person at risk now; do not wait for it.";
    }

    private static List<SummaryRow> facts(Concern c, Desk.Opened o, LondonTime time) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("Received",
                time.dayAndTime(c.receivedAt()) + ", " + time.since(c.receivedAt()) + " ago"));
        var from = c.raisedBy() == null ? "The allegations recipients" : name(o, c.raisedBy());
        rows.add(SummaryRow.of("From", o.service() == null ? from : from + ", " + o.service()));
        rows.add(SummaryRow.of("About", c.subject().shortWords()));
        if (c.takenBy() != null && c.takenAt() != null)
            rows.add(SummaryRow.of("With", name(o, c.takenBy()) + ", since " + time.dayAndTime(c.takenAt())));
        return rows;
    }

    private static List<Part> parts(Telling t) {
        var parts = new ArrayList<Part>();
        part(parts, "What we were told", Told.account(t));
        part(parts, "When and where", Told.happened(t));
        part(parts, "What they know, say and want", Told.knowing(t));
        part(parts, "Done already", Told.elsewhere(t));
        part(parts, "Safe contact", Told.contact(t));
        if (t.worksHere().yes() || !t.worksHere().keepFrom().isBlank())
            part(parts, "Someone who works here", Told.worksHere(t));
        return parts;
    }

    private static void part(List<Part> parts, String title, List<SummaryRow> rows) {
        if (!rows.isEmpty())
            parts.add(new Part(title, rows));
    }

    private static List<Who> people(Telling t) {
        return t.named().stream().map(p -> new Who(p.shown(), p.inRole().words(), Told.person(p))).toList();
    }

    private static List<Made> decisions(Desk.Opened o, Background.Known known, LondonTime time) {
        return o.decisions().stream().map(d -> {
            var rows = new ArrayList<SummaryRow>();
            rows.add(SummaryRow.of("Reason", o.reasonLabels().getOrDefault(d.reasonCode(), d.reasonCode())));
            rows.add(SummaryRow.of("Why", d.reasons()));
            if (d.routeCode() != null)
                rows.add(SummaryRow.of("Referred to", known.coding().words().route(d.routeCode())));
            if (d.detail() != null)
                rows.add(SummaryRow.of(switch (d.outcome()) {
                    case ADVICE_GIVEN -> "Advice";
                    case SIGNPOST -> "Service";
                    case REFER -> "Who was told";
                    case NO_FURTHER_ACTION, OPEN_CASE, ADD_TO_CASE -> "Detail";
                }, d.detail()));
            if (d.lead() != null)
                rows.add(SummaryRow.of("Lead", name(o, d.lead())));
            var signed = known.signed().get(d.id());
            if (signed != null)
                rows.add(SummaryRow.of(signed.agrees() ? "Countersigned" : "Not countersigned",
                        (known.names().getOrDefault(signed.by(), "Someone who has left") + ", "
                                + time.dayAndTime(signed.at())
                                + (signed.reasons() == null ? "" : "\n" + signed.reasons()))));
            return new Made(d.outcome().words(), name(o, d.by()) + ", " + time.dayAndTime(d.at()), rows,
                    d.inCase() == null ? null : d.inCase().value());
        }).toList();
    }

    private static List<Note> letters(Desk.Opened o, LondonTime time) {
        return o.feedback()
                .stream()
                .map(f -> new Note(f.readAt() == null ? "Not read yet" : "Read " + time.dayAndTime(f.readAt()),
                        name(o, f.by()) + ", " + time.dayAndTime(f.at()), f.words()))
                .toList();
    }

    private static List<SummaryRow> support(Desk.Opened o, Background.Known known) {
        return o.support().stream().map(s -> SummaryRow.of(known.coding().words().support(s.code()), s.taken().words()))
                .toList();
    }

    private static List<Note> addenda(Desk.Opened o, LondonTime time) {
        return o.addenda()
                .stream()
                .map(a -> new Note(switch (a.kind()) {
                    case BY_REPORTER -> "Added by whoever told us";
                    case BY_OFFICER -> "Added by an officer";
                    case SUMMARY -> "Summary from the allegations recipients";
                }, name(o, a.by()) + ", " + time.dayAndTime(a.at()), a.words()))
                .toList();
    }

    private static AllegationPart allegation(Receiving.View a, Concern c, Desk.Opened o, LondonTime time) {
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of("How we know",
                a.byReporter() ? "Whoever told us said so" : "A name typed is like that of someone who works here"));
        if (a.worksAs() != null)
            rows.add(SummaryRow.of("They are", Told.worksAs(a.worksAs())));
        for (var match : a.matches())
            rows.add(SummaryRow.of(match.likely() ? "Likely match" : "Possible match",
                    match.name() + ", " + match.post()));
        rows.add(SummaryRow.of("Protecting the person at risk", a.lead() == null
                ? "No designated safeguarding lead could be told. You must see that the person at risk is safe"
                : a.lead() + (a.leadStatus() == null ? "" : ". " + a.leadStatus().words())));
        var notes = a.summaries()
                .stream()
                .map(s -> new Note("Summary for the lead",
                        a.authors().getOrDefault(s.by(), "An allegations recipient") + ", " + time.dayAndTime(s.at()),
                        s.words()))
                .toList();
        return new AllegationPart(rows, notes, c.status() != Status.DECIDED, a.lead() != null);
    }

    private static List<Step> steps(Concern c, String base, boolean mine, boolean protective) {
        var call = new Step("Log a call", base + "/calls", false);
        return switch (c.status()) {
            case RECEIVED -> {
                var take = new Step("Take it up", base + "/taking-up", true);
                yield c.danger() ? List.of(call, take) : List.of(take);
            }
            case IN_TRIAGE -> {
                var decide = mine ? List.of(new Step("Decide", base + "/decision", false)) : List.<Step>of();
                yield c.danger()
                        ? java.util.stream.Stream.concat(java.util.stream.Stream.of(call), decide.stream())
                                .toList()
                        : decide;
            }
            case DECIDED ->
                protective ? List.of() : List.of(new Step("Write to whoever told us", base + "/feedback", false));
            case JOINED, IN_ERROR -> List.of();
        };
    }

    private static List<Step> others(Concern c, String base, boolean mine, boolean protective) {
        var steps = new ArrayList<Step>();
        if (c.status() == Status.JOINED) {
            steps.add(new Step("Who can see it", base + "/access", false));
            return steps;
        }
        if (c.status() == Status.IN_ERROR) {
            steps.add(new Step("What was asked, and who had read it", base + "/correction", false));
            return steps;
        }
        if (!c.danger() || c.status() == Status.DECIDED)
            steps.add(new Step("Log a call", base + "/calls", false));
        steps.add(new Step("Types, level, ward and time to act by", base + "/coding", false));
        if (!protective && c.status() != Status.DECIDED)
            steps.add(new Step("Write to whoever told us", base + "/feedback", false));
        if (!protective)
            steps.add(new Step("Offer support", base + "/support", false));
        steps.add(new Step("Add a note", base + "/addenda", false));
        steps.add(new Step("Add photos and documents", base + "/files", false));
        if (mine && c.status() == Status.IN_TRIAGE)
            steps.add(new Step("Hand back to the queue", base + "/handing-back", false));
        if (c.status() == Status.DECIDED)
            steps.add(new Step("Reopen", base + "/reopening", false));
        steps.add(new Step("I know this person", base + "/standing-aside", false));
        steps.add(new Step("This is wrong, or the wrong person", base + "/correction", false));
        steps.add(new Step("Who can see it, and who has looked", base + "/access", false));
        return steps;
    }

    private static String name(Desk.Opened o, UUID id) {
        return id.equals(Actor.NOBODY) ? "Heed" : o.names().getOrDefault(id, "Someone who has left");
    }
}

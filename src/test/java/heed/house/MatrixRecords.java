package heed.house;

import heed.access.Role;
import heed.access.grant.Grants;
import heed.access.signin.Kept;
import heed.access.signin.PasskeyOf;
import heed.access.signin.SignedInAs;
import heed.access.staff.StaffImports;
import heed.casework.advice.AdviceOf;
import heed.casework.concern.Telling;
import heed.casework.raise.Raise;
import heed.cast.Cast;
import heed.directory.organisation.Organisations;
import heed.house.Matrix.Who;
import heed.insight.report.PublishedQuarter;
import heed.platform.Actor;
import heed.records.document.FileOf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/**
 * The records of the authorisation matrix that are not concerns: those that somebody made for themselves, and those of a
 * scope. Whoever adds a kind of record to {@code docs/golden/matrix.txt} says here how one is made.
 */
final class MatrixRecords {
    /** Whose it is. */
    enum Whose {
        MINE, A_COLLEAGUES, ELSEWHERE
    }

    private final ApplicationContext context;
    private final Cast cast;
    private final Cast elsewhere;
    private final MatrixPeople people;
    private final Actor colleague;
    private final Actor administrator;
    private final Actor stray;
    private final Map<String, Map<String, String>> made = new HashMap<>();

    MatrixRecords(ApplicationContext context, Cast cast, Cast elsewhere, MatrixPeople people) {
        this.context = context;
        this.cast = cast;
        this.elsewhere = elsewhere;
        this.people = people;
        colleague = cast.staff("Cas Colleague");
        administrator = cast.staff("Ada Otherdesk", Role.ADMINISTRATOR);
        stray = elsewhere.staff("Stray Otherwhere", Role.ADMINISTRATOR);
    }

    /** Whose there can be of a kind: a scope's own records are everybody's of it. */
    static List<Whose> whose(String record) {
        return switch (record) {
            case "person", "service", "emergency", "shift", "handover", "day", "message", "advice", "totals" ->
                List.of(Whose.A_COLLEAGUES, Whose.ELSEWHERE);
            // A quarter is a time and a theme a code: every scope has its own of that name.
            case "quarter", "theme" -> List.of(Whose.A_COLLEAGUES);
            default -> AssuranceRecords.KINDS.contains(record)
                    ? List.of(Whose.A_COLLEAGUES, Whose.ELSEWHERE)
                    : List.of(Whose.values());
        };
    }

    /** Whether those who may call the route at all are shown it. */
    static boolean shown(String record, Whose whose) {
        return whose == Whose.MINE
                || whose == Whose.A_COLLEAGUES && AssuranceRecords.KINDS.contains(record)
                || whose == Whose.A_COLLEAGUES
                        && List.of("person", "service", "emergency", "shift", "handover", "day", "message", "advice",
                                "totals",
                                "quarter")
                                .contains(record);
    }

    /** What stands in the path for the record; the same again until it is {@linkplain #spoil spoilt}. */
    Map<String, String> of(Matrix.Row row, Who who, Whose whose) {
        return made.computeIfAbsent(key(row, who, whose), key -> make(row, who, whose));
    }

    void spoil(Matrix.Row row, Who who, Whose whose) {
        made.remove(key(row, who, whose));
    }

    /** Somebody with one role more, which reads concerns or does not. */
    Map<String, String> grant(boolean reader) {
        return made.computeIfAbsent("grant" + reader, key -> person(cast, reader ? Role.DSO : Role.CHAMPION));
    }

    void endedGrant(boolean reader) {
        made.remove("grant" + reader);
    }

    private static String key(Matrix.Row row, Who who, Whose whose) {
        // What a draft holds, and whether totals count, depends on the page that is asked for.
        return row.record() + whose + (List.of("draft", "totals").contains(row.record()) ? row.path() : "")
                + (whose == Whose.MINE ? who.staff().toString() : "");
    }

    private Map<String, String> make(Matrix.Row row, Who who, Whose whose) {
        var in = whose == Whose.ELSEWHERE ? elsewhere : cast;
        var by = switch (whose) {
            case MINE -> people.actor(who);
            case A_COLLEAGUES -> row.record().equals("import") ? administrator : colleague;
            case ELSEWHERE -> stray;
        };
        return switch (row.record()) {
            case "draft" -> draft(row, by);
            case "kept" -> Map.of("id", Kept.by(context, by).toString());
            case "import" -> Map.of("id", staffList(by).toString());
            case "person" -> person(in, Role.CHAMPION);
            case "service" -> service(in);
            case "shift" -> Map.of("id", Rostered.shift(context, coordinator(in), officer(in)).toString());
            case "handover" -> Map.of("id", Rostered.handover(context, officer(in)).toString());
            case "day" -> Map.of("id", Rostered.day(context, coordinator(in)).toString());
            case "quarter" -> Map.of("quarter", PublishedQuarter.in(context, coordinator(in)), "number", "0");
            case "totals" -> Map.of("id",
                    PublishedQuarter.totals(context, coordinator(in), row.path().endsWith("/undoing")).toString());
            case "message" -> Map.of("id", Rostered.failed(context, coordinator(in)).toString());
            case "advice" -> Map.of("ref", AdviceOf.in(context, by, "May I visit alone?").value());
            case "own-advice" -> Map.of("ref", AdviceOf.in(context, by, "May I visit alone?").value());
            case "led-action", "read-action" -> AssuranceRecords.ledBy(context, in, by);
            case "session" -> Map.of("session", SignedInAs.somewhere(context, by).toString());
            case "passkey" -> Map.of("passkey", PasskeyOf.in(context, by).toString());
            case "link" -> Map.of("link", PasskeyOf.link(context, by).toString());
            case "search" -> Map.of("id", context.getBean(heed.casework.search.Search.class)
                    .keep(searcher(in, by), "landing").toString());
            case "emergency" -> {
                var made = new Restricted(context, in);
                made.openedInEmergency(made.inEmergencies(), in.staff("Lena Otherlead", Role.DSL),
                        in.staff("Ben Otherteller"));
                yield Map.of("id", made.emergency());
            }
            default -> AssuranceRecords.make(context, in, row.record(), row.path())
                    .orElseThrow(() -> new IllegalStateException(
                            "say here how to make a " + row.record() + " for " + row.key()));
        };
    }

    private static Actor coordinator(Cast in) {
        return in.staff("Cleo Otherdesk", Role.COORDINATOR);
    }

    private static Actor searcher(Cast in, Actor by) {
        return by.may(heed.access.Permission.WORK_CONCERNS) ? by : in.staff("Sela Otherdesk", Role.DSO);
    }

    private static Actor officer(Cast in) {
        return in.staff("Opal Otherdesk", Role.DSO);
    }

    private Map<String, String> draft(Matrix.Row row, Actor by) {
        var telling = Cast.telling("Seen.", "Rowan Applegarth")
                .person(1, Cast.telling("", "Sky Applegarth").people().getFirst())
                .marks(List.of(new Telling.Mark("HAND", "left", "BRUISE", "", "", "")));
        var draft = context.getBean(Raise.class).start(by, telling);
        var values = new HashMap<>(Map.of("draft", draft.toString(), "mark", "0", "person", "1", "step", "account"));
        if (row.path().contains("{file}"))
            values.put("file", FileOf.in(context, by, draft).toString());
        if (row.path().endsWith("/receipt"))
            context.getBean(Raise.class).send(by, draft);
        return Map.copyOf(values);
    }

    /** Only administrators can have one: for anybody else whose it could be, the other administrator's stands in. */
    private UUID staffList(Actor by) {
        var owner = by.may(heed.access.Permission.MANAGE_ACCOUNTS) ? by : administrator;
        var id = context.getBean(StaffImports.class).check(owner,
                ("name,mail,service,manager,post\nRo Path," + UUID.randomUUID() + "@fellmoor.example,,,Officer")
                        .getBytes(StandardCharsets.UTF_8))
                .id();
        if (id == null)
            throw new AssertionError("the list was not taken");
        return id;
    }

    private Map<String, String> person(Cast in, Role role) {
        var someone = in.staff("Dee Newcomer", role);
        return Map.of("id", someone.staff().toString(), "grant",
                context.getBean(Grants.class).of(in.system(), someone.staff()).getFirst().id().toString());
    }

    private Map<String, String> service(Cast in) {
        var organisations = context.getBean(Organisations.class);
        return Map.of("id", organisations.addService(in.system(),
                organisations.councils(in.system()).getFirst().id(),
                "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT), "Parks", 12).toString());
    }
}

package heed.house;

import heed.access.Role;
import heed.access.policy.Barring;
import heed.access.policy.Opening;
import heed.access.policy.Openings;
import heed.casework.ConcernRef;
import heed.casework.call.CallOf;
import heed.casework.correction.Asked;
import heed.casework.known.KnownOf;
import heed.cast.Cast;
import heed.house.Matrix.Held;
import heed.house.Matrix.Who;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.records.document.FileOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The concerns of the authorisation matrix: each marking, in each relation to whoever asks, in each state that matters. */
final class MatrixConcerns {
    /** How whoever asks stands to a concern. Those below the line are made for one person, those above serve all. */
    enum Tie {
        NONE, NAMED, EXCLUDED, NAMED_AND_EXCLUDED, OPENED, OPENED_AND_EXCLUDED, TAKEN_BY_ANOTHER, DECIDED, IN_ERROR, ASKED_TO_CORRECT, ELSEWHERE,
        //
        RAISED, RAISED_AND_EXCLUDED, TOOK_UP, TOOK_UP_AND_EXCLUDED, LEADS_ITS_CASE, ABOUT_THEM, ABOUT_THEIR_LINE;

        boolean theirs() {
            return ordinal() >= RAISED.ordinal();
        }

        /** Whether it is a state that could matter, and no relation. */
        boolean state() {
            return List.of(TAKEN_BY_ANOTHER, DECIDED, IN_ERROR, ASKED_TO_CORRECT).contains(this);
        }

        boolean inCase() {
            return this == DECIDED || this == LEADS_ITS_CASE;
        }
    }

    /** One kind of concern to ask about. */
    record Kind(String marking, Tie tie) {
        static List<Kind> all() {
            var all = new ArrayList<Kind>();
            for (var marking : List.of("NORMAL", "RESTRICTED", "ALLEGATION"))
                for (var tie : Tie.values())
                    if (marking.equals("ALLEGATION")
                            ? tie != Tie.IN_ERROR && tie != Tie.ASKED_TO_CORRECT
                            : tie != Tie.ABOUT_THEM && tie != Tie.ABOUT_THEIR_LINE)
                        all.add(new Kind(marking, tie));
            return all;
        }
    }

    /** A concern that was made. */
    record Made(ConcernRef ref, UUID id, Held held, Cast in, Actor by) {
    }

    private final ApplicationContext context;
    private final Cast cast;
    private final Cast elsewhere;
    private final MatrixPeople people;
    private final Actor ben;
    private final Actor benElsewhere;
    private final Actor opal;
    private final Actor lena;
    private final Map<String, Made> made = new HashMap<>();
    /** Every one that stands as it was made, by reference: whoever is shown a reference must see it. */
    private final Map<String, Held> byRef = new HashMap<>();
    private final Set<String> outOfUse = new HashSet<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> calls = new HashMap<>();
    private final Map<String, Map<String, String>> known = new HashMap<>();

    MatrixConcerns(ApplicationContext context, Cast cast, Cast elsewhere, MatrixPeople people) {
        this.context = context;
        this.cast = cast;
        this.elsewhere = elsewhere;
        this.people = people;
        ben = cast.staff("Ben Crew");
        benElsewhere = elsewhere.staff("Ben Elsewhere");
        opal = cast.staff("Opal Desk", Role.DSO);
        lena = cast.staff("Lena Lead", Role.DSL);
    }

    Map<String, Held> standing() {
        return Map.copyOf(byRef);
    }

    /** What is known of the one with this reference; null where it is none of those that stand. */
    @Nullable
    Held held(String ref) {
        return byRef.get(ref);
    }

    /** References of those recorded in error. */
    Set<String> outOfUse() {
        return Set.copyOf(outOfUse);
    }

    /** A concern of this kind for somebody; the same one again until it is {@linkplain #spoil spoilt}. */
    Made of(Kind kind, Who who) {
        return made.computeIfAbsent(key(kind, who), key -> {
            var one = make(kind, kind.tie().theirs() ? who : null);
            byRef.put(one.ref().value(), one.held());
            if (kind.tie() == Tie.IN_ERROR)
                outOfUse.add(one.ref().value());
            return one;
        });
    }

    /** It was changed: the next to ask about its kind gets another. */
    void spoil(Kind kind, Who who) {
        var gone = made.remove(key(kind, who));
        if (gone != null)
            byRef.remove(gone.ref().value());
    }

    /** The case that it opened. */
    String caseRef(Made concern) {
        return in(concern.in(), db -> db.sql("""
                select f.ref from casework.casefile f join casework.concern c on c.case_id = f.id where c.id = :id""")
                .param("id", concern.id()).query(String.class).single());
    }

    /** The id of a file that was sent with it. */
    String file(Made concern) {
        return files.computeIfAbsent(concern.ref().value(),
                ref -> FileOf.in(context, concern.by(), concern.id()).toString());
    }

    /** The id of a call about it. */
    String call(Made concern) {
        return calls.computeIfAbsent(concern.ref().value(),
                ref -> CallOf.put(context, concern.in().system(), concern.id()).toString());
    }

    /** Two people that it names besides, said to be one, and who said so. */
    Map<String, String> known(Made concern) {
        return known.computeIfAbsent(concern.ref().value(),
                ref -> KnownOf.put(context, concern.in().system(), concern.id(), true));
    }

    private static String key(Kind kind, Who who) {
        return kind + (kind.tie().theirs() ? who.staff().toString() : "");
    }

    private Made make(Kind kind, @Nullable Who who) {
        var in = kind.tie() == Tie.ELSEWHERE ? elsewhere : cast;
        var reporter = in == elsewhere
                ? benElsewhere
                : who != null && (kind.tie() == Tie.RAISED || kind.tie() == Tie.RAISED_AND_EXCLUDED)
                        ? people.actor(who)
                        : ben;
        var ref = raised(kind, in, reporter, who);
        var id = in.id(ref);
        var named = new HashSet<UUID>();
        var barred = new HashSet<UUID>();
        var opened = new HashSet<UUID>();
        in(in, db -> {
            // A matrix of its own: whom the application named and barred by itself is known only where it is what is tried.
            db.sql("delete from access.named where record_id = :id").param("id", id).update();
            if (kind.tie() != Tie.ABOUT_THEM && kind.tie() != Tie.ABOUT_THEIR_LINE)
                db.sql("delete from access.exclusion where record_id = :id").param("id", id).update();
            if (!kind.marking().equals("ALLEGATION"))
                db.sql("update casework.concern set marking = :marking where id = :id").param("marking", kind.marking())
                        .param("id", id).update();
            return 0;
        });
        var all = people.signedIn().stream().map(Who::staff).toList();
        switch (kind.tie()) {
            case NAMED -> named.addAll(all);
            case EXCLUDED -> barred.addAll(all);
            case NAMED_AND_EXCLUDED -> {
                named.addAll(all);
                barred.addAll(all);
            }
            case OPENED -> opened.addAll(all);
            case OPENED_AND_EXCLUDED -> {
                opened.addAll(all);
                barred.addAll(all);
            }
            case RAISED_AND_EXCLUDED, TOOK_UP_AND_EXCLUDED -> barred.add(staff(who));
            default -> {
            }
        }
        var barring = context.getBean(Barring.class);
        var openings = context.getBean(Openings.class);
        in(in, db -> {
            opened.forEach(someone -> openings.open(in.system(), id, someone, Opening.Kind.GRANT,
                    context.getBean(java.time.Clock.class).instant().plusSeconds(3_600)));
            named.forEach(someone -> barring.name(in.system(), id, someone));
            barred.forEach(someone -> barring.exclude(in.system(), id, someone, "KNOWS"));
            if (kind.tie() == Tie.TOOK_UP || kind.tie() == Tie.TOOK_UP_AND_EXCLUDED)
                taken(db, id, staff(who));
            if (kind.tie() == Tie.TAKEN_BY_ANOTHER)
                taken(db, id, opal.staff());
            if (kind.tie().inCase() && kind.marking().equals("ALLEGATION"))
                inCase(db, in, id, opal.staff());
            if (kind.tie() == Tie.LEADS_ITS_CASE)
                db.sql("update casework.casefile set lead = :who where id = (select case_id from casework.concern where id = :id)")
                        .param("who", staff(who)).param("id", id).update();
            return 0;
        });
        if (kind.tie() == Tie.ABOUT_THEM || kind.tie() == Tie.ABOUT_THEIR_LINE) {
            barred.add(staff(who));
            barred.add(people.report(known(who)).staff());
        }
        return new Made(ref, id,
                new Held(kind.marking(), in == cast, reporter.staff(), Set.copyOf(named), Set.copyOf(barred),
                        Set.copyOf(opened)),
                in,
                reporter);
    }

    private ConcernRef raised(Kind kind, Cast in, Actor reporter, @Nullable Who who) {
        return switch (kind.tie()) {
            case ABOUT_THEM -> in.allegation(reporter, people.name(known(who)));
            case ABOUT_THEIR_LINE -> {
                // They work here before anybody is told of them.
                people.report(known(who));
                yield in.allegation(reporter, people.reportName(known(who)));
            }
            case DECIDED, LEADS_ITS_CASE -> kind.marking().equals("ALLEGATION")
                    ? in.allegation(reporter, "Quill Unlisted")
                    : remarked(kind, in.decided(reporter, opal));
            case IN_ERROR -> remarked(kind, Asked.of(context, opal, in.concern(reporter), lena));
            case ASKED_TO_CORRECT -> remarked(kind, Asked.of(context, opal, in.concern(reporter), null));
            default -> kind.marking().equals("ALLEGATION")
                    ? in.allegation(reporter, "Quill Unlisted")
                    : in.concern(reporter);
        };
    }

    /** What was worked as a normal one, marked afterwards. */
    private ConcernRef remarked(Kind kind, ConcernRef ref) {
        in(cast, db -> db.sql("update casework.concern set marking = :marking where ref = :ref")
                .param("marking", kind.marking()).param("ref", ref.value()).update());
        return ref;
    }

    private static void inCase(JdbcClient db, Cast in, UUID id, UUID lead) {
        var file = UUID.randomUUID();
        db.sql("""
                insert into casework.casefile (scope_id, id, ref, opened_by, opened_at, lead)
                values (:scope, :file, :ref, :lead, now(), :lead)""").param("scope", in.scope()).param("file", file)
                .param("ref", heed.casework.CaseRef.random().value()).param("lead", lead).update();
        db.sql("""
                update casework.concern set status = 'DECIDED', outcome = 'OPEN_CASE', decided_at = now(), case_id = :file
                where id = :id""").param("file", file).param("id", id).update();
    }

    private static void taken(JdbcClient db, UUID id, UUID officer) {
        db.sql("""
                update casework.concern set status = 'IN_TRIAGE', taken_by = :who, taken_at = now(), first_taken_at = now()
                where id = :id""").param("who", officer).param("id", id).update();
    }

    private <T> T in(Cast scope, java.util.function.Function<JdbcClient, T> work) {
        return context.getBean(Transactions.class).inScope(scope.scope(),
                () -> work.apply(context.getBean(JdbcClient.class)));
    }

    private static Who known(@Nullable Who who) {
        if (who == null)
            throw new IllegalStateException("this kind is made for one person");
        return who;
    }

    private static UUID staff(@Nullable Who who) {
        return known(who).staff();
    }
}

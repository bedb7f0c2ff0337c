package heed.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The invented council and the bodies around it, read from {@code demo/} on the class path and checked whole: whoever
 * holds one can rely on every key and code in it.
 *
 * @param organisations the council, its company and a provider, by code
 * @param services      by code
 * @param wards         by code
 * @param numbers       numbers to ring, in the order shown
 * @param staff         by key
 * @param tellings      the written concerns, slots unfilled
 * @param names         pools that variations are drawn from
 * @param codes         every vocabulary code the written concerns may use, by the name of its list
 */
record DemoWorld(Map<String, Organisation> organisations, Map<String, Service> services, Map<String, Ward> wards,
        List<NumberToRing> numbers, Map<String, Member> staff, List<Telling> tellings, Names names,
        Map<String, Set<String>> codes) {

    /** The files of written concerns, in the order read. */
    private static final List<String> WRITTEN = List.of("concerns-children.yaml", "concerns-families.yaml",
            "concerns-adults.yaml", "concerns-places.yaml", "concerns-allegations.yaml");

    /** Everything in use ends with this: reserved for examples, so no mail can ever leave for a real address. */
    private static final Map<String, String> MAIL = Map.of("WDC", "wexmoor.example", "WDS", "direct.wexmoor.example",
            "TLS", "tarnlight.example", "ORD", "orrisdale.example", "WOP", "partnership.example");

    /** A body that keeps its records here. Those of one scope share them. */
    record Organisation(String code, String name, String kind, String scope) {
    }

    /** A service; {@code area} is its code in {@code service_areas}, null where that list has none. */
    record Service(String code, String name, String organisation, int headcount, @Nullable String area) {
    }

    /** A ward of the district. */
    record Ward(String code, String name) {
    }

    /** A number to ring. */
    record NumberToRing(String code, String name, String number, String hours, String forWhom) {
    }

    /** What a member of staff may be in Heed. */
    enum StaffRole {
        STAFF, CHAMPION, DSO, DSL, COORDINATOR, EMERGENCY_READER, ALLEGATIONS_RECIPIENT, ALLEGATIONS_SUBSTITUTE, MONITORING_OFFICER, ACCOUNTABLE_OFFICER, STRATEGIC_GROUP, MEMBER, DATA_PROTECTION_OFFICER, ADMINISTRATOR, PROVIDER_RESPONDENT, BOARD_MANAGER
    }

    /**
     * A member of staff.
     *
     * @param key          what the files call them
     * @param given        given name
     * @param family       family name
     * @param knownAs      what colleagues call them; null when the given name
     * @param mail         whole mail address, always under {@code .example}
     * @param organisation code of the employer
     * @param service      code of the service
     * @param manager      key of the line manager; null at the top
     * @param post         what they do
     * @param roles        what they are in Heed
     * @param leftDaysAgo  days since they left; null for those still here
     */
    record Member(String key, String given, String family, @Nullable String knownAs, String mail, String organisation,
            String service, @Nullable String manager, String post, Set<StaffRole> roles,
            @Nullable Integer leftDaysAgo) {
        /** Given and family name. */
        String name() {
            return given + " " + family;
        }

        /** What colleagues call them. */
        String called() {
            return knownAs == null ? given : knownAs;
        }

        /** Whether they were on the staff on a day, seen from today. */
        boolean hereOn(LocalDate day, LocalDate today) {
            return leftDaysAgo == null || day.isBefore(today.minusDays(leftDaysAgo));
        }

        /** Their last day; null for those still here. */
        @Nullable
        LocalDate leftOn(LocalDate today) {
            return leftDaysAgo == null ? null : today.minusDays(leftDaysAgo);
        }
    }

    /** A name, where it comes from so that names drawn together go together, and whose it is: old, young or any. */
    record Name(String value, String origin, String era) {
    }

    /** Pools of invented names. */
    record Names(List<Name> women, List<Name> men, List<Name> families, List<String> streets, List<String> houses) {
    }

    /**
     * Reads and checks the whole world.
     *
     * @throws IllegalStateException when the files contradict each other, naming the file's own key
     */
    static DemoWorld read() {
        var organisations = byCode("organisations.csv", "code", r -> new Organisation(at(r, "code"), at(r, "name"),
                at(r, "kind"), at(r, "scope")));
        var services = byCode("services.csv", "code", r -> new Service(at(r, "code"), at(r, "name"),
                at(r, "organisation"), Integer.parseInt(at(r, "headcount")), blank(at(r, "area"))));
        var wards = byCode("wards.csv", "code", r -> new Ward(at(r, "code"), at(r, "name")));
        var numbers = List.copyOf(byCode("numbers.csv", "code", r -> new NumberToRing(at(r, "code"), at(r, "name"),
                at(r, "number"), at(r, "hours"), at(r, "for_whom"))).values());
        var staff = byCode("staff.csv", "key", DemoWorld::member);
        var codes = new HashMap<String, Set<String>>();
        for (var r : rows("codes.csv")) {
            codes.computeIfAbsent(at(r, "list"), k -> new HashSet<>()).add(at(r, "code"));
        }
        var tellings = new ArrayList<Telling>();
        for (var file : WRITTEN)
            tellings.addAll(WrittenConcerns.read(text(file), staff));
        var world = new DemoWorld(organisations, services, wards, numbers, staff, List.copyOf(tellings), pools(),
                codes);
        world.check();
        return world;
    }

    /** Everyone holding a role, in the order of the file, leavers left out. */
    List<Member> holding(StaffRole role) {
        return staff.values().stream().filter(m -> m.leftDaysAgo() == null && m.roles().contains(role)).toList();
    }

    /** The recording scope a service's concerns live in. */
    String scopeOf(String service) {
        return known(organisations, known(services, service).organisation()).scope();
    }

    /** Whether anybody tells a concern in that recording scope. */
    boolean raises(String scope) {
        return tellings.stream().anyMatch(t -> scopeOf(t.services().getFirst()).equals(scope));
    }

    private void check() {
        for (var s : services.values())
            known(organisations, s.organisation());
        for (var m : staff.values()) {
            var service = known(services, m.service());
            must(service.organisation().equals(m.organisation()), m.key() + " is not in the service's organisation");
            known(organisations, m.organisation());
            checkLine(m);
        }
        var ids = new HashSet<String>();
        for (var t : tellings) {
            must(ids.add(t.id()), "two concerns are called " + t.id());
            check(t);
        }
        for (var t : tellings) {
            var to = t.written().addsTo();
            must((to != null) == (t.decision().outcome() == Telling.Outcome.ADD_TO_CASE),
                    t.id() + " must name the case it adds to, and only then");
            must(to == null || ids.contains(to), t.id() + " adds to a concern that is not there");
        }
    }

    private void checkLine(Member m) {
        var seen = new HashSet<String>();
        for (Member at = m; at.manager() != null;) {
            must(seen.add(at.key()), "the line above " + m.key() + " runs in a circle");
            at = known(staff, at.manager());
            must(at.leftDaysAgo() == null, m.key() + " answers to someone who has left");
        }
    }

    private void check(Telling t) {
        must(!t.services().isEmpty(), t.id() + " has no service");
        for (var s : t.services()) {
            known(services, s);
            must(staff.values().stream().anyMatch(m -> m.service().equals(s)), "nobody works in " + s);
        }
        must(t.services().stream().map(this::scopeOf).distinct().count() == 1, t.id() + " is in two scopes");
        must(!t.account().whole().isBlank(), t.id() + " has no account");
        must(t.about() == Telling.About.PLACE || !t.people().isEmpty(), t.id() + " has nobody in it");
        for (var p : t.people()) {
            must(p.name() != null || p.description() != null, t.id() + " has a person without name or description");
        }
        coded("triage_outcomes", t.decision().reason(), t);
        var route = t.decision().route();
        must((route != null) == (t.decision().outcome() == Telling.Outcome.REFER), t.id()
                + " must have a route, and only when referred");
        if (route != null)
            coded("referral_routes", route, t);
        for (var offer : t.support().offered())
            coded("staff_support_offers", offer, t);
        var works = t.worksHere();
        must(works == null || (works.kind() == Telling.Works.STAFF) == (works.staff() != null), t.id()
                + " must name staff by their key");
    }

    private void coded(String list, String code, Telling t) {
        must(codes.getOrDefault(list, Set.of()).contains(code), t.id() + " uses " + code + ", not in " + list);
    }

    private static <T> T known(Map<String, T> all, String key) {
        var found = all.get(key);
        if (found == null)
            throw new IllegalStateException("nothing is called " + key);
        return found;
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds)
            throw new IllegalStateException(otherwise);
    }

    private static Member member(NamedCsvRecord r) {
        var roles = EnumSet.noneOf(StaffRole.class);
        for (var role : at(r, "roles").split(";", -1))
            roles.add(StaffRole.valueOf(role));
        var left = blank(at(r, "left_days_ago"));
        return new Member(at(r, "key"), at(r, "given"), at(r, "family"), blank(at(r, "known_as")), at(r, "mail") + "@"
                + known(MAIL, at(r, "organisation")), at(r, "organisation"), at(r, "service"), blank(at(r, "manager")),
                at(r, "post"), Set.copyOf(roles), left == null ? null : Integer.valueOf(left));
    }

    private static Names pools() {
        var pools = new HashMap<String, List<Name>>();
        for (var r : rows("names.csv")) {
            pools.computeIfAbsent(at(r, "kind"), k -> new ArrayList<>()).add(new Name(at(r, "value"), at(r,
                    "origin"), at(r, "era")));
        }
        return new Names(known(pools, "given_f"), known(pools, "given_m"), known(pools, "family"), known(pools,
                "street").stream().map(Name::value).toList(), known(pools, "house").stream().map(Name::value).toList());
    }

    private static <T> Map<String, T> byCode(String file, String key, Function<NamedCsvRecord, T> row) {
        var all = new LinkedHashMap<String, T>();
        for (var r : rows(file)) {
            must(all.put(at(r, key), row.apply(r)) == null, file + " has two rows called " + at(r, key));
        }
        return all;
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String at(NamedCsvRecord row, String column) {
        return row.getField(column).strip();
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * A file under {@code demo/} on the class path, whole.
     *
     * @throws IllegalStateException where it is not there
     */
    static String text(String file) {
        try (InputStream in = DemoWorld.class.getResourceAsStream("/demo/" + file)) {
            if (in == null)
                throw new IllegalStateException("demo/" + file + " is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

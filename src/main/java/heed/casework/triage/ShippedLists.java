package heed.casework.triage;

import de.siegmar.fastcsv.reader.CsvReader;
import heed.casework.concern.SubjectKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Lists that ship with Heed: where a district can refer to, and what support it can offer. */
public final class ShippedLists {
    // What a court, the police or the county decide comes back to us; it is not ours to choose (vocabularies note, domain 3).
    private static final Set<String> OTHERS_DECIDE = Set.of("S44_EPO", "S46_POLICE_PROTECTION");
    // "Declined" and "not offered" say how an offer went, which is kept beside each offer.
    private static final Set<String> NOT_OFFERS = Set.of("DECLINED", "NOT_OFFERED");

    private static final List<Listed> ROUTES = read("/vocabularies/referral_routes.csv");
    private static final List<Listed> SUPPORT = read("/vocabularies/staff_support_offers.csv");

    private ShippedLists() {
    }

    /** One entry. */
    record Listed(String code, String label, String parent, String appliesTo) {
    }

    /** Routes out of a district, those that fit the subject first. */
    static List<Listed> routes(SubjectKind subject) {
        var fits = switch (subject) {
            case CHILD, UNBORN -> Set.of("child", "any");
            case ADULT -> Set.of("adult", "any");
            case PLACE -> Set.of("place", "any");
            case FAMILY, NOT_KNOWN -> Set.of("child", "adult", "any");
        };
        var all = ROUTES.stream().filter(r -> r.parent().isEmpty() && !OTHERS_DECIDE.contains(r.code())).toList();
        return java.util.stream.Stream.concat(all.stream().filter(r -> fits.contains(r.appliesTo())),
                all.stream().filter(r -> !fits.contains(r.appliesTo()))).toList();
    }

    /** What a route is called. */
    static String route(String code) {
        return label(ROUTES, code);
    }

    /** What can be offered to someone who told us something hard. */
    static List<Listed> support() {
        return SUPPORT.stream().filter(s -> !NOT_OFFERS.contains(s.code())).toList();
    }

    /** What an offer is called. */
    public static String support(String code) {
        return label(SUPPORT, code);
    }

    private static String label(List<Listed> list, String code) {
        return list.stream().filter(l -> l.code().equals(code)).map(Listed::label).findFirst().orElse(code);
    }

    private static List<Listed> read(String path) {
        try (var in = ShippedLists.class.getResourceAsStream(path)) {
            if (in == null)
                throw new IllegalStateException("a shipped list is missing: " + path);
            try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return csv.stream()
                        .map(r -> new Listed(r.getField("code"), r.getField("label"), r.getField("parent"),
                                r.getField("applies_to")))
                        .toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

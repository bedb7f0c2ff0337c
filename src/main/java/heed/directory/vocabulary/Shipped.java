package heed.directory.vocabulary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists that ship with Heed, as their files stand. */
final class Shipped {
    /** The columns of every list, in the order of its file; further ones are the list's own. */
    static final List<String> COLUMNS = List.of("code", "label", "parent", "applies_to", "valid_from", "valid_to",
            "sort",
            "source", "status");
    /** The council's own wards: only the council knows them, so nothing ships. */
    static final String WARDS = "wards";

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        kind("abuse_types_adult", "Types of abuse and neglect of adults", "Coding a concern at triage", true);
        kind("child_categories", "Categories of harm to children", "Coding a concern at triage", true);
        kind("context_flags", "What else is going on", "Coding a concern at triage", true);
        kind("levels_of_need", "Levels of need", "Coding a concern, and what the county answered", true);
        kind("referral_routes", "Where a concern can be referred",
                "Decisions. What others decide stands under what we send, and is not offered as a route", true);
        kind("staff_support_offers", "Support for whoever told us", "Offering support to a reporter", true);
        kind(WARDS, "Wards", "Where concerns come from. Empty until you enter your own", true);
        kind("service_areas", "Service areas", "Naming the council’s services", false);
        kind("place_types", "Kinds of place", "Concerns about places", false);
        kind("priority_groups", "Priority groups of young people", "Figures about young people", false);
        kind("triage_outcomes", "What triage decided", "Reasons under each decision have a page of their own", false);
        kind("referral_outcomes", "What came back from a referral", "Referrals", false);
        kind("urgency_levels", "Urgency", "The hub’s own grades", false);
        kind("response_clocks", "Time limits", "Whose limit it is, and how long", false);
        kind("consent_senses", "Senses of consent", "Consent", false);
        kind("consent_values", "Consent", "Consent", false);
        kind("information_sharing_decisions", "Decisions to share information", "Sharing", false);
        kind("lawful_bases", "Lawful bases", "Sharing", false);
        kind("capacity_values", "Mental capacity", "The person’s voice", false);
        kind("advocacy_values", "Who speaks for the person", "The person’s voice", false);
        kind("msp_asked", "Asked what they want", "Making Safeguarding Personal", false);
        kind("msp_achieved", "Was what they wanted achieved?", "Making Safeguarding Personal", false);
        kind("risk_outcomes", "What became of the risk", "Closing a case", false);
        kind("closure_reasons", "Why a case was closed", "Closing a case", false);
        kind("chronology_entry_kinds", "Kinds of chronology entry", "The chronology", false);
        kind("tools_used", "Tools used in the work", "Screening tools", false);
        kind("tool_barriers", "Why no tool was used", "Screening tools", false);
        kind("warning_marker_types", "Warning notes", "Warning notes", false);
        kind("meeting_forums", "Meetings", "Meetings and how often they are held", false);
        kind("review_kinds", "Kinds of review", "Reviews", false);
        kind("allegation_outcomes", "Result of an allegation", "Allegations", false);
        kind("accommodation_grades", "Grades of visitor accommodation", "Places", false);
        kind("test_purchase_results", "Results of a hotel test", "Places", false);
        kind("council_roles", "Safeguarding roles", "The workforce", false);
        kind("dbs_levels", "Levels of criminal records check", "The workforce", false);
        kind("training_levels", "Levels of training", "The workforce", false);
        kind("action_statuses", "Life of an action", "Action plans", false);
        kind("complaint_stages", "Stages of a complaint", "Complaints", false);
        kind("retention_rules", "How long records are kept", "Letting records go", false);
        kind("suppression_schemes", "Hiding small numbers", "Reports for members and the public", false);
    }

    private Shipped() {
    }

    /**
     * What is known of a list whatever its rows.
     *
     * @param title what people call it
     * @param where where it is used
     * @param inUse whether Heed reads it already
     * @param own   the columns of this list alone, in order
     * @param rows  as it ships
     */
    record Kind(String name, String title, String where, boolean inUse, List<String> own, List<WordRow> rows) {
        Kind {
            own = List.copyOf(own);
            rows = List.copyOf(rows);
        }

        /** The columns of its file. */
        List<String> columns() {
            var all = new ArrayList<>(COLUMNS);
            all.addAll(own);
            return all;
        }
    }

    /** Every list, those that Heed reads first. */
    static List<Kind> all() {
        return List.copyOf(KINDS.values());
    }

    /** The list of that name. */
    static Optional<Kind> kind(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    private static void kind(String name, String title, String where, boolean inUse) {
        if (name.equals(WARDS)) {
            KINDS.put(name, new Kind(name, title, where, inUse, List.of(), List.of()));
            return;
        }
        try (var in = Shipped.class.getResourceAsStream("/vocabularies/" + name + ".csv")) {
            if (in == null)
                throw new IllegalStateException("a shipped list is missing: " + name);
            try (var csv = CsvReader.builder()
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                var records = csv.stream().toList();
                var own = records.isEmpty()
                        ? List.<String>of()
                        : records.getFirst().getHeader().stream().filter(c -> !COLUMNS.contains(c)).toList();
                KINDS.put(name, new Kind(name, title, where, inUse, own,
                        records.stream().map(r -> row(r, own)).toList()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static WordRow row(NamedCsvRecord record, List<String> own) {
        return new WordRow(record.getField("code"), record.getField("label"), record.getField("parent"),
                record.getField("applies_to"), ListFile.day(record.getField("valid_from")),
                ListFile.day(record.getField("valid_to")), record.getField("source"), record.getField("status"),
                own.stream().map(record::getField).toList());
    }
}

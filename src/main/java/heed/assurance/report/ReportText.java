package heed.assurance.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people write of a report. Every text is plain, read as {@link heed.assurance.exercise.SimpleText} reads it.
 *
 * @param header          the lines of the tables at its head
 * @param recommendations what the committee is asked to resolve, one each, in order
 * @param parts           the written parts
 * @param achievements    what was achieved, by the title of the edition's section; in the order of the edition
 * @param finance         who cleared the financial implications
 * @param legal           who cleared the legal implications
 * @param author          whom to ask
 * @param appendices      what else is attached; the action plan is Appendix 1 by itself
 */
public record ReportText(Header header, List<String> recommendations, Map<ReportPart, String> parts,
        Map<String, String> achievements, Clearance finance, Clearance legal, Author author,
        List<Appendix> appendices) {
    /** Copies the collections; the maps keep their order. */
    public ReportText {
        recommendations = List.copyOf(recommendations);
        var ordered = new EnumMap<ReportPart, String>(ReportPart.class);
        ordered.putAll(parts);
        parts = Collections.unmodifiableMap(ordered);
        achievements = Collections.unmodifiableMap(new LinkedHashMap<>(achievements));
        appendices = List.copyOf(appendices);
    }

    /**
     * The tables at its head, as paper 001 has them.
     *
     * @param to          the committee
     * @param date        when it meets; null while that is open
     * @param from        the post that reports
     * @param title       the report's title
     * @param purpose     what the report is for
     * @param keyDecision whether it is a key decision, in words
     * @param member      the member who answers for it; empty where the council has none
     * @param priority    the corporate priority it serves
     * @param policy      the policy framework it belongs to
     */
    public record Header(String to, @Nullable LocalDate date, String from, String title, String purpose,
            String keyDecision, String member, String priority, String policy) {
        /** Keeps names out of logs. */
        @Override
        public String toString() {
            return "Header";
        }
    }

    /**
     * That an officer has cleared a part.
     *
     * @param name who; empty while nobody has
     * @param on   when; null while nobody has
     */
    public record Clearance(String name, @Nullable LocalDate on) {
        /** Nobody has. */
        public static final Clearance NONE = new Clearance("", null);

        /** Whether both are there. */
        public boolean given() {
            return !name.isBlank() && on != null;
        }

        /** Keeps the name out of logs. */
        @Override
        public String toString() {
            return "Clearance";
        }
    }

    /** Whom members ask. */
    public record Author(String name, String post, String service, String telephone, String email) {
        /** Keeps the name out of logs. */
        @Override
        public String toString() {
            return "Author";
        }
    }

    /**
     * Something attached.
     *
     * @param title what it is
     * @param text  what it says; empty where it is a paper of its own
     */
    public record Appendix(String title, String text) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Appendix";
        }
    }

    /** What was written of a part; empty for nothing. */
    public String part(ReportPart part) {
        return parts.getOrDefault(part, "");
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "ReportText";
    }
}

package heed.access.policy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A rule on who may see a record. It has two faces made from one expression: {@link #allows} for a record in hand and
 * {@link #sql} for lists, so that what is listed and what can be opened are the same.
 */
public sealed interface Rule {
    /** Whether the rule lets the record through. */
    boolean allows(Facts facts);

    /**
     * The same as an SQL condition on the table or view aliased {@code row}, which has the columns {@code scope_id},
     * {@code id}, {@code marking} and {@code raised_by}. It holds no values but ids and enum names of our own.
     */
    String sql(String row);

    /** Lets nothing through. */
    record Never() implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return false;
        }

        @Override
        public String sql(String row) {
            return "false";
        }
    }

    /**
     * Of this scope. A record in hand was read in the scope's own transaction; in a list this keeps scopes apart even where
     * row-level security, the other lock, is missing.
     */
    record InScope(UUID scope) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return true;
        }

        @Override
        public String sql(String row) {
            return "%s.scope_id = '%s'::uuid".formatted(row, scope);
        }
    }

    /** Raised by this person. */
    record RaisedBy(UUID staff) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return staff.equals(facts.raisedBy());
        }

        @Override
        public String sql(String row) {
            // Never null, so that its opposite holds too, and in a shape that an index can answer.
            return "(%s.raised_by is not null and %s.raised_by = '%s'::uuid)".formatted(row, row, staff);
        }
    }

    /** Told by somebody: not the record that a lead protects from, which stands for an allegation. */
    record Raised() implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return facts.raisedBy() != null;
        }

        @Override
        public String sql(String row) {
            return "%s.raised_by is not null".formatted(row);
        }
    }

    /** Not let through by another. */
    record Not(Rule rule) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return !rule.allows(facts);
        }

        @Override
        public String sql(String row) {
            return "not " + rule.sql(row);
        }
    }

    /** Marked so. */
    record Marked(Marking marking) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return facts.marking() == marking;
        }

        @Override
        public String sql(String row) {
            return "%s.marking = '%s'".formatted(row, marking.name());
        }
    }

    /** This person is named on it. */
    record Named(UUID staff) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return facts.named().contains(staff);
        }

        @Override
        public String sql(String row) {
            return "%s.id = any(array(select n.record_id from access.named n where n.scope_id = %s and n.staff_id = '%s'::uuid))"
                    .formatted(row, SCOPE, staff);
        }
    }

    /** It is open to this person at that moment. */
    record Opened(UUID staff, Instant at) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return facts.opened().stream().anyMatch(o -> o.lets(staff, at));
        }

        @Override
        public String sql(String row) {
            return "%s.id = any(array(select o.record_id from access.opening o where o.scope_id = %s and o.staff_id = '%s'::uuid and o.valid_from <= '%s'::timestamptz and o.valid_until > '%s'::timestamptz))"
                    .formatted(row, SCOPE, staff, at, at);
        }
    }

    /** This person is not excluded from it. */
    record NotExcluded(UUID staff) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return !facts.excluded().contains(staff);
        }

        @Override
        public String sql(String row) {
            return "%s.id <> all(array(select x.record_id from access.exclusion x where x.scope_id = %s and x.staff_id = '%s'::uuid))"
                    .formatted(row, SCOPE, staff);
        }
    }

    /** All of these. */
    record All(List<Rule> rules) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return rules.stream().allMatch(r -> r.allows(facts));
        }

        @Override
        public String sql(String row) {
            return rules.stream().map(r -> r.sql(row)).collect(Collectors.joining(" and ", "(", ")"));
        }
    }

    /** Any of these. */
    record Any(List<Rule> rules) implements Rule {
        @Override
        public boolean allows(Facts facts) {
            return rules.stream().anyMatch(r -> r.allows(facts));
        }

        @Override
        public String sql(String row) {
            return rules.stream().map(r -> r.sql(row)).collect(Collectors.joining(" or ", "(", ")"));
        }
    }

    /** The scope of the open transaction, as row-level security reads it. */
    String SCOPE = "nullif(current_setting('heed.scope', true), '')::uuid";
}

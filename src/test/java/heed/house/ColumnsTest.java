package heed.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every column is classified by a person, in {@code docs/golden/columns.txt}: what is personal is sealed before it
 * reaches the database, and what is plain text is plain for a reason that is written down.
 */
class ColumnsTest {
    private static final String HEAD = """
            # What every column holds. A person writes the last two parts; -Dgolden.write=true adds and drops lines and asks
            # for what is missing with "?", which fails until it is answered.
            #   sealed         encrypted before it reaches the database (names, words, contacts, keys)
            #   token          keyed, for finding without reading
            #   secret-digest  a one-way digest of a secret
            #   plain          readable by whoever reads the database; text and bytes need a reason
            """;
    private static final Set<String> CLASSES = Set.of("sealed", "token", "secret-digest", "plain");

    /** A line: the column, its type, how it is classified and why. */
    record Line(String column, String type, String classified, String why) {
        static Line of(String line) {
            var parts = line.split("\\s{2,}", 4);
            return new Line(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2].strip() : "?",
                    parts.length > 3 ? parts[3].strip() : "");
        }

        String text() {
            return "%-48s  %-26s  %-13s  %s".formatted(column, type, classified, why).stripTrailing();
        }
    }

    @Test
    void every_column_is_classified_and_kept_as_it_is_classified() {
        if (Golden.writing())
            Golden.compare("columns.txt",
                    HEAD + String.join("\n", merged(columns(""), lines()).stream().map(Line::text).toList()) + "\n");
        assertThat(findings(columns(""), lines())).isEmpty();
    }

    @Test
    void a_column_that_nobody_classified_is_found() {
        assertThat(findings(columns("alter table casework.concern add column planted integer"), lines()))
                .containsExactly("casework.concern.planted is not classified");
    }

    @Test
    void a_line_without_a_column_is_found() {
        assertThat(findings(columns("alter table casework.concern drop column danger cascade"), lines()))
                .containsExactly("casework.concern.danger is classified and not there");
    }

    @Test
    void sealed_text_is_found() {
        assertThat(findings(columns("alter table access.staff alter column name type text using 'x'"), lines()))
                .contains("access.staff.name is sealed and its type is text, not bytea");
        assertThat(findings(columns("alter table access.staff alter column name type varchar(200) using 'x'"), lines()))
                .contains("access.staff.name is sealed and its type is character varying(200), not bytea");
    }

    @Test
    void plain_text_without_a_reason_is_found() {
        for (var type : List.of("text", "varchar(9)", "text[]", "json", "jsonb", "bytea", "xml"))
            assertThat(
                    findings(columns("alter table casework.concern add column planted " + type), planted("plain", "")))
                    .as(type)
                    .containsExactly("casework.concern.planted is plain " + shown(type) + " and nobody said why");
        assertThat(
                findings(columns("alter table casework.concern add column planted text"), planted("plain", "a code")))
                .isEmpty();
    }

    @Test
    void a_made_up_class_or_a_token_in_words_is_found() {
        assertThat(findings(columns("alter table casework.concern add column planted bytea"), planted("secret", "")))
                .containsExactly("casework.concern.planted is classified as secret, which is nothing");
        assertThat(findings(columns("alter table casework.concern add column planted text"), planted("token", "")))
                .containsExactly("casework.concern.planted is token and its type is text");
        assertThat(findings(columns("alter table casework.concern add column planted bytea"), planted("?", "")))
                .containsExactly("casework.concern.planted is not classified");
    }

    @Test
    void what_must_be_sealed_by_promise_is() {
        var classified = new LinkedHashMap<String, String>();
        lines().forEach(l -> classified.put(l.column(), l.classified()));
        for (var column : List.of("access.staff.name", "access.staff.mail", "access.staff.post",
                "casework.concern.told",
                "casework.concern_person.details", "casework.concern_entry.note", "casework.decision.reasons",
                "casework.decision.detail",
                "casework.feedback.words", "casework.addendum.words", "casework.draft.typed",
                "casework.allegation.lift_reasons",
                "access.account.code_secret", "platform.setting.sealed", "platform.record_key.wrapped",
                "platform.scope_key.wrapped"))
            assertThat(classified).as("%s", column).containsEntry(column, "sealed");
    }

    static List<Line> lines() {
        return Arrays.stream(Golden.read("columns.txt").split("\n")).filter(l -> !l.isBlank() && !l.startsWith("#"))
                .map(Line::of).toList();
    }

    private static List<Line> planted(String classified, String why) {
        var with = new ArrayList<>(lines());
        with.add(new Line("casework.concern.planted", "", classified, why));
        return with;
    }

    private static String shown(String type) {
        return type.replace("varchar", "character varying");
    }

    private static List<Catalog.Column> columns(String change) {
        return Trial.on(trial -> {
            if (!change.isEmpty())
                trial.run(change);
            return new Catalog(trial.db()).columns();
        });
    }

    private static List<Line> merged(List<Catalog.Column> columns, List<Line> lines) {
        var known = byColumn(lines);
        return columns.stream().map(c -> {
            var line = known.get(c.full());
            return new Line(c.full(), c.type(), line == null ? obvious(c) : line.classified(),
                    line == null ? "" : line.why());
        }).toList();
    }

    /** Numbers, times, ids and flags are plain; whoever adds one that tells of a person changes the line. */
    private static String obvious(Catalog.Column column) {
        return readable(column.type()) || column.type().endsWith("[]") && !column.type().equals("uuid[]")
                ? "?"
                : "plain";
    }

    private static boolean readable(String type) {
        return type.matches(
                "(text|character varying.*|character\\(.*|character|bytea|json|jsonb|xml|inet|cidr|tsvector|name|citext)(\\[\\])?");
    }

    private static Map<String, @Nullable Line> byColumn(List<Line> lines) {
        var known = new LinkedHashMap<String, @Nullable Line>();
        lines.forEach(l -> known.put(l.column(), l));
        return known;
    }

    private static List<String> findings(List<Catalog.Column> columns, List<Line> lines) {
        var found = new ArrayList<String>();
        var known = byColumn(lines);
        for (var column : columns) {
            var line = known.remove(column.full());
            if (line == null || line.classified().equals("?")) {
                found.add(column.full() + " is not classified");
                continue;
            }
            var type = column.type();
            var ok = switch (line.classified()) {
                case "sealed" -> type.equals("bytea") ? null : " is sealed and its type is " + type + ", not bytea";
                case "token" ->
                    type.equals("bytea") || type.equals("bigint[]") ? null : " is token and its type is " + type;
                case "secret-digest" ->
                    type.equals("bytea") || type.equals("text") || type.startsWith("character")
                            ? null
                            : " is secret-digest and its type is " + type;
                case "plain" ->
                    readable(type) && line.why().isBlank() ? " is plain " + type + " and nobody said why" : null;
                default -> " is classified as " + line.classified() + ", which is nothing";
            };
            if (!CLASSES.contains(line.classified()) && ok == null)
                throw new IllegalStateException(line.classified());
            if (ok != null)
                found.add(column.full() + ok);
        }
        known.keySet().forEach(gone -> found.add(gone + " is classified and not there"));
        return found;
    }
}

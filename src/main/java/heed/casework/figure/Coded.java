package heed.casework.figure;

import heed.casework.coding.Vocabulary;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * SQL over the types that officers set: as they stood at the moment asked for, each under the kind it belongs to. That
 * somebody holds a position of trust is in no figure, so that an allegation cannot be inferred from one.
 */
final class Coded {
    /** The lists that say what harm is done. */
    static final String HARM = "'ADULT', 'CHILD'";
    /** The list that says what else is going on. */
    static final String CONTEXT = "'CONTEXT'";
    /** The kind that a type {@code ct} belongs to, such as {@code ADULT.PHYSICAL}. */
    static final String KIND = "coalesce((select :kinds::jsonb) ->> (ct.list || '.' || ct.code), ct.list || '.' || ct.code)";
    private static final String STOOD = """
            ct.set_at <= :as_at and (ct.taken_off_at is null or ct.taken_off_at > :as_at)
              and ct.code <> 'STAFF_ALLEGATION'""";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Coded() {
    }

    /** A table of concerns of the period with the kinds of these lists that they have: columns concern_id and key. */
    static String kinds(String lists) {
        return """
                (select distinct ct.concern_id, %s as key
                   from casework.concern tc
                   join casework.concern_type ct on ct.scope_id = tc.scope_id and ct.concern_id = tc.id
                  where tc.received_at >= :from and tc.received_at < :until and ct.list in (%s) and %s)"""
                .formatted(KIND, lists, STOOD);
    }

    /** Whether concern {@code c} has a type of these lists for which the condition is true. */
    static String has(String lists, String condition) {
        return """
                exists (select from casework.concern_type ct
                         where ct.scope_id = c.scope_id and ct.concern_id = c.id and ct.list in (%s) and %s and %s)"""
                .formatted(lists, STOOD, condition);
    }

    /** What these statements need: of every type that belongs under another, the kind at the top. */
    static Map<String, Object> parameters(Vocabulary words) {
        var kinds = new TreeMap<String, String>();
        for (var list : Vocabulary.TypeList.values())
            for (var term : words.everType(list))
                if (!term.parent().isEmpty())
                    kinds.put(list + "." + term.code(), list + "." + term.parent());
        // Looked up in one value: joined as rows, of which the database guesses a few, it took a tenth of a second.
        return Map.of("kinds", JSON.writeValueAsString(kinds));
    }
}

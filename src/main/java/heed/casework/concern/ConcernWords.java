package heed.casework.concern;

import heed.platform.Actor;
import heed.platform.names.NameKeys;
import heed.platform.seal.SearchTokens;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The store of what concerns are found by. It holds keyed tokens only; every method needs the caller's scope transaction,
 * and the caller has read the concern through the actor's eyes.
 */
@Repository
public class ConcernWords {
    /** Goes up by one whenever other tokens are made of the same text; the job makes older ones again. */
    static final int EDITION = 1;

    private final JdbcClient db;
    private final SearchTokens tokens;

    ConcernWords(JdbcClient db, SearchTokens tokens) {
        this.db = db;
        this.tokens = tokens;
    }

    /** What a name is found by: its words, the names they are short for, how they sound. */
    public static Set<String> nameKeys(String name) {
        var keys = new LinkedHashSet<>(NameKeys.of(name));
        keys.removeIf(key -> !key.startsWith("name:") && !key.startsWith("short:") && !key.startsWith("sound:"));
        return keys;
    }

    /** What a date of birth is found by. */
    public static String bornKey(LocalDate born) {
        return "born:" + born;
    }

    /** Keeps what a concern is found by, in place of what was kept. */
    void write(Actor by, UUID concern, Telling told, List<String> added) {
        var keys = new LinkedHashSet<String>();
        ConcernText.names(told).forEach(name -> keys.addAll(nameKeys(name)));
        for (var person : told.named()) {
            var born = Typed.date(person.bornDay(), person.bornMonth(), person.bornYear());
            if (born != null)
                keys.add(bornKey(born));
        }
        var all = LongStream.concat(Arrays.stream(tokens.keyed(by.scope(), keys)),
                ConcernText.of(told, added).stream().flatMapToLong(t -> Arrays.stream(words(by, t.words()))));
        db.sql("""
                insert into casework.concern_words (scope_id, concern_id, tokens, edition)
                values (:scope, :concern, :tokens, :edition)
                on conflict (scope_id, concern_id) do update set tokens = excluded.tokens, edition = excluded.edition""")
                .param("scope", by.scope()).param("concern", concern).param("tokens", boxed(all))
                .param("edition", EDITION).update();
    }

    /** Adds the words of something that was added to a concern. */
    void more(Actor by, UUID concern, String added) {
        // Where there is no row yet the job that fills them may be reading the concern without this addition: an unfinished
        // row makes it look again.
        db.sql("""
                insert into casework.concern_words as w (scope_id, concern_id, tokens, edition)
                values (:scope, :concern, :tokens, 0)
                on conflict (scope_id, concern_id) do update
                   set tokens = array(select distinct t from unnest(w.tokens || excluded.tokens) t)""")
                .param("scope", by.scope()).param("concern", concern)
                .param("tokens", boxed(Arrays.stream(words(by, added)))).update();
    }

    /** Takes a concern out of every search. */
    void forget(Actor by, UUID concern) {
        db.sql("delete from casework.concern_words where scope_id = :scope and concern_id = :concern")
                .param("scope", by.scope()).param("concern", concern).update();
    }

    private long[] words(Actor by, String text) {
        return tokens.words(by.scope(), text);
    }

    private static Long[] boxed(LongStream values) {
        return values.distinct().boxed().toArray(Long[]::new);
    }
}

package heed.casework.known;

import heed.casework.concern.Person;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.seal.Seals;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two people named on a concern and what was said of them, for tests of what comes after. */
public final class KnownOf {
    private KnownOf() {
    }

    /**
     * As if a concern, which nobody here need see, named two more people, and somebody had said that they are one.
     *
     * @param linked whether somebody said so
     * @return the path variables {@code naming}, {@code other} and {@code link}
     */
    public static Map<String, String> put(ApplicationContext context, Actor system, UUID concern, boolean linked) {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var link = UUID.randomUUID();
        var person = JsonMapper.builder().build()
                .writeValueAsString(new Person("WITNESS", "", "", "", "", "", "", "", "", "A neighbour", ""));
        context.getBean(Transactions.class).inScope(system.scope(), () -> {
            var db = context.getBean(JdbcClient.class);
            var key = context.getBean(Seals.class).key(system.scope(), concern);
            for (var id : new UUID[]{one, other})
                db.sql("""
                        insert into casework.concern_person (scope_id, id, concern_id, sort, role, unborn, details, name_tokens)
                        values (:scope, :id, :concern, 90, 'WITNESS', false, :details, '{}')""")
                        .param("scope", system.scope()).param("id", id).param("concern", concern)
                        .param("details", key.seal(person, "casework.concern_person.details", id)).update();
            if (linked)
                db.sql("""
                        insert into casework.known_link (scope_id, id, concern_id, one_id, other_id, kind, made_by, made_at)
                        values (:scope, :id, :concern, least(cast(:one as uuid), cast(:other as uuid)),
                            greatest(cast(:one as uuid), cast(:other as uuid)), 'SAME', :by, now())""")
                        .param("scope", system.scope()).param("id", link).param("concern", concern).param("one", one)
                        .param("other", other).param("by", Actor.NOBODY).update();
        });
        return Map.of("naming", one.toString(), "other", other.toString(), "link", link.toString());
    }
}

package heed.casework.coding;

import heed.directory.vocabulary.UsesCodes;
import heed.directory.vocabulary.WordLists;
import heed.platform.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lists that casework reads, and which of their codes it holds. */
@Component
public class CouncilLists implements UsesCodes {
    private static final List<String> READ = Stream.concat(
            Stream.of(Vocabulary.TypeList.values()).map(Vocabulary.TypeList::file),
            Stream.of(Vocabulary.LEVELS, Vocabulary.ROUTES, Vocabulary.SUPPORT, Vocabulary.WARDS)).toList();

    private final WordLists lists;
    private final JdbcClient db;

    CouncilLists(WordLists lists, JdbcClient db) {
        this.lists = lists;
        this.db = db;
    }

    /** The lists of the actor's scope, as they stand today. */
    public Vocabulary now(Actor by) {
        return new Vocabulary(lists.get(by, READ), lists.today(by));
    }

    @Override
    public Set<String> used(Actor by, String list) {
        for (var types : Vocabulary.TypeList.values())
            if (types.file().equals(list))
                return codes(by, "select distinct code from casework.concern_type where scope_id = :scope and list = '"
                        + types.name() + "'");
        return switch (list) {
            case Vocabulary.LEVELS -> {
                var all = new HashSet<>(codes(by,
                        "select distinct code from casework.concern_level where scope_id = :scope"));
                // What the county answered is a level of the same list.
                all.addAll(codes(by,
                        "select distinct code from casework.call_step where scope_id = :scope and code is not null"));
                yield all;
            }
            case Vocabulary.ROUTES -> codes(by,
                    "select distinct route_code from casework.decision where scope_id = :scope and route_code is not null");
            case Vocabulary.SUPPORT -> codes(by, "select distinct code from casework.support where scope_id = :scope");
            case Vocabulary.WARDS -> codes(by,
                    "select distinct code from casework.concern_ward where scope_id = :scope and code is not null");
            default -> Set.of();
        };
    }

    private Set<String> codes(Actor by, String sql) {
        return Set.copyOf(db.sql(sql).param("scope", by.scope()).query(String.class).list());
    }
}

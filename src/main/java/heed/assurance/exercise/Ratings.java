package heed.assurance.exercise;

import heed.platform.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of ratings: rows are added and never changed. */
@Repository
class Ratings {
    private static final String WORDS = "assurance.rating.words";

    private final JdbcClient db;
    private final ReturnKeys keys;

    Ratings(JdbcClient db, ReturnKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** Every rating of a return, of one question where that is given, oldest first. */
    List<Rating> of(Actor by, UUID ret, @Nullable String item) {
        var key = keys.of(by, ret);
        return db.sql("""
                select * from assurance.rating where return_id = :return and (:item::text is null or item_code = :item)
                order by given_at, id""").param("return", ret).param("item", item)
                .query((row, n) -> RatingColumns.read(row, key, WORDS)).list();
    }

    /** The names of organisations that are not in the directory, as they came with a return from elsewhere. */
    Map<UUID, String> organisations(Actor by, UUID ret) {
        var key = keys.of(by, ret);
        var names = new HashMap<UUID, String>();
        db.sql("select id, organisation_id, words from assurance.rating where return_id = :return")
                .param("return", ret).query(row -> {
                    var name = RatingColumns.organisation(row, key, WORDS);
                    if (name != null)
                        names.put(row.getObject("organisation_id", UUID.class), name);
                });
        return names;
    }

    void add(Actor by, UUID ret, Rating r) {
        insert(by, ret, r, null, "");
    }

    /** @param organisation the name of whose it is, where the directory may not have it; null for one that it has */
    void add(Actor by, UUID ret, Rating r, @Nullable String organisation) {
        insert(by, ret, r, organisation, "");
    }

    /** The same where it may be there already: brought once more from elsewhere. @return whether it was new */
    boolean addOnce(Actor by, UUID ret, Rating r) {
        return insert(by, ret, r, null, " on conflict do nothing") == 1;
    }

    private int insert(Actor by, UUID ret, Rating r, @Nullable String organisation, String twice) {
        return RatingColumns.bound(db.sql("""
                insert into assurance.rating (scope_id, return_id, %s) values (:scope, :return, %s)"""
                .formatted(RatingColumns.NAMES, RatingColumns.VALUES) + twice), r, keys.of(by, ret), WORDS,
                organisation).param("scope", by.scope()).param("return", ret).update();
    }
}

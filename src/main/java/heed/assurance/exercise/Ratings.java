package heed.assurance.exercise;

import heed.platform.Actor;
import heed.platform.seal.Seals;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of ratings: rows are added and never changed. */
@Repository
class Ratings {
    private static final String WORDS = "assurance.rating.words";

    private final JdbcClient db;
    private final Seals seals;

    Ratings(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Every rating of a return, of one question where that is given, oldest first. */
    List<Rating> of(Actor by, UUID ret, @Nullable String item) {
        var key = seals.key(by.scope(), ret);
        return db.sql("""
                select * from assurance.rating where return_id = :return and (:item::text is null or item_code = :item)
                order by given_at, id""").param("return", ret).param("item", item)
                .query((row, n) -> RatingColumns.read(row, key, WORDS)).list();
    }

    void add(Actor by, UUID ret, Rating r) {
        insert(by, ret, r, "");
    }

    /** The same where it may be there already: brought once more from elsewhere. @return whether it was new */
    boolean addOnce(Actor by, UUID ret, Rating r) {
        return insert(by, ret, r, " on conflict do nothing") == 1;
    }

    private int insert(Actor by, UUID ret, Rating r, String twice) {
        return RatingColumns.bound(db.sql("""
                insert into assurance.rating (scope_id, return_id, %s) values (:scope, :return, %s)"""
                .formatted(RatingColumns.NAMES, RatingColumns.VALUES) + twice), r,
                seals.key(by.scope(), ret), WORDS).param("scope", by.scope()).param("return", ret).update();
    }
}

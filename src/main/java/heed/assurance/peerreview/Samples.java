package heed.assurance.peerreview;

import heed.platform.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of what is left out of evidence that reviewers print: places and reasons, no words. */
@Repository
class Samples {
    private final JdbcClient db;

    Samples(JdbcClient db) {
        this.db = db;
    }

    /** What somebody read through: which reading, what is left out, and who it was. */
    record ReadThrough(UUID id, List<EvidenceSample.Removal> removed, UUID by) {
    }

    /** What was read through of a copy, by question and paragraph such as "1.1 2"; of each place the latest. */
    Map<String, ReadThrough> of(Actor board, UUID received) {
        Map<String, ReadThrough> all = new HashMap<>();
        db.sql("""
                select * from assurance.evidence_sample where scope_id = :scope and received_id = :received
                order by read_at, id""").param("scope", board.scope()).param("received", received).query(row -> {
            var from = (Integer[]) row.getArray("removed_from").getArray();
            var to = (Integer[]) row.getArray("removed_to").getArray();
            var why = (String[]) row.getArray("removed_why").getArray();
            var removed = new ArrayList<EvidenceSample.Removal>();
            for (int i = 0; i < from.length; i++)
                removed.add(new EvidenceSample.Removal(from[i], to[i], EvidenceSample.Why.valueOf(why[i])));
            all.put(place(row.getString("item_code"), row.getInt("paragraph")),
                    new ReadThrough(row.getObject("id", UUID.class), List.copyOf(removed),
                            row.getObject("read_by", UUID.class)));
        });
        return Map.copyOf(all);
    }

    static String place(String item, int paragraph) {
        return item + " " + paragraph;
    }

    void add(Actor board, UUID received, EvidenceSample sample, UUID by, Instant at) {
        var removed = sample.removed();
        db.sql("""
                insert into assurance.evidence_sample (scope_id, id, received_id, item_code, paragraph, removed_from,
                  removed_to, removed_why, read_by, read_at)
                values (:scope, :id, :received, :item, :paragraph, :from, :to, :why, :by, :at)""")
                .param("scope", board.scope()).param("id", UUID.randomUUID()).param("received", received)
                .param("item", sample.place().item()).param("paragraph", sample.place().paragraph())
                .param("from", removed.stream().map(EvidenceSample.Removal::from).toArray(Integer[]::new))
                .param("to", removed.stream().map(EvidenceSample.Removal::to).toArray(Integer[]::new))
                .param("why", removed.stream().map(r -> r.why().name()).toArray(String[]::new)).param("by", by)
                .param("at", Timestamp.from(at)).update();
    }
}

package heed.casework.escalation;

import heed.access.staff.Staff;
import heed.casework.concern.Concern;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.notify.Outbox;
import heed.platform.web.LondonTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who was told of a concern, when, and why. The outbox is the record of it. */
@Service
public class WhoWasTold {
    private final Outbox outbox;
    private final Staff staff;
    private final Transactions transactions;
    private final LondonTime time;

    WhoWasTold(Outbox outbox, Staff staff, Transactions transactions, LondonTime time) {
        this.outbox = outbox;
        this.staff = staff;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * People told at one moment.
     *
     * @param when  when the messages were written
     * @param what  what they said, as their subject
     * @param whom  names, with how each went
     */
    public record Times(String when, String what, List<String> whom) {
    }

    /** What was sent about a concern, latest first. The caller has read the concern within what the actor may see. */
    public List<Times> of(Actor by, Concern concern) {
        return transactions.inScope(by.scope(), () -> {
            var sent = outbox.about(by, concern.ref().value());
            var names = staff.names(by, sent.stream().map(Outbox.Told::recipient).distinct().toList());
            var times = new TreeMap<Instant, Map<String, List<Outbox.Told>>>(
                    java.util.Comparator.reverseOrder());
            sent.forEach(told -> times.computeIfAbsent(told.writtenAt(), at -> new TreeMap<>())
                    .computeIfAbsent(told.subject(), subject -> new java.util.ArrayList<>()).add(told));
            return times.entrySet().stream().flatMap(at -> at.getValue().entrySet().stream()
                    .map(what -> new Times(time.dayAndTime(at.getKey()), what.getKey(), what.getValue().stream()
                            .collect(Collectors.groupingBy(
                                    t -> names.getOrDefault(t.recipient(), "Someone who has left"), TreeMap::new,
                                    Collectors.mapping(WhoWasTold::how, Collectors.joining(" and "))))
                            .entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").toList())))
                    .toList();
        });
    }

    private static String how(Outbox.Told told) {
        var way = told.text() ? "text" : "mail";
        return told.sentAt() != null ? way : told.failing() ? way + " that could not be sent yet" : way + " on its way";
    }
}

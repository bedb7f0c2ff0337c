package heed.casework.rota;

import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.web.RingNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** "Who is on now", for everyone who is signed in. It is the same for all, whatever concerns there are. */
@Service
public class Duty {
    private final Rota rota;
    private final Staff staff;
    private final Transactions transactions;

    Duty(Rota rota, Staff staff, Transactions transactions) {
        this.rota = rota;
        this.staff = staff;
        this.transactions = transactions;
    }

    /**
     * Who is on duty now, with the number to ring.
     *
     * @return officers first and then cover; empty where nobody is on duty
     */
    public List<RingNumber> shown(Actor by) {
        if (by.staff().equals(Actor.NOBODY))
            return List.of();
        return transactions.inScope(by.scope(), () -> {
            var watch = rota.now(by);
            var all = Stream.concat(watch.officers().stream(), watch.cover().stream()).toList();
            var names = staff.names(by, all);
            var lines = new ArrayList<RingNumber>();
            for (UUID someone : all)
                lines.add(new RingNumber(names.getOrDefault(someone, "An officer"),
                        staff.mobile(by, someone).orElse(""),
                        watch.officers().contains(someone) ? "On duty" : "Cover"));
            return List.copyOf(lines);
        });
    }
}

package heed.assurance.exercise;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.db.Transactions;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the page of one question. */
@Component
class ItemPages {
    private final ReturnReading reading;
    private final ObjectProvider<ReturnActions> actions;
    private final FiguresBeside figures;
    private final Staff staff;
    private final Organisations organisations;
    private final Transactions transactions;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    ItemPages(ReturnReading reading, ObjectProvider<ReturnActions> actions, FiguresBeside figures, Staff staff,
            Organisations organisations, Transactions transactions, Frames frames, LondonTime time, Clock clock) {
        this.reading = reading;
        this.actions = actions;
        this.figures = figures;
        this.staff = staff;
        this.organisations = organisations;
        this.transactions = transactions;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    /**
     * What was typed and not kept.
     *
     * @param answer   as it was typed; null for what is kept
     * @param problems what is wrong with it
     * @param theirs   what somebody else saved meanwhile; null for nothing
     */
    record Typed(@Nullable String answer, List<Problem> problems, @Nullable String theirs) {
        static final Typed NOTHING = new Typed(null, List.of(), null);

        static Typed wrong(String answer, String why) {
            return new Typed(answer, List.of(new Problem("answer", why)), null);
        }

        /** Keeps what was typed out of logs. */
        @Override
        public String toString() {
            return "Typed";
        }
    }

    private record Read(ReturnReading.OpenedItem item, Map<UUID, String> names) {
    }

    /** The page. @throws heed.platform.Refused as not found */
    ItemPage of(Actor by, UUID ret, String question, Typed typed, HttpServletRequest request) {
        // One transaction, one wait for the disk: the question and the names on its page are trailed together.
        var read = transactions.inScope(by.scope(), () -> {
            var item = reading.item(by, ret, question);
            return new Read(item, names(by, item));
        });
        var item = read.item();
        var begin = actions.getIfAvailable();
        return ItemPage.of(by, frames.of(request, by, item.asked().title()), item,
                begin == null || !by.may(Permission.KEEP_PLANS) ? null : begin.begin(ret, item.item().code()),
                read.names(), time, LocalDate.ofInstant(clock.instant(), LondonTime.ZONE), typed,
                figures.of(by, item));
    }

    /** Of people and of organisations, by id. */
    private Map<UUID, String> names(Actor by, ReturnReading.OpenedItem item) {
        var opened = item.opened();
        var before = item.before();
        var names = new HashMap<>(staff.names(by, Stream.of(
                item.ratings().stream().map(Rating::by), opened.statements().stream().map(Statement::writtenBy),
                opened.shares().stream().flatMap(s -> Stream.of(s.staff(), s.askedBy())),
                before == null ? Stream.<UUID>empty() : before.ratings().stream().map(Rating::by))
                .flatMap(s -> s).distinct().toList()));
        organisations.scopes().forEach(s -> names.put(s.id(), s.name()));
        return names;
    }
}

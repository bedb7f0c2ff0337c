package heed.assurance.plan;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.LondonTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The posts that lead actions, and who holds them when. */
@Service
public class Posts {
    /** Longest title or name, in characters. */
    static final int LONGEST = 120;

    private final PostRows rows;
    private final Staff staff;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    Posts(PostRows rows, Staff staff, Transactions transactions, Trail trail, Clock clock) {
        this.rows = rows;
        this.staff = staff;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    LocalDate today(Actor by) {
        return clock.instant().atZone(LondonTime.ZONE).toLocalDate();
    }

    /** Every post. @throws heed.platform.Refused as not found without {@link Permission#KEEP_PLANS} */
    public PostBook all(Actor by) {
        by.must(Permission.KEEP_PLANS);
        return transactions.inScope(by.scope(), () -> {
            var book = rows.book(by);
            trail.add(by, Trace.list("post.list", book.posts().stream().map(Post::id).toList()));
            return book;
        });
    }

    /** One post. @throws heed.platform.Refused as not found where there is none, or without the permission */
    public Post get(Actor by, UUID id) {
        by.must(Permission.KEEP_PLANS);
        return transactions.inScope(by.scope(), () -> {
            var post = there(by, id);
            trail.add(by, Trace.of("post.view", id).fields("title", "holders", "aliases"));
            return post;
        });
    }

    /**
     * A post with other names of it that were typed wrongly.
     *
     * @param setAside those names, the latest set aside first
     */
    record Opened(Post post, List<Post.SetAside> setAside) {
        Opened {
            setAside = List.copyOf(setAside);
        }
    }

    /** The same with what was typed wrongly. @throws heed.platform.Refused as {@link #get} */
    Opened open(Actor by, UUID id) {
        by.must(Permission.KEEP_PLANS);
        return transactions.inScope(by.scope(), () -> new Opened(get(by, id), rows.setAside(by, id)));
    }

    private Post there(Actor by, UUID id) {
        return rows.book(by).post(id).orElseThrow(() -> Refusal.NOT_FOUND.because("no such post"));
    }

    /**
     * Adds a post.
     *
     * @throws heed.platform.Refused as not allowed now where one is called so already
     */
    public UUID add(Actor by, String title) {
        by.must(Permission.KEEP_PLANS);
        return transactions.inScope(by.scope(), () -> {
            free(by, title, null);
            var id = rows.add(by, said(title), clock.instant());
            trail.add(by, Trace.of("post.add", id).fields("title"));
            return id;
        });
    }

    /** Calls it otherwise. @throws heed.platform.Refused as moved on where somebody else changed it since */
    public void call(Actor by, UUID post, String title, int seen) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            there(by, post);
            free(by, title, post);
            if (!rows.call(by, post, said(title), seen))
                throw Refusal.MOVED_ON.because("the post was changed since");
            trail.add(by, Trace.of("post.change", post).fields("title"));
        });
    }

    private void free(Actor by, String title, @Nullable UUID but) {
        if (rows.book(by).posts().stream()
                .anyMatch(p -> !p.id().equals(but) && LeadWords.folded(p.title()).equals(LeadWords.folded(title))))
            throw Refusal.NOT_ALLOWED_NOW.because("a post is called so already");
    }

    private static String said(String words) {
        var said = words.strip().replaceAll("\\s+", " ");
        if (said.isEmpty() || said.length() > LONGEST)
            throw Refusal.NOT_ALLOWED_NOW.because("a title or name is from 1 to " + LONGEST + " characters");
        return said;
    }

    /**
     * Says who holds a post from a day on. Whoever held it until then goes on holding it, unless {@code ends} says that they
     * leave it the day before.
     *
     * @param holder one of the staff; null for somebody elsewhere, by name
     */
    public void hold(Actor by, UUID post, @Nullable UUID holder, String name, LocalDate from, @Nullable LocalDate until,
            boolean ends) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            var now = there(by, post);
            if (until != null && until.isBefore(from))
                throw Refusal.NOT_ALLOWED_NOW.because("it ends before it begins");
            if (holder != null)
                staff.get(by, holder);
            var known = holder == null ? said(name) : "";
            if (now.held(holder, known, from))
                throw Refusal.NOT_ALLOWED_NOW.because("they hold it on that day already");
            if (ends)
                now.holdersOn(from).stream().filter(h -> h.from().isBefore(from))
                        .forEach(h -> rows.endHolder(post, h.id(), from.minusDays(1)));
            rows.hold(by, post, holder, known, from, until, clock.instant());
            trail.add(by, Trace.of("post.hold", post).fields("holder", "from", "until"));
        });
    }

    /** Ends what somebody holds, on its last day. @throws heed.platform.Refused as not allowed now where it has ended */
    public void release(Actor by, UUID post, UUID holder, LocalDate last) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            there(by, post);
            if (!rows.endHolder(post, holder, last))
                throw Refusal.NOT_ALLOWED_NOW.because("nobody holds it so");
            trail.add(by, Trace.of("post.release", post).fields("until"));
        });
    }

    /** Adds another name, such as initials, for a time or always. */
    public void alias(Actor by, UUID post, String alias, @Nullable LocalDate from, @Nullable LocalDate until) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            there(by, post);
            if (until != null && from != null && until.isBefore(from))
                throw Refusal.NOT_ALLOWED_NOW.because("it ends before it begins");
            rows.alias(by, post, said(alias), from, until, clock.instant());
            trail.add(by, Trace.of("post.alias", post).fields("alias", "from", "until"));
        });
    }

    /**
     * Says of another name what is right: under another name or days, or only that it ended. What was typed wrongly is set
     * aside and stays on record; one that only ends goes on counting until its last day.
     *
     * @param seen the name as it was read
     * @throws heed.platform.Refused as not found where it is no other name of this post; as moved on where somebody ended or set
     *                               it aside since; as not allowed now where it ends before it begins
     */
    public void correctAlias(Actor by, UUID post, Post.Alias seen, String alias, @Nullable LocalDate from,
            @Nullable LocalDate until) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            there(by, post);
            if (until != null && from != null && until.isBefore(from))
                throw Refusal.NOT_ALLOWED_NOW.because("it ends before it begins");
            var said = said(alias);
            boolean same = said.equals(seen.alias()) && Objects.equals(from, seen.from());
            if (same && Objects.equals(until, seen.until()))
                return;
            if (same && until != null && (seen.until() == null || until.isBefore(seen.until()))) {
                stood(rows.endAlias(post, seen, until));
                trail.add(by, Trace.of("post.alias-end", post).fields("until"));
                return;
            }
            var now = clock.instant();
            stood(rows.setAside(by, post, seen, now));
            rows.alias(by, post, said, from, until, now);
            trail.add(by, Trace.of("post.alias-correct", post).fields("alias", "from", "until"));
        });
    }

    private static void stood(boolean asRead) {
        if (!asRead)
            throw Refusal.MOVED_ON.because("the name was changed since");
    }

    /**
     * Sets another name aside that the post never had.
     *
     * @param seen the name as it was read
     * @throws heed.platform.Refused as moved on where somebody ended or set it aside since
     */
    public void setAliasAside(Actor by, UUID post, Post.Alias seen) {
        by.must(Permission.KEEP_PLANS);
        transactions.inScope(by.scope(), () -> {
            there(by, post);
            stood(rows.setAside(by, post, seen, clock.instant()));
            trail.add(by, Trace.of("post.alias-set-aside", post).fields("alias"));
        });
    }

    /** Who can hold a post: everyone who works here. */
    List<heed.access.staff.StaffMember> people(Actor by) {
        by.must(Permission.KEEP_PLANS);
        return staff.all(by);
    }
}

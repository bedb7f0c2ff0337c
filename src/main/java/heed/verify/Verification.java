package heed.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an export of the audit log from its beginning to its end and notes whatever is not as Heed writes it. */
final class Verification {
    private static final int MOST = 10_000;
    /** An entry dated up to so long before the last batch may still be on its way into one. */
    private static final Duration REACH = Duration.ofHours(1);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final @Nullable HeadsOutside outside;
    private final @Nullable String key;
    private final Set<Long> explained;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> signers = new HashSet<>();
    private long[] ids = new long[1024];
    private int entries;
    private long moreFindings;
    private long young;
    private long compared;
    private @Nullable Batch batch;
    private @Nullable Link first;
    private @Nullable Link last;
    private String lastGathered = "";
    private boolean past;
    private String taken = "";
    private boolean ended;

    /**
     * @param outside   the heads written outside the database, where they are given
     * @param key       the fingerprint of the key that should have signed, where it is given
     * @param explained numbers of heads that somebody has explained
     */
    Verification(@Nullable HeadsOutside outside, @Nullable String key, Set<Long> explained) {
        this.outside = outside;
        this.key = key == null ? null : key.replaceAll("[^0-9a-fA-F]", "").toLowerCase(java.util.Locale.ROOT);
        this.explained = Set.copyOf(explained);
        if (outside != null) {
            outside.findings().forEach(this::say);
            remarks.addAll(outside.remarks());
        }
    }

    /**
     * Reads all of it.
     *
     * @throws Unreadable if it is no export of an audit log
     */
    void read(BufferedReader in) throws IOException {
        long number = 0;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            try {
                line(Json.object(line), number);
            } catch (Unreadable e) {
                if (number == 1)
                    throw new Unreadable("this is no export of an audit log");
                say(new Finding(Finding.By.FILE, "Line " + number + " cannot be read: " + e.getMessage() + "."));
            }
        }
        if (number == 0)
            throw new Unreadable("the file is empty");
        end();
    }

    @SuppressWarnings("unchecked") // Json gives maps of nothing else
    private void line(Map<String, @Nullable Object> read, long number) {
        if (read.size() != 1 || !(read.values().iterator().next() instanceof Map<?, ?> inside))
            throw new Unreadable("it is not one thing");
        var told = (Map<String, @Nullable Object>) inside;
        var what = read.keySet().iterator().next();
        if (number == 1 != what.equals("export"))
            throw new Unreadable("it is not where it belongs");
        if (ended)
            throw new Unreadable("it comes after the end");
        switch (what) {
            case "export" -> {
                if (!"heed-trail-1".equals(told.get("format")) || !(told.get("taken") instanceof String when))
                    throw new Unreadable("it is of another format");
                taken = when;
            }
            case "head" -> head(Link.of(told));
            case "entry" -> entry(new Line(told));
            case "gone" -> gone(told);
            case "end" -> {
                ended = true;
                if (!(told.get("entries") instanceof Long many) || many != entries)
                    say(new Finding(Finding.By.FILE, "The export does not hold as many entries as it says."));
            }
            default -> throw new Unreadable("it is nothing known");
        }
    }

    private void head(Link head) {
        endBatch();
        var before = last;
        chained(head, before);
        signed(head, before);
        if (head.is("RESTORED"))
            explain(head, "Head " + head.number() + " of " + head.get("at")
                    + ": a backup was restored, or later heads and their entries were removed (" + head.get("note")
                    + ").");
        if (head.is("LATE"))
            explain(head, "Batch " + head.number() + " of " + head.get("at") + ": " + head.size()
                    + (head.size() == 1 ? " entry that is" : " entries that are")
                    + " dated long before Heed found them.");
        if (head.is("BACKLOG") && past)
            say(new Finding(Finding.By.CHAIN,
                    "Batch " + head.number() + " says that it is from before the chain, and it is not."));
        past |= !head.is("BACKLOG");
        if (head.is("BACKLOG") || head.is("BATCH"))
            lastGathered = head.get("at");
        if (first == null)
            first = head;
        last = head;
        batch = new Batch(head, this::say);
    }

    private void chained(Link head, @Nullable Link before) {
        var expected = before == null ? "0".repeat(64) : before.hash();
        if (head.number() != (before == null ? 1 : before.number() + 1) || !head.get("previous").equals(expected))
            say(new Finding(Finding.By.CHAIN, "Head " + head.number() + " does not follow "
                    + (before == null ? "from the beginning." : "head " + before.number() + ".")));
        else if (head.total() != (before == null ? 0 : before.total()) + head.size())
            say(new Finding(Finding.By.CHAIN, "Head " + head.number() + " counts entries that are in no batch."));
        if (before != null && head.get("at").compareTo(before.get("at")) < 0)
            say(new Finding(Finding.By.CHAIN, "Head " + head.number() + " is dated before the one before it."));
        if (outside == null)
            return;
        var there = outside.hash(head.number());
        if (there != null && !there.equals(head.hash()))
            say(new Finding(Finding.By.HEADS, "Head " + head.number() + " is another one in the heads file."));
        else if (there != null)
            compared++;
    }

    private void signed(Link head, @Nullable Link before) {
        if (!head.signedByItsKey())
            say(new Finding(Finding.By.SIGNATURE,
                    "The signature of head " + head.number() + " is not that of its key."));
        var trusted = before == null ? head.get("key") : before.keyAfter();
        if (!head.get("key").equals(trusted)) {
            var sentence = "From head " + head.number() + " on another key signs, and the one before did not name it.";
            if (head.is("KEY") && explained.contains(head.number()))
                remarks.add("Explained: " + sentence);
            else
                say(new Finding(Finding.By.KEY, sentence));
            signers.clear();
        } else if (head.is("KEY")) {
            remarks.add("Head " + head.number() + " of " + head.get("at") + ": a new key, named by the one before it");
        }
        signers.add(head.get("key"));
    }

    private void explain(Link head, String sentence) {
        if (explained.contains(head.number()))
            remarks.add("Explained: " + sentence);
        else
            say(new Finding(Finding.By.EXPLAIN, sentence));
    }

    private void entry(Line entry) {
        entries++;
        note(entry.must("scope"), entry.must("id"));
        var number = entry.number("batch");
        var here = batch;
        if (number == null)
            loose(entry);
        else if (here != null && here.holds(number))
            here.add(entry);
        else
            say(new Finding(Finding.By.LOOSE,
                    "Entry " + entry.must("id") + " says that it is in batch " + number + ", which is not there."));
    }

    private void loose(Line entry) {
        endBatch();
        batch = null;
        if (!lastGathered.isEmpty() && entry.must("at").compareTo(reach()) < 0)
            say(new Finding(Finding.By.LOOSE, "Entry " + entry.must("id") + " of " + entry.must("at")
                    + " is in no batch, and those of its time are."));
        else
            young++;
    }

    private String reach() {
        return MICROS.format(Instant.parse(lastGathered).minus(REACH));
    }

    private void gone(Map<String, @Nullable Object> told) {
        var here = batch;
        if (!(told.get("batch") instanceof Long number) || !(told.get("position") instanceof Long position)
                || !(told.get("id") instanceof String id))
            throw new Unreadable("it does not say what is gone");
        if (here != null && here.holds(number))
            here.gone(position, id);
        else
            say(new Finding(Finding.By.LOOSE,
                    "Entry " + id + " is gone, and so is batch " + number + ", in which it was."));
    }

    /** Half of a digest is enough to see that one is there twice. */
    private void note(String scope, String id) {
        if (entries > ids.length)
            ids = Arrays.copyOf(ids, ids.length * 2);
        try {
            var entry = UUID.fromString(id);
            ids[entries - 1] = 31 * UUID.fromString(scope).hashCode() + entry.getMostSignificantBits()
                    ^ Long.rotateLeft(entry.getLeastSignificantBits(), 23);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("an entry's id is not one");
        }
    }

    private void endBatch() {
        if (batch != null)
            batch.end();
        batch = null;
    }

    private void end() {
        endBatch();
        if (!ended)
            say(new Finding(Finding.By.FILE, "The export ends too early."));
        Arrays.sort(ids, 0, entries);
        for (int i = 1; i < entries; i++)
            if (ids[i] == ids[i - 1])
                say(new Finding(Finding.By.TWICE, "An entry is there twice."));
        var end = last;
        if (end == null) {
            say(new Finding(Finding.By.CHAIN, "There is no head: nothing vouches for these entries."));
            return;
        }
        if (key != null && signers.stream().noneMatch(each -> Link.fingerprint(each).replace(" ", "").equals(key)))
            say(new Finding(Finding.By.KEY, "The key that was given signed none of this."));
        if (outside != null && outside.last() > end.number()) {
            long missing = outside.madeAfter(end.number(), taken);
            if (missing > 0)
                say(new Finding(Finding.By.HEADS, "The heads file has " + missing
                        + (missing == 1 ? " head" : " heads") + " after head " + end.number()
                        + " that should be here: the end of the audit log was cut off."));
            else
                remarks.add("The heads file is newer than the export");
        }
        if (outside != null && outside.last() < end.number())
            remarks.add("The heads file ends at head " + outside.last() + ": those after it were not compared");
    }

    private void say(Finding finding) {
        if (findings.size() < MOST)
            findings.add(finding);
        else
            moreFindings++;
    }

    List<Finding> findings() {
        return findings;
    }

    /** How many findings there are besides those kept. */
    long moreFindings() {
        return moreFindings;
    }

    List<String> remarks() {
        return remarks;
    }

    int entries() {
        return entries;
    }

    /** Entries of the last moments, for which nothing vouches yet. */
    long young() {
        return young;
    }

    /** How many heads were the same outside the database. */
    long compared() {
        return compared;
    }

    String taken() {
        return taken;
    }

    @Nullable
    Link first() {
        return first;
    }

    @Nullable
    Link last() {
        return last;
    }
}

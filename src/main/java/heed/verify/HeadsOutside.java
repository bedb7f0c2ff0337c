package heed.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The heads that were written outside the database, as far as they are one chain. */
final class HeadsOutside {
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<Long, String> times = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long last;
    private int broken;

    private HeadsOutside() {
    }

    /** Reads a heads file. */
    static HeadsOutside read(BufferedReader in) throws IOException {
        var outside = new HeadsOutside();
        long number = 0;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#"))
                continue;
            Link head;
            try {
                head = Link.of(Json.object(line));
            } catch (Unreadable e) {
                outside.broken++;
                continue;
            }
            outside.add(head, number);
        }
        if (outside.broken > 0)
            outside.remarks.add(outside.broken + (outside.broken == 1 ? " line" : " lines")
                    + " of the heads file cannot be read, as a full disk or a power cut leaves them");
        if (outside.last == 0)
            outside.findings.add(new Finding(Finding.By.HEADS, "There is no head in the heads file."));
        return outside;
    }

    private void add(Link head, long line) {
        long number = head.number();
        if (!head.signedByItsKey()) {
            findings.add(new Finding(Finding.By.HEADS,
                    "Line " + line + " of the heads file: the signature of head " + number
                            + " is not that of its key."));
            return;
        }
        if (head.hash().equals(hashes.get(number)))
            return;
        boolean first = hashes.isEmpty();
        boolean follows = number == last + 1 && head.get("previous").equals(hashes.get(last));
        boolean branches = number <= last && head.is("RESTORED")
                && (number == 1 || head.get("previous").equals(hashes.get(number - 1)));
        if (branches) {
            remarks.add("Heads " + number + " to " + last + " of the heads file, of " + times.get(number) + " to "
                    + times.get(last) + ", were not in the database any more at " + head.get("at"));
            for (long gone = number; gone <= last; gone++)
                hashes.remove(gone);
        } else if (!first && !follows) {
            findings.add(new Finding(Finding.By.HEADS,
                    "Line " + line + " of the heads file: head " + number + " does not follow the one before it."));
            return;
        }
        hashes.put(number, head.hash());
        times.put(number, head.get("at"));
        last = number;
    }

    /** The number of the last head. */
    long last() {
        return last;
    }

    /** How many heads there are on the branch that holds. */
    int size() {
        return hashes.size();
    }

    /** The hash of a head; null where it tells of none. */
    @Nullable
    String hash(long number) {
        return hashes.get(number);
    }

    /** How many of its heads after this one were made up to a moment. */
    long madeAfter(long number, String until) {
        long many = 0;
        for (long later = number + 1; later <= last; later++)
            if (times.getOrDefault(later, "").compareTo(until) <= 0)
                many++;
        return many;
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> remarks() {
        return remarks;
    }
}

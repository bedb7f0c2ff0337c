package heed.verify;

import java.util.HexFormat;
import java.util.function.Consumer;

/** A head and the entries that follow it, as they are read. */
final class Batch {
    private final Link head;
    private final Consumer<Finding> findings;
    private final Tree tree = new Tree();
    private long read;
    private boolean said;

    Batch(Link head, Consumer<Finding> findings) {
        this.head = head;
        this.findings = findings;
    }

    /** Whether an entry says that it belongs here. */
    boolean holds(long number) {
        return head.number() == number;
    }

    /** Takes an entry. */
    void add(Line entry) {
        var id = entry.must("id");
        place(entry.number("position"), id);
        if (!entry.must("scope").equals(head.get("scope")))
            say(Finding.By.SCOPE, "entry " + id + " is of another scope.");
        if (entry.must("at").compareTo(head.get("since")) < 0)
            say(Finding.By.DATE, "entry " + id + " is dated before anything the batch can hold.");
        var leaf = entry.leaf();
        if (!HexFormat.of().formatHex(leaf).equals(entry.text("hash")))
            say(Finding.By.ENTRY, "entry " + id + " is not as it was written.");
        tree.add(leaf);
    }

    /** Takes note of an entry that is gone. */
    void gone(long position, String id) {
        place(position, id);
        say(Finding.By.GONE, "entry " + id + " is not there any more.");
    }

    private void place(@org.jspecify.annotations.Nullable Long position, String id) {
        if (position == null || position != read)
            say(Finding.By.PLACE, "entry " + id + " is not in its place.");
        read++;
    }

    /** Compares the whole. */
    void end() {
        if (read != head.size())
            say(Finding.By.GONE, "it has " + read + " entries, and " + head.size() + " were signed.");
        if (!said && !tree.root().equals(head.get("root")))
            say(Finding.By.ROOT, "its entries are not those that were signed.");
    }

    private void say(Finding.By by, String what) {
        said = true;
        findings.accept(new Finding(by, "Batch " + head.number() + ": " + what));
    }
}

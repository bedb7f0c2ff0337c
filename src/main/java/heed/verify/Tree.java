package heed.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * A Merkle tree that grows leaf by leaf (RFC 6962): full subtrees wait on a stack and are joined as soon as two of one height
 * meet, as a binary counter carries.
 */
final class Tree {
    private static final byte[] NODE = {1};
    private static final byte[] LEAF = {0};

    private record Part(int height, byte[] hash) {
    }

    private final Deque<Part> parts = new ArrayDeque<>();

    /** The hash of a leaf. */
    static byte[] leaf(byte[] entry) {
        return Link.sha256(LEAF, entry);
    }

    /** Adds a leaf's hash. */
    void add(byte[] leaf) {
        var grown = new Part(0, leaf);
        while (!parts.isEmpty() && parts.peek().height() == grown.height())
            grown = new Part(grown.height() + 1, Link.sha256(NODE, parts.pop().hash(), grown.hash()));
        parts.push(grown);
    }

    /** The root over the leaves so far, in hexadecimal. */
    String root() {
        if (parts.isEmpty())
            return HexFormat.of().formatHex(Link.sha256());
        var all = parts.iterator();
        var root = all.next().hash();
        while (all.hasNext())
            root = Link.sha256(NODE, all.next().hash(), root);
        return HexFormat.of().formatHex(root);
    }
}

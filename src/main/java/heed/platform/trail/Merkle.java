package heed.platform.trail;

import java.util.List;

/** The tree hashes of RFC 6962, section 2.1, with SHA-256. */
final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {
    }

    /** The hash of one leaf. */
    static byte[] leaf(byte[] entry) {
        var digest = Head.sha256();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** The root over leaf hashes, in their order. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty())
            return Head.sha256().digest();
        if (leaves.size() == 1)
            return leaves.getFirst();
        // The left side is the largest full tree that leaves something for the right.
        int left = Integer.highestOneBit(leaves.size() - 1);
        var digest = Head.sha256();
        digest.update(NODE);
        digest.update(root(leaves.subList(0, left)));
        return digest.digest(root(leaves.subList(left, leaves.size())));
    }
}

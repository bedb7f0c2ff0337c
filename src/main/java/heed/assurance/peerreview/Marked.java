package heed.assurance.peerreview;

import java.util.ArrayList;
import java.util.Optional;

/**
 * A statement as somebody marks it: what is to be left out stands between double square brackets. Works without script,
 * and on a telephone.
 */
final class Marked {
    private static final String OPEN = "[[";
    private static final String CLOSE = "]]";

    private Marked() {
    }

    /** A statement with what is left out in brackets. */
    static String shown(EvidenceSample sample) {
        var text = new StringBuilder();
        int at = 0;
        for (var gap : sample.removed()) {
            text.append(sample.text(), at, gap.from()).append(OPEN).append(sample.text(), gap.from(), gap.to())
                    .append(CLOSE);
            at = gap.to();
        }
        return text.append(sample.text(), at, sample.text().length()).toString();
    }

    /**
     * The same with what is in brackets now; what was left out for a reason keeps it.
     *
     * @return empty where the brackets do not match, or the words are not the statement's
     */
    static Optional<EvidenceSample> read(EvidenceSample sample, String typed) {
        // Browsers add and drop line ends at the end, and nowhere else.
        var words = typed.replace("\r\n", "\n").stripTrailing();
        var plain = new StringBuilder();
        var removed = new ArrayList<EvidenceSample.Removal>();
        int at = 0;
        while (true) {
            int open = words.indexOf(OPEN, at);
            int close = words.indexOf(CLOSE, at);
            if (open < 0) {
                if (close >= 0)
                    return Optional.empty();
                plain.append(words, at, words.length());
                break;
            }
            if (close < open)
                return Optional.empty();
            plain.append(words, at, open);
            int from = plain.length();
            plain.append(words, open + OPEN.length(), close);
            if (plain.length() > from)
                removed.add(new EvidenceSample.Removal(from, plain.length(), why(sample, from, plain.length())));
            at = close + CLOSE.length();
        }
        return plain.toString().equals(sample.text().stripTrailing())
                ? Optional.of(sample.leavingOut(removed))
                : Optional.empty();
    }

    private static EvidenceSample.Why why(EvidenceSample sample, int from, int to) {
        return sample.removed().stream().filter(r -> r.from() == from && r.to() == to)
                .map(EvidenceSample.Removal::why).findFirst().orElse(EvidenceSample.Why.OTHER);
    }
}

package heed.assurance.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds what will not stand in a return, before its reviewers do. Works from how English is built and from what returns
 * have in common, never from what one return is about; judged by three invented papers and one real, see
 * {@code docs/decisions/0050}.
 */
public final class Checks {
    private Checks() {
    }

    /** All findings, in the order of the return; each place, or pair of places, once for each thing that is wrong. */
    public static List<Finding> of(Draft draft) {
        // Reading takes longest, and each part of each answer is read by itself.
        var blocks = draft.answers().stream()
                .flatMap(answer -> Stream.of(Place.Part.RESPONSE, Place.Part.EVIDENCE, Place.Part.RATING)
                        .map(part -> answer.of(part).stream().filter(p -> !p.text().isBlank()).toList()))
                .filter(passages -> !passages.isEmpty()).toList().parallelStream()
                .map(passages -> new Block(passages, draft.writtenOn())).toList();
        var all = new ArrayList<>(Stream.<Supplier<List<Finding>>>of(() -> DateChecks.of(blocks),
                () -> FigureChecks.of(blocks), () -> FrameChecks.of(blocks), () -> RepeatChecks.of(blocks),
                () -> GapChecks.of(draft, blocks), () -> PersonChecks.of(blocks)).parallel()
                .flatMap(check -> check.get().stream()).toList());
        var codes = draft.answers().stream().map(Answer::code).toList();
        all.sort(Comparator.comparingInt((Finding f) -> codes.indexOf(f.place().item()))
                .thenComparing(f -> f.place().part()).thenComparing(f -> f.place().paragraph())
                .thenComparing(f -> f.kind()));
        var seen = new HashSet<List<Object>>();
        all.removeIf(f -> !seen.add(key(f)));
        return List.copyOf(all);
    }

    private static List<Object> key(Finding f) {
        var other = f.other();
        // Two people in one paragraph are two findings: whoever settles the first is to see the second.
        boolean each = f.kind() == Finding.Kind.PASTE_DUPLICATE || f.kind() == Finding.Kind.DISCLOSURE;
        return List.of(f.kind(), f.place(), other == null ? "" : other, each ? f.says() : "");
    }
}

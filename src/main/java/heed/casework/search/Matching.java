package heed.casework.search;

import heed.casework.concern.Concern;
import heed.casework.concern.ConcernText;
import heed.casework.concern.ConcernWords;
import heed.casework.concern.Telling;
import heed.casework.concern.Typed;
import heed.platform.seal.Stems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares what was looked for with an opened concern: whether all of it is there, where, and in which words. */
final class Matching {
    private static final int BEFORE = 70;
    private static final int AFTER = 110;
    private static final int MOST_EXCERPTS = 2;

    private final Sought sought;
    private final Telling told;
    private final List<ConcernText> texts;

    private Matching(Sought sought, Telling told, List<ConcernText> texts) {
        this.sought = sought;
        this.told = told;
        this.texts = texts;
    }

    /** What was found in it; empty where it is not all there. */
    static Optional<Hit> of(Sought sought, Concern concern, Telling told, List<String> added) {
        return new Matching(sought, told, ConcernText.of(told, added)).hit(concern);
    }

    private Optional<Hit> hit(Concern concern) {
        var why = new LinkedHashSet<String>();
        for (var part : sought.parts()) {
            var met = met(part);
            if (met.isEmpty())
                return Optional.empty();
            why.addAll(met);
        }
        var all = new ArrayList<>(texts.stream().map(ConcernText::words).toList());
        all.addAll(ConcernText.names(told));
        if (!sought.phrasesIn(all))
            return Optional.empty();
        var about = told.named().isEmpty() ? concern.subject().words() : told.named().getFirst().shown();
        return Optional.of(new Hit(concern, about, List.copyOf(why), excerpts()));
    }

    /** Where one thing is met, in words. */
    private Set<String> met(Sought.Part part) {
        var where = new LinkedHashSet<String>();
        if (part.born() != null) {
            if (told.named().stream().anyMatch(
                    p -> Objects.equals(Typed.date(p.bornDay(), p.bornMonth(), p.bornYear()), part.born())))
                where.add("Date of birth");
            return where;
        }
        for (var name : ConcernText.names(told)) {
            var keys = ConcernWords.nameKeys(name);
            if (!Collections.disjoint(keys, part.itself()))
                where.add("Name");
            else if (part.names().stream().anyMatch(k -> k.startsWith("short:") && keys.contains(k)))
                where.add("Another form of the name");
            else if (!Collections.disjoint(keys, part.names()))
                where.add("Sounds like the name");
        }
        var stem = part.stem();
        if (stem != null)
            for (var text : texts)
                if (Stems.of(text.words()).stream().anyMatch(s -> s.stem().equals(stem)))
                    where.add(text.part());
        return where;
    }

    private List<Hit.Excerpt> excerpts() {
        var stems = sought.stems();
        var found = new ArrayList<Hit.Excerpt>();
        // The text with the most of the words first; what stands beside a name already, such as an address, is short.
        texts.stream().map(text -> excerpt(text, stems)).filter(Objects::nonNull)
                .sorted((a, b) -> Integer.compare(marked(b), marked(a))).limit(MOST_EXCERPTS).forEach(found::add);
        return found;
    }

    private static int marked(Hit.Excerpt excerpt) {
        return (int) excerpt.pieces().stream().filter(Hit.Piece::marked)
                .map(p -> p.text().toLowerCase(java.util.Locale.ROOT)).distinct().count();
    }

    private static Hit.@org.jspecify.annotations.Nullable Excerpt excerpt(ConcernText text, Set<String> stems) {
        var words = text.words();
        var hits = Stems.of(words).stream().filter(s -> stems.contains(s.stem())).toList();
        if (hits.isEmpty())
            return null;
        // Of all windows the one with the most different words in it, the first of equals.
        var best = hits.getFirst();
        int most = 0;
        for (var from : hits) {
            var inside = new HashSet<String>();
            hits.stream().filter(h -> h.start() >= from.start() && h.end() <= from.start() + AFTER)
                    .forEach(h -> inside.add(h.stem()));
            if (inside.size() > most) {
                most = inside.size();
                best = from;
            }
        }
        int low = start(words, best.start());
        int high = end(words, Math.max(best.end(), best.start() + AFTER));
        var pieces = new ArrayList<Hit.Piece>();
        int at = low;
        if (low > 0)
            pieces.add(new Hit.Piece("… ", false));
        for (var hit : hits) {
            if (hit.start() < at || hit.end() > high)
                continue;
            if (hit.start() > at)
                pieces.add(new Hit.Piece(words.substring(at, hit.start()), false));
            pieces.add(new Hit.Piece(words.substring(hit.start(), hit.end()), true));
            at = hit.end();
        }
        pieces.add(new Hit.Piece(words.substring(at, high) + (high < words.length() ? " …" : ""), false));
        return new Hit.Excerpt(text.part(), pieces);
    }

    /** Where an excerpt begins: at a word, a little before. */
    private static int start(String words, int hit) {
        if (hit <= BEFORE)
            return 0;
        int low = hit - BEFORE;
        while (low < hit && !Character.isWhitespace(words.charAt(low)))
            low++;
        return low == hit ? hit - BEFORE : low + 1;
    }

    private static int end(String words, int wanted) {
        if (wanted >= words.length())
            return words.length();
        int high = wanted;
        while (high > wanted - BEFORE && !Character.isWhitespace(words.charAt(high)))
            high--;
        return high == wanted - BEFORE ? wanted : high;
    }
}

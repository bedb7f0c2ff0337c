package heed.assurance.check;

import heed.assurance.evidence.Standing;
import heed.assurance.prose.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked for, or spoken of, and not there. */
final class GapChecks {
    /** A check with a result, said to be a habit: "are audited", "is dip sampled". */
    private static final Pattern CHECKED = Pattern.compile(
            "(?i)\\b(?:is|are|be|being|and)\\s+(?:\\w+ly\\s+|also\\s+)?(audited|inspected|dip[ -]sampled|spot[ -]checked|mystery shopped"
                    + "|test purchased|quality assured|externally assessed|peer reviewed)\\b");
    private static final Pattern ASKS = Pattern.compile("(?i)\\b(?:asked|asks|question|questions)\\b");
    private static final Pattern TELLS = Pattern
            .compile("(?i)\\b(?:respon\\w+|result\\w*|repl\\w+|answer\\w*|said|felt|feedback"
                    + "|respondents?|per cent|showed|told us|findings?|outcome)\\b|\\d");

    private GapChecks() {
    }

    static List<Finding> of(Draft draft, List<Block> blocks) {
        var found = new ArrayList<Finding>();
        var byPlace = blocks.stream().collect(Collectors.toMap(b -> List.of(b.item(), b.part()), b -> b, (a, b) -> a));
        for (var answer : draft.answers()) {
            evidence(draft, answer, byPlace.get(List.of(answer.code(), Place.Part.EVIDENCE)), found);
            var judgement = answer.judgement();
            if (judgement != null && judgement.needs().contains(Judgement.Need.ACTION) && !answer.settled())
                found.add(Finding.at(Finding.Kind.NO_ACTION, Finding.Sure.CERTAIN, judgement.word(),
                        new Place(answer.code(), Place.Part.RATING, 0), judgement.word()));
            unshown(byPlace.get(List.of(answer.code(), Place.Part.RESPONSE)),
                    byPlace.get(List.of(answer.code(), Place.Part.EVIDENCE)), found);
        }
        for (var block : blocks)
            unanswered(blocks, block, found);
        return found;
    }

    private static void evidence(Draft draft, Answer answer, @Nullable Block block, List<Finding> found) {
        boolean in = false;
        for (var passage : answer.of(Place.Part.EVIDENCE)) {
            var standing = standing(draft, block, passage);
            in |= standing == Standing.IN;
            if (standing == Standing.OUT && answer.windowed() && !compares(block, passage, draft))
                found.add(Finding.at(Finding.Kind.OUT_OF_WINDOW, Finding.Sure.CERTAIN, passage.text(), passage.place(),
                        passage.text()));
        }
        var judgement = answer.judgement();
        if (in)
            return;
        if (judgement != null && judgement.needs().contains(Judgement.Need.EVIDENCE))
            found.add(Finding.at(Finding.Kind.NO_EVIDENCE, Finding.Sure.CERTAIN, judgement.word(),
                    new Place(answer.code(), Place.Part.RATING, 0), judgement.word()));
        else if (judgement == null && answer.windowed())
            found.add(Finding.at(Finding.Kind.NO_EVIDENCE, Finding.Sure.LIKELY, "",
                    new Place(answer.code(), Place.Part.EVIDENCE, 0), ""));
    }

    private static Standing standing(Draft draft, @Nullable Block block, Passage passage) {
        var known = passage.known();
        if (known != null)
            return known;
        return block == null ? Standing.UNDATED : block.about(passage).in(draft.window());
    }

    /** The figure of an earlier year beside the same of this one is there to compare, not as evidence of its own. */
    private static boolean compares(@Nullable Block block, Passage passage, Draft draft) {
        if (block == null)
            return false;
        var mine = block.figures().stream().filter(f -> block.place(f.start()).equals(passage.place())).toList();
        return block.figures().stream().anyMatch(o -> {
            var when = o.when();
            return when != null && when.span().overlaps(draft.window().span()) && mine.stream()
                    .anyMatch(f -> f.of().head().equals(o.of().head()) && f.of().by().equals(o.of().by())
                            && f.deed().equals(o.deed()));
        });
    }

    /** The response says that something is audited; the evidence shows no audit. */
    private static void unshown(@Nullable Block response, @Nullable Block evidence, List<Finding> found) {
        if (response == null)
            return;
        var shown = evidence == null ? "" : evidence.text().toLowerCase(java.util.Locale.UK).replace('-', ' ');
        var m = CHECKED.matcher(response.text());
        while (m.find()) {
            var stem = m.group(1).toLowerCase(java.util.Locale.UK).replace('-', ' ').replaceAll("(?:d|ed)$", "");
            stem = stem.length() > 6 ? stem.substring(0, Math.max(5, stem.length() - 2)) : stem;
            if (!shown.contains(stem)) {
                int s = response.sentenceAt(m.start(1));
                found.add(new Finding(Finding.Kind.EVIDENCE_MISSING, Finding.Sure.LIKELY, m.group(1),
                        response.place(m.start(1)),
                        s < 0 ? m.group() : response.sentences().get(s).text(), null, null));
            }
        }
    }

    /** A question of a survey is quoted, and nothing after it says what was answered. */
    private static void unanswered(List<Block> blocks, Block block, List<Finding> found) {
        var sentences = block.sentences();
        for (int s = 0; s < sentences.size(); s++) {
            var sentence = sentences.get(s);
            if (!question(sentence) || !ASKS.matcher(block.text().substring(Math.max(0, sentence.start() - 80),
                    Math.min(block.text().length(), sentence.end()))).find())
                continue;
            if (tells(block, sentence.end()))
                continue;
            var elsewhere = answered(blocks, block, sentence);
            found.add(new Finding(Finding.Kind.RESULT_MISSING,
                    elsewhere == null ? Finding.Sure.LIKELY : Finding.Sure.CERTAIN,
                    sentence.text(), block.place(sentence.end() - 1), sentence.text(), elsewhere,
                    elsewhere == null ? null : sentence.text()));
        }
    }

    private static boolean question(Sentence sentence) {
        int end = sentence.text().length();
        while (end > 0 && "'’\"”)".indexOf(sentence.text().charAt(end - 1)) >= 0)
            end--;
        return end > 0 && sentence.text().charAt(end - 1) == '?' && sentence.words().size() > 6;
    }

    /** Whether what follows, to the second sentence, tells of answers. */
    private static boolean tells(Block block, int from) {
        var rest = block.text().substring(Math.min(from, block.text().length()));
        return TELLS.matcher(rest.substring(0, Math.min(rest.length(), 220))).find();
    }

    private static @Nullable Place answered(List<Block> blocks, Block block, Sentence asked) {
        var words = quoted(asked);
        for (var other : blocks)
            for (var sentence : other.sentences())
                if (other != block && question(sentence) && alike(words, quoted(sentence))
                        && tells(other, sentence.end()))
                    return other.place(sentence.end() - 1);
        return null;
    }

    private static List<String> quoted(Sentence sentence) {
        var text = sentence.text();
        int colon = text.lastIndexOf(':');
        return Sentence.of(colon < 0 ? text : text.substring(colon + 1)).stream().flatMap(s -> s.plain().stream())
                .toList();
    }

    private static boolean alike(List<String> a, List<String> b) {
        int same = 0;
        while (same < a.size() && same < b.size() && a.get(same).equals(b.get(same)))
            same++;
        return same >= 7;
    }
}

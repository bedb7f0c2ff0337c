package heed.assurance.check;

import heed.assurance.prose.Sentence;
import heed.assurance.prose.Thing;
import heed.assurance.prose.Verbs;
import heed.assurance.prose.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is in charge of a body, and how often something is done: said twice, and differently. */
final class FrameChecks {
    private record Said(Block block, Sentence sentence, Thing thing, String what, String value, Set<String> words) {
        Place place() {
            return block.place(sentence);
        }
    }

    private static final Map<String, String> IN_CHARGE = Map.of("chaired", "chair", "chairs", "chair", "led", "lead",
            "leads",
            "lead", "headed", "head", "heads", "head", "overseen", "oversee", "oversees", "oversee");
    private static final Set<String> DONE = Set.of("meets", "meet", "met", "held", "takes", "take", "issued",
            "published", "released",
            "sent", "reviewed", "updated", "tested", "audited", "emptied", "checked", "refreshed", "renewed", "renew",
            "inspected",
            "visited", "visits", "repeated", "monitored");
    private static final Pattern RHYTHM = Pattern
            .compile("(?i)\\b(?:(daily|weekly|fortnightly|monthly|quarterly|annually|yearly)"
                    + "|(?:each|every) (day|week|fortnight|month|quarter|year|monday|tuesday|wednesday|thursday|friday)"
                    + "|every (two|three|four|five|six|eight|\\d{1,3}) (day|week|month|year)s"
                    + "|(once|twice|three times|four times) (?:a|each|every|per) (day|week|month|quarter|year))\\b");
    private static final Map<String, Integer> DAYS = Map.ofEntries(Map.entry("day", 1), Map.entry("daily", 1),
            Map.entry("week", 7),
            Map.entry("weekly", 7), Map.entry("fortnight", 14), Map.entry("fortnightly", 14), Map.entry("month", 30),
            Map.entry("monthly", 30), Map.entry("quarter", 91), Map.entry("quarterly", 91), Map.entry("year", 365),
            Map.entry("annually", 365), Map.entry("yearly", 365));
    private static final Map<String, Integer> TIMES = Map.of("once", 1, "twice", 2, "three times", 3, "four times", 4,
            "two", 2,
            "three", 3, "four", 4, "five", 5, "six", 6, "eight", 8);

    private FrameChecks() {
    }

    static List<Finding> of(List<Block> blocks) {
        var charge = new ArrayList<Said>();
        var rhythm = new ArrayList<Said>();
        for (var block : blocks)
            for (int s = 0; s < block.sentences().size(); s++) {
                charge(block, s, charge);
                rhythm(block, s, rhythm);
            }
        var found = new ArrayList<Finding>();
        conflicts(charge, Finding.Kind.WHO_CONFLICT, found);
        conflicts(rhythm, Finding.Kind.FREQUENCY_CONFLICT, found);
        return found;
    }

    /** One finding for each two values of one thing, at the first place of each. */
    private static void conflicts(List<Said> all, Finding.Kind kind, List<Finding> found) {
        var seen = new HashSet<List<String>>();
        for (int i = 0; i < all.size(); i++)
            for (int j = i + 1; j < all.size(); j++) {
                var a = all.get(i);
                var b = all.get(j);
                if (a.what().equals(b.what()) && a.thing().may(b.thing())
                        && (a.thing().pointed() || b.thing().pointed())
                        && differ(a, b) && seen.add(List.of(a.thing().head(), a.what(), a.value(), b.value())))
                    found.add(new Finding(kind, Finding.Sure.LIKELY, a.thing().words(), a.place(), a.sentence().text(),
                            b.place(),
                            b.sentence().text()));
            }
    }

    private static boolean differ(Said a, Said b) {
        if (a.words().isEmpty())
            return !a.value().equals(b.value());
        var common = new HashSet<>(a.words());
        common.retainAll(b.words());
        return common.size() < 0.6 * Math.min(a.words().size(), b.words().size());
    }

    private static void charge(Block block, int s, List<Said> into) {
        var sentence = block.sentences().get(s);
        var words = sentence.words();
        for (int v = 0; v < words.size(); v++) {
            var task = IN_CHARGE.get(words.get(v).low());
            if (task == null)
                continue;
            int verb = v;
            boolean passive = v + 1 < words.size() && words.get(v + 1).low().equals("by");
            var after = sentence.things().stream().filter(t -> t.from() > verb).findFirst().orElse(null);
            var subject = block.clauses().subject(s, v).orElse(null);
            boolean near = after != null && after.from() <= v + 3;
            boolean active = !passive && words.get(v).low().endsWith("s");
            if (subject == null || after == null || !near || !passive && !active)
                continue;
            var body = passive ? subject : after;
            var post = passive ? after : subject;
            if (isName(post, words))
                into.add(new Said(block, sentence, body, task, post.words(), words(post)));
        }
    }

    /** A post is written with capitals. */
    private static boolean isName(Thing post, List<Word> words) {
        return words.subList(post.from(), Math.min(post.to(), words.size())).stream().skip(1).anyMatch(Word::capital)
                || !post.by().isEmpty() && post.words().chars().anyMatch(Character::isUpperCase);
    }

    private static Set<String> words(Thing post) {
        var all = new HashSet<>(post.by());
        all.add(post.head());
        return all;
    }

    private static void rhythm(Block block, int s, List<Said> into) {
        var sentence = block.sentences().get(s);
        var words = sentence.words();
        if (words.stream().noneMatch(FrameChecks::mayBeRhythm))
            return;
        var m = RHYTHM.matcher(sentence.text());
        while (m.find()) {
            var days = days(m);
            int verb = -1;
            for (int i = 0; i < words.size() && words.get(i).start() < m.start(); i++)
                if (DONE.contains(words.get(i).low()))
                    verb = i;
            if (days == null || verb < 0)
                continue;
            var what = Verbs.stem(words.get(verb).low());
            var value = days;
            block.clauses().subject(s, verb)
                    .ifPresent(t -> into.add(new Said(block, sentence, t, what, value, Set.of())));
        }
    }

    /** Whether one of the words that say how often can begin in it. */
    private static boolean mayBeRhythm(heed.assurance.prose.Word word) {
        var low = word.low();
        return low.contains("ly") || low.contains("each") || low.contains("every") || low.contains("once")
                || low.contains("twice") || low.contains("three") || low.contains("four");
    }

    /** About how many days lie between two times; null where the words do not come to a number. */
    private static @Nullable String days(java.util.regex.Matcher m) {
        if (m.group(1) != null)
            return "" + DAYS.get(m.group(1).toLowerCase(java.util.Locale.UK));
        if (m.group(2) != null)
            return "" + DAYS.getOrDefault(m.group(2).toLowerCase(java.util.Locale.UK), 7);
        if (m.group(3) != null) {
            int n = number(m.group(3)) * DAYS.getOrDefault(m.group(4).toLowerCase(java.util.Locale.UK), 1);
            return "" + (n == 90 ? 91 : n == 360 ? 365 : n);
        }
        return "" + DAYS.getOrDefault(m.group(6).toLowerCase(java.util.Locale.UK), 1) / number(m.group(5));
    }

    private static int number(String word) {
        var named = TIMES.get(word.toLowerCase(java.util.Locale.UK));
        return named == null ? Integer.parseInt(word) : named;
    }
}

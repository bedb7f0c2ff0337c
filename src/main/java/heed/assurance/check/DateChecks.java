package heed.assurance.check;

import heed.assurance.evidence.Bearing;
import heed.assurance.evidence.DateMention;
import heed.assurance.evidence.Precision;
import heed.assurance.evidence.Span;
import heed.assurance.prose.Sentence;
import heed.assurance.prose.Thing;
import heed.assurance.prose.Verbs;
import heed.assurance.prose.Word;
import heed.assurance.prose.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that happened once, and two dates for it. */
final class DateChecks {
    /** Something that happened to a thing, and when. */
    private record Happening(Block block, Sentence sentence, Thing thing, Verbs.Deed deed, DateMention when,
            Span span) {
        Place place() {
            return block.place(when.start());
        }
    }

    /** These come again and again: two dates are two of them. */
    private static final Set<String> AGAIN = Set.of("meeting", "session", "briefing", "workshop", "event", "newsletter",
            "training",
            "visit", "call", "case", "complaint", "concern", "article", "email", "e-mail", "letter", "survey response",
            "visitor",
            "sheet", "course", "person", "member", "staff", "officer", "councillor", "resident", "tenant", "customer",
            "client");
    private static final Set<String> EVERY = Set.of("quarterly", "monthly", "weekly", "fortnightly", "regularly",
            "daily", "annually");
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being");
    private static final int REACH = 18;

    private DateChecks() {
    }

    static List<Finding> of(List<Block> blocks) {
        var all = new ArrayList<Happening>();
        for (var block : blocks)
            for (var mention : block.dates())
                happening(block, mention).ifPresent(all::add);
        var found = new ArrayList<Finding>();
        all.stream().collect(Collectors.groupingBy(h -> h.thing().head(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(kind -> compare(kind, found));
        return found;
    }

    private static void compare(List<Happening> all, List<Finding> found) {
        var vague = new LinkedHashSet<Happening>();
        for (int i = 0; i < all.size(); i++)
            for (int j = i + 1; j < all.size(); j++) {
                var a = all.get(i);
                var b = all.get(j);
                if (!same(a, b))
                    continue;
                if (conflict(a, b))
                    found.add(finding(Finding.Kind.DATE_CONFLICT, sure(a, b), a, b));
                else if (loose(a, b))
                    vague.add(a);
                else if (loose(b, a))
                    vague.add(b);
            }
        for (var one : vague)
            all.stream().filter(o -> o != one && same(one, o) && loose(one, o))
                    .min(Comparator.comparingInt(o -> o.block().item().equals(one.block().item()) ? 0 : 1))
                    .ifPresent(o -> found.add(finding(Finding.Kind.VAGUE_DATE, Finding.Sure.CERTAIN, one, o)));
    }

    private static Finding finding(Finding.Kind kind, Finding.Sure sure, Happening a, Happening b) {
        return new Finding(kind, sure, a.thing().words(), a.place(), a.sentence().text(), b.place(),
                b.sentence().text());
    }

    private static Optional<Happening> happening(Block block, DateMention mention) {
        if (mention.bearing() == Bearing.ASIDE || mention.bearing() == Bearing.BY
                || mention.precision() == Precision.COUNTED_BACK)
            return Optional.empty();
        int s = block.sentenceAt(mention.start());
        if (s < 0)
            return Optional.empty();
        var sentence = block.sentences().get(s);
        var words = sentence.words();
        int at = 0;
        while (at < words.size() && sentence.start() + words.get(at).start() < mention.start())
            at++;
        int verb = before(words, at);
        if (verb < 0 && at <= 2)
            verb = after(words, at);
        if (verb < 0 || words.subList(Math.max(0, verb - 3), Math.min(words.size(), verb + 3)).stream()
                .anyMatch(w -> EVERY.contains(w.low())))
            return Optional.empty();
        var deed = mention.bearing() == Bearing.UNTIL ? Verbs.Deed.ENDED : Verbs.deed(words, verb).orElseThrow();
        int deedAt = verb;
        // "The crew adopted the policy": what was adopted, not who did it.
        var thing = passive(words, verb)
                ? block.clauses().subject(s, verb)
                : sentence.things().stream().filter(t -> t.from() == deedAt + 1).findFirst()
                        .or(() -> block.clauses().subject(s, deedAt));
        var span = point(mention);
        if (thing.isEmpty() || thing.get().plural() || thing.get().words().matches("(?i)(?:each|every|any) .*")
                || AGAIN.contains(thing.get().head()) || span.days() > 400)
            return Optional.empty();
        return Optional.of(new Happening(block, sentence, thing.get(), deed, mention, span));
    }

    private static boolean passive(List<Word> words, int verb) {
        for (int i = verb - 1; i >= 0 && i > verb - 5; i--)
            if (BE.contains(words.get(i).low()))
                return true;
        return false;
    }

    private static int before(List<Word> words, int at) {
        for (int i = at - 1; i >= 0 && i > at - REACH; i--) {
            if (Verbs.deed(words, i).isPresent())
                return i;
            if (words.get(i).low().equals(";")
                    || Verbs.verb(words, i) && !Words.AUXILIARIES.contains(words.get(i).low()))
                return -1;
        }
        return -1;
    }

    /** "In May 2024 the policy was approved": the date stands first. */
    private static int after(List<Word> words, int at) {
        for (int i = at; i < words.size() && i < at + REACH; i++)
            if (Verbs.deed(words, i).isPresent())
                return i;
        return -1;
    }

    /** The days that the date itself names: "until May 2024" names May 2024. */
    private static Span point(DateMention mention) {
        var span = mention.span();
        return switch (mention.bearing()) {
            case UNTIL -> new Span(first(mention.precision(), span.to()), span.to());
            case SINCE -> new Span(span.from(), last(mention.precision(), span.from()));
            default -> span;
        };
    }

    private static @Nullable LocalDate first(Precision precision, @Nullable LocalDate to) {
        if (to == null)
            return null;
        return switch (precision) {
            case DAY -> to;
            case MONTH -> to.withDayOfMonth(1);
            case QUARTER, SEASON -> to.withDayOfMonth(1).minusMonths(2);
            case PART_OF_YEAR -> to.minusDays(120);
            default -> to.withDayOfYear(1);
        };
    }

    private static @Nullable LocalDate last(Precision precision, @Nullable LocalDate from) {
        if (from == null)
            return null;
        return switch (precision) {
            case DAY -> from;
            case MONTH -> from.plusMonths(1).minusDays(1);
            case QUARTER, SEASON -> from.plusMonths(3).minusDays(1);
            case PART_OF_YEAR -> from.plusDays(120);
            default -> from.plusYears(1).minusDays(1);
        };
    }

    private static boolean same(Happening a, Happening b) {
        if (a.deed() != b.deed() || a.sentence().equals(b.sentence()) && a.block() == b.block()
                || !a.thing().may(b.thing()))
            return false;
        return a.thing().pointed() || b.thing().pointed();
    }

    private static boolean conflict(Happening a, Happening b) {
        return !a.span().overlaps(b.span()) && !near(a, b);
    }

    /** Loosely dated and only just beside the exact date. */
    private static boolean near(Happening a, Happening b) {
        if (!a.when().vague() && !b.when().vague())
            return false;
        var gap = gap(a.span(), b.span());
        return gap >= 0 && gap <= 31;
    }

    private static long gap(Span a, Span b) {
        var aTo = a.to();
        var aFrom = a.from();
        var bFrom = b.from();
        var bTo = b.to();
        if (aTo == null || bFrom == null || aFrom == null || bTo == null)
            return -1;
        return aTo.isBefore(bFrom) ? bFrom.toEpochDay() - aTo.toEpochDay() : aFrom.toEpochDay() - bTo.toEpochDay();
    }

    private static boolean loose(Happening loose, Happening exact) {
        return loose.when().vague() && exact.when().precision().exact()
                && (loose.span().overlaps(exact.span()) || near(loose, exact));
    }

    private static Finding.Sure sure(Happening a, Happening b) {
        boolean exact = a.when().precision().exact() && b.when().precision().exact();
        return exact && a.thing().by().equals(b.thing().by()) ? Finding.Sure.CERTAIN : Finding.Sure.LIKELY;
    }
}

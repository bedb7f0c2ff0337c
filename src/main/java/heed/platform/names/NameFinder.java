package heed.platform.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import heed.platform.names.KnownNames.Bearers;
import heed.platform.names.KnownNames.Named;
import heed.platform.names.KnownNames.Namesakes;

/**
 * Finds people's names in running text.
 * <p>
 * Likely: a given name, or a form of it, next to the surname ("Bill Tordoff", "Bill J. Tordoff", "Tordoff, Bill", "W.
 * Tordoff"). Possible: a title before the surname ("Mr Tordoff"), or words that may be no name at all ("I will cook"
 * where a William Cook is known). Spelling must be exact once folded: loose matching over a narrative would find
 * somebody in every sentence.
 * <p>
 * People are looked up by surname and given name ({@link KnownNames}), so the work grows with the text and not with the
 * text times the people.
 */
public final class NameFinder {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’‘`´\\-‐‑]*\\.?");
    private static final Pattern POSSESSIVE = Pattern.compile("['’‘`´][sS]?\\.?$");
    private static final Pattern HYPHEN = Pattern.compile("[-‐‑]");
    private static final int LONGEST_SURNAME_IN_WORDS = 3;

    /** Given names that are everyday words: before a surname that is one too, in small letters, they may be no name. */
    private static final Set<String> EVERYDAY = Set.of("will", "mark", "grant", "frank", "may", "rose", "hope", "faith",
            "grace", "art", "bill", "bob", "pat", "sue", "jack", "rob", "drew", "dean", "june", "april", "dawn", "joy",
            "ray", "guy", "gene", "rich", "max", "miles", "chase", "penny", "ruby", "iris", "ivy", "olive", "lily",
            "holly", "daisy", "violet", "heather", "hazel", "amber", "jade", "crystal", "summer", "autumn", "angel",
            "star", "ginger", "sandy", "robin", "jay", "gill", "carol", "eve", "nick", "peg", "dot", "kit", "lee",
            "don", "dale", "glen", "cliff", "clay", "dusty", "earl", "ernest", "frances", "harry", "josh", "basil",
            "mike", "norm", "pearl", "poppy", "rusty", "sonny", "ted", "tony", "van", "wade", "ward", "al", "an", "so",
            "ben", "bat", "win", "les", "mo", "matt", "chuck", "herb", "buddy", "christian", "charity");

    private static final Set<String> EVERYDAY_SURNAMES = Set.of("bacon", "baker", "ball", "banks", "barber", "bell",
            "best", "bird", "bishop", "black", "bond", "book", "booth", "brown", "burns", "bush", "butcher", "butler",
            "carpenter", "carter", "case", "church", "clay", "cole", "cook", "cooper", "cross", "day", "dean", "drew",
            "drinkwater", "driver", "east", "farmer", "field", "fields", "firth", "fisher", "flowers", "ford", "foot",
            "forest", "fox", "french", "frost", "fry", "gardner", "gardener", "glass", "gold", "good", "gray", "green",
            "grey", "grant", "hall", "hand", "hart", "head", "heath", "hill", "hills", "holiday", "holly", "hook",
            "house", "hunt", "hunter", "judge", "kay", "keep", "key", "king", "knight", "lake", "lamb", "land", "lane",
            "law", "lock", "long", "love", "major", "march", "marsh", "mason", "may", "miles", "mill", "miller",
            "moon", "moss", "nail", "new", "noble", "north", "page", "park", "parks", "parsons", "peace", "pike",
            "pool", "pope", "potter", "power", "price", "pride", "quick", "ray", "read", "rich", "rivers", "rose",
            "rush", "sales", "sands", "savage", "seal", "self", "sharp", "shepherd", "short", "singer", "small",
            "smart", "snow", "south", "spark", "spring", "steel", "stone", "street", "strong", "summers", "swift",
            "taylor", "tailor", "temple", "train", "walk", "walker", "wall", "walls", "ward", "waters", "way", "weaver",
            "webb", "wells", "west", "white", "wild", "winter", "wise", "wood", "woods", "young");

    private record Token(String folded, List<String> parts, int from, int to, boolean capital, boolean pointed) {
        boolean isInitial() {
            return folded.length() == 1;
        }
    }

    private final KnownNames known;
    private final Map<UUID, FoundName> found = new LinkedHashMap<>();
    private final Set<Bearers> titledAlready = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Namesakes, Set<Strength>> settled = new IdentityHashMap<>();
    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private NameFinder(String text, KnownNames known) {
        this.text = text;
        this.known = known;
    }

    /**
     * The known people whose names stand in a text, each once with the closest reason, in the order first found.
     *
     * @param narrative
     *            the text, of any length
     * @param known
     *            the people looked for; those without a given name are found only by a title before their surname
     */
    public static List<FoundName> fullNamesIn(String narrative, KnownNames known) {
        var finder = new NameFinder(narrative, known);
        finder.read();
        finder.search();
        return List.copyOf(finder.found.values());
    }

    private void read() {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            boolean pointed = word.endsWith(".");
            String bare = POSSESSIVE.matcher(word).replaceFirst("");
            List<String> parts = new ArrayList<>();
            for (String part : HYPHEN.split(bare)) {
                String folded = PersonName.mc(Spelling.fold(part));
                if (!folded.isEmpty()) {
                    parts.add(folded);
                }
            }
            if (!parts.isEmpty()) {
                tokens.add(new Token(String.join("", parts), parts, words.start(), words.end() - (pointed ? 1 : 0),
                        Character.isUpperCase(bare.codePointAt(0)), pointed));
            }
        }
    }

    private void search() {
        for (int i = 0; i < tokens.size(); i++) {
            StringBuilder joined = new StringBuilder();
            for (int end = i; end < Math.min(tokens.size(), i + LONGEST_SURNAME_IN_WORDS); end++) {
                if (end > i && !(PersonName.isJoined(tokens.get(end - 1).folded()) && near(end - 1, end))) {
                    break;
                }
                joined.append(tokens.get(end).folded());
                around(PersonName.mc(joined.toString()), i, end);
            }
            // Jones in Smith-Jones.
            if (tokens.get(i).parts().size() > 1) {
                for (String part : tokens.get(i).parts()) {
                    around(part, i, i);
                }
            }
        }
    }

    /** What stands before and after a word that may be a surname. */
    private void around(String surname, int start, int end) {
        Bearers bearers = known.bearing(surname);
        if (bearers == null) {
            return;
        }
        if (start > 0 && near(start - 1, start)) {
            Token before = tokens.get(start - 1);
            if (PersonName.isTitle(before.folded())) {
                titled(bearers, before, tokens.get(end));
            }
            withGiven(bearers, start - 1, start, end, false);
            if (start > 1 && near(start - 2, start - 1)) {
                // One middle name, or Anne Marie where Annemarie is known.
                boolean middle = before.capital() || before.isInitial();
                if (middle && !PersonName.isTitle(before.folded())) {
                    withGiven(bearers, start - 2, start, end, false);
                }
                joinedGiven(bearers, start - 2, end);
            }
        }
        if (end + 1 < tokens.size() && commaBetween(end, end + 1)) {
            withGiven(bearers, end + 1, start, end, true);
        }
    }

    private void titled(Bearers bearers, Token title, Token last) {
        if (titledAlready.add(bearers)) {
            bearers.all().forEach(named -> keep(named, Strength.POSSIBLE, false, title.from(), last.to()));
        }
    }

    private void joinedGiven(Bearers bearers, int first, int end) {
        if (tokens.get(first).isInitial() || tokens.get(first + 1).isInitial()) {
            return;
        }
        Namesakes people = bearers.byGiven().get(tokens.get(first).folded() + tokens.get(first + 1).folded());
        if (people != null) {
            settle(people, Strength.LIKELY, false, tokens.get(first).from(), tokens.get(end).to());
        }
    }

    private void withGiven(Bearers bearers, int at, int start, int end, boolean swapped) {
        Token given = tokens.get(at);
        Token surname = tokens.get(start);
        Strength strength = strength(given, surname);
        for (String form : given.parts().size() > 1
                ? List.of(given.folded(), given.parts().getFirst())
                : List.of(given.folded())) {
            Namesakes people = bearers.byGiven().get(form);
            if (people != null) {
                settle(people, strength, swapped, Math.min(given.from(), surname.from()), Math.max(given.to(), tokens
                        .get(end).to()));
            }
        }
    }

    private static Strength strength(Token given, Token surname) {
        if (given.isInitial()) {
            boolean aWord = !given.pointed() && (given.folded().equals("i") || given.folded().equals("a"));
            return given.capital() && surname.capital() && !aWord ? Strength.LIKELY : Strength.POSSIBLE;
        }
        boolean taken = !given.capital() && !surname.capital() && EVERYDAY.contains(given.folded())
                && EVERYDAY_SURNAMES.contains(surname.folded());
        return taken ? Strength.POSSIBLE : Strength.LIKELY;
    }

    /** People of one name are found together, so a name said a thousand times is worked through once. */
    private void settle(Namesakes namesakes, Strength strength, boolean swapped, int from, int to) {
        if (settled.computeIfAbsent(namesakes, first -> EnumSet.noneOf(Strength.class)).add(strength)) {
            namesakes.people().forEach(named -> keep(named, strength, swapped, from, to));
        }
    }

    private void keep(Named named, Strength strength, boolean swapped, int from, int to) {
        var reason = new Reason(strength, named.given(), named.surname(), swapped);
        FoundName before = found.get(named.known().who());
        if (before == null || reason.closerThan(before.reason())) {
            found.put(named.known().who(), new FoundName(named.known().who(), reason, from, to));
        }
    }

    /** Only spaces between: not a comma, not the end of a sentence, though an initial or a title keeps its point. */
    private boolean near(int first, int second) {
        Token a = tokens.get(first);
        if (a.pointed() && !a.isInitial() && !PersonName.isTitle(a.folded()) && !PersonName.isJoined(a.folded())) {
            return false;
        }
        int from = a.to() + (a.pointed() ? 1 : 0);
        return between(from, tokens.get(second).from(), false);
    }

    private boolean commaBetween(int first, int second) {
        Token a = tokens.get(first);
        return !a.pointed() && between(a.to(), tokens.get(second).from(), true);
    }

    private boolean between(int from, int to, boolean comma) {
        int commas = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ',') {
                commas++;
            } else if (!Character.isWhitespace(c) && c != '\u00a0') {
                return false;
            }
        }
        return commas == (comma ? 1 : 0);
    }
}

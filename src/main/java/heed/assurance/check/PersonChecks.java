package heed.assurance.check;

import heed.assurance.prose.Sentence;
import heed.assurance.prose.Verbs;
import heed.assurance.prose.Word;
import heed.assurance.prose.Words;
import heed.platform.names.Nicknames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * People: by name, by number, or by a story that is only one person's. Names are known by how they stand, not by a list:
 * two capitals that occur nowhere else, where a person would stand, and no word for a place or body beside them.
 */
final class PersonChecks {
    private static final Pattern TITLED = Pattern.compile(
            "\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|PC|Sgt|Rev|Sir|Dame)\\.? (?:\\p{Lu}\\.? ?)?\\p{Lu}\\p{Ll}+");
    private static final Set<String> TITLES = Set.of("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Cllr", "Councillor", "PC",
            "Sgt", "Rev", "Sir", "Dame");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?<!\\d)07\\d{3}[ -]?\\d{3}[ -]?\\d{3}(?!\\d)|\\b[\\w]+\\.[\\w]+@[\\w.]+|(?i:\\bdate of birth\\b|\\bDOB\\b)|\\b\\d{3} \\d{3} \\d{4}\\b");
    private static final Set<String> INSTITUTIONS = Set.of(
            "act", "action", "adviser", "agency", "alliance", "assessment", "association", "avenue", "award",
            "board", "borough", "bridge", "bus", "cabinet", "card", "care", "case", "centre", "chair", "charity",
            "charter", "church", "city", "close", "club", "college", "commission", "committee", "communities",
            "community", "company", "coordinator", "council", "county", "court", "day", "department", "desk",
            "director", "district", "east", "estate", "executive", "fair", "festival", "forum", "foundation",
            "framework", "fund", "gardens", "green", "group", "guide", "hall", "head", "health", "helpline", "hill",
            "hospital", "house", "hub", "lane", "law", "lead", "leader", "library", "limited", "line", "lodge", "ltd",
            "manager", "mark", "market", "minister", "module", "network", "north", "office", "officer", "panel",
            "park", "partnership", "pathway", "plan", "plc", "police", "policy", "prison", "procedure", "procedures",
            "programme", "project", "protocol", "question", "report", "review", "reviewer", "road", "safeguarding",
            "school", "service", "services", "society", "south", "square", "standard", "standards", "strategy",
            "street", "supervisor", "support", "survey", "system", "team", "toolkit", "town", "training", "trust",
            "unit", "university", "village", "ward", "way", "week", "west", "worker");
    /** What is done with a person, and what a person does. */
    private static final Set<String> TO_PERSON = Set.of("ring", "call", "contact", "ask", "see", "tell", "email",
            "phone", "visit",
            "chase", "meet", "thank", "with", "by", "for", "from", "and", "to", "about", "named", "called", "–", "—",
            "-", "•");
    private static final Set<String> PERSON_DOES = Set.of("to", "will", "has", "had", "said", "is", "was", "who",
            "rang", "told",
            "asked", "lives", "lived", "came", "went", "reported", "phoned", "before", "wrote", "again", "explained",
            "felt");
    private static final Set<String> HE_OR_SHE = Set.of("he", "she", "his", "her", "him", "himself", "herself", "hers");
    private static final Pattern ONE_PERSON = Pattern.compile(
            "(?i)\\b(?:a|an|one|another)\\s+(?:(?:[\\p{L}-]+)\\s+){0,2}?(tenant|resident|customer|client|child|girl|boy|woman|man|mother"
                    + "|father|pupil|student|family|family member|adult|person|individual|patient|victim|survivor|neighbour|caller"
                    + "|service user|teenager|carer|couple|member of staff|staff member|employee|volunteer)\\s+(?:(?:who|had)\\s+)*"
                    + "(?:\\p{L}+ly\\s+)?(was|were|had|disclosed|told|reported|came|went|lost|left|became|felt|said|rang|moved|received"
                    + "|asked|suffered|experienced|lived|died|attended|needed|wanted|found|faced)\\b");
    private static final Pattern INDEFINITE = Pattern
            .compile("(?i)\\b(?:a|an|one|another) (?!number|range|lot|few|week|month|year|day"
                    + "|result|copy|short|new)");
    private static final Pattern WHOEVER = Pattern
            .compile("(?i)^(?:where|if|when|whenever|should|unless|once|for example, if)\\b");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}{2,}(?:['’-]\\p{Lu}?\\p{Ll}+)?");
    private static final Set<String> OPENS = Set.of("•", "–", "—", "-", ":", "\"", "“", "'", "‘");
    private static final Set<String> WAS = Set.of("was", "were", "had");
    private static final Pattern SOMEBODY = Pattern.compile("(?i)(?:a|an|one|another) .*", Pattern.DOTALL);
    private static final Pattern ONE_OF = Pattern.compile("(?i)\\bone of (?:our|the|their|its) ");
    private static final Pattern A_PERSON = Pattern
            .compile("(?i)\\b(?:a|an|one)\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:tenant|resident|customer"
                    + "|client|child|girl|boy|woman|man|person|adult|individual|family member|case|pupil|student|patient|volunteer|member of staff)\\b");
    private static final Pattern QUOTED = Pattern.compile("[\"“][^\"“”]*[\"”]?");

    private PersonChecks() {
    }

    static List<Finding> of(List<Block> blocks) {
        var capital = new HashMap<String, Integer>();
        var met = new HashSet<String>();
        for (var block : blocks)
            for (var sentence : block.sentences())
                for (var word : sentence.words())
                    if (word.letters()) {
                        if (word.capital())
                            capital.merge(word.stem(), 1, Integer::sum);
                        else
                            met.add(word.low());
                    }
        var small = new HashSet<String>();
        for (var word : met)
            small.add(Word.stem(word));
        var found = new ArrayList<Finding>();
        for (var block : blocks)
            for (int s = 0; s < block.sentences().size(); s++) {
                var sentence = block.sentences().get(s);
                if (named(sentence, small, capital))
                    found.add(finding(block, sentence, Finding.Sure.LIKELY));
                else if (mayBeTitled(sentence) && TITLED.matcher(sentence.text()).find()
                        || mayBeNumbered(sentence) && NUMBERED.matcher(sentence.text()).find())
                    found.add(finding(block, sentence, Finding.Sure.LIKELY));
                else
                    story(block, s, found);
            }
        return found;
    }

    private static Finding finding(Block block, Sentence sentence, Finding.Sure sure) {
        return Finding.at(Finding.Kind.DISCLOSURE, sure, sentence.text(), block.place(sentence), sentence.text());
    }

    /** Whether a title stands in it, as a word or at the end of one. */
    private static boolean mayBeTitled(Sentence sentence) {
        for (var word : sentence.words()) {
            var text = word.text();
            int from = text.length();
            while (from > 0 && Character.isLetter(text.charAt(from - 1)))
                from--;
            if (from < text.length() && Character.isUpperCase(text.charAt(from))
                    && TITLES.contains(text.substring(from)))
                return true;
        }
        return false;
    }

    private static boolean mayBeNumbered(Sentence sentence) {
        var text = sentence.text();
        for (int at = 0; at < text.length(); at++)
            if (text.charAt(at) == '@' || Character.isDigit(text.charAt(at)))
                return true;
        for (var word : sentence.words())
            if (word.low().contains("birth") || word.low().contains("dob"))
                return true;
        return false;
    }

    private static boolean named(Sentence sentence, Set<String> small, Map<String, Integer> capital) {
        var words = sentence.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (!name(words.get(i)) || i > 0 && name(words.get(i - 1)) && !opens(words, i - 1))
                continue;
            int end = i + 1;
            while (end < words.size() && name(words.get(end)))
                end++;
            int from = end - i > 2 && opens(words, i) ? i + 1 : i;
            if (end - from != 2)
                continue;
            if (score(words, from, end, small, capital) >= 3)
                return true;
        }
        return false;
    }

    private static boolean name(Word word) {
        return word.capital() && NAME.matcher(word.text()).matches() && !Words.small(word);
    }

    /** Whether a capital is due to this word's place: first of a sentence, or of a point of a list. */
    private static boolean opens(List<Word> words, int at) {
        return at == 0 || OPENS.contains(words.get(at - 1).text());
    }

    private static int score(List<Word> words, int from, int end, Set<String> small, Map<String, Integer> capital) {
        var first = words.get(from);
        var last = words.get(end - 1);
        int score = 0;
        if (!small.contains(first.stem()) && !small.contains(last.stem()) && capital.getOrDefault(first.stem(), 0) == 1
                && capital.getOrDefault(last.stem(), 0) == 1)
            score++;
        if (from == 0 || TO_PERSON.contains(words.get(from - 1).low()))
            score++;
        if (end < words.size() && PERSON_DOES.contains(words.get(end).low()) || end == words.size())
            score++;
        if (!Nicknames.groupsOf(first.low()).isEmpty())
            score++;
        if (from > 0 && Words.DETERMINERS.contains(words.get(from - 1).low()))
            score -= 2;
        for (int i = Math.max(0, from - 1); i < Math.min(words.size(), end + 1); i++)
            if (INSTITUTIONS.contains(words.get(i).low()))
                score -= 3;
        return score;
    }

    /** What happened to one person. */
    private static void story(Block block, int s, List<Finding> found) {
        var sentence = block.sentences().get(s);
        if (!past(sentence))
            return;
        var own = own(sentence);
        if (!INDEFINITE.matcher(own).find() || WHOEVER.matcher(own).find())
            return;
        boolean one = onePerson(own);
        boolean here = heOrShe(sentence, own);
        if (here && (one || somebody(sentence)) || one && nextSays(block, s))
            found.add(finding(block, sentence, Finding.Sure.CERTAIN));
        else if (one && ONE_PERSON.matcher(own).find())
            found.add(finding(block, sentence, Finding.Sure.LIKELY));
    }

    /** Its text without what it quotes. */
    private static String own(Sentence sentence) {
        var text = sentence.text();
        return text.indexOf('"') < 0 && text.indexOf('“') < 0 ? text : QUOTED.matcher(text).replaceAll(" ");
    }

    private static boolean nextSays(Block block, int s) {
        if (s + 1 >= block.sentences().size())
            return false;
        var next = block.sentences().get(s + 1);
        return heOrShe(next, own(next));
    }

    /** Somebody whose post or trade is named, of whom something is told: "a gardener was", "one of our drivers". */
    private static boolean somebody(Sentence sentence) {
        var words = sentence.words();
        return ONE_OF.matcher(sentence.text()).find() || sentence.things().stream()
                .anyMatch(t -> !t.plural() && SOMEBODY.matcher(t.words()).matches() && t.to() < words.size()
                        && (WAS.contains(words.get(t.to()).low())
                                || Verbs.verb(words, t.to()) && !Words.AUXILIARIES.contains(words.get(t.to()).low())));
    }

    private static boolean onePerson(String own) {
        return ONE_PERSON.matcher(own).find() || A_PERSON.matcher(own).find();
    }

    private static boolean heOrShe(Sentence sentence, String own) {
        var words = own.length() == sentence.text().length() ? sentence.words() : Words.of(own);
        return words.stream().anyMatch(w -> HE_OR_SHE.contains(w.low()));
    }

    private static boolean past(Sentence sentence) {
        var words = sentence.words();
        for (int i = 0; i < words.size(); i++)
            if (WAS.contains(words.get(i).low())
                    || Verbs.verb(words, i) && !Words.AUXILIARIES.contains(words.get(i).low()))
                return true;
        return false;
    }
}

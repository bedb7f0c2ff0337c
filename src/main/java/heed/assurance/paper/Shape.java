package heed.assurance.paper;

import java.util.regex.Pattern;

/** What a cell looks like, for finding the column of a cell that slipped. */
final class Shape {
    private static final Pattern WHEN = Pattern.compile("(?i).*\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|"
            + "january|february|march|april|august|september|october|november|december|spring|summer|autumn|winter|"
            + "quarterly|monthly|weekly|annual(?:ly)?|yearly|on-?going|continuous|all year|throughout|immediate(?:ly)?|asap|"
            + "tbc|tba|as and when|as needed|when needed|bi-?annual(?:ly)?|q[1-4]|end of|by end|(?:19|20)\\d\\d|"
            + "\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4})\\b.*", Pattern.DOTALL);

    private Shape() {
    }

    /** Whether the text says when, and little else. */
    static boolean when(String text) {
        return text.length() <= 120 && WHEN.matcher(text).matches();
    }

    /** Whether the text could name who leads: short, in capitals, no sentence and no date. */
    static boolean who(String text) {
        if (text.isEmpty() || text.length() > 120 || when(text) || Ratings.standing(text) || text.endsWith("."))
            return false;
        long capitals = 0;
        var words = text.split("[\\s/,&]+");
        for (var word : words)
            if (!word.isEmpty() && (Character.isUpperCase(word.charAt(0)) || word.matches("and|of|for|the|to")))
                capitals++;
        return words.length <= 12 && capitals >= words.length - words.length / 4;
    }

    /** How badly a text sits in a column of that kind: 0 well, 1 not known, 3 not at all. */
    static int misfit(Field column, String text) {
        if (text.isEmpty())
            return 0;
        return switch (column) {
            case STATUS, RATING -> Ratings.standing(text) ? 0 : 3;
            case TIMESCALE -> when(text) ? 0 : 3;
            case LEAD -> who(text) ? 0 : 3;
            case CODE -> text.length() <= 8 ? 0 : 3;
            default -> Ratings.standing(text) ? 3 : when(text) && text.length() < 25 || who(text) && text.length() < 25 ? 2 : 1;
        };
    }
}

package heed.assurance.paper;

import java.util.regex.Pattern;

/** Whether text goes on where a page or line broke it. Only what can be seen decides, never what would make sense. */
final class Joins {
    private static final Pattern ENDED = Pattern.compile("(?s).*[.!?:;][’”'\")\\]]*");
    private static final Pattern HANGS = Pattern
            .compile("(?is).*(?:[,&/–-]|\\b(?:and|or|of|the|to|for|with|from|at|in|on|by|a|an|which|that))");
    private static final Pattern GOES_ON = Pattern.compile("(?s)(?:\\p{Ll}|[)’”,;]).*");
    private static final Pattern ADDRESS = Pattern.compile("(?s)(?:https?://|www\\.|\\S+@).*");

    private Joins() {
    }

    /** Whether {@code next} goes on with what {@code before} left unfinished. */
    static boolean goesOn(String before, String next) {
        if (before.isEmpty() || next.isEmpty() || ENDED.matcher(before).matches() || ADDRESS.matcher(next).matches())
            return false;
        return GOES_ON.matcher(next).matches() || HANGS.matcher(before).matches();
    }

    /** The last of the paragraphs. */
    static String last(String paragraphs) {
        return paragraphs.substring(paragraphs.lastIndexOf('\n') + 1);
    }
}

package heed.assurance.paper;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the marks of other formats out of text: what a converter left of HTML and Markdown, odd spaces. */
final class Plain {
    private static final Pattern ENDS_LINE = Pattern.compile("(?i)<br\\s*/?>|</(?:p|li|div|tr)>");
    private static final Pattern TAG = Pattern
            .compile("(?i)</?(?:a|b|i|u|p|ul|ol|li|em|br|sup|sub|div|span|strong|small|font|td|tr)(?:\\s[^<>]{0,200})?/?>");
    /** The letters behind an ordinal number, raised: they belong to it. */
    private static final Pattern RAISED = Pattern.compile("(?i)\\s*<sup>(\\w{1,3})</sup>");
    private static final Pattern STRONG = Pattern.compile("\\*\\*|__(?=\\S)|(?<=\\S)__");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*\n]+?)(?<=\\S)\\*(?![\\w*])");
    private static final Pattern LONE_STAR = Pattern.compile("(?<=\\w)\\*$|^\\*(?=\\w)", Pattern.MULTILINE);
    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00A0\\u2007\\u202F\\uFEFF]+");

    private Plain() {
    }

    /** The text without marks; paragraphs within it on lines of their own; empty where there is nothing. */
    static String of(String raw) {
        var text = raw;
        if (text.indexOf('<') >= 0)
            text = TAG.matcher(ENDS_LINE.matcher(RAISED.matcher(text).replaceAll("$1")).replaceAll("\n")).replaceAll("");
        if (text.indexOf('&') >= 0)
            text = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                    .replace("&#39;", "'").replace("&amp;", "&");
        if (text.indexOf('*') >= 0 || text.contains("__")) {
            text = EMPHASIS.matcher(STRONG.matcher(text).replaceAll("")).replaceAll("$1");
            text = LONE_STAR.matcher(text).replaceAll("");
        }
        text = SPACES.matcher(text).replaceAll(" ");
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}

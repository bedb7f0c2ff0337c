package heed.assurance.peerreview;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How reviewers from outside found out. */
public enum ReviewMethod {
    /** Papers were read. */
    DOCUMENTS("Documents read", "\\b(?:desk-?\\s?top|desk-based|documents?|documentation|policies were read)\\b"),
    /** People were met alone. */
    INTERVIEWS("Interviews", "\\binterview(?:s|ed|ing)?\\b"),
    /** People were met together. */
    FOCUS_GROUPS("Focus groups", "\\b(?:focus|discussion) groups?\\b|\\bworkshops?\\b"),
    /** Records of cases were examined. */
    CASE_FILES("Case files examined",
            "\\b(?:case|client|individual)[ -]?(?:files?|records?)\\b|\\b(?:file|case|record) audits?\\b|\\bdip[ -]?sampl"),
    /** Work was watched. */
    OBSERVATION("Work observed", "\\bobserv(?:ed|ation|ations|ing)\\b|\\bshadow(?:ed|ing)\\b"),
    /** People were asked in writing. */
    SURVEY("Survey", "\\b(?:survey|surveys|surveyed|questionnaires?)\\b"),
    /** Figures were looked at. */
    FIGURES("Figures analysed", "\\b(?:performance (?:data|information|figures)|data analysis|statistics)\\b"),
    /** People who use services were heard. */
    PEOPLE_HEARD("People who use services heard",
            "\\b(?:service users|residents|children|young people|adults|families|carers) (?:were )?(?:spoken (?:to|with)|heard|met|consulted)\\b");

    private final String words;
    private final Pattern pattern;

    ReviewMethod(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** As shown. */
    public String words() {
        return words;
    }

    /** Those that a text speaks of, used or not. */
    public static List<ReviewMethod> in(String text) {
        return Arrays.stream(values()).filter(m -> m.pattern.matcher(text).find()).toList();
    }
}

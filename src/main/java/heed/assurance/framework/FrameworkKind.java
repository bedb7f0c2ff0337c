package heed.assurance.framework;

import java.util.Optional;

/** What a framework's document is. */
public enum FrameworkKind {
    /** Letters, scores or grades, and what they mean. */
    SCALE("Scale", "levels"),
    /** One year's standards and questions. */
    EDITION("Edition", "nodes"),
    /** How the standards of several editions answer to one another. */
    CROSSWALK("Crosswalk", "themes");

    private final String words;
    private final String mark;

    FrameworkKind(String words, String mark) {
        this.words = words;
        this.mark = mark;
    }

    /** As shown on screen. */
    public String words() {
        return words;
    }

    /** The part that only a document of this kind has. */
    String mark() {
        return mark;
    }

    /** The kind of a document, told by its parts. */
    static Optional<FrameworkKind> of(Tree document) {
        for (var kind : values())
            if (document.has(kind.mark))
                return Optional.of(kind);
        return Optional.empty();
    }
}

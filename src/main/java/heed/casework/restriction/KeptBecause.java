package heed.casework.restriction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why somebody is kept from a concern. The names are the codes that are stored. */
public enum KeptBecause {
    /** It is about them. */
    SUBJECT("It is about them", true),
    /** Family of somebody it is about, by blood, marriage or otherwise. */
    FAMILY("They are family, or as good as family, of someone it is about", true),
    /** A friend, neighbour or partner. */
    CLOSE("They know someone it is about outside work", true),
    /** They manage, or are managed by, somebody it is about. */
    LINE("They are in the line of someone it is about", true),
    /** They said so themselves. */
    KNOWS("They said that they know someone it is about", false),
    /** Whoever told us asked for it. */
    KEEP_FROM("Whoever told us asked to keep it from them", true),
    /** Another reason, in words. */
    OTHER("Another reason", true);

    private final String words;
    private final boolean chosen;

    KeptBecause(String words, boolean chosen) {
        this.words = words;
        this.chosen = chosen;
    }

    /** In words. */
    public String words() {
        return words;
    }

    /** Those that an officer chooses from. */
    static List<KeptBecause> choices() {
        return Arrays.stream(values()).filter(k -> k.chosen).toList();
    }

    /** Reads a choice back; empty for anything else. */
    static Optional<KeptBecause> chosen(String typed) {
        return choices().stream().filter(k -> k.name().equals(typed)).findFirst();
    }

    /** What a stored code says. */
    static String words(String code) {
        return Arrays.stream(values()).filter(k -> k.name().equals(code)).findFirst().orElse(OTHER).words;
    }
}

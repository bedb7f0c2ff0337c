package heed.directory.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The steps of set-up, in their order. */
enum Step {
    /** Whose system it is. */
    COUNCIL("The council", "council"),
    /** Who looks after accounts and settings. */
    ADMINISTRATOR("The administrator", "administrator-name", "administrator-mail"),
    /** Who looks after safeguarding. */
    COORDINATOR("The safeguarding coordinator", "coordinator-name", "coordinator-mail"),
    /** Where the master key is. */
    KEY("The master key", "apart"),
    /** The server that takes mail. */
    MAIL("Mail", "host", "port", "user", "password", "from"),
    /** Whom to ring. */
    NUMBERS("Numbers to ring", "hub", "adults", "duty");

    private final String title;
    private final List<String> fields;

    Step(String title, String... fields) {
        this.title = title;
        this.fields = List.of(fields);
    }

    /** What it is about. */
    String title() {
        return title;
    }

    /** Names of the fields it asks. */
    List<String> fields() {
        return fields;
    }

    /** The end of its address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it is. */
    String href() {
        return "/set-up/" + path();
    }

    /** The step at the end of an address. */
    static Optional<Step> at(String path) {
        return Arrays.stream(values()).filter(step -> step.path().equals(path)).findFirst();
    }

    /** Where the step after this one is, or the check of all answers after the last. */
    String next() {
        return ordinal() + 1 < values().length ? values()[ordinal() + 1].href() : "/set-up/check";
    }

    /** Where the step before this one is; null before the first. */
    @org.jspecify.annotations.Nullable
    String before() {
        return ordinal() == 0 ? null : values()[ordinal() - 1].href();
    }
}

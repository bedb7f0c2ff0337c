package heed.casework.raise;

/** The steps of telling us, in the order they are first asked; each can be opened at any time. */
public enum Step {
    /** Is anyone in danger now. */
    DANGER("danger", "Is anyone in danger now?"),
    /** What happened, in the teller's words. */
    ACCOUNT("account", "What are you worried about?"),
    /** Who or what it is about. */
    WHO("who", "Who is it about?"),
    /** Whether it is about someone who works here. */
    WORKS_HERE("works-here", "Someone who works here"),
    /** When and where. */
    HAPPENED("when-and-where", "When and where"),
    /** Do they know, do they agree, what do they want. */
    KNOWING("what-they-say", "What they know and want"),
    /** What was done, and who else was told. */
    ELSEWHERE("done-already", "What has been done already"),
    /** Whether it is safe to contact them. */
    CONTACT("safe-contact", "Safe ways to contact them");

    private final String path;
    private final String words;

    Step(String path, String words) {
        this.path = path;
        this.words = words;
    }

    /** Its part of the address. */
    public String path() {
        return path;
    }

    /** Its name on screen. */
    public String words() {
        return words;
    }
}

package heed.platform.notify;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is read.
 *
 * @param subject its subject
 * @param text    its text, plain
 * @param link    the address in it
 */
record Letter(String subject, String text, String link) {
    /** Words a kind of mail with a reference, for pages under this address (without a slash at the end). */
    static Letter of(Mail mail, @Nullable String ref, String address) {
        var shown = ref == null ? "" : ref;
        var words = mail.words();
        var link = address + words.path().replace("{ref}", shown);
        return new Letter(words.subject().replace("{ref}", shown).strip(),
                words.body().replace("{ref}", shown).replace("{link}", link), link);
    }

    /** The same as one text message: what it is, with the reference, and where to open it. */
    String asText() {
        return "Heed: " + subject + "\n" + link;
    }
}

package heed.platform.notify;

/** How a message leaves. */
enum Channel {
    /** As mail. */
    MAIL,
    /** As a text message to a mobile. */
    TEXT
}

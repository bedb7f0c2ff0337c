package heed.platform.names;

/** How far a match of names may be trusted. */
public enum Strength {
    /** Given name and surname both agree: act as if it were this person until someone says otherwise. */
    LIKELY,
    /** Part of the name agrees: worth showing to a person, not worth acting on alone. */
    POSSIBLE
}

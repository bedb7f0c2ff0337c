package heed.platform.measure;

/** Within whose sight is counted. */
public enum Sight {
    /** What the person who asks may see, or, where they may see figures and no record, what such people may count. */
    OWN,
    /** The same whoever asks: what is frozen and published. Only for those who may publish figures. */
    PUBLISHED
}

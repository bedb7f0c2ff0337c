package heed.access.signin;

/** What somebody proved when they signed in. */
enum Strength {
    /** A password and a code. */
    CODE,
    /** Nothing: an invented person, in the demo profile. */
    DEMO
}

package heed.access.signin;

/** What somebody proved when they signed in. */
enum Strength {
    /** A password and a code. */
    CODE,
    /** A passkey on a device that checked who holds it: both factors in one. */
    PASSKEY,
    /** A single sign-on whose provider says that it checked more than a password. */
    SSO,
    /** Nothing: an invented person, in the demo profile. */
    DEMO
}

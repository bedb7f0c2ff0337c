package heed.access.signin;

import heed.platform.web.Notice;

/** What the page after signing in can say. */
enum SignInNotice implements Notice {
    /** After a recovery code. */
    RECOVERY_CODE_USED(
            "You used a recovery code. It will not work again. Ask an administrator to reset your code app if you have lost it."),
    /** After one of the last. */
    LAST_RECOVERY_CODES(
            "You used a recovery code and have few left. Ask an administrator to reset your code app soon."),
    /** After deleting a kept form. */
    KEPT_DELETED("What you had typed has been deleted."),
    /** After ending a session of one's own. */
    SESSION_ENDED("You are signed out there."),
    /** After ending all but this one. */
    OTHER_SESSIONS_ENDED("You are signed out everywhere else."),
    /** After adding a passkey. */
    PASSKEY_ADDED("The passkey has been added. You can sign in with it from now on."),
    /** After removing one. */
    PASSKEY_REMOVED("The passkey has been removed. It signs nobody in to Heed any more. Delete it on your device too."),
    /** After linking an account elsewhere. */
    LINKED("The account has been linked. You can sign in with it from now on."),
    /** Where it is linked already. */
    LINK_TAKEN("That account is linked already, to you or to somebody else."),
    /** After removing a link. */
    LINK_REMOVED("The account is not linked any more."),
    /** Where the other system did not confirm it. */
    SSO_NOT_CONFIRMED(
            "That did not confirm it is you. Try again, and let the other system ask for your password and code."),
    /** Where the other system does not answer. */
    SSO_AWAY("The other system does not answer at the moment. Nothing was changed.");

    private final String words;

    SignInNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}

package heed.access.signin;

import heed.platform.web.Notice;

/** What the page after signing in can say. */
enum SignInNotice implements Notice {
    RECOVERY_CODE_USED(
            "You used a recovery code. It will not work again. Ask an administrator to reset your code app if you have lost it."), LAST_RECOVERY_CODES(
                    "You used a recovery code and have few left. Ask an administrator to reset your code app soon."), KEPT_DELETED(
                            "What you had typed has been deleted.");

    private final String words;

    SignInNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}

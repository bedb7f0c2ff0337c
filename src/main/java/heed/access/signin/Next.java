package heed.access.signin;

import org.jspecify.annotations.Nullable;

/** The page to show after signing in: one of ours, whatever was asked for. */
final class Next {
    private static final int LONGEST = 500;

    private Next() {
    }

    /**
     * The path if it leads to a page of this site, otherwise the first page. Empty steps and dots are in no path of ours,
     * and what follows redirects may shorten them into another site's address.
     */
    static String safe(@Nullable String asked) {
        return asked != null && asked.length() <= LONGEST && asked.matches("/[\\x21-\\x5b\\x5d-\\x7e]*")
                && !asked.split("[?#]", 2)[0].matches(".*(//|/\\.{1,2}(/|$)).*") && !asked.startsWith("/sign-")
                        ? asked
                        : "/";
    }
}

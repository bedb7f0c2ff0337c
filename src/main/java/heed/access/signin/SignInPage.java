package heed.access.signin;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page of signing in.
 *
 * @param frame    the page's frame
 * @param problems what to put right
 * @param said     how somebody came here, such as that they signed out; null to say nothing
 * @param mail     the mail address
 * @param password the password
 * @param passkey  what the browser is asked for a passkey
 * @param sso      other systems to sign in with; empty where none is configured
 * @param next     the page to show afterwards
 * @param demo     the invented people to sign in as; empty outside the demo profile
 */
public record SignInPage(Frame frame, List<Problem> problems, @Nullable String said, Field mail, Field password,
        PasskeyAsk passkey, List<SsoChoice> sso, String next,
        List<DemoGroup> demo) {
    /** Invented people with the same main role. */
    public record DemoGroup(String role, String does, boolean open, String count, List<DemoPerson> people) {
    }

    /** One of them. */
    public record DemoPerson(String id, String name, String post) {
    }
}

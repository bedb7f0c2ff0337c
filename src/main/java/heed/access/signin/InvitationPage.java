package heed.access.signin;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * Choosing a password through an invitation.
 *
 * @param frame    the page's frame
 * @param problems what to put right
 * @param usable   whether the invitation can still be used; otherwise the page says whom to ask
 * @param password the password
 * @param sso      other systems to sign in with instead
 * @param again    the password once more
 */
public record InvitationPage(Frame frame, List<Problem> problems, boolean usable, Field password, Field again,
        List<SsoChoice> sso) {
}

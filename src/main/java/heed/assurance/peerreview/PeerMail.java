package heed.assurance.peerreview;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail that reviews cause, to those who keep an organisation's return. None says what was asked or of whom. */
enum PeerMail implements Mail {
    /** To reviewers. */
    REVIEW_ASKED("You are asked to review a return", """
            A safeguarding board asks your organisation to review another’s self-assessment. Heed shows whose, and by when.

            {link}
            """),
    /** To the organisation. */
    CHALLENGE_TO_ANSWER("Somebody asks about your return", """
            A reviewer asks about your self-assessment, and waits for an answer.

            {link}
            """),
    /** To the reviewer. */
    CHALLENGE_WAS_ANSWERED("Your question was answered", """
            An organisation has answered what you asked about its self-assessment.

            {link}
            """),
    /** To the organisation. */
    BOARD_HAS_DECIDED("The board has decided about your return", """
            The safeguarding board or its panel has decided something about your self-assessment.

            {link}
            """);

    private final Words words;

    PeerMail(String subject, String body) {
        words = new Words(subject, body, "/assurance");
    }

    @Override
    public Words words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllPeerMails implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(values());
        }
    }
}

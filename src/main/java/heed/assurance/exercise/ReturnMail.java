package heed.assurance.exercise;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail that returns cause. None says what a question or an answer is. */
enum ReturnMail implements Mail {
    /** To somebody who is asked to answer. */
    ANSWER_ASKED("You are asked to answer part of the council’s return", """
            A colleague asks you to answer part of the council’s safeguarding return in Heed.

            Sign in to see which questions, and by when.
            {link}
            """),
    /** To somebody who is asked: the day is near. */
    ANSWER_DUE("Your part of the council’s return is due soon", """
            You are asked to answer part of the council’s safeguarding return in Heed, and the day is near.
            Say there when it is done.
            {link}
            """),
    /** To the same: the day has passed. */
    ANSWER_LATE("Your part of the council’s return is late", """
            You are asked to answer part of the council’s safeguarding return in Heed, and the day has passed.
            Say there when it is done, or tell whoever asked you.
            {link}
            """),
    /** To whoever asked: the day has passed. */
    ANSWERS_WAITED_FOR("Answers for the council’s return are late", """
            A day that you gave colleagues for their part of the council’s return has passed, and they are not done.
            Sign in to see who. They were reminded too.
            {link}
            """),
    /** To whoever asked: it is done. */
    ANSWER_DONE("An answer for the council’s return is done", """
            A colleague says that an answer you asked for is done.

            {link}
            """),
    /** To those who sign off: it waits for them. */
    RETURN_TO_SIGN_OFF("The council’s return waits to be signed off", """
            The council’s safeguarding return is ready for internal review.

            Sign in to read it and to sign it off.
            {link}
            """);

    private final Words words;

    ReturnMail(String subject, String body) {
        words = new Words(subject, body, "/assurance");
    }

    @Override
    public Words words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllReturnMails implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(values());
        }
    }
}

package heed.casework.concern;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail that concerns cause. None says what a concern is about, nor that it is about someone who works here. */
public enum ConcernMail implements Mail {
    /** To officers: something waits. The same words whatever kind of concern it is. */
    CONCERN_WAITING("A concern is waiting: {ref}", """
            A concern is waiting for you in Heed.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}"),
    /** To officers: something waits in which somebody may be in danger now. */
    CONCERN_WAITING_DANGER("DANGER NOW: a concern is waiting: {ref}", """
            A concern is waiting for you in Heed. Whoever told us says that someone is in danger now.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}"),
    /** To whoever told us: something was written to them. */
    REPLY("There is a reply for you: {ref}", """
            There is a reply about something you told us. Sign in to read it.

            Reference: {ref}
            {link}
            """, "/my-concerns/{ref}"),
    /** To those who may correct a record: one of them is asked to. */
    CORRECTION_ASKED("A record needs correcting: {ref}", """
            An officer has asked for a record in Heed to be corrected.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}/correction"),
    /** To whoever asked for a correction: it was answered. */
    CORRECTION_ANSWERED("Your request was answered: {ref}", """
            You asked for a record in Heed to be corrected. There is an answer.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}/correction"),
    /** To officers: they are among the few who may see a concern. */
    CONCERN_NAMED("You are named on a concern: {ref}", """
            You are now one of the few people who can open a restricted concern in Heed.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}"),
    /** To somebody who may read a concern for a time. */
    CONCERN_OPENED("You can read a record: {ref}", """
            A record in Heed is open to you for a time. Sign in to read it, and to see until when.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}"),
    /** To leads and coordinators: somebody used emergency access. */
    OPENED_IN_EMERGENCY("Emergency access was used: {ref}", """
            Somebody opened a restricted concern in Heed in an emergency. Please review it within two working days.

            Reference: {ref}
            {link}
            """, "/emergency/reviews"),
    /** To the officer who has a concern: something was added to it. */
    ADDED("Something was added: {ref}", """
            Something was added to a concern that you work on.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}"),
    /** To officers: a decision waits for a second officer. */
    COUNTERSIGN("A decision to read: {ref}", """
            A colleague asks you to read a decision in Heed and to say whether you agree.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}"),
    /** To whoever decided, and to leads: a second officer did not agree. */
    NOT_COUNTERSIGNED("A decision was reopened: {ref}", """
            A colleague has read a decision in Heed, did not agree, and has taken it up.

            Reference: {ref}
            {link}
            """, "/concerns/{ref}"),
    /** To officers: somebody asks for advice. */
    ADVICE_ASKED("Someone asks for advice: {ref}", """
            A colleague asks for advice in Heed.

            Reference: {ref}
            {link}
            """, "/advice-desk/{ref}"),
    /** To whoever asked for advice: there is an answer. */
    ADVICE_GIVEN("There is advice for you: {ref}", """
            You asked for advice. Sign in to read the answer.

            Reference: {ref}
            {link}
            """, "/advice/{ref}");

    private final Words words;

    ConcernMail(String subject, String body, String path) {
        words = new Words(subject, body, path);
    }

    /** That a concern waits, more loudly where somebody is in danger. */
    public static ConcernMail waiting(boolean danger) {
        return danger ? CONCERN_WAITING_DANGER : CONCERN_WAITING;
    }

    @Override
    public Words words() {
        return words;
    }

    /** Makes them known to the outbox. */
    @Component
    static class All implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(ConcernMail.values());
        }
    }
}

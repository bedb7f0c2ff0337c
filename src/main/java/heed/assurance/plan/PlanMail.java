package heed.assurance.plan;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mail that plans cause. None says what an action is. */
enum PlanMail implements Mail {
    /** To its leads: it needs them. */
    ACTION_NEEDS_YOU("Action {ref} needs you", """
            You hold a post that leads action {ref}. It is due soon, overdue, or waits for news of how it goes.

            {link}
            """),
    /** To the lead of several. */
    ACTIONS_NEED_YOU("Actions that you lead need you", """
            You hold a post that leads actions which are due soon, overdue, or wait for news of how they go.

            {link}
            """, ActionsController.HOME),
    /** To its leads: it is to be done. */
    ACTION_AGREED("You lead action {ref}", """
            Action {ref} was agreed, and you hold a post that leads it.

            {link}
            """),
    /** To its leads: it is not done yet. */
    ACTION_SENT_BACK("Action {ref} was sent back", """
            Action {ref}, which a post of yours leads, is not complete yet. Heed shows what is missing.

            {link}
            """),
    /** To those who keep plans: somebody has to look. */
    ACTION_TO_VERIFY("Action {ref} waits to be verified", """
            The lead of action {ref} says that it is complete. Somebody who keeps plans has to look and verify it.

            {link}
            """);

    private final Words words;

    PlanMail(String subject, String body) {
        this(subject, body, ActionsController.HOME + "/{ref}");
    }

    PlanMail(String subject, String body, String path) {
        words = new Words(subject, body, path);
    }

    @Override
    public Words words() {
        return words;
    }

    /** Makes it known to the outbox. */
    @Component
    static class AllPlanMail implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(PlanMail.values());
        }
    }
}

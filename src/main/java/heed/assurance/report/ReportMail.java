package heed.assurance.report;

import heed.platform.notify.Mail;
import heed.platform.notify.Mails;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is mailed about reports. */
enum ReportMail implements Mail {
    /** To those who approve: it waits for them. */
    REPORT_TO_APPROVE("A committee report waits to be approved", """
            A committee report on the council’s safeguarding return was checked in Heed.

            Sign in to read it and to approve it.
            {link}
            """),
    /** To whoever checked it: it can go out. */
    REPORT_APPROVED("A committee report was approved", """
            A committee report that you checked in Heed was approved.

            Sign in to publish it.
            {link}
            """),
    /** To whoever checked it: it is wanted otherwise. */
    REPORT_GIVEN_BACK("A committee report was given back", """
            A committee report that you checked in Heed was given back for writing.

            Sign in to read why.
            {link}
            """);

    private final Words words;

    ReportMail(String subject, String body) {
        words = new Words(subject, body, "/assurance");
    }

    @Override
    public Words words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllCommitteeMails implements Mails {
        @Override
        public List<? extends Mail> mails() {
            return List.of(values());
        }
    }
}

package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import heed.access.Role;
import heed.assurance.framework.FrameworkOf;
import heed.assurance.importing.PaperOf;
import heed.records.document.Samples;
import org.springframework.context.ApplicationContext;

/** The pages on papers brought in, for {@link EveryPageJourney}. */
final class ImportPages {
    private final EveryPageJourney every;
    private final ApplicationContext context;
    private final int port;

    ImportPages(EveryPageJourney every, ApplicationContext context, int port) {
        this.every = every;
        this.context = context;
        this.port = port;
    }

    void papers() {
        var town = Council.in(context);
        var cara = town.person("Cara Lyth", Role.COORDINATOR);
        try (var window = Window.on(Device.DESK, port).as(cara)) {
            every.visit(window, "/assurance/papers", "papers-empty");
            every.visit(window, "/assurance/papers/files", "paper-upload");
            window.press("Bring it in");
            // The script puts the answer in place of the page's main part.
            window.page.locator(".govuk-error-summary").waitFor();
            every.look(window, "paper-upload-in-error");
            var empty = PaperOf.waiting(context, cara, "long.txt", Samples.bytes("Words"));
            every.visit(window, "/assurance/papers/" + empty, "paper-waiting");
            window.open("/assurance/papers/files").choose("An action plan");
            window.page.locator("#files")
                    .setInputFiles(new FilePayload("blank.txt", "text/plain", Samples.bytes(" \n")));
            window.press("Bring it in");
            window.page.getByText("Bring in another copy").waitFor();
            every.look(window, "paper-unreadable");
            var paper = "/assurance/papers/" + PaperOf.in(context, cara);
            every.visit(window, paper, "paper");
            every.visit(window, paper + "/lines", "paper-lines");
            every.visit(window, paper + "/lines?show=unread", "paper-lines-unread");
            every.visit(window, paper + "/pieces/" + PaperOf.ANSWER, "paper-piece");
            window.page.fill("#lines", "90");
            window.press("Keep this");
            every.look(window, "paper-piece-in-error");
            var tab = window.tab();
            tab.open(paper + "/pieces/" + PaperOf.ANSWER).page.fill("#said-0", "Theirs");
            tab.press("Keep this");
            window.page.fill("#lines", "3, 4");
            window.press("Keep this");
            assertThat(window.main()).contains("Not kept yet", "Theirs");
            every.look(window, "paper-piece-two-people");
            every.visit(window, paper + "/additions?lines=7", "paper-addition");
            every.visit(window, paper + "/mapping", "paper-mapping");
            window.page.fill("#heading-0", "What we did");
            window.press("Read it again");
            every.look(window, "paper-mapping-in-error");
            every.visit(window, paper + "/acceptance", "paper-acceptance-waits");
            window.press("Accept");
            every.look(window, "paper-acceptance-in-error");
            FrameworkOf.published(context, town.person("Bea Garrick", Role.BOARD_MANAGER));
            every.visit(window, paper + "/acceptance", "paper-acceptance");
            window.press("Accept");
            every.look(window, "paper-accepted");
            every.visit(window, "/assurance/papers", "papers");
            every.visit(window, "/assurance", "assurance-papers");
            every.visit(window, paper + "/taking-back", "paper-taking-back");
            window.press("Take it back");
            every.look(window, "paper-taken-back");
        }
    }
}

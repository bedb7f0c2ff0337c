package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import heed.access.Role;
import heed.assurance.AssuranceOf;
import heed.casework.InTown;
import heed.records.document.FileKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** On a Tuesday morning a coordinator brings in last year's return, a Word file, and takes it over. */
@InTown
class PaperJourney {
    private static final List<String> RETURN = List.of("Fellmoor self-assessment 2025", "",
            "1.1", "How are pool and hall staff told what to do when they are worried about somebody?",
            "Response", "Every new starter is shown the poster by the door and the number on it.",
            "Rating", "",
            "Evidence", "Forty-one starters signed the sheet in May 2025.",
            "The poster was renewed throughout 2024.",
            "1.2", "How does the council know that lone workers are safe?",
            "Response", "Each van has a button, and somebody answers it.",
            "Rating", "",
            "Evidence", "The button was tried in every van between April and June 2025.",
            "Two vans had none in March 2025 and were given one.");

    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;

    private static byte[] word() throws IOException {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            for (var line : RETURN)
                document.createParagraph().createRun().setText(line);
            document.write(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_WITHOUT_SCRIPT", "DESK"})
    void last_years_return_goes_in_as_it_is(Device device) throws IOException {
        var town = Council.in(context);
        var cara = town.person("Cara Lyth", Role.COORDINATOR);
        // What the return answers.
        AssuranceOf.edition(context, town.person("Bo Lyth", Role.BOARD_MANAGER));
        try (var window = Window.on(device, port).as(cara)) {
            window.open("/assurance").follow("Bring in a paper").choose("A self-assessment return");
            window.page.locator("#files")
                    .setInputFiles(new FilePayload("Return 2025.docx", FileKind.DOCX.type(), word()));
            window.press("Bring it in");
            window.page.getByText("Read in all").waitFor();
            assertThat(window.main()).contains("Return 2025.docx", "To look through", "2 questions", "2 responses",
                    "4 evidence statements");
            var faults = new ArrayList<String>();
            if (window.scripted())
                faults.addAll(window.faultsAtBothWidths("paper-word"));
            window.follow("1.1 How are pool and hall staff told what to do when they are worried about somebody?");
            if (window.scripted())
                faults.addAll(window.faultsAtBothWidths("paper-word-lines"));
            window.page.locator("li:has-text('Forty-one starters') a:has-text('Put right')").first().click();
            window.fill("Text", "Forty-two starters signed the sheet in May 2025.").press("Keep this");
            assertThat(window.main()).contains("Forty-two starters", "Changed", "Forty-one starters");
            window.follow("Back");
            window.press("Accept this paper").press("Accept");
            assertThat(window.main()).contains("Accepted");
            window.press("See it beside the source");
            assertThat(window.main()).contains("Forty-two starters", "Forty-one starters").doesNotContain("Put right");
            assertThat(faults).isEmpty();
        }
    }
}

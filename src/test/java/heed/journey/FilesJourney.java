package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import com.microsoft.playwright.options.FilePayload;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.records.document.Samples;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From a photo that says where it was taken to the officer who saves it without, and a mark shown on the drawing. */
@InTown
class FilesJourney {
    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Actor amina;

    @BeforeEach
    void a_council() {
        town = Council.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
    }

    @ParameterizedTest
    @EnumSource
    void a_photo_goes_from_the_phone_to_the_officer_without_the_place_it_was_taken(Device device) throws Exception {
        var taken = Samples.jpegWithPlace(1_200, 900, 6);
        assertThat(tellsWhere(taken)).isTrue();
        try (var phone = Window.on(device, port).signIn(omar)) {
            phone.press("Raise a concern").choose("No, or I do not think so").press("Continue");
            phone.fill("What did you see or hear yourself?", "He showed me his arm.").press("Save and see everything");
            phone.follow("Photos and documents");
            phone.fill("What do they show?", "The letter on the door");
            phone.page.locator("#files").setInputFiles(new FilePayload[]{
                    new FilePayload("IMG_0001.jpg", "image/jpeg", taken),
                    new FilePayload("game.exe", "application/octet-stream",
                            Samples.bytes("MZ\u0090\0\3\0\0\0 no good"))});
            phone.press("Add");
            phone.page.locator(".govuk-error-summary").waitFor();
            assertThat(phone.page.locator(".govuk-error-summary").innerText())
                    .contains("“game.exe” is not a kind of file");
            assertThat(phone.page.locator(".heed-files__name").allInnerTexts()).containsExactly("IMG_0001.jpg");
            assertThat(phone.page.locator("#description").inputValue()).isEqualTo("The letter on the door");
            assertThat(phone.path()).endsWith("/files");
            assertThat(phone.faults("files-in-error-" + device)).isEmpty();
            phone.page.locator("#files")
                    .setInputFiles(new FilePayload("note.txt", "text/plain", Samples.bytes("A note.")));
            phone.press("Add");
            phone.page.locator(".heed-flash").waitFor();
            assertThat(phone.page.locator(".heed-files__name").allInnerTexts()).containsExactly("IMG_0001.jpg",
                    "note.txt");

            phone.follow("Show on a drawing where you saw them");
            phone.page.locator("a[data-place=FOREARM][data-side=left]").click();
            assertThat(phone.page.locator("#place").inputValue()).isEqualTo("FOREARM");
            assertThat(phone.page.locator("input[name=side][value=left]").isChecked()).isTrue();
            phone.choose("Bruise").fill("What colour is it?", "Yellow").press("Add this mark");
            assertThat(phone.page.locator(".heed-marks").innerText()).contains("1. Forearm (front). Left");
            assertThat(phone.page.locator(".heed-body__part--marked").count()).isEqualTo(1);
            assertThat(phone.faults("body-map-marked-" + device)).isEmpty();
            phone.press("Continue").press("Send");
            assertThat(phone.heading()).isEqualTo("We have your concern");
        }
        try (var desk = Window.on(device, port).as(amina)) {
            desk.open("/queue/waiting").page.locator(".heed-queue tbody th a").first().click();
            assertThat(desk.main()).contains("Forearm (front). Left", "Yellow", "The letter on the door");
            assertThat(desk.faults("concern-with-files-" + device)).isEmpty();
            var saved = desk.page.waitForDownload(() -> desk.follow("IMG_0001.jpg"));
            assertThat(saved.suggestedFilename()).isEqualTo("IMG_0001.jpg");
            var given = Files.readAllBytes(saved.path());
            assertThat(tellsWhere(given)).isFalse();
            assertThat(Samples.holds(given, Samples.OWNER)).isFalse();
            var picture = javax.imageio.ImageIO.read(saved.path().toFile());
            assertThat(picture.getWidth()).as("turned the way the phone was held").isEqualTo(900);
        }
    }

    private static boolean tellsWhere(byte[] photo) throws Exception {
        return ImageMetadataReader.readMetadata(new java.io.ByteArrayInputStream(photo))
                .getDirectoriesOfType(GpsDirectory.class).stream().anyMatch(gps -> gps.getGeoLocation() != null);
    }
}

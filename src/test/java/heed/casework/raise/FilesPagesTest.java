package heed.casework.raise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.Visitor.Chosen;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import heed.platform.db.DataDirectory;
import heed.platform.jobs.Job;
import heed.records.document.Samples;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Photos and documents, read as a person would, without script: while telling us, afterwards, and by officers. */
@InTown
class FilesPagesTest {
    private static final Chosen PHOTO = new Chosen("IMG 0001.jpg", Samples.jpegWithPlace(400, 300, 6));
    private static final Chosen NOTE = new Chosen("note.txt", Samples.bytes("She said it was the dog."));

    @Autowired
    ApplicationContext context;
    @Autowired
    heed.SetClock clock;
    @Autowired
    @Qualifier("sweepDrafts")
    Job sweep;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Actor amina;
    Visitor phone;

    @BeforeEach
    void a_town() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
        phone = town.visitor(omar, port);
    }

    private String draft() {
        phone.get("/raise").post("/raise", "danger", "no");
        var base = phone.location().replaceFirst("/account$", "");
        phone.follow().post(base + "/account", "seen", "Two toddlers alone on the step.");
        return base;
    }

    private String sent(String base) {
        phone.get(base).post(base + "/sending").follow();
        return phone.page().select(".govuk-panel__body strong").text();
    }

    private List<String> names() {
        return phone.page().select(".heed-files__name").eachText();
    }

    @Test
    void the_warning_and_the_drawing_come_before_the_box_for_files() {
        var base = draft();
        phone.get(base + "/files");
        var text = phone.page().select("main").text();
        assertThat(text.indexOf("Never add a sexual image")).isBetween(0, text.indexOf("Choose files"));
        assertThat(text.indexOf("Do not photograph a child’s body")).isBetween(0, text.indexOf("Choose files"));
        assertThat(phone.page().select("a[href=" + base + "/body-map]")).isNotEmpty();
        assertThat(text).contains("Files are not checked for viruses here");
        assertThat(phone.page().select("input[type=file]").attr("accept")).contains(".heic", "image/jpeg");
        assertThat(phone.page().select("input[type=file]").hasAttr("capture")).isFalse();
    }

    @Test
    void what_is_added_to_a_draft_is_the_concerns_once_it_is_sent_and_an_officer_saves_it_without_its_place()
            throws Exception {
        var base = draft();
        phone.get(base + "/files").postFiles(base + "/files", "The step this morning", PHOTO, NOTE);
        assertThat(phone.location()).isEqualTo(base + "/files");
        assertThat(phone.follow().page().select(".heed-flash").text()).isEqualTo("Your files are added.");
        assertThat(names()).containsExactly("IMG 0001.jpg", "note.txt");
        assertThat(phone.page().select(".heed-files").text()).contains("The step this morning");
        assertThat(phone.get(base).page().select("dt").eachText()).contains("IMG 0001.jpg", "note.txt");
        var ref = sent(base);

        var desk = town.visitor(amina, port).get("/concerns/" + ref);
        var links = desk.page().select(".heed-files a");
        assertThat(links.eachText()).containsExactly("IMG 0001.jpg", "note.txt");
        assertThat(desk.page().select("main").text()).contains("Files are not checked for viruses here",
                "by Omar Tindall");
        var photo = desk.download(links.getFirst().attr("href"));
        assertThat(photo.statusCode()).isEqualTo(200);
        assertThat(photo.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;")
                .contains("IMG%200001.jpg");
        assertThat(photo.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(photo.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(photo.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(photo.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(Samples.holds(photo.body(), Samples.OWNER)).isFalse();
        assertThat(Samples.holds(photo.body(), "Exif")).isFalse();
        assertThat(ImageIO.read(new ByteArrayInputStream(photo.body())).getWidth()).as("turned upright").isEqualTo(300);
        var note = desk.download(links.get(1).attr("href"));
        assertThat(note.body()).isEqualTo(NOTE.bytes());
        assertThat(note.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(town.count("select count(*) from platform.trail where act = 'file.download' and actor = '"
                + amina.staff() + "'")).isEqualTo(2);

        assertThat(phone.get("/my-concerns/" + ref + "/files").page().select(".heed-files a")).hasSize(2);
        assertThat(phone.download(phone.page().select(".heed-files a").attr("href")).statusCode()).isEqualTo(200);
        assertThat(phone.get(base + "/files").location()).isEqualTo(base + "/receipt");
    }

    @Test
    void each_file_that_is_not_taken_says_why_and_the_others_and_the_words_stay() {
        var base = draft();
        phone.get(base + "/files").postFiles(base + "/files", "Papers from the flat",
                new Chosen("empty.jpg", new byte[0]),
                NOTE, new Chosen("virus.exe", Samples.bytes("MZ\u0090\0\3\0\0\0 and so on\0\0\0")),
                new Chosen("page.pdf", Samples.bytes("<html><script>alert(1)</script></html>")),
                new Chosen("big.txt", "words ".repeat(4_500_000).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                PHOTO);
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().title()).startsWith("Error: ");
        assertThat(phone.page().select(".govuk-error-summary a[href=#files]").eachText()).satisfiesExactly(
                e -> assertThat(e).startsWith("“empty.jpg” is empty"),
                e -> assertThat(e).startsWith("“virus.exe” is not a kind of file"),
                e -> assertThat(e).startsWith("“page.pdf” is not a kind of file"),
                e -> assertThat(e).startsWith("“big.txt” is larger than 25 MB"));
        assertThat(phone.page().select("#files-error").text()).contains("“empty.jpg” is empty");
        assertThat(names()).containsExactly("note.txt", "IMG 0001.jpg");
        assertThat(phone.page().select("#description").val()).isEqualTo("Papers from the flat");
        assertThat(phone.page().select("main script")).isEmpty();
    }

    @Test
    void nothing_chosen_is_said_beside_the_box() {
        var base = draft();
        phone.get(base + "/files").postFiles(base + "/files", "My words", new Chosen("", new byte[0]));
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select("#files-error").text()).contains("Choose a file");
        assertThat(phone.page().select("#description").val()).isEqualTo("My words");
        phone.post(base + "/files", "description", "x".repeat(1_001));
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select("#description-error").text()).contains("must be 1,000 characters or fewer");
        assertThat(phone.page().select("#description").val()).hasSize(1_001);
    }

    @Test
    void ten_files_are_kept_and_the_eleventh_is_named() {
        var base = draft();
        var eleven = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> new Chosen("note " + i + ".txt", Samples.bytes("Note " + i)))
                .toArray(Chosen[]::new);
        phone.get(base + "/files").postFiles(base + "/files", "", eleven);
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select(".govuk-error-summary a").text())
                .isEqualTo("“note 11.txt” was not added, because there are 10 files already");
        assertThat(names()).hasSize(10);
        assertThat(phone.page().select("input[type=file]")).as("no box where there is no room").isEmpty();
    }

    @Test
    void a_file_that_is_removed_or_whose_draft_is_deleted_or_left_is_gone_with_its_key() {
        var base = draft();
        long keys = town.count("select count(*) from platform.record_key");
        phone.get(base + "/files").postFiles(base + "/files", "", PHOTO, NOTE).follow();
        assertThat(town.count("select count(*) from platform.record_key")).isEqualTo(keys + 2);
        var removal = phone.page().select(".heed-files form").first().attr("action");
        phone.post(removal).follow();
        assertThat(names()).containsExactly("note.txt");
        assertThat(town.count("select count(*) from records.file")).isEqualTo(1);
        assertThat(town.count("select count(*) from platform.record_key")).isEqualTo(keys + 1);
        phone.get(base).post(base + "/discarding");
        assertThat(town.count("select count(*) from records.file_piece")).isZero();
        assertThat(town.count("select count(*) from platform.record_key")).isEqualTo(keys - 1);
        var left = draft();
        phone.get(left + "/files").postFiles(left + "/files", "", NOTE);
        clock.pass(Duration.ofDays(31));
        sweep.round().run();
        assertThat(town.count("select count(*) from records.file")).isZero();
        assertThat(town.count("select count(*) from platform.record_key")).isEqualTo(keys - 1);
    }

    @Test
    void odd_names_are_shown_and_saved_safely() {
        var base = draft();
        phone.get(base + "/files").postFiles(base + "/files", "",
                new Chosen("..\\..\\photo\u202Egpj.exe", Samples.jpeg(30, 20)),
                new Chosen("<img src=x onerror=alert(1)>.jpg", Samples.jpeg(31, 20)),
                new Chosen("x".repeat(300) + ".jpg", Samples.jpeg(32, 20)), new Chosen("😢.jpg", Samples.jpeg(33, 20)));
        assertThat(phone.location()).isEqualTo(base + "/files");
        phone.follow();
        assertThat(names()).hasSize(4).contains("photogpj.exe", "😢.jpg");
        assertThat(phone.page().select("main img")).isEmpty();
        assertThat(phone.page().select(".heed-files").text()).contains("It is saved as photogpj.jpg");
        var ref = sent(base);
        var desk = town.visitor(amina, port).get("/concerns/" + ref);
        for (var link : desk.page().select(".heed-files a"))
            assertThat(desk.download(link.attr("href")).headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;").doesNotContain("<", "\r", "\n", "..", "\u202E").contains(".jpg");
    }

    @Test
    void the_same_file_sent_twice_is_there_once() {
        var base = draft();
        phone.get(base + "/files").postFiles(base + "/files", "", NOTE);
        phone.follow().postFiles(base + "/files", "", new Chosen("another name.txt", NOTE.bytes())).follow();
        assertThat(names()).containsExactly("note.txt");
    }

    @Test
    void a_colleagues_files_and_those_of_another_concern_are_not_there() {
        var base = draft();
        phone.get(base + "/files").postFiles(base + "/files", "", NOTE);
        var ref = sent(base);
        var file = phone.get("/my-concerns/" + ref + "/files").page().select(".heed-files a").attr("href");
        var id = file.substring(file.lastIndexOf('/') + 1);
        var other = town.raised(omar, Town.telling("Another worry"));
        var nia = town.visitor(town.person("Nia Brack"), port);
        for (var path : List.of(file, "/my-concerns/" + ref + "/files", "/concerns/" + ref + "/files",
                "/concerns/" + ref + "/files/" + id, base + "/files"))
            assertThat(nia.get(path).status()).as(path).isEqualTo(404);
        assertThat(phone.get("/my-concerns/" + other + "/files/" + id).status()).isEqualTo(404);
        var desk = town.visitor(amina, port);
        assertThat(desk.get("/concerns/" + other + "/files/" + id).status()).isEqualTo(404);
        assertThat(desk.download("/concerns/" + ref + "/files/" + id).statusCode()).isEqualTo(200);
        desk.get("/concerns/" + ref + "/standing-aside").post("/concerns/" + ref + "/standing-aside");
        assertThat(desk.get("/concerns/" + ref + "/files/" + id).status()).as("once barred").isEqualTo(404);
        nia.get("/raise").postFiles(base + "/files", "", NOTE);
        assertThat(nia.status()).as("adding to a colleague's").isEqualTo(404);
    }

    @Test
    void an_officers_file_is_not_the_reporters_and_a_reporters_addition_is_the_officers() {
        var ref = town.raised(omar, Town.telling("A worry")).value();
        var desk = town.visitor(amina, port).get("/concerns/" + ref + "/files");
        desk.postFiles("/concerns/" + ref + "/files", "From the school", NOTE).follow();
        assertThat(desk.page().select(".heed-files__name").eachText()).containsExactly("note.txt");
        assertThat(phone.get("/my-concerns/" + ref + "/files").page().select(".heed-files")).isEmpty();
        var id = desk.page().select(".heed-files a").attr("href").replaceFirst(".*/", "");
        assertThat(phone.get("/my-concerns/" + ref + "/files/" + id).status()).isEqualTo(404);
        phone.get("/my-concerns/" + ref + "/files").postFiles("/my-concerns/" + ref + "/files", "", PHOTO);
        assertThat(desk.get("/concerns/" + ref).page().select(".heed-files__name").eachText())
                .containsExactly("note.txt", "IMG 0001.jpg");
        assertThat(town.count("select count(*) from platform.outbox where scope_id = '" + town.scope() + "'"))
                .as("officers are told again that it waits").isEqualTo(2);
    }

    @Test
    void files_of_an_allegation_are_the_recipients_and_never_the_leads() {
        town.person("Lena Foss", Role.DSL);
        var recipient = town.person("Rita Holm", Role.ALLEGATIONS_RECIPIENT);
        town.person("Marek Dunlin");
        var base = draft();
        // Nothing else names him: a file's name or what is said of it counts as a name that was typed.
        phone.get(base + "/files").postFiles(base + "/files", "Marek Dunlin with the children", PHOTO);
        var ref = sent(base);
        assertThat(town.texts("select marking from casework.concern")).contains("ALLEGATION", "RESTRICTED");
        assertThat(town.visitor(amina, port).get("/concerns/" + ref + "/files").status()).isEqualTo(404);
        var desk = town.visitor(recipient, port).get("/concerns/" + ref);
        assertThat(desk.page().select(".heed-files__name").eachText()).containsExactly("IMG 0001.jpg");
        assertThat(town.count("""
                select count(*) from records.file f join casework.concern c on c.id = f.owner_id
                 where c.marking = 'RESTRICTED'""")).isZero();
    }

    @Test
    void files_added_later_that_name_somebody_who_works_here_become_a_concern_of_their_own() {
        var recipient = town.person("Rita Holm", Role.ALLEGATIONS_RECIPIENT);
        town.person("Marek Dunlin");
        var ref = town.raised(omar, Town.telling("A worry")).value();
        phone.get("/my-concerns/" + ref + "/files").postFiles("/my-concerns/" + ref + "/files", "",
                new Chosen("Marek Dunlin.jpg", PHOTO.bytes()));
        assertThat(phone.location()).isNotEqualTo("/my-concerns/" + ref + "/files");
        var apart = phone.location().replaceFirst(".*/", "");
        assertThat(town.visitor(amina, port).get("/concerns/" + ref).page().select(".heed-files")).isEmpty();
        assertThat(town.visitor(recipient, port).get("/concerns/" + apart).page().select(".heed-files__name").text())
                .isEqualTo("Marek Dunlin.jpg");
    }

    @Test
    void what_a_virus_check_has_not_passed_is_said_so_and_cannot_be_opened() {
        var ref = town.raised(omar, Town.telling("A worry")).value();
        phone.get("/my-concerns/" + ref + "/files").postFiles("/my-concerns/" + ref + "/files", "", NOTE);
        var file = phone.follow().page().select(".heed-files a").attr("href");
        var said = Map.of("WAITING", "It cannot be opened until it has been checked", "HELD", "could not look into it",
                "INFECTED", "A virus was found in it");
        said.forEach((state, words) -> {
            town.count("with changed as (update records.file set state = '" + state
                    + "' returning 1) select count(*) from changed");
            phone.get("/my-concerns/" + ref + "/files");
            assertThat(phone.page().select(".heed-files").text()).as(state).contains(words);
            assertThat(phone.page().select(".heed-files a")).as(state).isEmpty();
            assertThat(phone.get(file).status()).as(state).isEqualTo(422);
            var desk = town.visitor(amina, port).get("/concerns/" + ref);
            assertThat(desk.page().select(".heed-files").text()).as(state).contains(words);
            assertThat(desk.get(file.replace("/my-concerns/", "/concerns/")).status()).as(state).isEqualTo(422);
        });
    }

    @Test
    void nothing_clear_is_ever_on_disk_and_nothing_is_left_there() throws Exception {
        var base = draft();
        phone.get(base + "/files").postFiles(base + "/files", "", PHOTO, new Chosen("a.exe", new byte[3_000_000]),
                new Chosen("long.txt",
                        "Ottermole Rise ".repeat(1_000_000).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(names()).contains("long.txt");
        var uploads = context.getBean(DataDirectory.class).folder("uploads");
        try (var left = Files.list(uploads)) {
            assertThat(left).isEmpty();
        }
        try (var all = Files.walk(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")), 6)) {
            var clear = all.filter(p -> p.getFileName().toString().matches("upload_.*\\.tmp|.*\\.upload")).toList();
            assertThat(clear).as("where the server puts files that it takes apart itself").isEmpty();
        }
    }

    @Test
    void a_form_cut_off_in_the_middle_keeps_nothing_of_the_file_that_was_on_its_way() {
        var base = draft();
        phone.get(base + "/files");
        var token = phone.page().select("input[name=_csrf]").val();
        var whole = Visitor.multipart(token, "", NOTE, new Chosen("long.txt", Samples.bytes("word ".repeat(100_000))));
        phone.postParts(base + "/files", java.util.Arrays.copyOf(whole, whole.length - 10_000));
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select("#files-error").text()).contains("“long.txt” did not arrive whole");
        assertThat(names()).containsExactly("note.txt");
        phone.postParts(base + "/files", Samples.bytes("this is no form"));
        assertThat(phone.status()).isIn(400, 403);
        assertThat(phone.heading()).isNotBlank();
    }

    @Test
    void a_form_with_files_and_without_its_token_is_refused() {
        var base = draft();
        phone.get(base + "/files").postParts(base + "/files", Visitor.multipart("nonsense", "", NOTE));
        assertThat(phone.status()).isEqualTo(403);
        assertThat(phone.get(base + "/files").page().select(".heed-files")).isEmpty();
    }

    @Test
    void sent_meanwhile_in_another_window_nothing_is_added() {
        var base = draft();
        phone.get(base + "/files");
        var token = phone.page().select("input[name=_csrf]").val();
        var other = town.visitor(omar, port).get(base);
        other.post(base + "/sending");
        phone.postParts(base + "/files", Visitor.multipart(token, "", NOTE));
        assertThat(phone.status()).isEqualTo(409);
        assertThat(town.count("select count(*) from records.file")).isZero();
    }
}

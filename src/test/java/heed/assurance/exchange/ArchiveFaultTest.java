package heed.assurance.exchange;

import static heed.assurance.exchange.ArchiveFault.Kind.CHANGED;
import static heed.assurance.exchange.ArchiveFault.Kind.CLIMBS_OUT;
import static heed.assurance.exchange.ArchiveFault.Kind.DAMAGED;
import static heed.assurance.exchange.ArchiveFault.Kind.DISAGREES;
import static heed.assurance.exchange.ArchiveFault.Kind.EMPTY;
import static heed.assurance.exchange.ArchiveFault.Kind.ENCRYPTED;
import static heed.assurance.exchange.ArchiveFault.Kind.MISSING;
import static heed.assurance.exchange.ArchiveFault.Kind.NOT_OURS;
import static heed.assurance.exchange.ArchiveFault.Kind.NO_MANIFEST;
import static heed.assurance.exchange.ArchiveFault.Kind.NO_ZIP;
import static heed.assurance.exchange.ArchiveFault.Kind.OTHER_VERSION;
import static heed.assurance.exchange.ArchiveFault.Kind.TOO_LARGE;
import static heed.assurance.exchange.ArchiveFault.Kind.TWICE;
import static heed.assurance.exchange.ArchiveFault.Kind.UNLISTED;
import static heed.assurance.exchange.ArchiveFault.Kind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.exercise.Rating;
import heed.assurance.exercise.Voice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a file can be wrong gets an answer of its own, and none of what stands in the file. */
class ArchiveFaultTest {
    private static final Instant WHEN = Instant.parse("2026-03-04T05:06:07Z");
    private static final WholeReturn ALL = WholeReturnOf.some();

    private static ArchiveFault fault(byte[] file) {
        var read = ArchiveReading.of(file, WHEN);
        assertThat(read.all()).isNull();
        assertThat(read.faults()).isNotEmpty().allSatisfy(f -> assertThat(f.words()).isNotBlank().doesNotEndWith(".")
                .doesNotContain("Crews", "Fellmoor", "evil"));
        return read.faults().getFirst();
    }

    private static Map<String, byte[]> files() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ArchiveWriting.of(ALL, WHEN)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** With one file changed, and the manifest told of it. */
    private static byte[] with(String path, UnaryOperator<String> change) throws IOException {
        var files = files();
        var before = files.get(path);
        var after = bytes(change.apply(text(before)));
        files.put(path, after);
        files.computeIfPresent("manifest.json", (name, list) -> bytes(text(list)
                .replace(ArchiveJson.hash(before), ArchiveJson.hash(after))
                .replaceFirst(
                        "(\"path\" : \"" + path + "\"[^}]*?\"bytes\" : )\\d+|(\"bytes\" : )\\d+([^{}]*\"path\" : \""
                                + path + "\")",
                        "$1$2" + after.length + "$3")));
        return zip(files);
    }

    @Test
    void what_is_no_archive_is_told_so() {
        assertThat(fault(new byte[0]).kind()).isEqualTo(EMPTY);
        assertThat(fault(bytes("Dear all, here is our return")).kind()).isEqualTo(NO_ZIP);
        assertThat(fault(bytes("PK\u0003\u0004 and no more")).kind()).isEqualTo(DAMAGED);
        var whole = ArchiveWriting.of(ALL, WHEN);
        assertThat(fault(java.util.Arrays.copyOf(whole, whole.length / 2)).kind()).isEqualTo(DAMAGED);
        whole[ArchiveWriting.of(ALL, WHEN).length / 3] ^= 1;
        assertThat(fault(whole).kind()).isIn(DAMAGED, CHANGED);
    }

    @Test
    void a_file_with_a_password_is_told_so() {
        var file = ArchiveWriting.of(ALL, WHEN);
        for (int n = 0; n < file.length - 10; n++) {
            if (file[n] == 'P' && file[n + 1] == 'K' && file[n + 2] == 3 && file[n + 3] == 4)
                file[n + 6] |= 1;
            if (file[n] == 'P' && file[n + 1] == 'K' && file[n + 2] == 1 && file[n + 3] == 2)
                file[n + 8] |= 1;
        }
        assertThat(fault(file).kind()).isEqualTo(ENCRYPTED);
    }

    @Test
    void what_is_too_large_packed_or_unpacked_or_in_number_is_not_read_to_its_end() throws IOException {
        var large = new byte[Unpacking.MOST_PACKED + 1];
        large[0] = 'P';
        large[1] = 'K';
        assertThat(fault(large).kind()).isEqualTo(TOO_LARGE);
        var bomb = zip(Map.of("manifest.json", new byte[(int) Unpacking.MOST_UNPACKED + 1]));
        assertThat(bomb.length).isLessThan(200_000);
        assertThat(fault(bomb).kind()).isEqualTo(TOO_LARGE);
        var many = files();
        for (int n = 0; n <= Unpacking.MOST_FILES; n++)
            many.put("more" + n, new byte[0]);
        assertThat(fault(zip(many)).kind()).isEqualTo(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/evil", "\\evil", "..\\evil", "C:evil", "C:\\evil", "./evil",
            "a//evil", "~/evil", "evil\u0000.json", "a/./evil", "．．/evil", ".hidden", "evil/", " evil"})
    void a_path_that_leads_out_of_its_folder_is_not_followed(String path) throws IOException {
        var files = files();
        files.put(path, bytes("evil"));
        assertThat(fault(zip(files)).kind()).isEqualTo(CLIMBS_OUT);
    }

    @Test
    void a_link_to_another_file_is_not_followed() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            var link = new ZipArchiveEntry("return.json");
            link.setUnixMode(UnixStat.LINK_FLAG | UnixStat.DEFAULT_LINK_PERM);
            zip.putArchiveEntry(link);
            zip.write(bytes("/etc/hostname"));
            zip.closeArchiveEntry();
        }
        assertThat(fault(out.toByteArray()).kind()).isEqualTo(CLIMBS_OUT);
    }

    @Test
    void two_files_of_one_name_are_not_chosen_between() throws IOException {
        var files = files();
        files.put("Answers.json", bytes("[]"));
        assertThat(fault(zip(files)).kind()).isEqualTo(TWICE);
    }

    @Test
    void another_programs_archive_or_a_later_form_is_told_so() throws IOException {
        assertThat(fault(zip(Map.of("word/document.xml", bytes("<w/>")))).kind()).isEqualTo(NO_MANIFEST);
        assertThat(fault(zip(Map.of("manifest.json", bytes("{\"format\":\"other\",\"version\":1}")))).kind())
                .isEqualTo(NOT_OURS);
        assertThat(fault(zip(Map.of("manifest.json", bytes("[]")))).kind()).isEqualTo(NOT_OURS);
        var later = fault(zip(Map.of("manifest.json", bytes("{\"format\":\"heed-return\",\"version\":2,\"new\":{}}"))));
        assertThat(later.kind()).isEqualTo(OTHER_VERSION);
        assertThat(later.words()).isEqualTo(
                "This file is in a form that this version of Heed does not read: it reads form 1");
        assertThat(fault(zip(Map.of("manifest.json", bytes("{\"format\":\"heed-return\"}")))).kind())
                .isEqualTo(OTHER_VERSION);
        assertThat(fault(zip(Map.of("manifest.json", bytes("{")))).kind()).isEqualTo(UNREADABLE);
        assertThat(fault(zip(Map.of("manifest.json", bytes("{\"format\":\"heed-return\",\"version\":1}")))).kind())
                .isEqualTo(UNREADABLE);
    }

    @Test
    void every_file_that_is_missing_changed_or_strange_is_named_at_once() throws IOException {
        var files = files();
        files.remove("figures.json");
        files.put("answers.json", bytes(text(files.get("answers.json")) + " "));
        files.put("evil.json", bytes("evil"));
        assertThat(ArchiveReading.of(zip(files), WHEN).faults()).extracting(ArchiveFault::kind, ArchiveFault::part)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(CHANGED, "answers.json"),
                        org.assertj.core.groups.Tuple.tuple(MISSING, "figures.json"),
                        org.assertj.core.groups.Tuple.tuple(UNLISTED, ""));
        var same = files();
        same.put("edition.yaml", bytes(text(same.get("edition.yaml")).replace("Part 1", "Part 2")));
        assertThat(fault(zip(same))).isEqualTo(ArchiveFault.in(CHANGED, "edition.yaml"));
    }

    @Test
    void a_list_of_contents_that_leaves_out_a_file_is_not_believed() throws IOException {
        var files = files();
        files.remove("ratings.json");
        files.put("manifest.json", bytes(text(files.get("manifest.json"))
                .replaceFirst("\\{[^{}]*ratings\\.json[^{}]*},?\\s*", "")));
        assertThat(fault(zip(files))).isEqualTo(ArchiveFault.in(MISSING, "ratings.json"));
        var twice = files();
        twice.put("manifest.json", bytes(text(twice.get("manifest.json"))
                .replaceFirst("(\\{[^{}]*answers\\.json[^{}]*},)", "$1 $1")));
        assertThat(fault(zip(twice))).isEqualTo(ArchiveFault.in(UNREADABLE, "manifest.json"));
    }

    @Test
    void what_cannot_be_read_is_named_by_its_line_and_not_shown() throws IOException {
        assertThat(fault(with("answers.json", t -> t.replaceFirst("\"carried\" : \"\\w+\"", "\"carried\" : \"EVIL\"")))
                .place()).startsWith("Line ");
        assertThat(fault(with("answers.json", t -> t.replaceFirst("\"item\"", "\"evil\" : 1, \"item\""))).kind())
                .isEqualTo(UNREADABLE);
        assertThat(fault(with("answers.json", t -> t.replaceFirst("\"item\" : \"[^\"]*\"", "\"item\" : null"))).words())
                .endsWith("“item” has no value");
        assertThat(fault(with("answers.json", t -> "null"))).extracting(ArchiveFault::kind).isEqualTo(UNREADABLE);
        assertThat(fault(with("answers.json", t -> "[null]"))).extracting(ArchiveFault::kind).isEqualTo(UNREADABLE);
        assertThat(fault(with("answers.json", t -> t + "[]")).kind()).isEqualTo(UNREADABLE);
        assertThat(fault(with("actions.json", t -> t.replaceFirst("\"letter\" : \"\\w\"", "\"letter\" : 0"))).kind())
                .isEqualTo(UNREADABLE);
        assertThat(fault(with("evidence.json", t -> t.replaceFirst("\"sort\" : \\d+", "\"sort\" : null"))).kind())
                .isEqualTo(UNREADABLE);
        var year = fault(with("edition.yaml", t -> t.replace("year:", "jahr:")));
        assertThat(year.kind()).isEqualTo(UNREADABLE);
        assertThat(year.words()).isEqualTo("Give the year as four digits");
        assertThat(fault(with("scale.yaml", t -> "levels: [")).place()).startsWith("Line ");
        assertThat(fault(with("scale.yaml", t -> ALL.edition())).kind()).isEqualTo(UNREADABLE);
        var files = files();
        var before = files.get("about.txt");
        assertThat(before).isNotEmpty();
        assertThat(ArchiveReading.of(with("about.txt", t -> "Other words"), WHEN).faults()).isEmpty();
    }

    @Test
    void parts_that_cannot_both_be_so_are_told_so() throws IOException {
        says(with("return.json", t -> t.replace("items", "Items")), "SHA-256");
        says(with("return.json", t -> t.replace("\"number\":", "\"number\":9")), "another version of it");
        says(with("edition.yaml", t -> t.replaceFirst("code: fell-", "code: other-")), "another edition");
        says(with("answers.json", t -> t.replaceFirst("\"item\" : \"[^\"]*\"", "\"item\" : \"99.9\"")), "does not ask");
        says(with("answers.json", t -> t.replaceAll("\"item\" : \"[^\"]*\"", "\"item\" : \"1.1\"")), "answered twice");
        says(with("ratings.json", t -> t.replaceFirst("\"scaleVersion\" : \\d+", "\"scaleVersion\" : 77")),
                "another scale");
        says(with("ratings.json", t -> t.replaceAll("\"verdict\" : \"\\w+\"", "\"verdict\" : \"X\"")), "no such level");
        says(with("ratings.json", t -> t.replaceAll("\"attainment\" : (\"\\w+\"|null)", "\"attainment\" : \"met\"")
                .replaceAll("\"evidenced\" : (\"\\w+\"|null)", "\"evidenced\" : null")), "does not follow");
        says(with("ratings.json", t -> t.replaceAll("\"verdict\" : \"\\w+\"", "\"verdict\" : \"not_applicable\"")
                .replaceAll("\"reason\" : [^\\n]*", "\"reason\" : null,")), "has a reason");
        says(with("evidence.json", t -> t.replaceFirst("\"replaces\" : (null|\"[^\"]*\")",
                "\"replaces\" : \"00000000-0000-0000-0000-000000000000\"")), "What it replaces is not there");
        says(with("actions.json", t -> t.replaceAll("\"ref\" : \"[^\"]*\"", "\"ref\" : \"P-1\"")),
                "stands there twice");
        says(with("actions.json", t -> t
                .replaceAll("\"kind\" : \"(BETWEEN|EVERY|ONGOING|WHEN_NEEDED|UNREAD)\"", "\"kind\" : \"ON_DATE\"")
                .replaceAll("\"precision\" : (\"\\w+\"|null)", "\"precision\" : null")), "timescale cannot be so");
        says(with("actions.json", t -> t.replaceAll("\"kind\" : \"JUDGEMENT\"", "\"kind\" : \"PROGRESS\"")
                .replaceAll("\"kind\" : \"MOVE\"", "\"kind\" : \"PROGRESS\"")), "What was said of it cannot be so");
        says(with("actions.json", t -> t.replaceFirst("\"title\" : \"[^\"]*\"", "\"title\" : \" \"")),
                "Its plan cannot be so");
        var own = ALL.head().body();
        for (var wrong : Map.of(WholeReturnOf.rated(ALL, Voice.SELF, "Another", null), "An own rating",
                WholeReturnOf.rated(ALL, Voice.PEER, own, null), "A peer is another",
                WholeReturnOf.rated(ALL, Voice.MODERATED, "The board", null), "A moderated rating",
                WholeReturnOf.rated(ALL, Voice.AGREED, "The board", Rating.Ground.Kind.PANEL), "An agreed rating",
                WholeReturnOf.rated(ALL, Voice.INDEPENDENT, "A team", null), "An independent rating").entrySet())
            says(ArchiveWriting.of(wrong.getKey(), WHEN), wrong.getValue());
        for (var right : List.of(WholeReturnOf.rated(ALL, Voice.SELF, own, null),
                WholeReturnOf.rated(ALL, Voice.PEER, "Another", null),
                WholeReturnOf.rated(ALL, Voice.AGREED, "The board", Rating.Ground.Kind.MINUTE)))
            assertThat(ArchiveReading.of(ArchiveWriting.of(right, WHEN), WHEN).faults()).isEmpty();
        var files = files();
        var unsigned = new WholeReturn(ALL.head(), ALL.edition(), ALL.scale(), null, ALL.signing(), ALL.answers(),
                ALL.ratings(), ALL.evidence(), ALL.figures(), ALL.actions(), ALL.history());
        says(ArchiveWriting.of(unsigned, WHEN), "with both files, or with neither");
        assertThat(files).hasSize(12);
    }

    /** What is last decides how a return stands: an entry of a time to come would stay last for ever. */
    @ParameterizedTest
    @CsvSource({"ratings.json,at,Entry ", "evidence.json,writtenAt,Entry ", "figures.json,enteredAt,Entry ",
            "actions.json,at,Entry ", "history.json,at,Entry ", "sign-off.json,at,", "manifest.json,written,"})
    void a_moment_after_now_or_before_1990_is_told_with_its_file(String path, String name, String place)
            throws IOException {
        for (var moment : List.of("2026-03-04T05:11:08Z", "2031-01-01T00:00:00Z", "1989-12-31T23:59:59Z")) {
            var read = ArchiveReading.of(at(path, name, moment), WHEN);
            assertThat(read.all()).isNull();
            assertThat(read.faults()).singleElement().satisfies(f -> {
                assertThat(f.kind()).isEqualTo(DISAGREES);
                assertThat(f.part()).isEqualTo(path);
                assertThat(f.place()).startsWith(place == null ? "" : place);
                assertThat(f.words()).isEqualTo("A time in it is after now, or before 1990");
            });
        }
        for (var moment : List.of("2026-03-04T05:11:07Z", "1990-01-01T00:00:00Z"))
            assertThat(ArchiveReading.of(at(path, name, moment), WHEN).faults()).isEmpty();
    }

    private static byte[] at(String path, String name, String moment) throws IOException {
        assertThat(text(files().get(path))).contains("\"" + name + "\" : \"20");
        return with(path, t -> t.replaceFirst("\"" + name + "\" : \"20[^\"]*\"",
                "\"" + name + "\" : \"" + moment + "\""));
    }

    private static void says(byte[] file, String words) {
        var read = ArchiveReading.of(file, WHEN);
        assertThat(read.all()).isNull();
        assertThat(read.faults()).extracting(ArchiveFault::kind).contains(DISAGREES);
        assertThat(read.faults()).anySatisfy(f -> assertThat(f.words()).contains(words));
    }
}

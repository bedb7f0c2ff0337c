package heed.assurance.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The Word templates that come with Heed, kept as the text they are made of so that a change to one can be read. A council
 * may take the report's, change it in Word and bring it back as its own.
 */
public enum ShippedTemplate {
    /** The committee report. */
    REPORT("report.xml"),
    /** The return. */
    RETURN("return.xml");

    private static final List<String> PARTS = List.of("_rels/.rels", "docProps/core.xml",
            "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml", "word/settings.xml",
            "word/footer1.xml");
    private static final long MADE = java.time.LocalDateTime.of(2026, 1, 1, 0, 0)
            .toEpochSecond(java.time.ZoneOffset.UTC) * 1000;
    private final String document;

    ShippedTemplate(String document) {
        this.document = document;
    }

    /** It as a Word document, the same bytes each time. */
    public byte[] file() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", "content-types.xml");
            for (var part : PARTS)
                put(zip, part, part.equals("_rels/.rels") ? "package.rels" : part.substring(part.lastIndexOf("/") + 1));
            put(zip, "word/document.xml", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String resource) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(MADE);
        zip.putNextEntry(entry);
        try (var in = ShippedTemplate.class.getResourceAsStream("/heed/word/" + resource)) {
            if (in == null)
                throw new IllegalStateException("the template's " + resource + " is missing");
            in.transferTo(zip);
        }
        zip.closeEntry();
    }
}

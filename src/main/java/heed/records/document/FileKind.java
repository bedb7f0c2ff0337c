package heed.records.document;

import java.util.List;
import java.util.Locale;

/** The kinds of file that are taken; each is known by what it holds, never by its name (issue 3, security.md 6). */
public enum FileKind {
    /** A photo as most cameras save it. */
    JPEG("Photo (JPEG)", "image/jpeg", "jpg", "jpeg"),
    /** A picture of a screen, or a drawing. */
    PNG("Picture (PNG)", "image/png", "png"),
    /** A photo as an iPhone saves it. */
    HEIC("Photo (HEIC)", "image/heic", "heic", "heif"),
    /** A document to read. */
    PDF("PDF", "application/pdf", "pdf"),
    /** A Word document. */
    DOCX("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** An Excel workbook. */
    XLSX("Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** Plain text. */
    TXT("Text", "text/plain", "txt"),
    /** An email saved as a file. */
    EML("Saved email", "message/rfc822", "eml");

    private final String words;
    private final String type;
    private final List<String> endings;

    FileKind(String words, String type, String... endings) {
        this.words = words;
        this.type = type;
        this.endings = List.of(endings);
    }

    /** Its name on screen. */
    public String words() {
        return words;
    }

    /** The media type it is sent with. */
    public String type() {
        return type;
    }

    /** The ending a file of this kind is given, without a dot. */
    public String ending() {
        return endings.getFirst();
    }

    /** Whether it is a photo or picture, and so is given out without what its camera wrote into it. */
    public boolean picture() {
        return this == JPEG || this == PNG || this == HEIC;
    }

    /** Whether a name ends as such a file's may. */
    boolean fits(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> small.endsWith("." + ending));
    }

    /** Every kind as a browser's file chooser takes it. */
    public static String accept() {
        var all = new StringBuilder();
        for (var kind : values())
            kind.endings.forEach(ending -> all.append(all.isEmpty() ? "." : ",.").append(ending));
        return all.append(",image/jpeg,image/png,image/heic").toString();
    }
}

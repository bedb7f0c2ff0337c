package heed.casework.file;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.records.document.Documents;
import heed.records.document.FileKind;
import heed.records.document.VirusCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adding photos and documents. Public only because templates compile elsewhere.
 *
 * @param about       the concern they are added to; null while it is being told
 * @param action      where the form is sent
 * @param files       those that are there
 * @param room        how many more there can be
 * @param unchecked   that nobody checks files for viruses here; null where somebody does
 * @param description the box for what they show
 * @param problems    what was not kept, and why
 * @param bodyMap     where marks on a body can be shown instead; null where it is too late for that
 * @param done        where it goes on
 * @param doneText    what that is called
 */
public record FilesPage(Frame frame, @Nullable String about, String action, List<FileRow> files, int room,
        @Nullable String unchecked, Field description, List<Problem> problems, @Nullable String bodyMap, String done,
        String doneText) {
    /** The longest description, in characters. */
    public static final int DESCRIPTION_MOST = 1_000;
    private static final String NOT_CHECKED = "Files are not checked for viruses here. Open one only if you trust where it comes from.";

    /** Copies the lists. */
    public FilesPage {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** A page with these files. */
    public static FilesPage of(Frame frame, @Nullable String about, String action, List<FileRow> files,
            VirusCheck viruses, String typed, List<Problem> problems, @Nullable String bodyMap, String done,
            String doneText) {
        var wrong = problems.stream().filter(p -> p.field().equals("description")).map(Problem::text).findFirst();
        return new FilesPage(frame, about, action, files, Math.max(0, Documents.MOST_FILES - files.size()),
                unchecked(viruses),
                new Field("description", "What do they show?",
                        "Optional. For example “the letter he was given on Monday”.", typed, wrong.orElse(null)),
                problems, bodyMap, done, doneText);
    }

    /** What is said where files are not checked for viruses; null where they are. */
    public static @Nullable String unchecked(VirusCheck viruses) {
        return viruses.configured() ? null : NOT_CHECKED;
    }

    /** Problems with files, beside the box they were chosen in. */
    public static List<Problem> problems(List<String> sentences) {
        return sentences.stream().map(sentence -> new Problem("files", sentence)).toList();
    }

    /** What is wrong with the description; nothing where it fits. */
    public static List<Problem> check(String description) {
        return description.length() <= DESCRIPTION_MOST
                ? List.of()
                : List.of(new Problem("description", "What they show must be %,d characters or fewer. It is %,d"
                        .formatted(DESCRIPTION_MOST, description.length())));
    }

    /** What is wrong with the files, in order. */
    public List<String> wrong() {
        return problems.stream().filter(p -> p.field().equals("files")).map(Problem::text).toList();
    }

    /** The ids that describe the file box. */
    public String describedBy() {
        return wrong().isEmpty() ? "files-hint" : "files-hint files-error";
    }

    /** What the file chooser offers. */
    public String accept() {
        return FileKind.accept();
    }

    /** How many there are, and may be. */
    public String count() {
        return files.isEmpty() ? "No files yet." : files.size() + " of " + Documents.MOST_FILES + " files.";
    }
}

package heed.casework.file;

import heed.platform.web.LondonTime;
import heed.records.document.Document;
import heed.records.document.FileName;
import heed.records.document.State;
import heed.records.document.VirusCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file in a list, worded. Public only because templates compile elsewhere.
 *
 * @param name    its name, safe to show
 * @param facts   what it is, how large, when and by whom it was added
 * @param shows   what whoever added it says it shows; empty for nothing
 * @param tag     what is known of viruses where that stops it from being opened; null where it does not
 * @param notes   what else must be known of it
 * @param href    where it can be saved from; null where it cannot
 * @param removal where it is removed; null where it cannot be
 */
public record FileRow(String name, String facts, String shows, @Nullable String tag, List<String> notes,
        @Nullable String href, @Nullable String removal) {
    /** Copies the notes. */
    public FileRow {
        notes = List.copyOf(notes);
    }

    /**
     * Words a file.
     *
     * @param base    the address that its id is put after, where it may be saved; null where it may not
     * @param removed whether it may be removed, at {@code /removal} under that
     * @param who     who added it; empty where that need not be said
     */
    public static FileRow of(Document file, VirusCheck viruses, LondonTime time, @Nullable String base,
            @Nullable String removed, String who) {
        var notes = new ArrayList<String>();
        if (FileName.misnamed(file.name(), file.kind()))
            notes.add("Its name ended like another kind of file. It is saved as " + file.saved() + ".");
        boolean waits = file.state() == State.WAITING || file.state() == State.NOT_CHECKED && viruses.configured();
        if (waits)
            notes.add("It cannot be opened until it has been checked. Heed keeps trying.");
        if (file.state() == State.HELD)
            notes.add(
                    "The virus check could not look into it, because it is locked with a password or too large. It is kept, "
                            + "and cannot be opened here.");
        if (file.state() == State.INFECTED)
            notes.add("A virus was found in it. It is kept, and nobody can open it. Do not send it to anyone.");
        var facts = file.kind().words() + ", " + file.sized() + ". Added " + time.dayAndTime(file.addedAt())
                + (who.isEmpty() ? "" : " by " + who);
        return new FileRow(file.shown(), facts, file.description(), waits
                ? "Not yet checked"
                : switch (file.state()) {
                    case HELD -> "Could not be checked";
                    case INFECTED -> "Virus found";
                    case CLEAN, NOT_CHECKED, WAITING -> null;
                }, notes, base != null && viruses.opens(file.state()) ? base + "/" + file.id() : null,
                removed == null ? null : removed + "/" + file.id() + "/removal");
    }
}

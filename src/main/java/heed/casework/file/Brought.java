package heed.casework.file;

import heed.platform.Actor;
import heed.platform.web.StreamedForm;
import heed.records.document.Arriving;
import heed.records.document.Documents;
import heed.records.document.Intake;
import heed.records.document.Taken;
import heed.records.document.Unfit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files that one form brought: taken in, looked into and waiting, or refused each for its own reason. Close it. */
public final class Brought implements AutoCloseable {
    private final List<Taken> files;
    private final boolean whole;

    private Brought(List<Taken> files, boolean whole) {
        this.files = files;
        this.whole = whole;
    }

    /** What became of them. @param problems sentences about those that are not kept */
    public record Kept(int added, List<String> problems) {
        /** Copies the sentences. */
        public Kept {
            problems = List.copyOf(problems);
        }
    }

    /** Takes in what the form brings. Settle first that the actor may add it, and hold no transaction open. */
    public static Brought from(Actor by, StreamedForm form, Intake intake) {
        var files = new ArrayList<Taken>();
        boolean ready = false;
        try {
            boolean whole = form.each((name, bytes) -> {
                int held = (int) files.stream().filter(Arriving.class::isInstance).count();
                // Past ten there is no room whatever they are; they are not even put on disk.
                files.add(held >= Documents.MOST_FILES
                        ? new Taken.Not(name, Unfit.NO_ROOM)
                        : intake.take(by, name, bytes));
            });
            ready = true;
            return new Brought(files, whole);
        } finally {
            if (!ready)
                close(files);
        }
    }

    /** Keeps them for their owner. Needs the scope's transaction, in which the actor was seen to be allowed. */
    public Kept keep(Actor by, UUID owner, String description, Documents documents, Instant at) {
        var problems = new ArrayList<String>();
        int added = 0;
        for (var file : files)
            switch (file) {
                case Taken.Not not -> problems.add(not.sentence());
                case Arriving arriving -> {
                    switch (documents.add(by, owner, arriving, description, at)) {
                        case KEPT, THERE_ALREADY -> added++;
                        case NO_ROOM -> problems.add(Unfit.NO_ROOM.sentence(arriving.name()));
                    }
                }
            }
        if (!whole && problems.isEmpty())
            problems.add("Not everything arrived. Look at the list and add what is missing");
        if (files.isEmpty() && problems.isEmpty())
            problems.add("Choose a file");
        return new Kept(added, problems);
    }

    /** The names they were sent with, as text that could name somebody. */
    public String names() {
        return String.join("\n", files.stream().map(Taken::name).toList());
    }

    /** Whether there is anything to keep. */
    public boolean some() {
        return files.stream().anyMatch(Arriving.class::isInstance);
    }

    @Override
    public void close() {
        close(files);
    }

    private static void close(List<Taken> files) {
        for (var file : files)
            if (file instanceof Arriving arriving)
                arriving.close();
    }
}

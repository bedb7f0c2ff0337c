package heed.casework.file;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after adding or removing a file says. */
public enum FileNotice implements Notice {
    /** Added, and in the list. */
    FILES_ADDED("Your files are added."),
    /** Removed with its key. */
    FILE_REMOVED("The file is removed, and nothing of it is kept."),
    /** It names somebody who works here. */
    FILES_APART(
            "Thank you. What you wrote names someone who may work here, so we have received your files as a concern of its own.");

    private final String words;

    FileNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(FileNotice.values());
        }
    }
}

package heed.platform.web;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.jspecify.annotations.Nullable;

/**
 * A form sent with files, whose files have not been read yet: they stream past one after the other and are kept nowhere.
 * Its other fields, which must stand before the files, are the request's parameters as ever.
 */
public final class StreamedForm {
    /** A form without files. */
    static final StreamedForm NONE = new StreamedForm(null, null);
    static final String ATTRIBUTE = StreamedForm.class.getName();
    private static final int FILES_READ = 30;

    private final @Nullable FileItemIterator parts;
    private @Nullable FileItemStream next;

    StreamedForm(@Nullable FileItemIterator parts, @Nullable FileItemStream first) {
        this.parts = parts;
        this.next = first;
    }

    /** Takes one file. */
    public interface Taker {
        /**
         * Takes a file before the next one can come.
         *
         * @param name
         *            as the browser sent it: anything at all
         */
        void take(String name, InputStream bytes);
    }

    /**
     * Hands over every file, in order, once. Boxes left empty are passed over.
     *
     * @return false where the line ended before the form did, or thirty files had been read
     */
    public boolean each(Taker taker) {
        try {
            for (int read = 0; next != null && read < FILES_READ; read++) {
                var name = next.getName();
                if (!next.isFormField() && name != null && !name.isEmpty())
                    try (var bytes = next.openStream()) {
                        taker.take(name, bytes);
                    }
                next = parts != null && parts.hasNext() ? parts.next() : null;
            }
            return next == null;
        } catch (IOException e) {
            return false;
        }
    }
}

package heed.records.document;

import heed.platform.seal.StreamKey;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;

/** A file somebody may read now. */
public final class Outgoing {
    private final Document document;
    private final UUID scope;
    private final Pictures.Source original;

    Outgoing(Document document, UUID scope, Pictures.Source original) {
        this.document = document;
        this.scope = scope;
        this.original = original;
    }

    /** What it is. */
    public Document document() {
        return document;
    }

    /** The bytes as they came. Never given to a browser where it is a picture: they may say where it was taken. */
    public InputStream original() throws IOException {
        return original.open();
    }

    /**
     * The bytes to give out: of a picture, the picture alone. Close it, and what was made for it goes.
     *
     * @param folder
     *            where a picture drawn anew waits, encrypted, while it is read
     */
    InputStream served(Path folder) throws IOException {
        if (!document.kind().picture())
            return original.open();
        var drawn = new Spool(folder, StreamKey.fresh(scope, UUID.randomUUID()));
        boolean ready = false;
        try {
            try (var out = drawn.filling()) {
                Pictures.bare(document.kind(), original, out);
            }
            var opened = new FilterInputStream(drawn.opened()) {
                @Override
                public void close() throws IOException {
                    try (drawn) {
                        super.close();
                    }
                }
            };
            ready = true;
            return opened;
        } finally {
            if (!ready)
                drawn.close();
        }
    }
}

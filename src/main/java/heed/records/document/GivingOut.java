package heed.records.document;

import heed.platform.db.DataDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a file to a browser so that it is saved, never run or drawn as a page of ours (security.md 6). */
@Component
public class GivingOut {
    private final Path folder;

    GivingOut(DataDirectory data) {
        this.folder = data.folder("uploads");
    }

    /** Answers with the file. Pictures go without what the camera wrote into them. */
    public void answer(Outgoing file, HttpServletResponse response) throws IOException {
        var document = file.document();
        // A picture is made ready before the first byte leaves: if that fails, the answer is a page that says so.
        try (var bytes = file.served(folder)) {
            response.setContentType(document.kind() == FileKind.TXT
                    ? "application/octet-stream"
                    : document.kind().type());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                    .filename(document.saved(), StandardCharsets.UTF_8).build().toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (!document.kind().picture())
                response.setContentLengthLong(document.size());
            bytes.transferTo(response.getOutputStream());
        }
    }
}

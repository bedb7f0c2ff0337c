package heed.platform.trail;

import heed.platform.db.Private;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The heads outside the database: a file that is only ever added to, a line of JSON for each. Best on a disk, or carried
 * every hour to a place, that is not the database administrator's.
 */
public final class HeadsFile {
    private static final String FIRST = "# Heads of Heed's audit log: keep it where the database's administrator cannot "
            + "write, and never shorten it.\n";
    private static final Pattern LINE = Pattern.compile("\\{\"number\":(\\d{1,18}),.*\"signature\":\"[0-9a-f]{128}\"}");
    private static final Pattern PREVIOUS = Pattern.compile("\"previous\":\"([0-9a-f]{64})\"");
    /** More than any head is long, with room for one line that was broken off after it. */
    private static final int TAIL = 8192;

    private final Path file;

    /**
     * The last whole line.
     *
     * @param number its head's
     * @param line   it
     */
    record Tail(long number, String line) {
        String previous() {
            var found = PREVIOUS.matcher(line);
            return found.find() ? found.group(1) : "";
        }
    }

    /** At this place. */
    public HeadsFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** Where it is, unless {@code heed.trail.heads} says otherwise. */
    public static Path placeIn(Path data) {
        return data.resolve("trail-heads.jsonl");
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** Its last whole line; nothing where there is no file or no head in it. */
    Optional<Tail> tail() throws IOException {
        if (!Files.exists(file))
            return Optional.empty();
        try (var in = FileChannel.open(file)) {
            long from = Math.max(0, in.size() - TAIL);
            var bytes = ByteBuffer.allocate((int) (in.size() - from));
            while (bytes.hasRemaining() && in.read(bytes, from + bytes.position()) >= 0) {
                // A file may give less than was asked for at once.
            }
            var lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines().toList();
            for (var line : lines.reversed()) {
                var whole = LINE.matcher(line);
                if (whole.matches())
                    return Optional.of(new Tail(Long.parseLong(whole.group(1)), line));
            }
            return Optional.empty();
        }
    }

    /** Adds heads; they are on the disk when this returns. */
    void add(List<Head> heads) throws IOException {
        var folder = file.getParent();
        if (folder == null)
            throw new IOException("no folder");
        Private.folder(folder);
        boolean made = !Files.exists(file);
        try (var out = Private.channel(file); var alone = out.lock()) {
            // A line that a full disk or a power cut broke off must not swallow the first of these.
            var before = made ? FIRST : endsWhole(out) ? "" : "\n";
            var lines = StandardCharsets.UTF_8
                    .encode(before + heads.stream().map(head -> head.json() + "\n").collect(Collectors.joining()));
            out.position(out.size());
            while (lines.hasRemaining())
                out.write(lines);
            out.force(true);
            if (!alone.isValid())
                throw new IOException("the file's lock was lost");
        }
        if (made)
            Private.sync(folder);
    }

    private static boolean endsWhole(FileChannel out) throws IOException {
        if (out.size() == 0)
            return true;
        var last = ByteBuffer.allocate(1);
        out.read(last, out.size() - 1);
        return last.get(0) == '\n';
    }
}

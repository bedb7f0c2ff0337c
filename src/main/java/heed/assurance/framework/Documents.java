package heed.assurance.framework;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Documents as they come in, and as they are kept: as YAML, which reads the same today and in ten years. */
final class Documents {
    /** The most bytes of a file. */
    static final int MOST_BYTES = 2_000_000;

    private Documents() {
    }

    /** Reads a file: a workbook, or else YAML. */
    static Loaded read(byte[] file) {
        if (file.length == 0)
            return Loaded.unreadable("", "Choose a file with something in it");
        if (file.length > MOST_BYTES)
            return Loaded.unreadable("", "Use a file of 2 MB or less");
        if (file.length > 4 && file[0] == 'P' && file[1] == 'K')
            return FrameworkBook.read(file);
        if (file.length > 8 && (file[0] & 0xff) == 0xd0 && (file[1] & 0xff) == 0xcf)
            return Loaded.unreadable("", "Save the workbook as .xlsx, without a password");
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return YamlText.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Loaded.unreadable("", "Save the file as UTF-8, or as a workbook (.xlsx)");
        }
    }

    /** What was kept before. */
    static Tree read(String kept) {
        var loaded = YamlText.read(kept);
        if (!loaded.faults().isEmpty())
            throw new IllegalStateException("a framework that was kept cannot be read");
        return loaded.tree();
    }

    /** As it is kept. */
    static String written(Tree tree) {
        return YamlText.written(tree);
    }
}

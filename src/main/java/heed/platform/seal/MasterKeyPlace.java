package heed.platform.seal;

import java.nio.file.Path;

/**
 * Where the master key is kept, for pages that tell people to copy it to a place apart.
 *
 * @param file
 *            the file, absolute
 * @param besideData
 *            whether it lies in the data directory, where a copy of that directory would carry it along
 */
public record MasterKeyPlace(Path file, boolean besideData) {
}

package heed.directory.organisation;

import java.util.UUID;

/**
 * What keeps one record together: one council, or a council and its company. Nothing crosses it.
 *
 * @param id   which
 * @param name its name
 */
public record RecordingScope(UUID id, String name) {
}

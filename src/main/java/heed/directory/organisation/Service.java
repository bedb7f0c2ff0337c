package heed.directory.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a council, company or provider: where a concern comes from and what figures count by.
 *
 * @param id        which
 * @param council   whose
 * @param code      short code, unique within its council and never changed, such as {@code HOUSING}
 * @param name      its name
 * @param headcount how many people work in it; null where not known
 */
public record Service(UUID id, UUID council, String code, String name, @Nullable Integer headcount) {
}

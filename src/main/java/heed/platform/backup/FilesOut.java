package heed.platform.backup;

import heed.platform.seal.Seals;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hands the files of one kind of record to an export. A module that keeps files implements it and names its class in
 * {@code META-INF/spring.factories} under {@code heed.platform.backup.FilesOut}; it has a constructor without parameters.
 */
public interface FilesOut {
    /** The encrypted columns that this opens, as {@code schema.table.column}; an export then leaves them to it. */
    Set<String> columns();

    /**
     * Gives every file of a scope, one after the other.
     *
     * @param db reads in the export's one transaction, with the scope set
     */
    void give(UUID scope, JdbcClient db, Seals seals, Shelf shelf) throws IOException;

    /** Where an export puts files. */
    @FunctionalInterface
    interface Shelf {
        /**
         * Keeps one file, under its id; what people named it goes into the index.
         *
         * @param name as it was given, opened
         * @param about what else the index is to say: the record it belongs to, its kind, when it came
         * @param bytes its content, opened; read to its end
         */
        void put(UUID id, String name, Map<String, String> about, InputStream bytes) throws IOException;
    }
}

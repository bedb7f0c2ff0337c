package heed.directory.vocabulary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A list as it stands in one version.
 *
 * @param name    what it is called in files and addresses
 * @param version which version; 0 as it ships
 * @param rows    its rows in order, also those that ended
 */
public record WordList(String name, int version, List<WordRow> rows) {
    /** Copies the rows. */
    public WordList {
        rows = List.copyOf(rows);
    }

    /** The rows that can be chosen on a day, in order. */
    public List<WordRow> on(LocalDate day) {
        return rows.stream().filter(r -> r.validOn(day)).toList();
    }

    /** The row of a code, ended or not. */
    public Optional<WordRow> row(String code) {
        return rows.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    /** What a code is called, ended or not; the code itself where the list never had it. */
    public String label(String code) {
        return row(code).map(WordRow::label).orElse(code);
    }

    /** How many rows the council has still to confirm. */
    public int unconfirmed() {
        return (int) rows.stream().filter(WordRow::unconfirmed).count();
    }
}

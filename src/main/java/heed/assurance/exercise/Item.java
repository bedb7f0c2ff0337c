package heed.assurance.exercise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question's answer.
 *
 * @param id        which
 * @param code      the question's code
 * @param sort      its place among the questions
 * @param answer    what was written
 * @param carried   what became of last year's text
 * @param noAction  why there is no action though the rating asks for one; null for no such reason
 * @param version   goes up by one at every change
 * @param changedBy who changed it last
 * @param changedAt when
 */
public record Item(UUID id, String code, int sort, String answer, Carried carried, @Nullable String noAction,
        int version, UUID changedBy, Instant changedAt) {
    /** An empty answer. */
    static Item empty(String code, int sort, UUID by, Instant at) {
        return new Item(UUID.randomUUID(), code, sort, "", Carried.OWN, null, 0, by, at);
    }

    /** With these words in it. */
    Item saying(String answer, UUID by, Instant at) {
        return new Item(id, code, sort, answer, carried.saved(this.answer, answer), noAction, version + 1, by, at);
    }

    /** Standing as it does to last year's text. */
    Item as(Carried carried, UUID by, Instant at) {
        return new Item(id, code, sort, answer, carried, noAction, version + 1, by, at);
    }

    /** With a reason why there is no action, or none. */
    Item without(@Nullable String action, UUID by, Instant at) {
        return new Item(id, code, sort, answer, carried, action, version + 1, by, at);
    }

    /** Whether anything was written. */
    public boolean answered() {
        return !answer.isBlank();
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Item[" + code + "]";
    }
}

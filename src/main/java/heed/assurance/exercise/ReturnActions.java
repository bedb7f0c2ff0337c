package heed.assurance.exercise;

import heed.platform.Actor;
import java.util.List;
import java.util.UUID;

/** The actions that answer a return's questions. The slice that keeps actions gives a bean. */
public interface ReturnActions {
    /**
     * One action.
     *
     * @param id    which
     * @param item  the question's code
     * @param words what is to be done
     * @param lead  the post that leads it, and by when, in words
     * @param state where it stands, in words
     * @param open  whether it is neither closed nor cancelled
     * @param href  its page
     */
    record OfItem(UUID id, String item, String words, String lead, String state, boolean open, String href) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "OfItem[" + id + "]";
        }
    }

    /** Every action of a return, in order of their questions. Called in a transaction of the actor's scope. */
    List<OfItem> of(Actor by, UUID ret);

    /** Where an action of this question is begun. */
    String begin(UUID ret, String item);
}

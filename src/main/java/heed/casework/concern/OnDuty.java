package heed.casework.concern;

import heed.platform.Actor;
import java.util.List;
import java.util.UUID;

/** Knows who is on duty. The concern slice asks it at every arrival; the rota answers. */
public interface OnDuty {
    /** Who is on duty in the actor's scope at this moment: only people who are here and may work on concerns. */
    Watch now(Actor by);

    /**
     * Who is on duty.
     *
     * @param officers those to be told first
     * @param cover    those who answer when they do not
     */
    record Watch(List<UUID> officers, List<UUID> cover) {
        /** Copies the lists. */
        public Watch {
            officers = List.copyOf(officers);
            cover = List.copyOf(cover);
        }

        /** Whether nobody is. */
        public boolean empty() {
            return officers.isEmpty() && cover.isEmpty();
        }
    }
}

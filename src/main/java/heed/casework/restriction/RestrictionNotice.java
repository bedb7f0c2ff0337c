package heed.casework.restriction;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the page after a change of who may see a concern says. */
enum RestrictionNotice implements Notice {
    RESTRICTED("Only the people named can open it now."), UNRESTRICTED(
            "It is no longer restricted."), PEOPLE_NAMED("They can open it now, and have been told."), NAME_TAKEN_OFF(
                    "They can no longer open it."), KEPT_FROM(
                            "They can no longer see anything of it but what they told us themselves."), LET_BACK(
                                    "They are no longer kept from it."), OPENED(
                                            "They can read it until then, and have been told."), CLOSED(
                                                    "They can no longer read it.");

    private final String words;

    RestrictionNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(RestrictionNotice.values());
        }
    }
}

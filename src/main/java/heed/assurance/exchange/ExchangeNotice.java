package heed.assurance.exchange;

import heed.platform.web.Notice;
import heed.platform.web.Notices;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages of exchange say after a change. */
enum ExchangeNotice implements Notice {
    /** A return came in. */
    RETURN_BROUGHT_IN(
            "The return is here, with all that belongs to it. Say who holds the posts that lead its actions.");

    private final String words;

    ExchangeNotice(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** Makes them known. */
    @Component
    static class AllExchangeNotices implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(values());
        }
    }
}

package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.platform.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's way through pages, at the width of what they hold in their hand: every page they come to is looked at as every
 * page has to be, and what it breaks fails the journey at its end.
 */
final class Walk implements AutoCloseable {
    /** What they do it in. */
    final Window window;
    private final String name;
    private final List<String> faults = new ArrayList<>();

    /** Signs them in. */
    Walk(String name, Device device, int port, Actor person) {
        this.name = name;
        this.window = Window.on(device, port).as(person);
    }

    /** Looks at the page they have come to, which says this. */
    Walk look(String page, String... says) {
        for (var words : says)
            assertThat(window.main()).as("%s %s", name, page).contains(words);
        faults.addAll(window.faults("journey-" + name + "-" + page));
        return this;
    }

    /** Fills a day into the three boxes of a field. */
    Walk day(String field, LocalDate day) {
        window.page.fill("#" + field + "-day", Integer.toString(day.getDayOfMonth()));
        window.page.fill("#" + field + "-month", Integer.toString(day.getMonthValue()));
        window.page.fill("#" + field + "-year", Integer.toString(day.getYear()));
        return this;
    }

    /** Follows the link that leads there. */
    Walk to(String href) {
        window.page.locator("main a[href='" + href + "']").first().click();
        return this;
    }

    @Override
    public void close() {
        window.close();
        assertThat(faults).isEmpty();
    }
}

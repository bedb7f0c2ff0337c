package heed.journey;

import static org.assertj.core.api.Assertions.assertThat;

import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.platform.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Telling us a worry, from signing in to reading it again. */
@InTown
class RaiseJourney {
    private static final String SEEN = "Two toddlers alone on the step, about half past seven.";
    private static final String MORE = "Their mother came back at nine and seemed unwell.";

    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;

    @BeforeEach
    void a_council() {
        town = Council.in(context);
        town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
    }

    @ParameterizedTest
    @EnumSource
    void a_plain_concern_takes_at_most_twelve_interactions_and_a_second_thought_is_shown_beside_it(Device device) {
        try (var phone = Window.on(device, port).signIn(omar)) {
            phone.press("Raise a concern");
            assertThat(phone.page.locator(".heed-numbers a[href^='tel:']").count()).isEqualTo(4);
            phone.choose("No, or I do not think so").press("Continue");
            assertThat(phone.heading()).isEqualTo("What are you worried about?");
            phone.fill("What did you see or hear yourself?", SEEN);
            // A browser that keeps the page before, as many do, shows it again as it was; so does a second tab.
            var kept = phone.tab();
            phone.press("Continue");
            phone.choose("A child or young person").fill("Their name", "Jay Marlow").press("Continue");
            phone.choose("No, or I do not know").press("Continue");
            assertThat(phone.heading()).isEqualTo("Check and send");
            assertThat(phone.main()).contains(SEEN, "Jay Marlow");
            phone.press("Send");
            assertThat(phone.heading()).isEqualTo("We have your concern");
            assertThat(phone.acts()).as("clicks and filled fields since signing in").isLessThanOrEqualTo(12);
            var ref = phone.page.locator(".govuk-panel__body strong").innerText();
            assertThat(ref).matches("C-[0-9A-Z]{4}-[0-9A-Z]{2}");
            assertThat(phone.path()).doesNotContain(ref);

            phone.back();
            assertThat(phone.heading()).as("what was sent cannot be sent again by going back")
                    .isEqualTo("We have your concern");
            kept.fill("What did you see or hear yourself?", SEEN + " " + MORE).press("Continue");
            assertThat(kept.heading()).isEqualTo("You have already sent this");
            assertThat(kept.page.locator("main dd").first().innerText()).isEqualTo(SEEN);
            assertThat(kept.page.locator("main textarea").inputValue()).contains(MORE);
            kept.press("Add to what you sent");
            assertThat(kept.page.locator(".govuk-inset-text").innerText()).contains(MORE);

            phone.open("/my-concerns");
            assertThat(phone.page.locator(".heed-lines li").count()).isEqualTo(1);
            phone.follow("Jay Marlow");
            assertThat(phone.heading()).isEqualTo(ref);
            assertThat(phone.main()).contains(SEEN, MORE);
        }
        assertThat(town.count("select count(*) from casework.concern")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void where_someone_is_in_danger_the_numbers_come_before_the_form_and_again_at_the_end(Device device) {
        try (var phone = Window.on(device, port).signIn(omar).press("Raise a concern").choose("Yes")
                .press("Continue")) {
            assertThat(above(phone, ".heed-numbers a[href='tel:999']", "#seen")).isTrue();
            assertThat(above(phone, ".heed-numbers a[href='tel:01632960001']", "#seen")).isTrue();
            phone.fill("What did you see or hear yourself?", "He has locked her in.").press("Save and see everything");
            assertThat(above(phone, ".heed-numbers a[href='tel:999']", "form[action$='/sending'] button")).isTrue();
            phone.press("Send");
            assertThat(phone.heading()).isEqualTo("We have your concern");
            assertThat(phone.page.locator(".heed-numbers a[href='tel:999']").isVisible()).isTrue();
        }
    }

    @Test
    void it_is_all_done_by_keyboard_alone() {
        try (var desk = Window.on(Device.DESK, port).signIn(omar)) {
            tabTo(desk, "main a[href='/raise']");
            desk.page.keyboard().press("Enter");
            tabTo(desk, "input[name=danger]");
            desk.page.keyboard().press("Space");
            desk.page.keyboard().press("ArrowDown");
            assertThat(desk.page.locator("#danger-2").isChecked()).isTrue();
            tabTo(desk, "main form button");
            desk.page.keyboard().press("Enter");
            tabTo(desk, "#seen");
            desk.page.keyboard().type(SEEN);
            tabTo(desk, "button[name=go]");
            desk.page.keyboard().press("Enter");
            tabTo(desk, "form[action$='/sending'] button");
            desk.page.keyboard().press("Enter");
            desk.page.waitForURL("**/receipt");
            assertThat(desk.heading()).isEqualTo("We have your concern");
        }
    }

    private static boolean above(Window window, String upper, String lower) {
        return window.page.locator(upper).first().boundingBox().y < window.page.locator(lower).first().boundingBox().y;
    }

    /** Goes on with the Tab key until this has the focus, and can be seen to have it. */
    private static void tabTo(Window window, String selector) {
        window.page.locator(selector).first().waitFor();
        for (int i = 0; i < 60; i++) {
            window.page.keyboard().press("Tab");
            if ((boolean) window.page.evaluate("s => document.activeElement.matches(s)", selector)) {
                assertThat((boolean) window.page.evaluate("""
                        () => [document.activeElement, document.activeElement.nextElementSibling].filter(e => e).some(e =>
                          ['', '::before'].some(p => { const s = getComputedStyle(e, p || null);
                            return s.outlineStyle !== 'none' || s.boxShadow !== 'none' }))""")).as("focus is seen")
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }
}

package heed.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything around a page's own content: whose system it is, who is signed in, where to go, whom to ring.
 *
 * @param title        the page's title, as its first heading says it
 * @param organisation the council's or company's name
 * @param brand        the address of the style sheet with the council's colour ({@link Brand#css()}); null for Heed's
 *                     own
 * @param navigation   the places to go; empty before signing in
 * @param person       the name of who is signed in; null before signing in
 * @param csrfName     the form parameter that carries the token; null where pages hold no form
 * @param csrfToken    the token; null where pages hold no form
 * @param demo         whether everything here is invented
 * @param numbers      whom to ring, in order; on every page
 * @param flash        what the last act did, in a sentence; shown once
 * @param back         where "Back" leads; null for no such link
 * @param mark         tells a browser whose it is without saying who; null before signing in
 */
public record Frame(String title, String organisation, @Nullable String brand, List<NavItem> navigation,
        @Nullable String person, @Nullable String csrfName, @Nullable String csrfToken, boolean demo,
        List<RingNumber> numbers, @Nullable String flash, @Nullable String back,
        @Nullable String mark) {
    /** Keeps lists that nobody else can change. */
    public Frame {
        navigation = List.copyOf(navigation);
        numbers = List.copyOf(numbers);
    }

    /** A bare frame: nobody signed in, nowhere to go. */
    public static Frame of(String organisation) {
        return new Frame("Heed", organisation, null, List.of(), null, null, null, false, List.of(), null, null, null);
    }

    /** Whether this person may search: then every page has a box for it, but for the search itself. */
    public boolean searches() {
        return navigation.stream().anyMatch(place -> place.href().equals("/search") && !place.current());
    }

    /** The same frame around a page with this title. */
    public Frame withTitle(String title) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame in the colour of the style sheet at this address, or in Heed's own. */
    public Frame withBrand(@Nullable String brand) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame with these places to go. */
    public Frame withNavigation(List<NavItem> navigation) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame for the person signed in under this name, or for nobody. */
    public Frame withPerson(@Nullable String person) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame whose forms carry this token against forgery. */
    public Frame withCsrf(@Nullable String name, @Nullable String token) {
        return new Frame(title, organisation, brand, navigation, person, name, token, demo, numbers, flash, back, mark);
    }

    /** The same frame, saying or not saying that everything here is invented. */
    public Frame withDemo(boolean demo) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame with these numbers to ring. */
    public Frame withNumbers(List<RingNumber> numbers) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame saying what the last act did. */
    public Frame withFlash(@Nullable String flash) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame with a way back. */
    public Frame withBack(@Nullable String back) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame, telling the browser whose page this is by a mark that says nothing about them. */
    public Frame withMark(@Nullable String mark) {
        return new Frame(title, organisation, brand, navigation, person, csrfName, csrfToken, demo, numbers, flash,
                back, mark);
    }

    /** The same frame with nothing in it of anybody: the same for all of one council. */
    public Frame withoutPerson() {
        return new Frame(title, organisation, brand, List.of(), null, null, null, demo, numbers, null, null, null);
    }

    /** The places that stand in the navigation itself: all of them, where only one would be set aside. */
    public List<NavItem> places() {
        var seldom = navigation.stream().filter(NavItem::seldom).count();
        return seldom < 2 ? navigation : navigation.stream().filter(place -> !place.seldom()).toList();
    }

    /** The places that stand under "More". */
    public List<NavItem> more() {
        var seldom = navigation.stream().filter(NavItem::seldom).toList();
        return seldom.size() < 2 ? List.of() : seldom;
    }
}

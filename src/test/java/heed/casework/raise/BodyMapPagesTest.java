package heed.casework.raise;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.BodyFigure;
import heed.casework.concern.BodyList;
import heed.casework.concern.Telling;
import heed.platform.Actor;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Marks on a body: the list is the form, the drawing is made from it. */
@InTown
class BodyMapPagesTest {
    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor omar;
    Actor amina;
    Visitor phone;
    String base;

    @BeforeEach
    void a_draft() {
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
        phone = town.visitor(omar, port);
        phone.get("/raise").post("/raise", "danger", "no");
        base = phone.location().replaceFirst("/account$", "");
        phone.follow().post(base + "/account", "seen", "She had marks.");
    }

    private void bruise() {
        phone.get(base + "/body-map").post(base + "/body-map", "place", "FOREARM", "side", "left", "look", "BRUISE",
                "size", "like a 10p coin", "colour", "yellow", "explained", "Her aunt said she fell <b>twice</b>.");
    }

    @Test
    void a_mark_is_in_the_list_and_on_the_drawing_and_reaches_the_officer() {
        bruise();
        assertThat(phone.location()).isEqualTo(base + "/body-map");
        phone.follow();
        assertThat(phone.page().select(".heed-marks tbody th").text()).isEqualTo("1. Forearm (front). Left");
        assertThat(phone.page().select(".heed-body__part--marked")).hasSize(1);
        assertThat(phone.page().select("a[data-place=FOREARM][data-side=left] .heed-body__part--marked")).hasSize(1);
        assertThat(phone.page().select(".heed-body__number").eachText()).containsExactly("1");
        assertThat(phone.get(base).page().select("dd").text()).contains("Size: like a 10p coin");
        phone.post(base + "/sending").follow();
        var ref = phone.page().select(".govuk-panel__body strong").text();
        var desk = town.visitor(amina, port).get("/concerns/" + ref);
        assertThat(desk.page().select(".heed-marks td").eachText()).contains("Bruise", "like a 10p coin", "yellow",
                "Her aunt said she fell <b>twice</b>.");
        assertThat(desk.page().select(".heed-marked svg[role=img][aria-label]")).hasSize(2);
        assertThat(desk.page().select(".heed-body__part--marked")).hasSize(1);
        assertThat(desk.page().select(".heed-marked a")).as("nothing to point at").isEmpty();
        assertThat(phone.get("/my-concerns/" + ref).page().select("dd").text()).contains("Her aunt said she fell");
    }

    @Test
    void it_says_to_show_only_what_happened_to_be_seen_before_anything_is_asked() {
        var text = phone.get(base + "/body-map").page().select("main").text();
        assertThat(text.indexOf("Only show what you happened to see. Never undress, examine or ask"))
                .isBetween(0, text.indexOf("Where is the mark?"));
    }

    @Test
    void pointing_at_the_drawing_without_script_chooses_in_the_list() {
        var link = phone.get(base + "/body-map").page().select("a[data-place=KNEE][data-side=right]").attr("href");
        phone.get(link.replaceFirst("#.*", ""));
        assertThat(phone.page().select("#place option[selected]").text()).isEqualTo("Knee");
        assertThat(phone.page().select("input[name=side][checked]").val()).isEqualTo("right");
        assertThat(
                phone.get(base + "/body-map?place=%3Cscript%3E&side=x").page().select("#place option[selected]").text())
                .isEqualTo("Choose");
        for (var focusable : phone.page().select("svg a"))
            assertThat(focusable.attr("tabindex")).isEqualTo("-1");
    }

    @Test
    void what_is_missing_is_named_and_what_was_typed_stays() {
        phone.get(base + "/body-map").post(base + "/body-map", "size", "small", "explained", "Nobody said.");
        assertThat(phone.status()).isEqualTo(422);
        assertThat(phone.page().select(".govuk-error-summary a").eachText()).containsExactly("Choose where the mark is",
                "Choose what it looks like");
        assertThat(phone.page().select("#size").val()).isEqualTo("small");
        assertThat(phone.page().select("#explained").text()).isEqualTo("Nobody said.");
        phone.post(base + "/body-map", "place", "NO_SUCH", "look", "NO_SUCH");
        assertThat(phone.status()).isEqualTo(422);
    }

    @Test
    void a_mark_can_be_removed_is_added_once_and_cannot_change_after_sending() {
        bruise();
        phone.follow();
        bruise();
        assertThat(phone.follow().page().select(".heed-marks tbody tr")).hasSize(1);
        phone.post(base + "/body-map/0/removal").follow();
        assertThat(phone.page().select(".heed-marks")).isEmpty();
        phone.post(base + "/body-map/7/removal");
        assertThat(phone.status()).isEqualTo(302);
        bruise();
        phone.get(base).post(base + "/sending");
        bruise2();
        assertThat(phone.status()).isEqualTo(409);
        assertThat(phone.page().select("textarea").text()).contains("Burn or scald");
    }

    private void bruise2() {
        phone.get("/raise").post(base + "/body-map", "place", "CHEEK", "side", "right", "look", "BURN");
    }

    @Test
    void a_name_of_somebody_who_works_here_in_how_it_was_explained_counts() {
        town.person("Rita Holm", Role.ALLEGATIONS_RECIPIENT);
        town.person("Marek Dunlin");
        phone.get(base + "/body-map").post(base + "/body-map", "place", "CHEEK", "look", "RED", "explained",
                "Marek Dunlin grabbed her.");
        phone.get(base).post(base + "/sending");
        assertThat(town.texts("select marking from casework.concern")).contains("ALLEGATION");
    }

    @Test
    void forty_marks_are_room_enough_and_then_it_says_so() {
        var raise = context.getBean(Raise.class);
        var forty = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> new Telling.Mark("HAND", "left", "BRUISE", "mark " + i, "", "")).toList();
        var full = raise.start(omar, Town.telling("Marks").marks(forty));
        phone.get("/raise/" + full + "/body-map");
        assertThat(phone.page().select("main").text()).contains("There is no room for more marks");
        assertThat(phone.page().select("svg a")).isEmpty();
    }

    @Test
    void every_place_is_named_once_and_left_and_right_are_theirs() {
        var codes = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var place : BodyList.places()) {
            assertThat(codes.add(place.code())).as(place.code()).isTrue();
            assertThat(labels.add(place.label())).as(place.label()).isTrue();
            assertThat(place.view()).isIn("front", "back", "");
            assertThat(place.path().isEmpty()).isEqualTo(place.view().isEmpty());
        }
        assertThat(BodyList.places()).hasSizeGreaterThan(30);
        var figure = BodyFigure.of(List.of(new Telling.Mark("HAND", "right", "CUT", "", "", ""),
                new Telling.Mark("BACK_OF_HAND", "right", "CUT", "", "", ""),
                new Telling.Mark("KNEE", "", "CUT", "", "", "")));
        assertThat(figure.front()).filteredOn(s -> "1".equals(s.numbers())).singleElement()
                .satisfies(s -> assertThat(s.x()).as("facing us, their right hand is on our left").isLessThan(100));
        assertThat(figure.back()).filteredOn(s -> "2".equals(s.numbers())).singleElement()
                .satisfies(s -> assertThat(s.x()).as("from behind it is on our right").isGreaterThan(100));
        assertThat(figure.front()).filteredOn(s -> "3".equals(s.numbers())).as("not known which: both").hasSize(2);
    }
}

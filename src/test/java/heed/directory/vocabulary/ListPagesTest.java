package heed.directory.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The lists as a coordinator edits and adopts them, and what officers then choose from. */
@InTown
class ListPagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Visitor cora;
    Visitor amina;

    @BeforeEach
    void a_coordinator_and_an_officer() {
        clock.startAgain();
        town = Town.in(context);
        cora = town.visitor(town.person("Cora Nettlefold", Role.COORDINATOR), port);
        amina = town.visitor(town.person("Amina Sefton", Role.DSO), port);
    }

    String seen() {
        return cora.page().select("input[name=seen]").first().val();
    }

    @Test
    void all_lists_stand_with_their_rows_and_who_adopted_them() {
        cora.get("/settings/lists");
        assertThat(cora.page().select("h2").eachText()).contains("In use: 7 lists", "Kept for later: 33 lists");
        assertThat(cora.page().select("tr:has(a[href$=levels_of_need])").text()).contains("7 rows", "4 not confirmed",
                "Not adopted");
        cora.get("/settings/lists/levels_of_need/adoption");
        assertThat(cora.page().select("main").text()).contains("Adopted by Cora Nettlefold");
        assertThat(cora.page().select("input[name=confirmed]")).hasSize(4);
        cora.post("/settings/lists/levels_of_need/adoption", "seen", seen(), "confirmed", "CHILD_1");
        assertThat(cora.status()).isEqualTo(302);
        cora.get("/settings/lists");
        assertThat(cora.page().select("tr:has(a[href$=levels_of_need])").text()).contains("3 not confirmed",
                "Adopted by Cora Nettlefold on ");
        assertThat(amina.get("/settings/lists").status()).isEqualTo(404);
        assertThat(cora.get("/settings/lists/none").status()).isEqualTo(404);
    }

    @Test
    void a_row_is_added_changed_ended_and_moved_and_nothing_typed_is_lost() {
        cora.get("/settings/lists/wards");
        assertThat(cora.page().select("main").text()).contains("No wards yet", "No names or facts of people");
        cora.get("/settings/lists/wards/rows/new");
        cora.post("/settings/lists/wards/rows", "seen", seen(), "label", "", "code", "no code!", "applies_to", "any",
                "status", "sourced", "source", "Map of 2026", "valid_to-day", "31", "valid_to-month", "2",
                "valid_to-year", "2027");
        assertThat(cora.status()).isEqualTo(422);
        assertThat(cora.page().select(".govuk-error-summary a").eachText()).containsExactlyInAnyOrder(
                "Enter a real date, like 1 4 2026, or leave all three empty",
                "Enter a code of letters, digits, hyphens and underscores, up to 60",
                "Enter what it is called in 200 characters or fewer");
        assertThat(cora.page().select("#source").val()).isEqualTo("Map of 2026");
        cora.post("/settings/lists/wards/rows", "seen", seen(), "label", "Aldermoor", "applies_to", "any", "status",
                "sourced", "source", "Map of 2026");
        cora.get("/settings/lists/wards/rows/new").post("/settings/lists/wards/rows", "seen", seen(), "label",
                "Fell End", "applies_to", "any", "status", "sourced");
        cora.get("/settings/lists/wards").post("/settings/lists/wards/order", "seen", seen(), "code", "FELL_END", "to",
                "up");
        cora.get("/settings/lists/wards");
        assertThat(cora.page().select("tbody th").eachText()).containsExactly("Fell End", "Aldermoor");
        cora.get("/settings/lists/wards/rows/FELL_END").post("/settings/lists/wards/rows/FELL_END", "seen", seen(),
                "label", "Fell End", "applies_to", "any", "status", "sourced", "valid_to-day", "1", "valid_to-month",
                "2", "valid_to-year", "2026");
        assertThat(cora.status()).isEqualTo(302);
        cora.get("/settings/lists/wards");
        assertThat(cora.page().select("tbody th").eachText()).containsExactly("Fell End Ended 1 February 2026",
                "Aldermoor");
        cora.get("/settings/lists/wards/history");
        assertThat(cora.page().select("tbody tr")).hasSize(5);
        assertThat(cora.page().select("tbody").text()).contains("Changed: Fell End Cora Nettlefold");
        cora.get("/settings/lists/wards?version=1");
        assertThat(cora.page().select("main").text()).contains("This is the list version 1");
        assertThat(cora.page().select("tbody th").eachText()).containsExactly("Aldermoor");
        assertThat(cora.get("/settings/lists/wards?version=77").status()).isEqualTo(404);
    }

    @Test
    void the_second_of_two_is_told_and_shown_both() {
        var other = town.visitor(town.person("Bola Ekwueme", Role.COORDINATOR), port);
        other.get("/settings/lists/child_categories/rows/NEGLECT");
        var theirs = other.page().select("input[name=seen]").val();
        cora.get("/settings/lists/child_categories/rows/NEGLECT").post("/settings/lists/child_categories/rows/NEGLECT",
                "seen", seen(), "label", "Neglect of a child", "applies_to", "child", "status", "sourced", "source",
                "N15");
        other.post("/settings/lists/child_categories/rows/NEGLECT", "seen", theirs, "label", "Child neglect",
                "applies_to", "child", "status", "sourced", "source", "N15");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.page().select("main dd").eachText()).contains("Neglect of a child");
        assertThat(other.page().select("#label").val()).isEqualTo("Child neglect");
        other.post("/settings/lists/child_categories/rows/NEGLECT", "seen",
                other.page().select("input[name=seen]").val(), "label", "Child neglect", "applies_to", "child",
                "status",
                "sourced", "source", "N15");
        assertThat(other.status()).isEqualTo(302);
        assertThat(other.get("/settings/lists/child_categories").page().select("tbody").text())
                .contains("Child neglect");
    }

    @Test
    void what_a_coordinator_ends_is_offered_no_more_and_a_concern_that_has_it_still_says_what_it_is() {
        var concern = "/concerns/" + town.raised(town.person("Omar Tindall"),
                Town.telling("Papers to the ceiling.").kind("ADULT"));
        amina.get(concern + "/coding").post(concern + "/coding", "seen", "0", "types-context", "CONTEXT.HOARDING",
                "level", "ADULT_REFER");
        assertThat(amina.status()).isEqualTo(302);
        cora.get("/settings/lists/context_flags");
        assertThat(cora.page().select("tr:has(.heed-code:matchesOwn(^HOARDING$))").text()).contains("In use");
        cora.get("/settings/lists/context_flags/rows/HOARDING").post("/settings/lists/context_flags/rows/HOARDING",
                "seen", seen(), "label", "Collecting stamps", "applies_to", "any", "status", "sourced");
        assertThat(cora.status()).isEqualTo(422);
        assertThat(cora.page().select(".govuk-error-summary").text()).contains("only its spelling can be corrected");
        cora.get("/settings/lists/context_flags/rows/HOARDING");
        cora.post("/settings/lists/context_flags/rows/HOARDING", "seen", seen(), "label",
                cora.page().select("#label").val(), "parent", "", "applies_to",
                cora.page().select("#applies_to option[selected]").val(), "status", "sourced", "valid_to-day", "1",
                "valid_to-month", "2", "valid_to-year", "2026");
        assertThat(cora.status()).as(cora.page().select(".govuk-error-summary").text()).isEqualTo(302);
        assertThat(amina.get(concern).page().select("main").text()).contains("What else is going on Hoarding");
        amina.get(concern + "/coding");
        assertThat(amina.page().select("label:has(+ *), label").eachText())
                .anyMatch(l -> l.startsWith("Hoarding") && l.endsWith("(no longer offered)"));
        // Saving the form as it stands keeps it; another concern is not offered it.
        var other = "/concerns/" + town.raised(town.person("Orla Tindall"), Town.telling("Shouting.").kind("ADULT"));
        assertThat(amina.get(other + "/coding").page().select("input[value='CONTEXT.HOARDING']")).isEmpty();
        amina.get(concern + "/coding").post(concern + "/coding", "seen",
                amina.page().select("input[name=seen]").val(), "types-context", "CONTEXT.HOARDING", "level",
                "ADULT_REFER");
        assertThat(town.texts("select code from casework.concern_type where taken_off_at is null"))
                .containsExactly("HOARDING");
    }

    @Test
    void a_list_goes_out_to_a_file_and_comes_back_the_same() {
        cora.get("/settings/lists/referral_routes/file");
        var file = cora.body();
        assertThat(file.lines().findFirst().orElseThrow()).isEqualTo(
                "code,label,parent,applies_to,valid_from,valid_to,sort,source,status,legal_basis,received_by");
        cora.get("/settings/lists/referral_routes/import").post("/settings/lists/referral_routes/import", "seen",
                seen(), "file", file);
        assertThat(cora.status()).isEqualTo(302);
        assertThat(town.count("select count(*) from directory.word_list_version")).isZero();
        cora.get("/settings/lists/referral_routes/import").post("/settings/lists/referral_routes/import", "seen",
                seen(), "file", file.replace("MASH,Multi", "MUSH,Multi"));
        assertThat(cora.status()).isEqualTo(422);
        assertThat(cora.page().select("main").text()).contains("MASH: this row is missing");
        assertThat(cora.page().select("#file").val()).contains("MUSH,Multi");
        cora.get("/settings/lists/referral_routes/import").post("/settings/lists/referral_routes/import", "seen",
                seen(), "file", file + "OWN_PANEL,Our own panel,,any,,,900,this council,sourced,,council\n");
        assertThat(cora.status()).isEqualTo(302);
        assertThat(cora.get("/settings/lists/referral_routes").page().select("tbody").text()).contains("Our own panel");
    }
}

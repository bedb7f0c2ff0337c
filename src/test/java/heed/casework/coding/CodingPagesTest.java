package heed.casework.coding;

import static org.assertj.core.api.Assertions.assertThat;

import heed.SetClock;
import heed.Visitor;
import heed.access.Role;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.SubjectKind;
import heed.directory.vocabulary.WordLists;
import heed.directory.vocabulary.WordRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Coding a concern: types, level, time to act by. */
@InTown
class CodingPagesTest {
    @Autowired
    ApplicationContext context;
    @Autowired
    SetClock clock;
    @LocalServerPort
    int port;
    Town town;
    Visitor amina;
    Visitor bola;
    String concern;

    @BeforeEach
    void two_officers_and_a_woman_who_hoards() {
        clock.startAgain();
        town = Town.in(context);
        amina = town.visitor(town.person("Amina Sefton", Role.DSO), port);
        bola = town.visitor(town.person("Bola Ekwueme", Role.DSO), port);
        concern = "/concerns/" + town.raised(town.person("Omar Tindall"),
                Town.telling("Papers to the ceiling, and a fire lit.").kind("ADULT"));
    }

    @AfterEach
    void the_time_is_back() {
        clock.startAgain();
    }

    void code(Visitor by, String... sent) {
        var all = new java.util.ArrayList<>(java.util.List.of("seen",
                by.get(concern + "/coding").page().select("input[name=seen]").val()));
        all.addAll(java.util.List.of(sent));
        by.post(concern + "/coding", all.toArray(String[]::new));
        assertThat(by.status()).as(by.page().select(".govuk-error-summary").text()).isEqualTo(302);
    }

    @Test
    void as_many_types_as_are_true_are_set_changed_and_remembered() {
        code(amina, "types-adult", "ADULT.SELF_NEGLECT_SURROUNDINGS", "types-adult", "ADULT.SELF_NEGLECT",
                "types-context", "CONTEXT.HOARDING", "level", "ADULT_CONSULT", "level-reasons", "Fire risk to others.",
                "act-day", "11", "act-month", "3", "act-year", "2026", "act-time", "5pm");
        amina.get(concern);
        assertThat(amina.page().select("main").text()).contains("Self-neglect: Surroundings, hoarding included",
                "Hoarding", "Ask the county adult team Fire risk to others.", "Act by Wednesday 11 March at 5pm");
        clock.pass(Duration.ofMinutes(5));
        code(bola, "types-adult", "ADULT.SELF_NEGLECT_SURROUNDINGS", "level", "ADULT_REFER", "level-reasons", "");
        bola.get(concern);
        assertThat(bola.page().select(".heed-timeline__title").eachText()).contains("Types set", "Types taken off",
                "Level as we see it: Refer now", "Level as we see it: Ask the county adult team");
        assertThat(bola.page().select(".heed-panel--plain").text()).contains("Refer now")
                .doesNotContain("Hoarding Level")
                .doesNotContain("Ask the county");
        assertThat(town.count("select count(*) from casework.concern_type")).isEqualTo(3);
        assertThat(town.count("select count(*) from casework.concern_type where taken_off_at is null")).isEqualTo(1);
    }

    @Test
    void what_is_offered_fits_who_it_is_about_and_says_what_was_not_confirmed() {
        amina.get(concern + "/coding");
        assertThat(amina.page().select("details summary").eachText()).contains("Harm to an adult",
                "What else is going on").doesNotContain("Harm to a child");
        assertThat(amina.page().select("#level option").eachText()).contains("Refer now")
                .noneMatch(level -> level.startsWith("Level "));
        var words = context.getBean(CouncilLists.class).now(town.person("Omar Tindall"));
        assertThat(words.levels(SubjectKind.CHILD)).anyMatch(l -> l.shown().contains("not confirmed"));
        assertThat(Vocabulary.lists(SubjectKind.FAMILY)).containsExactly(Vocabulary.TypeList.values()[1],
                Vocabulary.TypeList.values()[0], Vocabulary.TypeList.CONTEXT);
        for (var list : Vocabulary.TypeList.values()) {
            var codes = words.types(list).stream().map(Vocabulary.Term::code).toList();
            assertThat(new HashSet<>(codes)).hasSameSizeAs(codes).doesNotContain("MULTIPLE");
        }
    }

    @Test
    void a_time_that_is_none_and_reasons_without_a_level_are_said() {
        amina.get(concern + "/coding").post(concern + "/coding", "seen", "0", "level-reasons", "Fire risk.", "act-day",
                "31", "act-month", "2", "act-year", "2026", "act-time", "soon", "types-context", "CONTEXT.HOARDING");
        assertThat(amina.status()).isEqualTo(422);
        assertThat(amina.page().select(".govuk-error-summary a").eachText()).containsExactly(
                "Select the level that your reasons are for",
                "The date to act by must be a real date, like 27 3 2026", "Enter a time like 14:30 or 2.30pm");
        assertThat(amina.page().select("#act-time").val()).isEqualTo("soon");
        assertThat(amina.page().select("input[value='CONTEXT.HOARDING'][checked]")).hasSize(1);
    }

    @Test
    void the_second_of_two_who_code_at_once_sees_both_and_overwrites_nothing_unseen() {
        var seen = bola.get(concern + "/coding").page().select("input[name=seen]").val();
        code(amina, "types-context", "CONTEXT.HOARDING");
        bola.post(concern + "/coding", "seen", seen, "types-context", "CONTEXT.HOUSING");
        assertThat(bola.status()).isEqualTo(409);
        assertThat(bola.page().select("main dd").eachText()).contains("Hoarding");
        assertThat(bola.page().select("input[value='CONTEXT.HOUSING'][checked]")).hasSize(1);
        assertThat(town.texts("select code from casework.concern_type")).containsExactly("HOARDING");
    }

    @Test
    void types_can_be_set_in_the_decision_and_the_time_to_act_by_stands_in_the_list() {
        amina.get(concern).post(concern + "/taking-up");
        code(amina, "act-day", "10", "act-month", "3", "act-year", "2026", "act-time", "9:30");
        assertThat(amina.get("/queue/in-hand").page().select(".heed-queue tbody tr").text())
                .contains("Act today by 9:30am");
        clock.pass(Duration.ofHours(1));
        assertThat(amina.get("/queue/in-hand").page().select(".heed-queue .govuk-tag").text())
                .isEqualTo("Overdue by 30 minutes");
        var page = amina.get(concern + "/decision").page();
        amina.post(concern + "/decision", "version", page.select("input[name=version]").val(), "seen",
                page.select("input[name=seen]").val(), "outcome", "SIGNPOST", "reason-signpost", "SIGNPOST", "reasons",
                "Told of the fire service's visits.", "types-adult", "ADULT.SELF_NEGLECT", "level", "ADULT_MONITOR");
        assertThat(amina.status()).as(amina.page().select(".govuk-error-summary").text()).isEqualTo(302);
        assertThat(amina.get(concern).page().select("main").text()).contains("Harm to an adult Self-neglect",
                "Keep watch inside own organisation", "Act by today at 9:30am");
    }

    @Test
    void a_ward_is_asked_for_once_the_council_has_entered_its_wards_and_can_be_changed_and_taken_back() {
        assertThat(amina.get(concern + "/coding").page().select("#ward")).isEmpty();
        var cara = town.person("Cara Whitlow", Role.COORDINATOR);
        var lists = context.getBean(WordLists.class);
        lists.replace(cara, "wards", lists.get(cara, "wards").version(), List.of(
                new WordRow("NORTH", "Wexley North", "", "any", null, null, "Ward map", "confirmed", List.of()),
                new WordRow("SOUTH", "Wexley South", "", "any", null, null, "Ward map", "confirmed", List.of())));
        assertThat(amina.get(concern + "/coding").page().select("#ward option").eachText()).containsExactly("Not set",
                "Wexley North", "Wexley South");
        code(amina, "ward", "NORTH");
        assertThat(amina.get(concern).page().select(".heed-panel--plain").text()).contains("Ward Wexley North");
        code(bola, "level", "ADULT_REFER");
        assertThat(amina.get(concern).page().select(".heed-panel--plain").text())
                .as("a form that does not ask leaves it").contains("Ward Wexley North");
        code(bola, "ward", "");
        amina.get(concern);
        assertThat(amina.page().select(".heed-panel--plain").text()).doesNotContain("Wexley North");
        assertThat(amina.page().select(".heed-timeline__title").eachText()).contains("Ward taken back",
                "Ward: Wexley North");
        amina.post(concern + "/coding", "seen", "3", "ward", "NOWHERE");
        assertThat(amina.status()).isEqualTo(422);
        assertThat(amina.page().select(".govuk-error-summary").text()).contains("Select the ward from the list");
    }
}

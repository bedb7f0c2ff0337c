package heed.casework.known;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.casework.ConcernRef;
import heed.casework.InTown;
import heed.casework.Town;
import heed.casework.concern.Person;
import heed.platform.Actor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Offering people already known, deciding on it and taking it back, read as an officer would. */
@InTown
class KnownPagesTest {
    @Autowired
    ApplicationContext context;
    @LocalServerPort
    int port;
    Town town;
    Actor amina;
    Actor omar;
    Visitor officer;
    ConcernRef before;
    ConcernRef here;

    @BeforeEach
    void jonathan_smith_was_named_before_jon_smyth() {
        town = Town.in(context);
        amina = town.person("Amina Sefton", Role.DSO);
        omar = town.person("Omar Tindall");
        officer = town.visitor(amina, port);
        before = about("Jonathan Smith", "4", "3", "2012", "9 Mill Lane", "07700 900123");
        here = about("Jon Smyth", "3", "4", "2012", "", "");
    }

    ConcernRef about(String name, String day, String month, String year, String address, String contact) {
        return town.raised(omar, Town.telling("A worry.")
                .people(List.of(new Person("AT_RISK", name, "", day, month, year, "", address, contact, "", ""))));
    }

    String panel() {
        return officer.get("/concerns/" + here).page().select("section:has(#known)").text();
    }

    String compare() {
        officer.get("/concerns/" + here);
        return officer.page().select("section:has(#known) a:containsOwn(Compare)").attr("href");
    }

    Visitor say(String saying, String why) {
        var path = compare();
        var mark = officer.get(path).page().select("input[name=mark]").val();
        return officer.post(path, "mark", mark, "saying", saying, "why", why);
    }

    @Test
    void somebody_known_is_offered_with_the_reasons_in_words() {
        assertThat(panel()).contains("Jon Smyth may be", "Jonathan Smith in " + before,
                "Surname sounds alike, first name a short form", "day and month of birth swapped");
        officer.get(compare());
        assertThat(officer.page().select("h1").text()).isEqualTo("Same person?");
        assertThat(officer.page().select("table").text()).contains("3 April 2012", "4 March 2012", "9 Mill Lane",
                "Not given", "07700 900123");
        assertThat(officer.page().select("main").text())
                .contains("Agrees: Surname sounds alike, first name a short form; day and month of birth swapped");
    }

    @Test
    void nobody_known_is_said_in_a_line() {
        var other = about("Zed Quillon", "", "", "", "", "");
        officer.get("/concerns/" + other);
        assertThat(officer.page().select("section:has(#known)").text())
                .contains("Nobody of a like name, date of birth, address or telephone is known.");
        var page = town.texts(
                "select id::text from casework.concern_person where concern_id = (select id from casework.concern where ref = '"
                        + other + "')")
                .getFirst();
        officer.get("/concerns/" + other + "/known/" + page);
        assertThat(officer.status()).isEqualTo(200);
        assertThat(officer.page().select("main").text()).contains("Nobody of a like name");
    }

    @Test
    void the_same_person_is_kept_shown_with_every_concern_and_taken_back() {
        say("SAME", "Same school, same mother.");
        assertThat(officer.status()).isEqualTo(302);
        var person = officer.get(officer.location()).page().select("a:containsOwn(What is known of them)").attr("href");
        assertThat(panel()).contains("Jon Smyth is known", before.value()).doesNotContain("may be");
        officer.get(person);
        assertThat(officer.page().select("h1").text()).isIn("Jon Smyth", "Jonathan Smith");
        assertThat(officer.page().select("main").text()).contains("Also named as Jon",
                "2 concerns that you can see", before.value(), here.value(), "then", "Amina Sefton",
                "Same school, same mother.");
        var link = officer.page().select("a:containsOwn(Take back)").attr("href");
        officer.get(link).post(link, "why", "Two cousins.");
        assertThat(officer.status()).isEqualTo(302);
        assertThat(officer.get(person).status()).isEqualTo(404);
        assertThat(panel()).contains("Jon Smyth may be");
        assertThat(officer.get(link).page().select("main").text()).contains("Taken back by", "Two cousins.",
                "It no longer counts");
        assertThat(town.count("select count(*) from platform.trail where act in ('known.same', 'known.take-back')"
                + " and cardinality(found) >= 4")).isEqualTo(2);
    }

    @Test
    void different_people_are_not_offered_again_and_shown_as_such() {
        say("DIFFERENT", "");
        assertThat(panel()).doesNotContain("may be");
        var list = officer.page().select("section:has(#known) a:containsOwn(Who was said to be another person)");
        officer.get(list.attr("href"));
        assertThat(officer.page().select("main").text()).contains("Said to be another person", "Jonathan Smith");
        var link = officer.page().select("a:containsOwn(Read or take back)").attr("href");
        officer.get(link).post(link);
        assertThat(panel()).contains("Jon Smyth may be");
    }

    @Test
    void a_choice_is_needed_and_what_was_typed_stays() {
        var path = compare();
        officer.get(path).post(path, "mark", officer.page().select("input[name=mark]").val(), "why",
                "They look alike.");
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().select(".govuk-error-summary").text())
                .contains("Choose whether they are the same person");
        assertThat(officer.page().select("textarea[name=why]").text()).isEqualTo("They look alike.");
    }

    @Test
    void a_second_officer_who_decides_meanwhile_is_told_and_keeps_their_words() {
        var path = compare();
        var mark = officer.get(path).page().select("input[name=mark]").val();
        var bilal = town.visitor(town.person("Bilal Orme", Role.DSO), port);
        bilal.get(path).post(path, "mark", bilal.page().select("input[name=mark]").val(), "saying", "DIFFERENT");
        officer.post(path, "mark", mark, "saying", "SAME", "why", "I met him.");
        assertThat(officer.status()).isEqualTo(409);
        assertThat(officer.page().select("main").text()).contains("Someone else decided about these two meanwhile",
                "You had typed: I met him.", "Bilal Orme said on", "different people");
        assertThat(town.count("select count(*) from casework.known_link")).isEqualTo(1);
        var link = officer.page().select("a:containsOwn(Read or take it back)").attr("href");
        officer.get(link);
        bilal.get(link).post(link);
        officer.post(link, "why", "He is right.");
        assertThat(officer.status()).isEqualTo(409);
        assertThat(officer.page().select("main").text()).contains("Taken back by", "Bilal Orme",
                "You had typed: He is right.");
    }

    @Test
    void two_known_people_are_joined_and_the_page_says_what_that_joins() {
        say("SAME", "");
        var third = about("Johnathan Smith", "4", "3", "2012", "9 Mill Lane", "");
        officer.get("/concerns/" + third);
        var path = officer.page().select("section:has(#known) a:containsOwn(Compare)").attr("href");
        officer.get(path);
        assertThat(officer.page().select("main").text()).contains("the concerns of both are joined", before.value(),
                here.value(), third.value());
        officer.post(path, "mark", officer.page().select("input[name=mark]").val(), "saying", "SAME");
        var page = officer.get(officer.location()).page().select("a:containsOwn(What is known of them)").attr("href");
        assertThat(officer.get(page).page().select("main").text()).contains("3 concerns that you can see");
    }

    @Test
    void whoever_is_no_officer_finds_none_of_it() {
        var path = compare();
        say("SAME", "");
        var link = town.texts("select id::text from casework.known_link").getFirst();
        var naming = path.split("/")[4];
        var staff = town.visitor(omar, port);
        for (var url : List.of(path, path.substring(0, path.lastIndexOf('/')), "/known/" + naming,
                "/known/links/" + link))
            assertThat(staff.get(url).status()).as(url).isEqualTo(404);
    }
}

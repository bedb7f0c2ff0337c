package heed.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import heed.Visitor;
import heed.access.Role;
import heed.access.signin.Here.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"heed.password.memory-kib=64",
        "heed.demo.load=false"})
@ActiveProfiles("demo")
@Import({Here.class, People.class, Here.Cable.class, Here.Probe.class, Here.Framed.class})
class DemoSignInTest {
    @LocalServerPort
    int port;
    @Autowired
    People people;

    @Test
    void one_click_signs_in_as_an_invented_person() {
        var system = people.council("Brackwater District Council");
        var id = people.person(system, "Orla Tennick", "orla@" + "example.org", true, Role.DSO);
        var visitor = new Visitor(port).get("/sign-in");

        assertThat(visitor.page().select("summary").eachText())
                .anyMatch(t -> t.startsWith("Designated safeguarding officer"));
        assertThat(visitor.page().select("form:has(input[value=" + id + "]) button").text())
                .isEqualTo("Sign in as Orla Tennick Housing officer");

        visitor.post("/sign-in/demo", "staff", id.toString(), "next", "/probe");
        assertThat(visitor.location()).isEqualTo("/probe");
        assertThat(visitor.follow().body()).startsWith(id + " ").contains("WORK_CONCERNS", "RAISE");
        assertThat(visitor.get("/help/frame").body()).isEqualTo("Brackwater District Council|Orla Tennick");
    }

    @Test
    void an_account_that_is_not_for_demonstration_needs_its_password_here_too() {
        var system = people.council("Real Council");
        var id = people.person(system, "Real Person", "real@" + "example.org", false);
        people.person(system, "Invented Person", "invented@" + "example.org", true);
        var visitor = new Visitor(port).get("/sign-in");

        assertThat(visitor.body()).doesNotContain("Real Person");
        assertThat(visitor.post("/sign-in/demo", "staff", id.toString()).status()).isEqualTo(404);
        assertThat(visitor.get("/probe").location()).startsWith("/sign-in");
    }
}

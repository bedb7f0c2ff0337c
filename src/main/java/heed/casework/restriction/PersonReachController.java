package heed.casework.restriction;

import heed.access.Permission;
import heed.access.Role;
import heed.casework.concern.Concern;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What somebody can see and why, and what is open to whoever asks. */
@Controller
class PersonReachController {
    private final Reach reach;
    private final Frames frames;
    private final LondonTime time;

    PersonReachController(Reach reach, Frames frames, LondonTime time) {
        this.reach = reach;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping("/people/{id}/reach")
    String person(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var person = reach.person(by, id);
        model.addAttribute("page", new PersonReachPage(
                frames.of(request, by, "What " + person.name() + " can see").withBack("/people/" + id), person.name(),
                roles(person.roles()),
                List.of(part("Named on", "No restricted concern names them.", person.named(), c -> c.status().words()),
                        part("Open to them for a time", "Nothing.", person.opened(), c -> {
                            var opening = person.until().get(c.id());
                            return opening == null ? "" : "Until " + time.until(opening.until());
                        }),
                        part("Kept from", "Nothing is kept from them by name.", person.barred(),
                                c -> c.status().words()))));
        return "casework/restriction/person";
    }

    @GetMapping("/opened")
    String opened(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.RAISE);
        model.addAttribute("page", new OpenedPage(frames.of(request, by, "Open to you for a time"),
                reach.openToMe(by).stream().map(o -> new OpenedPage.Row(o.concern().ref().value(),
                        "/concerns/" + o.concern().ref(), o.title(), switch (o.opening().kind()) {
                            case GRANT -> "A lead lets you read it";
                            case EMERGENCY -> "You opened it in an emergency";
                        }, time.until(o.opening().until()))).toList()));
        return "casework/restriction/opened";
    }

    private static List<String> roles(Set<Role> roles) {
        var words = new ArrayList<String>();
        roles.stream().sorted().forEach(role -> {
            var permits = Role.permits(Set.of(role));
            var sees = new ArrayList<String>();
            if (permits.contains(Permission.SEE_CONCERNS.name()))
                sees.add(
                        "every concern that is not restricted and not kept from them, and restricted ones that name them");
            if (permits.contains(Permission.SEE_ALLEGATIONS.name()))
                sees.add("every allegation that is not kept from them");
            else if (permits.contains(Permission.WORK_CONCERNS.name()) && sees.isEmpty())
                sees.add("concerns that name them");
            if (permits.contains(Permission.OPEN_IN_EMERGENCY.name()))
                sees.add("a restricted concern for an hour in an emergency, which is reviewed");
            if (permits.contains(Permission.RAISE.name()))
                sees.add("what they told us themselves");
            words.add(role.words() + ": " + (sees.isEmpty() ? "no concern" : String.join("; ", sees)));
        });
        return words;
    }

    private static PersonReachPage.Part part(String title, String none, List<Concern> concerns,
            Function<Concern, String> words) {
        return new PersonReachPage.Part(title, none, concerns.stream().map(c -> new PersonReachPage.Row(
                c.ref().value(), "/concerns/" + c.ref(), words.apply(c))).toList());
    }
}

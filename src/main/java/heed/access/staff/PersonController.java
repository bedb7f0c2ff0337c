package heed.access.staff;

import heed.access.Permission;
import heed.access.Role;
import heed.access.grant.Granted;
import heed.access.grant.Grants;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.DateField;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person: their roles, their account, their leaving. */
@Controller
class PersonController {
    private static final String NOT_THAT_ROLE = "Choose a role that you can give";

    private final People people;
    private final PeopleController list;
    private final Frames frames;
    private final Clock clock;
    private final LondonTime time;

    PersonController(People people, PeopleController list, Frames frames, Clock clock, LondonTime time) {
        this.people = people;
        this.list = list;
        this.frames = frames;
        this.clock = clock;
        this.time = time;
    }

    @GetMapping("/people/{id}")
    String show(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        return show(by, id, Map.of(), List.of(), request, model);
    }

    @PostMapping("/people/{id}/roles")
    String give(Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        People.mustSee(by);
        var problems = new ArrayList<Problem>();
        var role = role(sent.getOrDefault("role", ""));
        if (role.isEmpty())
            problems.add(new Problem("role", NOT_THAT_ROLE));
        var from = Dates.typed(sent, "from");
        if (from.isEmpty())
            problems.add(new Problem("from-day", "Enter the first day as a date, such as 27 3 2026"));
        var until = Dates.typed(sent, "until");
        if (until.isEmpty() && !Dates.blank(sent, "until"))
            problems.add(
                    new Problem("until-day", "Enter the last day as a date, such as 27 3 2027, or leave it empty"));
        else if (until.isPresent() && from.isPresent() && until.get().isBefore(from.get()))
            problems.add(new Problem("until-day", "Enter a last day that is not before the first"));
        else if (until.isPresent() && until.get().isBefore(today()))
            problems.add(new Problem("until-day", "Enter a last day that is not over yet"));
        if (problems.isEmpty() && role.isPresent() && from.isPresent())
            try {
                people.give(by, id, role.get(), start(from.get()),
                        until.map(PersonController::afterEndOf).orElse(null));
                frames.say(request, response, PeopleNotice.ROLE_GIVEN);
                return "redirect:/people/" + id;
            } catch (Refused refused) {
                problems.add(new Problem("role", words(refused)));
            }
        response.setStatus(422);
        return show(by, id, sent, problems, request, model);
    }

    @PostMapping("/people/{id}/roles/{grant}/end")
    String end(Actor by, @PathVariable UUID id, @PathVariable UUID grant, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        People.mustSee(by);
        try {
            people.end(by, id, grant);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                throw refused;
            response.setStatus(422);
            return show(by, id, Map.of(), List.of(new Problem("roles", by.is(id)
                    ? "You cannot end this role of yours while nobody else here could give it back"
                    : "This role is over already")), request, model);
        }
        frames.say(request, response, PeopleNotice.ROLE_ENDED);
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/{id}/invitation")
    String invite(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        return list.invited(people.invite(by, id), by, request, model);
    }

    @PostMapping("/people/{id}/code")
    String resetCode(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        people.resetCode(by, id);
        frames.say(request, response, PeopleNotice.CODE_RESET);
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/{id}/sessions/end")
    String endSessions(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        people.endSessions(by, id);
        frames.say(request, response, PeopleNotice.SESSIONS_ENDED);
        return "redirect:/people/" + id;
    }

    @GetMapping("/people/{id}/leaving")
    String askLeaving(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        by.must(Permission.MANAGE_ACCOUNTS);
        var whole = people.person(by, id);
        if (by.is(id) || whole.member().leftAt() != null)
            throw Refusal.NOT_ALLOWED_NOW.because("oneself or a leaver");
        var effects = new ArrayList<String>();
        effects.add("They are signed out at once and cannot sign in any more.");
        var now = clock.instant();
        var held = whole.granted().stream().filter(g -> g.notOver(now)).map(g -> g.role().words()).distinct().toList();
        if (!held.isEmpty())
            effects.add("These roles stop counting: " + String.join(", ", held) + ".");
        if (whole.manages() > 0)
            effects.add(whole.manages() == 1
                    ? "1 person here still has them as line manager. Change that on the person’s page."
                    : whole.manages()
                            + " people here still have them as line manager. Change that on each person’s page.");
        effects.add("What they wrote and did stays on record under their name.");
        model.addAttribute("page", new LeavingPage(frames.of(request, by, "Have they left?").withBack("/people/" + id),
                whole.member().name(), effects, "/people/" + id + "/leaving", "/people/" + id));
        return "access/staff/leaving";
    }

    @PostMapping("/people/{id}/leaving")
    String leave(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        people.leave(by, id);
        frames.say(request, response, PeopleNotice.PERSON_LEFT);
        return "redirect:/people/" + id;
    }

    private String show(Actor by, UUID id, Map<String, String> sent, List<Problem> problems, HttpServletRequest request,
            Model model) {
        var whole = people.person(by, id);
        var member = whole.member();
        var left = member.leftAt();
        var address = "/people/" + id;
        var grantable = left == null ? Grants.grantable(by, id) : List.<Role>of();
        var whyNot = left != null
                ? "Someone who has left holds no role."
                : by.is(id)
                        ? "Nobody gives a role to themselves. Ask someone else who gives roles."
                        : grantable.isEmpty() ? "You cannot give roles." : null;
        boolean accounts = by.may(Permission.MANAGE_ACCOUNTS);
        model.addAttribute("page",
                new PersonPage(frames.of(request, by, member.name()).withBack("/people"), problems, member.name(),
                        left == null ? null : "Left on " + Dates.day(left), details(whole), roles(by, whole, address),
                        whyNot == null ? form(grantable, sent, problems) : null, whyNot,
                        new PersonPage.Actions(accounts && left == null,
                                accounts && left == null && whole.account() && !by.is(id),
                                accounts && left == null && !by.is(id), by.may(Permission.GRANT_READERS)),
                        accounts && left == null && !by.is(id)
                                ? people.sessions(by, id).stream()
                                        .map(s -> SummaryRow.of(s.browser(), "Since " + time.dayAndTime(s.began())
                                                + ", last used " + time.dayAndTime(s.used()) + ", from " + s.from()))
                                        .toList()
                                : List.of(),
                        address));
        return "access/staff/person";
    }

    private static List<SummaryRow> details(People.Whole whole) {
        var member = whole.member();
        var service = member.service();
        var manager = member.manager();
        return List.of(SummaryRow.of("Job title", member.post()),
                SummaryRow.of("Works for", whole.places().getOrDefault(member.council(), "")),
                SummaryRow.of("Service", service == null ? "" : whole.places().getOrDefault(service, "")),
                SummaryRow.of("Line manager", manager == null ? "" : whole.names().getOrDefault(manager, "")),
                SummaryRow.of("Work mail address", member.mail()));
    }

    private List<PersonPage.Row> roles(Actor by, People.Whole whole, String address) {
        var now = clock.instant();
        var rows = new ArrayList<PersonPage.Row>();
        // What counts first, then what will, then what did; each newest first, as it comes.
        var sorted = whole.granted().stream()
                .sorted(Comparator.comparing(g -> g.countsAt(now) ? 0 : g.notOver(now) ? 1 : 2)).toList();
        for (Granted granted : sorted) {
            var until = granted.until();
            var when = "From " + Dates.day(granted.from())
                    + (until == null
                            ? ""
                            : " to " + Dates.day(granted.endedAt() == null ? until.minusMillis(1) : until));
            var state = granted.countsAt(now) ? "Holds now" : granted.notOver(now) ? "Starts later" : "Over";
            var giver = whole.names().getOrDefault(granted.grantedBy(), "set-up");
            var ender = granted.endedBy();
            rows.add(new PersonPage.Row(granted.role().words(), when,
                    "Given by " + giver
                            + (ender == null ? "" : ", ended by " + whole.names().getOrDefault(ender, "set-up")),
                    state,
                    granted.countsAt(now), granted.notOver(now) && by.may(granted.role().grantedWith())
                            ? address + "/roles/" + granted.id() + "/end"
                            : null));
        }
        return rows;
    }

    private PersonPage.Give form(List<Role> grantable, Map<String, String> sent, List<Problem> problems) {
        var today = today();
        var picked = sent.getOrDefault("role", "");
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", "Choose a role", picked.isEmpty()));
        grantable.forEach(role -> choices.add(Choice.of(role.name(), role.words(), role.name().equals(picked))));
        var from = DateField.of("from", "First day").withProblem(PeopleController.problem(problems, "from-day"));
        return new PersonPage.Give(Field.of("role", "Role").withProblem(PeopleController.problem(problems, "role")),
                choices,
                sent.containsKey("from-day")
                        ? from.withValue(sent.get("from-day"), sent.get("from-month"), sent.get("from-year"))
                        : from.withValue(String.valueOf(today.getDayOfMonth()), String.valueOf(today.getMonthValue()),
                                String.valueOf(today.getYear())),
                DateField.of("until", "Last day (optional)").withHint("Leave empty for a role without an end")
                        .withValue(sent.get("until-day"), sent.get("until-month"), sent.get("until-year"))
                        .withProblem(PeopleController.problem(problems, "until-day")));
    }

    private LocalDate today() {
        return clock.instant().atZone(Dates.LONDON).toLocalDate();
    }

    /** A role from today counts from this moment, so that one ended this morning can be given again. */
    private Instant start(LocalDate day) {
        return day.equals(today()) ? clock.instant() : day.atStartOfDay(Dates.LONDON).toInstant();
    }

    private static Instant afterEndOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Dates.LONDON).toInstant();
    }

    private static Optional<Role> role(String sent) {
        return Arrays.stream(Role.values()).filter(role -> role != Role.STAFF && role.name().equals(sent)).findFirst();
    }

    private static String words(Refused refused) {
        var why = String.valueOf(refused.getMessage());
        return switch (why) {
            case "a role to oneself" -> "Choose someone else: nobody gives a role to themselves";
            case "holds it already" -> "They hold this role already for some of that time";
            case "a role to a leaver" -> "Someone who has left can be given no role";
            default -> NOT_THAT_ROLE;
        };
    }
}

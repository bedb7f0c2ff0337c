package heed.access.staff;

import heed.access.Permission;
import heed.access.Role;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.notify.MailServer;
import heed.platform.notify.Site;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of people, and the forms for their details. A name looked for is posted, so that it is in no address. */
@Controller
class PeopleController {
    private static final int LONGEST = 200;

    private final People people;
    private final Frames frames;
    private final Site site;

    PeopleController(People people, Frames frames, Site site) {
        this.people = people;
        this.frames = frames;
        this.site = site;
    }

    @GetMapping("/people")
    String list(Actor by, @RequestParam(required = false) @Nullable UUID after, HttpServletRequest request,
            Model model) {
        return list(by, "", after, request, model);
    }

    @PostMapping("/people")
    String search(Actor by, @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable UUID after,
            HttpServletRequest request, Model model) {
        return list(by, name.strip(), after, request, model);
    }

    private String list(Actor by, String name, @Nullable UUID after, HttpServletRequest request, Model model) {
        var page = people.page(by, name, after);
        var rows = page
                .listed().people().stream().map(member -> new PeoplePage.Row(member.name(), "/people/" + member.id(),
                        member.post(), place(member, page.places()),
                        page.roles().getOrDefault(member.id(), Set.of()).stream().filter(r -> r != Role.STAFF).sorted()
                                .map(Role::words).collect(Collectors.joining(", "))))
                .toList();
        var count = count(page.listed().all()) + (name.isEmpty() ? "" : " with a name like this");
        var last = page.listed().more() ? page.listed().people().getLast().id().toString() : null;
        model.addAttribute("page", new PeoplePage(frames.of(request, by, "People"),
                Field.of("name", "Find someone by name").withHint("All or part of a name").withValue(name), count, rows,
                name.isEmpty()
                        ? "Nobody is here yet. Add the first person."
                        : "Nobody here has a name like this. Check the spelling, or clear the box to see everyone.",
                last, by.may(Permission.MANAGE_ACCOUNTS)));
        return "access/staff/people";
    }

    @GetMapping("/people/new")
    String askNew(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.MANAGE_ACCOUNTS);
        return form(by, null, PersonForm.EMPTY, List.of(), List.of(), List.of(), request, model);
    }

    /** The link is in the answer itself and not on a page of its own: it is kept nowhere to be shown from. */
    @PostMapping("/people/new")
    String add(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        by.must(Permission.MANAGE_ACCOUNTS);
        var form = PersonForm.of(sent);
        var checked = check(by, form, true);
        if (checked.problems().isEmpty())
            try {
                return invited(people.add(by, checked.staff()), by, request, model);
            } catch (Refused refused) {
                if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                    throw refused;
                checked.problems().add(new Problem("mail", "Someone already has an account with this mail address"));
            }
        response.setStatus(422);
        return form(by, null, form, checked.problems(), checked.managers(), List.of(), request, model);
    }

    @GetMapping("/people/{id}/details")
    String askDetails(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        by.must(Permission.MANAGE_ACCOUNTS);
        return form(by, id, shown(people.person(by, id)), List.of(), List.of(), List.of(), request, model);
    }

    @PostMapping("/people/{id}/details")
    String details(Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.MANAGE_ACCOUNTS);
        people.person(by, id);
        var form = PersonForm.of(sent);
        var checked = check(by, form, false);
        var manager = checked.staff().manager();
        if (id.equals(manager))
            checked.problems().add(new Problem("manager", "Enter someone else: nobody manages themselves"));
        if (checked.problems().isEmpty())
            try {
                people.change(by, id, form.version() == null ? -1 : form.version(), checked.staff());
                frames.say(request, response, PeopleNotice.PERSON_CHANGED);
                return "redirect:/people/" + id;
            } catch (Refused refused) {
                if (refused.kind() != Refusal.MOVED_ON)
                    throw refused;
                response.setStatus(409);
                var now = people.person(by, id);
                var again = new PersonForm(form.name(), form.mail(), form.post(), form.council(), form.service(),
                        form.manager(),
                        form.managerId(), now.member().version());
                return form(by, id, again, List.of(), checked.managers(), theirs(now), request, model);
            }
        response.setStatus(422);
        return form(by, id, form, checked.problems(), checked.managers(), List.of(), request, model);
    }

    /** Shows a link once. */
    String invited(People.Invited invited, Actor by, HttpServletRequest request, Model model) {
        model.addAttribute("page", new InvitedPage(frames.of(request, by, "Give them this link"), invited.name(),
                site.address() + "/sign-in/invitation/" + invited.secret(), "/people/" + invited.staff()));
        return "access/staff/invited";
    }

    /** What a form says, and what is wrong with it. */
    private record Checked(NewStaff staff, List<Problem> problems, List<StaffMember> managers) {
    }

    private Checked check(Actor by, PersonForm form, boolean isNew) {
        var problems = new ArrayList<Problem>();
        line(problems, "name", form.name(), "Enter their name");
        if (isNew && !MailServer.plausible(form.mail()))
            problems.add(new Problem("mail", "Enter their work mail address, such as jo.field@example.gov.uk"));
        line(problems, "post", form.post(), "Enter what their job is called");
        var council = id(form.council()).filter(id -> people.councils(by).stream().anyMatch(c -> c.id().equals(id)));
        if (council.isEmpty())
            problems.add(new Problem("council", "Choose who they work for"));
        var service = id(form.service());
        if (!form.service().isEmpty()
                && service.flatMap(id -> people.services(by).stream().filter(s -> s.id().equals(id)).findFirst())
                        .filter(s -> council.isEmpty() || council.get().equals(s.of())).isEmpty())
            problems.add(new Problem("service", "Choose a service of the body they work for"));
        UUID manager = null;
        List<StaffMember> candidates = List.of();
        if (!form.manager().isEmpty()) {
            candidates = people.named(by, form.manager());
            var picked = candidates.stream().filter(c -> c.id().toString().equals(form.managerId())).findFirst();
            var exact = candidates.stream().filter(c -> c.name().equalsIgnoreCase(form.manager())).toList();
            if (picked.isPresent())
                manager = picked.get().id();
            else if (exact.size() == 1)
                manager = exact.getFirst().id();
            else if (candidates.isEmpty())
                problems.add(new Problem("manager",
                        "Nobody here has a name like this. Check the spelling, or leave it empty for now"));
            else
                problems.add(new Problem("managerId", "Choose which of these people is their manager"));
        }
        return new Checked(
                new NewStaff(council.orElse(new UUID(0, 0)), service.orElse(null), manager, form.name(), form.mail(),
                        form.post()),
                problems, manager == null ? candidates : List.of());
    }

    private static void line(List<Problem> problems, String field, String typed, String ask) {
        if (typed.isEmpty())
            problems.add(new Problem(field, ask));
        else if (typed.length() > LONGEST || typed.lines().count() > 1)
            problems.add(new Problem(field, ask + " in " + LONGEST + " characters or fewer"));
    }

    private String form(Actor by, @Nullable UUID id, PersonForm form, List<Problem> problems,
            List<StaffMember> managers,
            List<SummaryRow> theirs, HttpServletRequest request, Model model) {
        var councils = people.councils(by);
        var several = councils.size() > 1;
        var names = councils.stream().collect(Collectors.toMap(Workplaces.Workplace::id, Workplaces.Workplace::name));
        // Where there is one body to work for, nobody has to choose it.
        var chosen = form.council().isEmpty() && !several && !councils.isEmpty()
                ? councils.getFirst().id().toString()
                : form.council();
        var bodies = new ArrayList<Choice>();
        if (several)
            bodies.add(Choice.of("", "Choose one", chosen.isEmpty()));
        councils.forEach(c -> bodies.add(Choice.of(c.id().toString(), c.name(), c.id().toString().equals(chosen))));
        var services = new ArrayList<Choice>();
        services.add(Choice.of("", "None, or not known", form.service().isEmpty()));
        people.services(by).forEach(s -> services.add(Choice.of(s.id().toString(),
                several ? s.name() + " – " + names.getOrDefault(s.of(), "") : s.name(),
                s.id().toString().equals(form.service()))));
        var heading = id == null ? "Add a person" : "Change details";
        var picks = managers.stream().map(m -> new Choice(m.id().toString(), m.name(), m.post(),
                m.id().toString().equals(form.managerId()))).toList();
        model.addAttribute("page", new PersonFormPage(
                frames.of(request, by, heading).withBack(id == null ? "/people" : "/people/" + id), problems, heading,
                id == null ? "/people/new" : "/people/" + id + "/details", id == null ? "Add this person" : "Save",
                Field.of("name", "Name").withValue(form.name()).withProblem(problem(problems, "name")),
                id != null
                        ? null
                        : Field.of("mail", "Work mail address")
                                .withHint("They sign in with it. It is theirs alone, not a shared mailbox.")
                                .withValue(form.mail()).withProblem(problem(problems, "mail")),
                Field.of("post", "Job title").withValue(form.post()).withProblem(problem(problems, "post")),
                Field.of("council", "Works for").withProblem(problem(problems, "council")), bodies,
                Field.of("service", "Service").withProblem(problem(problems, "service")), services,
                Field.of("manager", "Line manager (optional)")
                        .withHint("Type their name. They must be on the list of people.")
                        .withValue(form.manager()).withProblem(problem(problems, "manager")),
                Field.of("managerId", "Which of these people?").withProblem(problem(problems, "managerId")), picks,
                form.version() == null ? null : form.version().toString(), theirs));
        return "access/staff/form";
    }

    private static PersonForm shown(People.Whole whole) {
        var member = whole.member();
        var manager = member.manager();
        return new PersonForm(member.name(), "", member.post(), member.council().toString(),
                member.service() == null ? "" : member.service().toString(),
                manager == null ? "" : whole.names().getOrDefault(manager, ""),
                manager == null ? "" : manager.toString(),
                member.version());
    }

    private static List<SummaryRow> theirs(People.Whole whole) {
        var member = whole.member();
        var manager = member.manager();
        var service = member.service();
        return List.of(SummaryRow.of("Name", member.name()), SummaryRow.of("Job title", member.post()),
                SummaryRow.of("Works for", whole.places().getOrDefault(member.council(), "")),
                SummaryRow.of("Service", service == null ? "" : whole.places().getOrDefault(service, "")),
                SummaryRow.of("Line manager", manager == null ? "" : whole.names().getOrDefault(manager, "")));
    }

    private static String place(StaffMember member, Map<UUID, String> places) {
        var service = member.service();
        return service == null ? "" : places.getOrDefault(service, "");
    }

    static @Nullable String problem(List<Problem> problems, String field) {
        return problems.stream().filter(p -> p.field().equals(field)).map(Problem::text).findFirst().orElse(null);
    }

    private static String count(int people) {
        return people == 1 ? "1 person" : String.format(Locale.UK, "%,d people", people);
    }

    private static Optional<UUID> id(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package heed.directory.setup;

import heed.access.Permission;
import heed.directory.organisation.Organisations;
import heed.directory.organisation.Service;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The services of the scope. */
@Controller
class ServicesController {
    private final Organisations organisations;
    private final Frames frames;

    ServicesController(Organisations organisations, Frames frames) {
        this.organisations = organisations;
        this.frames = frames;
    }

    @GetMapping("/settings/services")
    String list(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.EDIT_SETTINGS);
        var councils = organisations.councils(by).stream().collect(Collectors.toMap(c -> c.id(), c -> c.name()));
        var rows = organisations.services(by).stream()
                .map(s -> new ServicesPage.Row(s.name(), "/settings/services/" + s.id(), s.code(),
                        councils.getOrDefault(s.council(), ""), words(s.headcount())))
                .toList();
        model.addAttribute("page", new ServicesPage(frames.of(request, by, "Services").withBack("/settings"),
                rows.size() == 1 ? "1 service" : rows.size() + " services", rows));
        return "directory/setup/services";
    }

    @GetMapping("/settings/services/new")
    String askNew(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.EDIT_SETTINGS);
        return form(by, null, Map.of(), List.of(), List.of(), request, model);
    }

    @PostMapping("/settings/services/new")
    String add(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        by.must(Permission.EDIT_SETTINGS);
        var problems = check(sent);
        var code = tidy(sent, "code").toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9][A-Z0-9_-]{0,39}"))
            problems.add(new Problem("code", "Enter a short code of letters, digits and hyphens, such as HOUSING"));
        var council = organisations.councils(by).stream().filter(c -> c.id().toString().equals(tidy(sent, "council")))
                .findFirst();
        if (council.isEmpty())
            problems.addFirst(new Problem("council", "Choose whose service it is"));
        if (problems.isEmpty() && council.isPresent())
            try {
                organisations.addService(by, council.get().id(), code, tidy(sent, "name"),
                        headcount(sent, "headcount"));
                frames.say(request, response, SettingsNotice.SERVICE_ADDED);
                return "redirect:/settings/services";
            } catch (Refused refused) {
                if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                    throw refused;
                problems.add(new Problem("code", "Another service has this code already"));
            }
        response.setStatus(422);
        return form(by, null, sent, problems, List.of(), request, model);
    }

    @GetMapping("/settings/services/{id}")
    String askChange(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        by.must(Permission.EDIT_SETTINGS);
        return form(by, organisations.service(by, id), Map.of(), List.of(), List.of(), request, model);
    }

    @PostMapping("/settings/services/{id}")
    String change(Actor by, @PathVariable UUID id, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.EDIT_SETTINGS);
        var now = organisations.service(by, id);
        var problems = check(sent);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(by, now, sent, problems, List.of(), request, model);
        }
        try {
            organisations.changeService(by,
                    new Service(id, now.council(), now.code(), sent.getOrDefault("seen-name", ""),
                            headcount(sent, "seen-headcount")),
                    tidy(sent, "name"), headcount(sent, "headcount"));
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            var theirs = organisations.service(by, id);
            var again = new java.util.HashMap<>(sent);
            again.put("seen-name", theirs.name());
            again.put("seen-headcount", digits(theirs.headcount()));
            return form(by, theirs, again, List.of(), List.of(SummaryRow.of("Name", theirs.name()),
                    SummaryRow.of("How many people work in it", digits(theirs.headcount()))), request, model);
        }
        frames.say(request, response, SettingsNotice.SERVICE_CHANGED);
        return "redirect:/settings/services";
    }

    private String form(Actor by, @Nullable Service service, Map<String, String> sent, List<Problem> problems,
            List<SummaryRow> theirs,
            HttpServletRequest request, Model model) {
        var councils = organisations.councils(by);
        var chosen = councils.size() == 1 ? councils.getFirst().id().toString() : tidy(sent, "council");
        var bodies = new ArrayList<Choice>();
        if (councils.size() != 1)
            bodies.add(Choice.of("", "Choose one", chosen.isEmpty()));
        councils.forEach(c -> bodies.add(Choice.of(c.id().toString(), c.name(), c.id().toString().equals(chosen))));
        var heading = service == null ? "Add a service" : "Change a service";
        var name = Field.of("name", "Name").withProblem(problem(problems, "name"))
                .withValue(sent.containsKey("name") ? sent.get("name") : service == null ? "" : service.name());
        var headcount = Field.of("headcount", "How many people work in it (optional)")
                .withHint("Figures per 100 staff need it")
                .withProblem(problem(problems, "headcount"))
                .withValue(sent.containsKey("headcount")
                        ? sent.get("headcount")
                        : service == null ? "" : digits(service.headcount()));
        model.addAttribute("page", new ServiceFormPage(frames.of(request, by, heading).withBack("/settings/services"),
                problems, heading,
                service == null ? "/settings/services/new" : "/settings/services/" + service.id(),
                service == null
                        ? Field.of("council", "Whose service is it?").withProblem(problem(problems, "council"))
                        : null,
                bodies,
                service == null
                        ? Field.of("code", "Short code").withHint("For example, HOUSING. It cannot be changed later")
                                .withValue(sent.get("code")).withProblem(problem(problems, "code"))
                        : null,
                name, headcount, service == null ? null : sent.getOrDefault("seen-name", service.name()),
                service == null ? null : sent.getOrDefault("seen-headcount", digits(service.headcount())), theirs));
        return "directory/setup/service";
    }

    private static List<Problem> check(Map<String, String> sent) {
        var problems = new ArrayList<Problem>();
        var name = tidy(sent, "name");
        if (name.isEmpty() || name.length() > 120 || name.lines().count() > 1)
            problems.add(new Problem("name", "Enter the service’s name in 120 characters or fewer"));
        if (!tidy(sent, "headcount").matches("[0-9]{0,6}"))
            problems.add(new Problem("headcount", "Enter how many people work in it as a number, or leave it empty"));
        return problems;
    }

    private static @Nullable String problem(List<Problem> problems, String field) {
        return SettingsController.problem(problems, field);
    }

    private static @Nullable Integer headcount(Map<String, String> sent, String name) {
        var typed = tidy(sent, name);
        return typed.matches("[0-9]{1,6}") ? Integer.valueOf(typed) : null;
    }

    private static String digits(@Nullable Integer headcount) {
        return headcount == null ? "" : headcount.toString();
    }

    private static String words(@Nullable Integer headcount) {
        return headcount == null ? "Not known" : headcount == 1 ? "1 person" : headcount + " people";
    }

    private static String tidy(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}

package heed.access.staff;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.notify.Site;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A staff list in, looked at before it is applied; and the same list out. */
@Controller
class ImportController {
    private static final List<List<String>> EXAMPLE = List.of(
            List.of("name", "mail", "service", "manager", "post"),
            List.of("Priya Lund", "priya.lund@example.gov.uk", "", "", "Head of service"),
            List.of("Omar Tindall", "omar.tindall@example.gov.uk", "", "priya.lund@example.gov.uk", "Team leader"),
            List.of("Siân O’Rourke", "sian.orourke@example.gov.uk", "", "Omar Tindall", "Officer"));
    private static final String NOBODY_LEFT = "none";
    private static final String SOME_LEFT = "ticked";
    private static final String ALL_LEFT = "all";

    private final StaffImports imports;
    private final Workplaces workplaces;
    private final Frames frames;
    private final Site site;

    ImportController(StaffImports imports, Workplaces workplaces, Frames frames, Site site) {
        this.imports = imports;
        this.workplaces = workplaces;
        this.frames = frames;
        this.site = site;
    }

    @GetMapping("/people/import")
    String ask(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.MANAGE_ACCOUNTS);
        return form(by, "", List.of(), request, model);
    }

    @PostMapping("/people/import")
    String check(Actor by, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String rows, HttpServletRequest request, HttpServletResponse response,
            Model model) throws IOException {
        by.must(Permission.MANAGE_ACCOUNTS);
        var sent = file != null && !file.isEmpty() ? file.getBytes() : rows.getBytes(StandardCharsets.UTF_8);
        var checked = rows.isBlank() && (file == null || file.isEmpty())
                ? new StaffImports.Checked(null, List.of(new StaffFault(0, "", "Choose a file, or paste the rows")))
                : imports.check(by, sent);
        if (checked.id() != null)
            return "redirect:/people/import/" + checked.id();
        response.setStatus(422);
        return form(by, rows, checked.faults(), request, model);
    }

    private String form(Actor by, String rows, List<StaffFault> faults, HttpServletRequest request, Model model) {
        var whole = faults.stream().filter(f -> f.line() == 0).map(StaffFault::words).findFirst().orElse(null);
        var lines = faults.stream().filter(f -> f.line() > 0).toList();
        var pasted = !rows.isBlank();
        var problems = new ArrayList<Problem>();
        if (whole != null)
            problems.add(new Problem(pasted ? "rows" : "file", whole));
        if (!lines.isEmpty())
            problems.add(new Problem("faults", counted(lines.size(), "thing", "things") + " to put right in the list"));
        var several = workplaces.councils(by).size() > 1;
        model.addAttribute("page", new ImportFormPage(
                frames.of(request, by, "Bring in a staff list").withBack("/people"), List.copyOf(problems),
                Field.of("file", "Staff list as a CSV file").withProblem(pasted ? null : whole),
                Field.of("rows", "Or paste the rows, with their heading").withValue(rows)
                        .withProblem(pasted ? whole : null),
                lines, lines.isEmpty() ? null : counted(lines.size(), "thing", "things") + " to put right",
                Arrays.stream(StaffColumn.values()).filter(c -> several || c.always()).map(StaffColumn::word)
                        .collect(Collectors.joining(", ")),
                several));
        return "access/staff/import";
    }

    @GetMapping("/people/import/example")
    ResponseEntity<byte[]> example(Actor by) {
        by.must(Permission.MANAGE_ACCOUNTS);
        return file("heed-staff-example.csv", StaffFile.written(EXAMPLE));
    }

    @StepUp
    @PostMapping("/people/export")
    ResponseEntity<byte[]> export(Actor by) {
        return file("heed-staff.csv", imports.export(by));
    }

    @GetMapping("/people/import/{id}")
    String show(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        return shown(by, id, imports.show(by, id), new Answer("", Set.of()), List.of(), false, request, model);
    }

    /** What was answered about those who are not in the list. */
    private record Answer(String leaving, Set<String> ticked) {
    }

    @PostMapping("/people/import/{id}")
    String confirm(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String leaving,
            @RequestParam(name = "leaver", required = false) @Nullable List<String> ticked, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var waiting = imports.show(by, id);
        var answer = new Answer(leaving, ticked == null ? Set.of() : Set.copyOf(ticked));
        var plan = waiting.plan();
        if (plan == null)
            return "redirect:/people/import/" + id;
        var offered = offered(by, plan);
        var problems = new ArrayList<Problem>();
        if (!offered.isEmpty() && !Set.of(NOBODY_LEFT, SOME_LEFT, ALL_LEFT).contains(leaving))
            problems.add(new Problem("leaving", "Say whether the people who are not in the list have left"));
        if (leaving.equals(SOME_LEFT) && answer.ticked().isEmpty())
            problems.add(new Problem("leaver", "Tick who has left, or say that nobody has"));
        if (leaving.equals(NOBODY_LEFT) && !answer.ticked().isEmpty())
            problems.add(new Problem("leaving", "You ticked people who have left: choose that, or clear the ticks"));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return shown(by, id, waiting, answer, problems, false, request, model);
        }
        var leavers = leaving.equals(ALL_LEFT)
                ? offered.stream().map(StaffMember::id).collect(Collectors.toSet())
                : answer.ticked().stream().map(ImportController::id).collect(Collectors.toSet());
        try {
            imports.confirm(by, id, seen, leavers);
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            // Somebody changed a person since: what would happen now is another thing, so it is asked anew.
            response.setStatus(409);
            return shown(by, id, imports.show(by, id), answer, List.of(), true, request, model);
        }
        frames.say(request, response, PeopleNotice.STAFF_IMPORTED);
        return "redirect:/people/import/" + id;
    }

    @PostMapping("/people/import/{id}/discarding")
    String discard(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        imports.discard(by, id);
        frames.say(request, response, PeopleNotice.IMPORT_DISCARDED);
        return "redirect:/people/import";
    }

    /** The links are in the answer itself and kept nowhere, as one person's is. */
    @PostMapping("/people/import/{id}/links")
    ResponseEntity<byte[]> links(Actor by, @PathVariable UUID id) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("name", "mail", "link"));
        imports.links(by, id).forEach(link -> lines.add(
                List.of(link.name(), link.mail(), site.address() + "/sign-in/invitation/" + link.secret())));
        return file("heed-first-links.csv", StaffFile.written(lines));
    }

    private String shown(Actor by, UUID id, StaffImports.Waiting waiting, Answer answer, List<Problem> problems,
            boolean moved, HttpServletRequest request, Model model) {
        var address = "/people/import/" + id;
        var outcome = waiting.outcome();
        var plan = waiting.plan();
        if (outcome != null || plan == null)
            return done(by, outcome == null ? new StaffImports.Outcome(List.of(), 0, 0, 0) : outcome, waiting, address,
                    request, model);
        var offered = offered(by, plan);
        var groups = Arrays.stream(StaffPlan.Kind.values()).map(kind -> group(kind, plan, waiting))
                .filter(g -> !g.people().isEmpty()).toList();
        var title = "Check the staff list";
        model.addAttribute("page", new ImportPage(frames.of(request, by, title).withBack("/people/import"), problems,
                moved, summary(plan, offered), groups, plan.steps().isEmpty() && offered.isEmpty(),
                offered.isEmpty()
                        ? null
                        : Field.of("leaving", "Have the people who are not in the list left?")
                                .withHint("Someone who has left is signed out at once and cannot sign in any more. "
                                        + "Someone who works for another body may rightly be missing.")
                                .withValue(answer.leaving()).withProblem(PeopleController.problem(problems, "leaving")),
                List.of(Choice.of(NOBODY_LEFT, "No, keep them all", answer.leaving().equals(NOBODY_LEFT)),
                        Choice.of(SOME_LEFT, "Those I tick below", answer.leaving().equals(SOME_LEFT)),
                        Choice.of(ALL_LEFT, "Yes, all " + counted(offered.size(), "person", "people"),
                                answer.leaving().equals(ALL_LEFT))),
                Field.of("leaver", "Here and not in the list")
                        .withProblem(PeopleController.problem(problems, "leaver")),
                offered.stream()
                        .map(p -> new Choice(p.id().toString(), p.name(),
                                p.service() == null ? p.post() : p.post() + ", " + name(p.service(), waiting.places()),
                                answer.ticked().contains(p.id().toString())))
                        .toList(),
                plan.faults(), waiting.seen(), address, address + "/discarding"));
        return "access/staff/importing";
    }

    /** Whoever confirms does not leave by it. */
    private static List<StaffMember> offered(Actor by, StaffPlan plan) {
        return plan.missing().stream().filter(p -> !by.is(p.id())).toList();
    }

    private static List<String> summary(StaffPlan plan, List<StaffMember> offered) {
        var lines = new ArrayList<String>();
        for (var kind : StaffPlan.Kind.values()) {
            long many = plan.steps().stream().filter(s -> s.kind() == kind).count();
            if (many > 0)
                lines.add(counted(many, "person", "people") + " " + will(kind));
        }
        if (plan.unchanged() > 0)
            lines.add(counted(plan.unchanged(), "person stays as they are", "people stay as they are"));
        if (!offered.isEmpty())
            lines.add(counted(offered.size(), "person is here and not in the list",
                    "people are here and not in the list"));
        return List.copyOf(lines);
    }

    private static String will(StaffPlan.Kind kind) {
        return switch (kind) {
            case ADDED -> "will be added";
            case RETURNED -> "left before and will be here again";
            case MOVED -> "will move to another service";
            case CHANGED -> "will have other details";
        };
    }

    private static ImportPage.Group group(StaffPlan.Kind kind, StaffPlan plan, StaffImports.Waiting waiting) {
        var people = plan.steps().stream().filter(s -> s.kind() == kind)
                .sorted(Comparator.comparingLong(s -> s.row().line()))
                .map(s -> new ImportPage.Person(s.row().line(), s.row().name(), facts(s, waiting))).toList();
        var heading = switch (kind) {
            case ADDED -> "Will be added";
            case RETURNED -> "Will be here again";
            case MOVED -> "Will move";
            case CHANGED -> "Will change";
        };
        return new ImportPage.Group(heading + ": " + counted(people.size(), "person", "people"), people);
    }

    private static List<String> facts(StaffPlan.Step step, StaffImports.Waiting waiting) {
        var was = step.was();
        var row = step.row();
        var places = waiting.places();
        var boss = step.manager();
        var manager = boss == null
                ? ""
                : boss.row() != null ? boss.row().name() : name(boss.staff(), waiting.names());
        if (was == null || step.kind() == StaffPlan.Kind.RETURNED)
            return Stream.of(row.post(), name(step.service(), places), row.mail(),
                    manager.isEmpty() ? "" : "Manager: " + manager,
                    was == null ? "" : "None of the roles they had").filter(fact -> !fact.isEmpty()).toList();
        var facts = new ArrayList<String>();
        changed(facts, "Name", was.name(), row.name());
        changed(facts, "Job title", was.post(), row.post());
        changed(facts, "Works for", name(was.council(), places), name(step.council(), places));
        changed(facts, "Service", name(was.service(), places), name(step.service(), places));
        if (StaffPlan.Boss.isNew(was, boss))
            facts.add("Manager: " + nothing(name(was.manager(), waiting.names())) + " → " + nothing(manager));
        return List.copyOf(facts);
    }

    private static void changed(List<String> facts, String what, String from, String to) {
        if (!from.equals(to))
            facts.add(what + ": " + nothing(from) + " → " + nothing(to));
    }

    private static String nothing(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static String name(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? "" : names.getOrDefault(id, "");
    }

    private String done(Actor by, StaffImports.Outcome outcome, StaffImports.Waiting waiting, String address,
            HttpServletRequest request, Model model) {
        var lines = new ArrayList<String>();
        int fresh = outcome.added().size() - outcome.returned();
        if (fresh > 0)
            lines.add(counted(fresh, "person was added", "people were added"));
        if (outcome.returned() > 0)
            lines.add(counted(outcome.returned(), "person is here again", "people are here again"));
        if (outcome.changed() > 0)
            lines.add(counted(outcome.changed(), "person was changed", "people were changed"));
        if (outcome.left() > 0)
            lines.add(counted(outcome.left(), "person is marked as having left and is signed out",
                    "people are marked as having left and are signed out"));
        if (lines.isEmpty())
            lines.add("Nobody was changed");
        var people = waiting.names().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .map(p -> new ImportedPage.Waiting(p.getValue(), "/people/" + p.getKey())).toList();
        model.addAttribute("page",
                new ImportedPage(frames.of(request, by, "The staff list has been applied").withBack("/people"),
                        List.copyOf(lines), people, counted(people.size(), "person has", "people have"),
                        address + "/links"));
        return "access/staff/imported";
    }

    private static String counted(long many, String one, String several) {
        return String.format(Locale.UK, "%,d %s", many, many == 1 ? one : several);
    }

    private static UUID id(String ticked) {
        try {
            return UUID.fromString(ticked);
        } catch (IllegalArgumentException e) {
            throw Refusal.NOT_FOUND.because("no such leaver");
        }
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}

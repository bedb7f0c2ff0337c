package heed.directory.vocabulary;

import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import heed.platform.web.SummaryRow;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists that people choose from, as a coordinator reads, edits and adopts them. */
@Controller
@RequestMapping("/settings/lists")
class ListsController {
    private static final String FORM = "layout/form";
    private static final String HOME = "/settings/lists";
    private static final String NOT_YOURS = "Somebody else changed this list while you did. Nothing of yours is saved yet: what stands now is shown first, and what you typed is below.";

    private final WordLists lists;
    private final Staff staff;
    private final Frames frames;
    private final LondonTime time;

    ListsController(WordLists lists, Staff staff, Frames frames, LondonTime time) {
        this.lists = lists;
        this.staff = staff;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String all(Actor by, HttpServletRequest request, Model model) {
        var all = lists.all(by);
        var names = staff.names(by, all.stream().map(WordLists.Standing::adopted).filter(Objects::nonNull)
                .map(ListVersion::adoptedBy).filter(Objects::nonNull).distinct().toList());
        var today = lists.today(by);
        var read = all.stream().filter(s -> s.kind().inUse()).map(s -> row(s, names, today)).toList();
        var waiting = all.stream().filter(s -> !s.kind().inUse()).map(s -> row(s, names, today)).toList();
        model.addAttribute("page", new ListsPage(frames.of(request, by, "Lists"), read, waiting));
        return "directory/vocabulary/lists";
    }

    private ListsPage.Row row(WordLists.Standing s, Map<UUID, String> names, LocalDate today) {
        int valid = s.list().on(today).size();
        int doubtful = s.list().unconfirmed();
        return new ListsPage.Row(s.kind().title(), HOME + "/" + s.kind().name(), s.kind().where(),
                valid == 1 ? "1 row" : valid + " rows", adopted(s, names),
                doubtful == 0 ? "" : doubtful + " not confirmed");
    }

    private String adopted(WordLists.Standing s, Map<UUID, String> names) {
        var adopted = s.adopted();
        if (adopted == null)
            return "Not adopted";
        return "Adopted by " + names.getOrDefault(adopted.adoptedBy(), "someone who has left") + " on "
                + time.day(Objects.requireNonNull(adopted.adoptedAt()))
                + (adopted.version() == s.list().version() ? "" : ", and changed since");
    }

    @GetMapping("/{list}")
    String show(Actor by, @PathVariable String list, @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request, Model model) {
        var standing = lists.standing(by, list);
        var kind = standing.kind();
        var shown = version == null || version == standing.list().version()
                ? standing.list()
                : lists.past(by, list, version);
        var past = shown.version() == standing.list().version() ? null : versionWords(shown.version());
        var adopted = standing.adopted();
        var names = staff.names(by, Stream.of(adopted).filter(Objects::nonNull).map(ListVersion::adoptedBy)
                .filter(Objects::nonNull).toList());
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Used for", kind.where()));
        facts.add(SummaryRow.of("Adopted", adopted(standing, names)));
        facts.add(SummaryRow.of("Version", shown.version() == 0
                ? "As it ships with Heed"
                : String.valueOf(shown.version())));
        if (shown.unconfirmed() > 0)
            facts.add(SummaryRow.of("Not confirmed", shown.unconfirmed() == 1
                    ? "1 row is our suggestion: no published list names it"
                    : shown.unconfirmed() + " rows are our suggestions: no published list names them"));
        var today = lists.today(by);
        model.addAttribute("page", new ListPage(
                frames.of(request, by, kind.title()).withBack(past == null ? HOME : HOME + "/" + list + "/history"),
                kind.title(), HOME + "/" + list, past, String.valueOf(shown.version()), facts,
                shown.rows().size() == 1 ? "1 row" : shown.rows().size() + " rows",
                kind.own().stream().map(WordRowForm::title).toList(), rows(shown, standing.used(), today),
                list.equals(Shipped.WARDS)
                        ? "No wards yet. Add them one by one, or take them from a file."
                        : "No rows yet. Add the first."));
        return "directory/vocabulary/list";
    }

    private static String versionWords(int version) {
        return version == 0 ? "as it ships with Heed" : "version " + version;
    }

    private static List<ListPage.Row> rows(WordList list, Set<String> used, LocalDate today) {
        var rows = new ArrayList<ListPage.Row>();
        list.rows().stream().filter(r -> r.parent().isEmpty()).forEach(top -> {
            rows.add(row(list, top, used, today));
            list.rows().stream().filter(r -> r.parent().equals(top.code()))
                    .forEach(r -> rows.add(row(list, r, used, today)));
        });
        return rows;
    }

    private static ListPage.Row row(WordList list, WordRow row, Set<String> used, LocalDate today) {
        var beside = list.rows().stream().filter(r -> r.parent().equals(row.parent())).toList();
        var from = row.validFrom();
        var to = row.validTo();
        var state = to != null && to.isBefore(today)
                ? "Ended " + WordRowForm.words(to)
                : from != null && from.isAfter(today)
                        ? "From " + WordRowForm.words(from)
                        : to != null ? "Until " + WordRowForm.words(to) : "";
        return new ListPage.Row(row.code(), row.label(), !row.parent().isEmpty(), WordRowForm.applies(row.appliesTo()),
                state, row.unconfirmed(), used.contains(row.code()), row.more(),
                beside.getFirst().equals(row), beside.getLast().equals(row));
    }

    @GetMapping("/{list}/history")
    String history(Actor by, @PathVariable String list, HttpServletRequest request, Model model) {
        var versions = lists.history(by, list);
        var title = title(list);
        var ids = new HashSet<UUID>();
        versions.forEach(v -> {
            ids.add(v.by());
            var adopter = v.adoptedBy();
            if (adopter != null)
                ids.add(adopter);
        });
        var names = staff.names(by, ids);
        var rows = new ArrayList<ListHistoryPage.Row>();
        for (var v : versions) {
            var label = v.code() == null ? "" : ": " + lists.past(by, list, v.version()).label(v.code());
            var at = v.adoptedAt();
            rows.add(new ListHistoryPage.Row("Version " + v.version(), HOME + "/" + list + "?version=" + v.version(),
                    v.change().words() + label,
                    names.getOrDefault(v.by(), "Someone who has left") + ", " + time.dayAndTime(v.at()),
                    at == null
                            ? ""
                            : names.getOrDefault(v.adoptedBy(), "Someone who has left") + ", " + time.dayAndTime(at)
                                    + (v.unconfirmed() == 0 ? "" : ", with " + v.unconfirmed() + " not confirmed")));
        }
        rows.add(new ListHistoryPage.Row("As it ships", HOME + "/" + list + "?version=0", "Came with Heed", "", ""));
        model.addAttribute("page", new ListHistoryPage(
                frames.of(request, by, "History: " + title).withBack(HOME + "/" + list), "History: " + title, rows));
        return "directory/vocabulary/history";
    }

    @GetMapping("/{list}/rows/new")
    String adding(Actor by, @PathVariable String list, HttpServletRequest request, Model model) {
        var now = lists.standing(by, list);
        model.addAttribute("page", form(by, now, null, WordRowForm.blank(), now.list().version(), List.of(), request));
        return FORM;
    }

    @PostMapping("/{list}/rows")
    String add(Actor by, @PathVariable String list, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        return save(by, list, null, sent, request, response, model);
    }

    @GetMapping("/{list}/rows/{code}")
    String changing(Actor by, @PathVariable String list, @PathVariable String code, HttpServletRequest request,
            Model model) {
        var now = lists.standing(by, list);
        var row = now.list().row(code).orElseThrow(() -> Refusal.NOT_FOUND.because("no such row"));
        model.addAttribute("page", form(by, now, row, WordRowForm.of(row, now.kind().own()), now.list().version(),
                List.of(), request));
        return FORM;
    }

    @PostMapping("/{list}/rows/{code}")
    String change(Actor by, @PathVariable String list, @PathVariable String code,
            @RequestParam Map<String, String> sent, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        return save(by, list, code, sent, request, response, model);
    }

    private String save(Actor by, String list, @Nullable String code, Map<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var now = lists.standing(by, list);
        var own = now.kind().own();
        var old = code == null
                ? null
                : now.list().row(code).orElseThrow(() -> Refusal.NOT_FOUND.because("no such row"));
        var form = new WordRowForm(sent);
        var coded = code != null
                ? code
                : form.get("code").isEmpty() ? lists.freshCode(by, list, form.get("label")) : form.get("code");
        var row = form.row(coded, own);
        int seen = seen(sent);
        if (seen != now.list().version()) {
            response.setStatus(Refusal.MOVED_ON.status());
            model.addAttribute("page", theirs(form(by, now, old, form, now.list().version(), List.of(), request), now,
                    old));
            return FORM;
        }
        var problems = new ArrayList<>(form.unread());
        problems.addAll(WordRowForm.beside(lists.problems(by, list, row, code == null), own));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", form(by, now, old, form, seen, problems, request));
            return FORM;
        }
        try {
            if (code == null)
                lists.add(by, list, seen, row);
            else
                lists.change(by, list, seen, row);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            var then = lists.standing(by, list);
            response.setStatus(refused.kind().status());
            model.addAttribute("page", theirs(form(by, then, old, form, then.list().version(), List.of(), request),
                    then, old));
            return FORM;
        }
        frames.say(request, response, ListNotice.LIST_CHANGED);
        return "redirect:" + HOME + "/" + list;
    }

    private static FormPage theirs(FormPage page, WordLists.Standing now, @Nullable WordRow old) {
        var rows = old == null
                ? List.of(SummaryRow.of("Now in the list", String.join("\n",
                        now.list().rows().reversed().stream().limit(5).map(WordRow::label).toList())))
                : WordRowForm.shown(now.list().row(old.code()).orElse(old), now.list());
        return page.withShown(rows).withWarning(NOT_YOURS);
    }

    private FormPage form(Actor by, WordLists.Standing now, @Nullable WordRow row, WordRowForm form, int seen,
            List<Problem> problems, HttpServletRequest request) {
        var at = HOME + "/" + now.kind().name();
        var rules = new ListRules(now.list(), Map.of(), now.used(), now.kind().own());
        return FormPage.of(frames.of(request, by, row == null ? "Add a row" : "Change a row"),
                row == null ? at + "/rows" : at + "/rows/" + row.code(),
                form.questions(now.list(), rules, row == null ? null : row.code(), problems), problems,
                row == null ? "Add this row" : "Save this row", at)
                .withIntro(now.kind().title()
                        + ". No names or facts of people: lists are not encrypted, and everyone reads them.")
                .withHidden(Map.of("seen", String.valueOf(seen)));
    }

    @PostMapping("/{list}/order")
    String move(Actor by, @PathVariable String list, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response) {
        try {
            lists.move(by, list, seen(sent), sent.getOrDefault("code", ""), "up".equals(sent.get("to")));
            frames.say(request, response, ListNotice.LIST_CHANGED);
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            // The page that comes shows the list as it stands, to move the row in that.
        }
        return "redirect:" + HOME + "/" + list;
    }

    @GetMapping("/{list}/adoption")
    String adopting(Actor by, @PathVariable String list, HttpServletRequest request, Model model) {
        model.addAttribute("page", adoption(by, lists.standing(by, list), List.of(), null, request));
        return FORM;
    }

    @PostMapping("/{list}/adoption")
    String adopt(Actor by, @PathVariable String list, @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var confirmed = Objects.requireNonNullElse(sent.get("confirmed"), List.<String>of());
        try {
            lists.adopt(by, list, seen(sent.toSingleValueMap()), new HashSet<>(confirmed));
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            model.addAttribute("page", adoption(by, lists.standing(by, list), confirmed,
                    refused.kind() == Refusal.MOVED_ON
                            ? "Somebody else changed or adopted this list while you read it. Read it again before you adopt it: what stands now is below."
                            : "This version is adopted already.",
                    request));
            return FORM;
        }
        frames.say(request, response, ListNotice.LIST_ADOPTED);
        return "redirect:" + HOME + "/" + list;
    }

    private FormPage adoption(Actor by, WordLists.Standing now, List<String> confirmed, @Nullable String warning,
            HttpServletRequest request) {
        var at = HOME + "/" + now.kind().name();
        var doubtful = now.list().rows().stream().filter(WordRow::unconfirmed)
                .map(r -> Choice.of(r.code(), r.label(), confirmed.contains(r.code()))).toList();
        var names = staff.names(by, List.of(by.staff()));
        var valid = now.list().on(lists.today(by)).stream().map(WordRow::label).toList();
        return FormPage.of(frames.of(request, by, "Adopt this list"), at + "/adoption",
                doubtful.isEmpty()
                        ? List.of()
                        : List.of(new Question.Tick(Field.of("confirmed", "Which of these do you confirm?").withHint(
                                "They are our suggestions: no published list names them. The others stay marked as not confirmed."),
                                doubtful)),
                List.of(), "Adopt", at)
                .withShown(List.of(SummaryRow.of("List", now.kind().title()),
                        SummaryRow.of("Version", now.list().version() == 0
                                ? "As it ships with Heed"
                                : String.valueOf(now.list().version())),
                        SummaryRow.of("Adopted by", names.getOrDefault(by.staff(), "You")),
                        SummaryRow.of(valid.size() == 1 ? "1 row" : valid.size() + " rows", String.join("\n", valid))))
                .withWarning(warning).withHidden(Map.of("seen", String.valueOf(now.list().version())));
    }

    @GetMapping("/{list}/file")
    void file(Actor by, @PathVariable String list, HttpServletResponse response) throws java.io.IOException {
        var now = lists.standing(by, list);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + list + ".csv\"");
        response.getOutputStream().write(ListFile.out(now.list(), now.kind()).getBytes(
                java.nio.charset.StandardCharsets.UTF_8));
    }

    @GetMapping("/{list}/import")
    String importing(Actor by, @PathVariable String list, HttpServletRequest request, Model model) {
        var now = lists.standing(by, list);
        return importPage(by, now, "", now.list().version(), null, List.of(), request, model);
    }

    @PostMapping("/{list}/import")
    String take(Actor by, @PathVariable String list, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        var now = lists.standing(by, list);
        var text = sent.getOrDefault("file", "");
        int seen = seen(sent);
        if (seen != now.list().version()) {
            response.setStatus(Refusal.MOVED_ON.status());
            return importPage(by, now, text, now.list().version(),
                    "Somebody else changed this list while you did. Download it again and compare before you send yours.",
                    List.of(), request, model);
        }
        var in = text.length() > ListFile.LONGEST
                ? new ListFile.In(List.of(), List.of(new Problem("file", "The file must be 1 MB or less")))
                : ListFile.in(text.replace("\r\n", "\n"), now.kind());
        var problems = in.problems().isEmpty() ? lists.problems(by, list, in.rows()) : in.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return importPage(by, now, text, seen, null, problems, request, model);
        }
        lists.replace(by, list, seen, in.rows());
        frames.say(request, response, ListNotice.LIST_CHANGED);
        return "redirect:" + HOME + "/" + list;
    }

    private String importPage(Actor by, WordLists.Standing now, String text, int seen, @Nullable String warning,
            List<Problem> problems, HttpServletRequest request, Model model) {
        var at = HOME + "/" + now.kind().name();
        var said = problems.isEmpty()
                ? List.<Problem>of()
                : List.of(problems.size() == 1
                        ? problems.getFirst()
                        : new Problem("file", "Put right what is listed below. Nothing was kept"));
        model.addAttribute("page", new ListImportPage(frames.of(request, by, "Take rows from a file").withBack(at), at,
                String.valueOf(seen), String.join(",", now.kind().columns()), warning,
                Field.of("file", "The file’s text").withValue(text).withProblem(FormPage.problem(said, "file")), said,
                problems.size() < 2 ? List.of() : problems.stream().map(Problem::text).limit(100).toList()));
        return "directory/vocabulary/import";
    }

    private static String title(String list) {
        return Shipped.kind(list).map(Shipped.Kind::title).orElse("");
    }

    private static int seen(Map<String, String> sent) {
        var seen = sent.getOrDefault("seen", "");
        return seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : -1;
    }
}

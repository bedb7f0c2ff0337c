package heed.casework.figure;

import heed.casework.coding.CouncilLists;
import heed.casework.coding.Vocabulary;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Pager;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list that a figure opens. */
@Controller
class FigureListController {
    private static final long LONGEST_DAYS = 366 * 6;

    private final FigureLists lists;
    private final PartNames names;
    private final CouncilLists words;
    private final Frames frames;
    private final LondonTime time;
    private final Clock clock;

    FigureListController(FigureLists lists, PartNames names, CouncilLists words, Frames frames, LondonTime time,
            Clock clock) {
        this.lists = lists;
        this.names = names;
        this.words = words;
        this.frames = frames;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping("/figures/{measure}/list")
    String list(Actor by, @PathVariable String measure, @RequestParam Map<String, String> sent,
            HttpServletRequest request, Model model) {
        int page = page(sent.get("page"));
        var listed = lists.list(by, measure, question(sent), page);
        var definition = listed.measure().definition();
        var narrowed = listed.question().filters().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(e -> names.name(by, Splits.of(e.getKey()), e.getValue())).toList();
        var shown = words.now(by);
        var rows = listed.lines().stream().map(line -> row(line, shown)).toList();
        var title = definition.title();
        model.addAttribute("page", new FigureListPage(
                frames.of(request, by, title + ": list").withBack(definition.href()), title,
                listed.question().period().words(), narrowed, total(listed), rows, pager(listed, page, request),
                rows.stream().anyMatch(r -> !r.part().isEmpty())));
        return "casework/figure/list";
    }

    private FigureListPage.Row row(FigureLists.Line line, Vocabulary shown) {
        var c = line.concern();
        var about = line.about();
        return new FigureListPage.Row(c.ref().value(), "/concerns/" + c.ref(), c.danger(),
                about.isEmpty()
                        ? "Nobody named"
                        : about.getFirst().shown() + (about.size() > 1 ? " and " + (about.size() - 1) + " more" : ""),
                c.subject().shortWords(), time.day(c.receivedAt()), c.status().words(),
                line.part().isEmpty() ? "" : PartNames.kind(shown, line.part()));
    }

    private static String total(FigureLists.Listed listed) {
        var unit = listed.measure().definition().list();
        return String.format(Locale.UK, "%,d ", listed.total()) + (listed.total() == 1 ? one(unit) : unit);
    }

    private static String one(String many) {
        return switch (many) {
            case "people" -> "person";
            case "types of harm" -> "type of harm";
            default -> many.substring(0, many.length() - 1);
        };
    }

    private static @Nullable Pager pager(FigureLists.Listed listed, int page, HttpServletRequest request) {
        if (listed.total() <= FigureLists.PAGE)
            return null;
        var more = (long) (page + 1) * FigureLists.PAGE < listed.total();
        return new Pager(page == 0 ? null : at(listed, request, page - 1), more ? at(listed, request, page + 1) : null,
                listed.lines().size() + " shown of " + String.format(Locale.UK, "%,d", listed.total()));
    }

    private static String at(FigureLists.Listed listed, HttpServletRequest request, int page) {
        var period = listed.question().period();
        var href = new StringBuilder(request.getRequestURI()).append("?from=").append(period.from()).append("&until=")
                .append(period.until());
        listed.question().filters().forEach((code, key) -> href.append('&').append(code).append('=')
                .append(java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8)));
        return href.append("&page=").append(page).toString();
    }

    private Question question(Map<String, String> sent) {
        var filters = new HashMap<String, String>();
        for (var split : Splits.all())
            if (!sent.getOrDefault(split.code(), "").isEmpty())
                filters.put(split.code(), sent.getOrDefault(split.code(), ""));
        var today = LocalDate.ofInstant(clock.instant(), LondonTime.ZONE);
        var quarter = Period.quarter(today);
        try {
            var period = new Period(day(sent.get("from"), quarter.from()), day(sent.get("until"), quarter.until()));
            if (period.days() > LONGEST_DAYS)
                throw Refusal.NOT_FOUND.because("too long a period");
            var question = Question.of(period, clock.instant());
            for (var filter : filters.entrySet())
                question = question.only(filter.getKey(), filter.getValue());
            return question;
        } catch (IllegalArgumentException | DateTimeException notOne) {
            throw Refusal.NOT_FOUND.because("not a period");
        }
    }

    private static LocalDate day(@Nullable String sent, LocalDate otherwise) {
        if (sent == null || sent.isEmpty())
            return otherwise;
        var day = LocalDate.parse(sent);
        if (day.getYear() < 2000 || day.getYear() > 2100)
            throw new DateTimeException("out of range");
        return day;
    }

    private static int page(@Nullable String sent) {
        return sent != null && sent.matches("\\d{1,5}") ? Integer.parseInt(sent) : 0;
    }
}

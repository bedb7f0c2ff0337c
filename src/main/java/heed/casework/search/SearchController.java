package heed.casework.search;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refused;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching: what is looked for is posted, and what was found has an address that says nothing. */
@Controller
@RequestMapping("/search")
class SearchController {
    private static final Logger LOG = LoggerFactory.getLogger(SearchController.class);
    private static final String VIEW = "casework/search/search";

    private final Search search;
    private final Frames frames;
    private final LondonTime time;

    SearchController(Search search, Frames frames, LondonTime time) {
        this.search = search;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String ask(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.WORK_CONCERNS);
        model.addAttribute("page", SearchPage.blank(frames.of(request, by, "Search")));
        return VIEW;
    }

    @PostMapping
    String look(Actor by, @RequestParam(defaultValue = "") String sought, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.WORK_CONCERNS);
        var typed = sought.strip().replaceAll("\\s+", " ");
        try {
            var direct = search.reference(by, typed);
            if (direct.isPresent())
                return "redirect:/concerns/" + direct.get();
            var problem = Sought.of(typed).problem();
            if (problem == null)
                return "redirect:/search/" + search.keep(by, typed);
            response.setStatus(422);
            model.addAttribute("page", SearchPage.wrong(frames.of(request, by, "Search"), sought, problem));
            return VIEW;
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException failed) {
            return failed(by, sought, failed, request, response, model);
        }
    }

    @GetMapping("/{id}")
    String show(Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.WORK_CONCERNS);
        var typed = "";
        try {
            var kept = search.kept(by, id);
            if (kept.isEmpty()) {
                response.setStatus(404);
                model.addAttribute("page", SearchPage.gone(frames.of(request, by, "Search")));
                return VIEW;
            }
            typed = kept.get().typed();
            var from = SearchCursor.of(after);
            var found = search.find(by, typed, from);
            model.addAttribute("page", SearchPage.of(frames.of(request, by, "Search"), kept.get(), found, from == null,
                    time));
            return VIEW;
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException failed) {
            return failed(by, typed, failed, request, response, model);
        }
    }

    private String failed(Actor by, String typed, RuntimeException failed, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        // Only the class: a message may quote what was being worked on.
        LOG.warn("A search failed: {}", failed.getClass().getName());
        response.setStatus(500);
        model.addAttribute("page", SearchPage.failed(frames.of(request, by, "Search"), typed));
        return VIEW;
    }
}

package heed.assurance.framework;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Frameworks: loaded, put right, published, taken away. */
@Controller
@RequestMapping(FrameworkPages.HOME)
class FrameworksController {
    private static final int LONGEST_WORDS = 1_000;
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
    private static final MediaType BOOK = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String LIST = "assurance/framework/list";
    private static final String SHOW = "assurance/framework/show";
    private static final String FORM = "assurance/framework/form";

    private final Frameworks frameworks;
    private final FrameworkDrafts drafts;
    private final FrameworkPages pages;
    private final Frames frames;

    FrameworksController(Frameworks frameworks, FrameworkDrafts drafts, FrameworkPages pages, Frames frames) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping
    String all(Actor by, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.all(by, null, request));
        return LIST;
    }

    @PostMapping("/shipped")
    String publishShipped(Actor by, @RequestParam(defaultValue = "") List<String> code, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_FRAMEWORKS);
        String problem = code.isEmpty() ? "Tick at least one" : null;
        if (problem == null)
            try {
                drafts.publishShipped(by, code);
            } catch (Refused refused) {
                if (refused.kind() != Refusal.NOT_ALLOWED_NOW)
                    throw refused;
                problem = "Publish or give up the drafts of the same codes first";
            }
        if (problem != null) {
            response.setStatus(422);
            model.addAttribute("page", pages.all(by, problem, request));
            return LIST;
        }
        frames.say(request, response, FrameworkNotice.FRAMEWORKS_PUBLISHED);
        return "redirect:" + FrameworkPages.HOME;
    }

    @GetMapping("/loading")
    String ask(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_FRAMEWORKS);
        return form(by, null, null, "", List.of(), null, request, model);
    }

    private String form(Actor by, @Nullable UUID id, @Nullable Integer seen, String text, List<FrameworkFault> faults,
            @Nullable String theirs, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.form(by, id, seen, text, faults, theirs, request));
        return FORM;
    }

    @PostMapping("/loading")
    String load(Actor by, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text, HttpServletRequest request, HttpServletResponse response,
            Model model) throws IOException {
        by.must(Permission.KEEP_FRAMEWORKS);
        var sent = sent(file, text);
        var taken = sent.length == 0
                ? new FrameworkDrafts.Taken(null, List.of(new FrameworkFault("", "Choose a file, or paste it")))
                : drafts.load(by, sent);
        if (taken.draft() == null) {
            response.setStatus(422);
            return form(by, null, null, shown(sent, text), taken.faults(), null, request, model);
        }
        frames.say(request, response, FrameworkNotice.FRAMEWORK_DRAFTED);
        return "redirect:" + FrameworkPages.HOME + "/drafts/" + taken.draft();
    }

    private static byte[] sent(@Nullable MultipartFile file, String text) throws IOException {
        if (file != null && !file.isEmpty())
            return file.getSize() > Documents.MOST_BYTES ? new byte[Documents.MOST_BYTES + 1] : file.getBytes();
        return text.isBlank() ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    /** What was sent as text is shown again, so that it can be put right here; a workbook cannot be. */
    private static String shown(byte[] sent, String text) {
        boolean workbook = sent.length > 1 && sent[0] == 'P' && sent[1] == 'K';
        return workbook || sent.length == 0 || sent.length > 200_000 || sent[0] == 0
                ? text
                : new String(sent, StandardCharsets.UTF_8);
    }

    @GetMapping("/drafts/{id}")
    String draft(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.draft(by, id, "", "", List.of(), false, request));
        return SHOW;
    }

    @GetMapping("/drafts/{id}/changing")
    String askChange(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var draft = drafts.draft(by, id);
        frameworks.seen(by, "framework.view", id, List.of());
        return form(by, id, draft.version(), YamlText.written(draft.tree()), List.of(), null, request, model);
    }

    @PostMapping("/drafts/{id}/changing")
    String change(Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "-1") int seen,
            HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        drafts.draft(by, id);
        var sent = sent(file, text);
        try {
            var faults = sent.length == 0
                    ? List.of(new FrameworkFault("", "Choose a file, or write it here"))
                    : drafts.change(by, id, sent, seen);
            if (!faults.isEmpty()) {
                response.setStatus(422);
                return form(by, id, seen, shown(sent, text), faults, null, request, model);
            }
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            var now = drafts.draft(by, id);
            return form(by, id, now.version(), shown(sent, text), List.of(), YamlText.written(now.tree()), request,
                    model);
        }
        frames.say(request, response, FrameworkNotice.FRAMEWORK_CHANGED);
        return "redirect:" + FrameworkPages.HOME + "/drafts/" + id;
    }

    @PostMapping("/drafts/{id}/publishing")
    String publish(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String words,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        var correction = drafts.prospect(by, drafts.draft(by, id)).last() != null;
        var why = Stream.of(Framework.Reason.values()).filter(r -> r.name().equals(reason)).findFirst().orElse(null);
        var problems = new ArrayList<Problem>();
        if (correction && why == null)
            problems.add(new Problem("reason", "Say why it is corrected"));
        if (words.strip().length() > LONGEST_WORDS)
            problems.add(new Problem("words", "Use " + LONGEST_WORDS + " characters or fewer"));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("page", pages.draft(by, id, reason, words, problems, false, request));
            return SHOW;
        }
        try {
            var published = drafts.publish(by, id, seen, why, words);
            frames.say(request, response, FrameworkNotice.FRAMEWORK_PUBLISHED);
            return "redirect:" + FrameworkPages.HOME + "/" + published;
        } catch (Refused refused) {
            if (refused.kind() == Refusal.NOT_FOUND)
                throw refused;
            response.setStatus(refused.kind().status());
            model.addAttribute("page", pages.draft(by, id, reason, words, List.of(),
                    refused.kind() == Refusal.MOVED_ON, request));
            return SHOW;
        }
    }

    @PostMapping("/drafts/{id}/discarding")
    String discard(Actor by, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer seen,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            drafts.discard(by, id, seen);
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(refused.kind().status());
            model.addAttribute("page", pages.draft(by, id, "", "", List.of(), true, request));
            return SHOW;
        }
        frames.say(request, response, FrameworkNotice.FRAMEWORK_DISCARDED);
        return "redirect:" + FrameworkPages.HOME;
    }

    @StepUp
    @PostMapping("/drafts/{id}/yaml")
    ResponseEntity<byte[]> draftYaml(Actor by, @PathVariable UUID id) {
        var draft = drafts.draft(by, id);
        return yaml(by, id, draft.code(), draft.tree());
    }

    @StepUp
    @PostMapping("/drafts/{id}/workbook")
    ResponseEntity<byte[]> draftBook(Actor by, @PathVariable UUID id) {
        var draft = drafts.draft(by, id);
        return book(by, id, draft.code(), draft.tree());
    }

    @GetMapping("/{id}")
    String show(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        mustRead(by);
        model.addAttribute("page", pages.published(by, id, request));
        return SHOW;
    }

    private static void mustRead(Actor by) {
        if (!by.may(Permission.KEEP_FRAMEWORKS))
            by.must(Permission.KEEP_RETURN);
    }

    @PostMapping("/{id}/correcting")
    String correct(Actor by, @PathVariable UUID id) {
        return "redirect:" + FrameworkPages.HOME + "/drafts/" + drafts.correct(by, id);
    }

    @StepUp
    @PostMapping("/{id}/yaml")
    ResponseEntity<byte[]> yaml(Actor by, @PathVariable UUID id) {
        mustRead(by);
        var of = frameworks.get(by, id);
        return yaml(by, id, of.code() + "-version-" + of.version(), frameworks.tree(by, id));
    }

    @StepUp
    @PostMapping("/{id}/workbook")
    ResponseEntity<byte[]> book(Actor by, @PathVariable UUID id) {
        mustRead(by);
        var of = frameworks.get(by, id);
        return book(by, id, of.code() + "-version-" + of.version(), frameworks.tree(by, id));
    }

    private ResponseEntity<byte[]> yaml(Actor by, UUID id, String name, Tree tree) {
        frameworks.seen(by, "framework.export", id, List.of());
        return file(name + ".yaml", YAML, YamlText.written(tree).getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> book(Actor by, UUID id, String name, Tree tree) {
        frameworks.seen(by, "framework.export", id, List.of());
        return file(name + ".xlsx", BOOK, FrameworkBook.written(tree));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}

package heed.casework.raise;

import heed.casework.file.Brought;
import heed.casework.file.FileNotice;
import heed.casework.file.FileRow;
import heed.casework.file.FilesPage;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.StreamedForm;
import heed.records.document.Intake;
import heed.records.document.VirusCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding photos and documents while telling us. */
@Controller
@RequestMapping("/raise/{draft}/files")
class DraftFilesController {
    private static final String VIEW = "casework/file/files";

    private final DraftFiles files;
    private final Raise raise;
    private final Intake intake;
    private final VirusCheck viruses;
    private final Frames frames;
    private final LondonTime time;

    DraftFilesController(DraftFiles files, Raise raise, Intake intake, VirusCheck viruses, Frames frames,
            LondonTime time) {
        this.files = files;
        this.raise = raise;
        this.intake = intake;
        this.viruses = viruses;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String show(Actor by, @PathVariable UUID draft, HttpServletRequest request, Model model) {
        if (raise.read(by, draft).sent())
            return "redirect:/raise/" + draft + "/receipt";
        model.addAttribute("page", page(by, draft, "", List.of(), request));
        return VIEW;
    }

    @PostMapping
    String add(Actor by, @PathVariable UUID draft, @RequestParam(defaultValue = "") String description,
            StreamedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        // Nothing is taken in for a draft that is not theirs.
        raise.read(by, draft);
        var problems = FilesPage.check(description);
        if (problems.isEmpty())
            try (var brought = Brought.from(by, form, intake)) {
                problems = FilesPage
                        .problems(files.add(by, draft, brought, description.replace("\r\n", "\n")).problems());
            }
        if (problems.isEmpty()) {
            frames.say(request, response, FileNotice.FILES_ADDED);
            return "redirect:/raise/" + draft + "/files";
        }
        response.setStatus(422);
        model.addAttribute("page", page(by, draft, description, problems, request));
        return VIEW;
    }

    @PostMapping("/{file}/removal")
    String remove(Actor by, @PathVariable UUID draft, @PathVariable UUID file, HttpServletRequest request,
            HttpServletResponse response) {
        files.remove(by, draft, file);
        frames.say(request, response, FileNotice.FILE_REMOVED);
        return "redirect:/raise/" + draft + "/files";
    }

    private FilesPage page(Actor by, UUID draft, String typed, List<Problem> problems, HttpServletRequest request) {
        var base = "/raise/" + draft;
        var rows = files.of(by, draft).stream()
                .map(file -> FileRow.of(file, viruses, time, null, base + "/files", "")).toList();
        return FilesPage.of(frames.of(request, by, "Photos and documents").withBack(base), null, base + "/files", rows,
                viruses, typed, problems, base + "/body-map", base, "Continue");
    }
}

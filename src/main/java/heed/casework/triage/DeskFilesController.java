package heed.casework.triage;

import heed.casework.ConcernRef;
import heed.casework.file.Brought;
import heed.casework.file.FileNotice;
import heed.casework.file.FilesPage;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.StreamedForm;
import heed.records.document.GivingOut;
import heed.records.document.Intake;
import heed.records.document.VirusCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A concern's photos and documents on the officers' side. */
@Controller
@RequestMapping("/concerns/{ref}/files")
class DeskFilesController {
    private static final String VIEW = "casework/file/files";

    private final DeskFiles files;
    private final Intake intake;
    private final VirusCheck viruses;
    private final GivingOut givingOut;
    private final Frames frames;

    DeskFilesController(DeskFiles files, Intake intake, VirusCheck viruses, GivingOut givingOut, Frames frames) {
        this.files = files;
        this.intake = intake;
        this.viruses = viruses;
        this.givingOut = givingOut;
        this.frames = frames;
    }

    @GetMapping
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        model.addAttribute("page", page(by, ref, "", List.of(), request));
        return VIEW;
    }

    @PostMapping
    String add(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String description,
            StreamedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        // Nothing is taken in for a concern that they may not see.
        files.of(by, ref);
        var problems = FilesPage.check(description);
        if (problems.isEmpty())
            try (var brought = Brought.from(by, form, intake)) {
                problems = FilesPage
                        .problems(files.add(by, ref, brought, description.replace("\r\n", "\n")).problems());
            }
        if (problems.isEmpty()) {
            frames.say(request, response, FileNotice.FILES_ADDED);
            return "redirect:/concerns/" + ref + "/files";
        }
        response.setStatus(422);
        model.addAttribute("page", page(by, ref, description, problems, request));
        return VIEW;
    }

    @GetMapping("/{file}")
    void save(Actor by, @PathVariable ConcernRef ref, @PathVariable UUID file, HttpServletResponse response)
            throws IOException {
        givingOut.answer(files.open(by, ref, file), response);
    }

    private FilesPage page(Actor by, ConcernRef ref, String typed, List<Problem> problems,
            HttpServletRequest request) {
        var base = "/concerns/" + ref;
        return FilesPage.of(frames.of(request, by, "Photos and documents").withBack(base), ref.value(),
                base + "/files", files.of(by, ref), viruses, typed, problems, null, base, "Back to the concern");
    }
}

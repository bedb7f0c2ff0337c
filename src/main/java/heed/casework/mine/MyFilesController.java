package heed.casework.mine;

import heed.casework.ConcernRef;
import heed.casework.file.Brought;
import heed.casework.file.FileNotice;
import heed.casework.file.FileRow;
import heed.casework.file.FilesPage;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
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

/** Adding photos and documents to what one told us, and saving one's own again. */
@Controller
@RequestMapping("/my-concerns/{ref}/files")
class MyFilesController {
    private static final String VIEW = "casework/file/files";

    private final MyFiles files;
    private final Intake intake;
    private final VirusCheck viruses;
    private final GivingOut givingOut;
    private final Frames frames;
    private final LondonTime time;

    MyFilesController(MyFiles files, Intake intake, VirusCheck viruses, GivingOut givingOut, Frames frames,
            LondonTime time) {
        this.files = files;
        this.intake = intake;
        this.viruses = viruses;
        this.givingOut = givingOut;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String show(Actor by, @PathVariable ConcernRef ref, HttpServletRequest request, Model model) {
        model.addAttribute("page", page(by, ref, "", List.of(), request));
        return VIEW;
    }

    @PostMapping
    String add(Actor by, @PathVariable ConcernRef ref, @RequestParam(defaultValue = "") String description,
            StreamedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        // Nothing is taken in for a concern that is not theirs.
        files.of(by, ref);
        var problems = FilesPage.check(description);
        if (problems.isEmpty())
            try (var brought = Brought.from(by, form, intake)) {
                var added = files.add(by, ref, brought, description.replace("\r\n", "\n"));
                problems = FilesPage.problems(added.kept().problems());
                var apart = added.apart();
                if (apart != null) {
                    frames.say(request, response, FileNotice.FILES_APART);
                    return "redirect:/my-concerns/" + apart;
                }
            }
        if (problems.isEmpty()) {
            frames.say(request, response, FileNotice.FILES_ADDED);
            return "redirect:/my-concerns/" + ref + "/files";
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
        var base = "/my-concerns/" + ref;
        var rows = files.of(by, ref).stream()
                .map(file -> FileRow.of(file, viruses, time, base + "/files", null, "")).toList();
        return FilesPage.of(frames.of(request, by, "Photos and documents").withBack(base), ref.value(),
                base + "/files", rows, viruses, typed, problems, null, base, "Back to your concern");
    }
}

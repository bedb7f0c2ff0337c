package heed.assurance.report;

import heed.access.Permission;
import heed.access.staff.Staff;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Problem;
import heed.platform.web.StreamedForm;
import heed.records.document.Arriving;
import heed.records.document.FileKind;
import heed.records.document.GivingOut;
import heed.records.document.Intake;
import heed.records.document.Taken;
import heed.records.document.VirusCheck;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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

/** Word templates for committee reports: brought, saved as they came, removed, and the sample to begin from. */
@Controller
@RequestMapping(TemplatesController.HOME)
class TemplatesController {
    static final String HOME = "/assurance/report-templates";
    private static final String NOT_CHECKED = "Files are not checked for viruses here. Bring in only what you trust.";

    private final ReportTemplates templates;
    private final Intake intake;
    private final VirusCheck viruses;
    private final GivingOut givingOut;
    private final Staff staff;
    private final LondonTime time;
    private final Frames frames;

    TemplatesController(ReportTemplates templates, Intake intake, VirusCheck viruses, GivingOut givingOut, Staff staff,
            LondonTime time, Frames frames) {
        this.templates = templates;
        this.intake = intake;
        this.viruses = viruses;
        this.givingOut = givingOut;
        this.staff = staff;
        this.time = time;
        this.frames = frames;
    }

    @GetMapping
    String list(Actor by, HttpServletRequest request, Model model) {
        return page(by, null, List.of(), request, model);
    }

    private String page(Actor by, @Nullable String wrong, List<String> faults, HttpServletRequest request,
            Model model) {
        var all = templates.all(by);
        var names = staff.names(by, all.stream().map(ReportTemplates.Kept::addedBy).distinct().toList());
        model.addAttribute("page", new TemplatesPage(
                frames.of(request, by, "Word templates for reports").withBack(ReportController.HOME),
                wrong == null ? List.of() : List.of(new Problem("files", wrong)),
                all.stream().map(t -> new TemplatesPage.Row(t.name(),
                        t.sized() + ". Brought by " + names.getOrDefault(t.addedBy(), "someone who has left") + ", "
                                + time.day(t.addedAt()) + (t.opens() ? "" : ". It waits for the virus check"),
                        t.opens() ? HOME + "/" + t.id() + "/file" : null, HOME + "/" + t.id() + "/removal")).toList(),
                by.may(Permission.KEEP_RETURN), wrong, faults, viruses.configured() ? null : NOT_CHECKED));
        return "assurance/report/templates";
    }

    /** What came of a file that was sent. */
    private record Came(Taken taken, byte[] bytes) {
        /** Bytes compare by identity, and nobody compares these. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    @PostMapping("/files")
    String add(Actor by, StreamedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var came = new AtomicReference<@Nullable Came>();
        var whole = form.each((name, bytes) -> {
            if (came.get() == null)
                came.set(take(by, name, bytes));
        });
        var file = came.get();
        String wrong;
        List<String> faults = List.of();
        if (file == null)
            wrong = whole ? "Choose a file" : "The file did not arrive. Try again";
        else
            switch (file.taken()) {
                case Taken.Not not -> wrong = not.sentence();
                case Arriving arriving -> {
                    try (arriving) {
                        faults = arriving.kind() == FileKind.DOCX
                                ? WordTemplate.faults(file.bytes()).stream().map(TemplateFault::words).toList()
                                : List.of(TemplateFault.Kind.NOT_WORD.words());
                        if (faults.isEmpty()) {
                            templates.add(by, arriving);
                            frames.say(request, response, CommitteeNotice.TEMPLATE_ADDED);
                            return "redirect:" + HOME;
                        }
                    }
                    wrong = faults.size() == 1
                            ? faults.getFirst()
                            : "The template cannot be used yet: " + faults.size() + " things are to be changed in it";
                }
            }
        response.setStatus(422);
        return page(by, wrong, faults.size() > 1 ? faults : List.of(), request, model);
    }

    /** Read to be looked into, as far as a template may be large; the rest only flows through the check of files. */
    private Came take(Actor by, String name, InputStream bytes) {
        try {
            var some = bytes.readNBytes(WordTemplate.MOST + 1);
            return new Came(intake.take(by, name,
                    new SequenceInputStream(new ByteArrayInputStream(some), bytes)), some);
        } catch (IOException broken) {
            return new Came(intake.take(by, name, bytes), new byte[0]);
        }
    }

    @GetMapping("/{template}/file")
    void save(Actor by, @PathVariable UUID template, HttpServletResponse response) throws IOException {
        givingOut.answer(templates.file(by, template), response);
    }

    @PostMapping("/{template}/removal")
    String remove(Actor by, @PathVariable UUID template, HttpServletRequest request, HttpServletResponse response) {
        templates.remove(by, template);
        frames.say(request, response, CommitteeNotice.TEMPLATE_REMOVED);
        return "redirect:" + HOME;
    }

    /** The template that comes with Heed, to be changed in Word; nothing of anybody is in it. */
    @GetMapping("/sample")
    ResponseEntity<byte[]> sample(Actor by) {
        ReportReading.must(by);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("report-template.docx").build().toString())
                .contentType(MediaType.parseMediaType(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .body(ShippedTemplate.REPORT.file());
    }
}

package heed.assurance.report;

import heed.assurance.exercise.SignedCopies;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.print.PdfFile;
import heed.platform.web.Frames;
import heed.platform.web.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports whole, as a page and as files; and the return itself as a Word document. */
@Controller
class ReportFilesController {
    private static final MediaType WORD = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final ReportReading reading;
    private final ReportTemplates templates;
    private final SignedCopies copies;
    private final PdfFile pdf;
    private final Frames frames;

    ReportFilesController(ReportReading reading, ReportTemplates templates, SignedCopies copies, PdfFile pdf,
            Frames frames) {
        this.reading = reading;
        this.templates = templates;
        this.copies = copies;
        this.pdf = pdf;
        this.frames = frames;
    }

    @GetMapping(ReportController.HOME + "/{report}/whole")
    String whole(Actor by, @PathVariable UUID report, HttpServletRequest request, Model model) {
        var opened = reading.whole(by, report);
        var sheet = ReportSheet.of(opened.says(), opened.report().hash(), opened.report().state());
        model.addAttribute("page", ReportWholePage.of(frames.of(request, by, sheet.title()).withBack(
                ReportReading.onlyPublished(by) ? ReportController.HOME : opened.href()), sheet, opened.href(),
                opened.report().state()));
        return "assurance/report/whole";
    }

    @StepUp
    @GetMapping(ReportController.HOME + "/{report}/word")
    ResponseEntity<byte[]> word(Actor by, @PathVariable UUID report, @RequestParam(defaultValue = "") String in) {
        var opened = reading.take(by, report, in.isEmpty() ? "word" : "word in template");
        var hash = opened.report().hash();
        var state = opened.report().state();
        return answer(WORD, name(opened) + ".docx", in.isEmpty()
                ? WordTemplate.filled(opened.says(), hash, state)
                : WordTemplate.filled(templates.bytes(by, id(in)), opened.says(), hash, state));
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.NOT_FOUND.because("no such template");
        }
    }

    @StepUp
    @GetMapping(ReportController.HOME + "/{report}/pdf")
    ResponseEntity<byte[]> pdf(Actor by, @PathVariable UUID report) {
        var opened = reading.take(by, report, "pdf");
        return answer(MediaType.APPLICATION_PDF, name(opened) + ".pdf",
                pdf.of("assurance/report/print",
                        ReportSheet.of(opened.says(), opened.report().hash(), opened.report().state())));
    }

    private static String name(ReportReading.Opened opened) {
        var report = opened.report();
        return "committee-report" + (report.number() > 1 ? "-" + report.number() : "")
                + switch (report.state()) {
                    case GIVEN_UP -> "-given-up";
                    case WITHDRAWN -> "-withdrawn";
                    case DRAFT, CHECKED, APPROVED, PUBLISHED -> report.hash() == null ? "-draft" : "";
                };
    }

    /** The return itself, in the shape of a return on paper. */
    @StepUp
    @GetMapping("/assurance/returns/{ret}/word")
    ResponseEntity<byte[]> word(Actor by, @PathVariable UUID ret) {
        var taken = copies.take(by, ret, "word");
        return answer(WORD, "return-" + taken.copy().year() + "-" + taken.copy().number() + ".docx",
                ReturnPaper.word(taken.copy(), taken.hash()));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(type).body(bytes);
    }
}

package heed.assurance.exchange;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Frames;
import heed.platform.web.StepUp;
import heed.platform.web.StreamedForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

/** Returns taken out of Heed and brought in again, and what they and frameworks are in OSCAL. */
@Controller
@RequestMapping("/assurance")
class ExchangeController {
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final String EXPORT = "return.export";

    private final WholeReturns returns;
    private final OscalEditions editions;
    private final Frames frames;
    private final Clock clock;

    ExchangeController(WholeReturns returns, OscalEditions editions, Frames frames, Clock clock) {
        this.returns = returns;
        this.editions = editions;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping("/returns/files")
    String ask(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.KEEP_RETURN);
        return form(by, List.of(), request, model);
    }

    private String form(Actor by, List<String> wrong, HttpServletRequest request, Model model) {
        model.addAttribute("page", BringInPage.of(frames.of(request, by, "Bring a return in"), wrong));
        return "assurance/exchange/in";
    }

    @PostMapping("/returns/files")
    String bring(Actor by, StreamedForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var came = new AtomicReference<byte @Nullable []>();
        var whole = form.each((name, bytes) -> {
            if (came.get() == null)
                came.set(read(bytes));
        });
        var file = came.get();
        List<String> wrong;
        if (file == null || !whole)
            wrong = List.of(whole ? "Choose a file" : "The file did not arrive. Try again");
        else {
            var brought = returns.bring(by, file);
            if (brought.made() != null) {
                frames.say(request, response, ExchangeNotice.RETURN_BROUGHT_IN);
                return "redirect:/assurance/returns/" + brought.made();
            }
            wrong = brought.faults().stream().map(BringInPage::words).toList();
        }
        response.setStatus(422);
        return form(by, wrong, request, model);
    }

    /** One byte more than is read at most, so that what is too large is told as that. */
    private static byte[] read(InputStream bytes) {
        try {
            return bytes.readNBytes(Unpacking.MOST_PACKED + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/returns/{ret}/taking-out")
    String takeOut(Actor by, @PathVariable UUID ret, HttpServletRequest request, Model model) {
        var all = returns.of(by, ret, "return.view");
        model.addAttribute("page", TakeOutPage.of(frames.of(request, by, "Take this return out"), all,
                WholeReturns.title(all), List.copyOf(OscalResults.all(all, clock.instant()).keySet())));
        return "assurance/exchange/out";
    }

    @StepUp
    @PostMapping("/returns/{ret}/archive")
    ResponseEntity<byte[]> archive(Actor by, @PathVariable UUID ret) {
        var all = returns.of(by, ret, EXPORT);
        return file(all.head().edition() + "-" + all.head().year() + "-version-" + all.head().number() + ".zip", ZIP,
                ArchiveWriting.of(all, clock.instant()));
    }

    @StepUp
    @PostMapping("/returns/{ret}/oscal")
    ResponseEntity<byte[]> oscal(Actor by, @PathVariable UUID ret,
            @RequestParam(defaultValue = "assessment-results.json") String document) {
        var text = OscalResults.all(returns.of(by, ret, EXPORT), clock.instant()).get(document);
        if (text == null)
            throw Refusal.NOT_FOUND.because("no such document");
        return file(document, MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    @StepUp
    @PostMapping("/frameworks/{id}/oscal")
    ResponseEntity<byte[]> edition(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") String profile) {
        var document = editions.document(by, id, profile);
        return file(document.name(), MediaType.APPLICATION_JSON, document.text().getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(bytes);
    }
}

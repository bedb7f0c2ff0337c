package planted.unlogged;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A page that shows a concern and leaves no entry in the audit log. */
@RestController
public final class UnloggedController {
    @GetMapping("/planted/{ref}")
    String show(@PathVariable String ref) {
        return "<h1>" + ref + "</h1>";
    }
}

package planted.routes;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Breaks a rule on purpose: pages that nobody wrote down. */
@Controller
@RequestMapping("/forgotten")
class ForgottenController {
    @GetMapping("/{ref}")
    String page() {
        return "forgotten";
    }

    @PostMapping
    String sent() {
        return "redirect:/forgotten";
    }
}

package heed.assurance.cycle;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
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

/** Invitations, as those invited read and accept them. */
@Controller
@RequestMapping("/assurance/invitations/{invitation}")
class InvitationController {
    private static final String PAGE = "assurance/cycle/invitation";

    private final Invitations invitations;
    private final CyclePages pages;
    private final Frames frames;

    InvitationController(Invitations invitations, CyclePages pages, Frames frames) {
        this.invitations = invitations;
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping
    String show(Actor by, @PathVariable UUID invitation, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.invitation(by, invitation, List.of(), "", request));
        return PAGE;
    }

    @PostMapping("/acceptance")
    String accept(Actor by, @PathVariable UUID invitation, @RequestParam(defaultValue = "") String council,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.KEEP_RETURN);
        var answering = pages.council(by, council);
        if (answering.isEmpty()) {
            var page = pages.invitation(by, invitation, List.of(new Problem("council", "Choose who answers")), council,
                    request);
            response.setStatus(422);
            model.addAttribute("page", page);
            return PAGE;
        }
        invitations.accept(by, invitation, answering.get());
        frames.say(request, response, CycleNotice.INVITATION_ACCEPTED);
        return "redirect:/assurance/invitations/" + invitation;
    }
}

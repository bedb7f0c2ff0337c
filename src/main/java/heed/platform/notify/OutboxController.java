package heed.platform.notify;

import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.NavItem;
import heed.platform.web.Navigation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** In the demo no mail leaves: each person sees their own here, and nobody sees or counts anybody else's. */
@Controller
@Profile("demo")
@Order(90)
class OutboxController implements Navigation {
    private final OwnMail mail;
    private final Frames frames;

    OutboxController(OwnMail mail, Frames frames) {
        this.mail = mail;
        this.frames = frames;
    }

    @GetMapping("/outbox")
    String show(Actor by, HttpServletRequest request, Model model) {
        var letters = mail.read(by);
        model.addAttribute("page", new OutboxPage(frames.of(request, by, "Your mail"), letters));
        return "platform/notify/outbox";
    }

    @Override
    public List<NavItem> items(Actor by, String path) {
        return List.of(NavItem.more("Your mail", "/outbox", path.equals("/outbox")));
    }
}

package heed.casework.escalation;

import heed.platform.Actor;
import heed.platform.web.Frames;
import heed.platform.web.LondonTime;
import heed.platform.web.Notice;
import heed.platform.web.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Messages that could not be sent, and trying them again. */
@Controller
@RequestMapping("/messages")
class MessagesController {
    private final Messages messages;
    private final Frames frames;
    private final LondonTime time;

    MessagesController(Messages messages, Frames frames, LondonTime time) {
        this.messages = messages;
        this.frames = frames;
        this.time = time;
    }

    @GetMapping
    String show(Actor by, HttpServletRequest request, Model model) {
        var failing = messages.failing(by);
        model.addAttribute("page", new MessagesPage(frames.of(request, by, "Messages that could not be sent"),
                failing.messages().stream().map(m -> new MessagesPage.Row(m.subject(),
                        failing.names().getOrDefault(m.recipient(), "Someone who has left"),
                        m.text() ? "Text message" : "Mail", time.dayAndTime(m.writtenAt()), why(m.failure()),
                        m.ref() == null ? null : "/concerns/" + m.ref(), "/messages/" + m.id() + "/retry")).toList()));
        return "casework/escalation/messages";
    }

    @PostMapping("/{id}/retry")
    String retry(Actor by, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        messages.retry(by, id);
        frames.say(request, response, Said.MESSAGE_RETRIED);
        return "redirect:/messages";
    }

    private static String why(@Nullable String failure) {
        if (failure == null)
            return "";
        return switch (failure) {
            case "NoAddress" -> "They have left, or have no mail address";
            case "NoNumber" -> "They have left, or have no mobile number any more";
            case "NotifyAway", "NotifyTimeout" -> "GOV.UK Notify could not be reached";
            case "Notify400" -> "GOV.UK Notify refused it: the number, address or template is not right";
            case "Notify403" -> "GOV.UK Notify does not accept the API key";
            case "Notify429" -> "GOV.UK Notify has reached its limit for now";
            case "UnknownKind" -> "It is of another release of Heed";
            case "AuthenticationFailedException", "MailAuthenticationException" ->
                "The mail server does not accept Heed’s name and password";
            case "MailConnectException", "ConnectException", "SocketTimeoutException", "UnknownHostException",
                    "NoRouteToHostException" ->
                "The mail server could not be reached";
            case "SendFailedException", "SMTPAddressFailedException", "AddressException" ->
                "The mail server does not take mail for this address";
            default -> "The mail server did not take it";
        };
    }

    /** What the page says after trying again. */
    enum Said implements Notice {
        MESSAGE_RETRIED;

        @Override
        public String words() {
            return "It is tried again within a few seconds. If it fails, it comes back here.";
        }
    }

    /** Makes it known. */
    @Component
    static class All implements Notices {
        @Override
        public List<? extends Notice> notices() {
            return List.of(Said.values());
        }
    }
}

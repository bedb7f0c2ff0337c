package heed.directory.setup;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.Refused;
import heed.platform.db.Transactions;
import heed.platform.notify.NotifyAccount;
import heed.platform.notify.NotifyAccounts;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import heed.platform.web.Field;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The account with GOV.UK Notify, through which texts leave and, where a template is given, mail. */
@Controller
@RequestMapping("/settings/texts")
class TextsController {
    private final NotifyAccounts accounts;
    private final Transactions transactions;
    private final Trail trail;
    private final Frames frames;

    TextsController(NotifyAccounts accounts, Transactions transactions, Trail trail, Frames frames) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.trail = trail;
        this.frames = frames;
    }

    @GetMapping
    String ask(Actor by, HttpServletRequest request, Model model) {
        by.must(Permission.EDIT_SETTINGS);
        var shown = accounts.now().orElse(new NotifyAccount("", "", ""));
        return page(by, shown, accounts.version(), List.of(), false, request, model);
    }

    @PostMapping
    String save(Actor by, @RequestParam Map<String, String> sent, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        by.must(Permission.EDIT_SETTINGS);
        int seen = sent.getOrDefault("version", "").matches("-?[0-9]{1,9}")
                ? Integer.parseInt(sent.get("version"))
                : -1;
        boolean clear = "clear".equals(sent.get("do"));
        var key = tidy(sent, "key");
        // The key is never sent to the browser, so an empty box keeps the one there is.
        if (key.isEmpty())
            key = accounts.now().map(NotifyAccount::key).orElse("");
        var typed = new NotifyAccount(key, tidy(sent, "text-template"), tidy(sent, "mail-template"));
        var problems = clear
                ? List.<Problem>of()
                : typed.wrongs().stream().map(w -> new Problem(w.part(), w.text())).toList();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(by, typed, seen, problems, false, request, model);
        }
        try {
            transactions.inScope(by.scope(), () -> {
                if (clear)
                    accounts.clear(seen);
                else
                    accounts.set(typed, seen);
                trail.add(by, Trace.of(clear ? "notify.clear" : "notify.change").fields("key", "text", "mail"));
            });
        } catch (Refused refused) {
            if (refused.kind() != Refusal.MOVED_ON)
                throw refused;
            response.setStatus(409);
            return page(by, typed, accounts.version(), List.of(), true, request, model);
        }
        frames.say(request, response, SettingsNotice.TEXTS_SAVED);
        return "redirect:/settings/texts";
    }

    private String page(Actor by, NotifyAccount shown, int version, List<Problem> problems, boolean moved,
            HttpServletRequest request, Model model) {
        var asks = List.of(
                Ask.password(field("key", "API key", accounts.now().isPresent()
                        ? "Leave empty to keep the one there is"
                        : "From GOV.UK Notify, under API integration", "", problems)),
                Ask.text(field("text-template", "Template for texts (its id)",
                        "A text message template whose whole message is ((message))", shown.textTemplate(), problems)),
                Ask.text(field("mail-template", "Template for mail (its id, optional)",
                        "An email template with ((subject)) as subject and ((message)) as message. Without it, mail leaves through the mail server",
                        shown.mailTemplate(), problems)));
        model.addAttribute("page", new TextsFormPage(frames.of(request, by, "Text messages").withBack("/settings"),
                problems, asks, String.valueOf(version), accounts.now().isPresent(), moved));
        return "directory/setup/texts";
    }

    private static Field field(String name, String label, String hint, String value, List<Problem> problems) {
        return Field.of(name, label).withHint(hint).withValue(value)
                .withProblem(SettingsController.problem(problems, name));
    }

    private static String tidy(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}

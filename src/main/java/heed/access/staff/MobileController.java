package heed.access.staff;

import heed.access.Permission;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frames;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A mobile number for texts: one's own, and for administrators anybody's. */
@Controller
class MobileController {
    private final Staff staff;
    private final Frames frames;

    MobileController(Staff staff, Frames frames) {
        this.staff = staff;
        this.frames = frames;
    }

    @GetMapping("/my-mobile")
    String askOwn(Actor by, HttpServletRequest request, Model model) {
        signedIn(by);
        return form(by, by.staff(), staff.mobile(by, by.staff()).orElse(""), null, request, model);
    }

    @PostMapping("/my-mobile")
    String saveOwn(Actor by, @RequestParam(defaultValue = "") String mobile, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        signedIn(by);
        return keep(by, by.staff(), mobile, request, response, model);
    }

    @GetMapping("/people/{id}/mobile")
    String ask(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        by.must(Permission.MANAGE_ACCOUNTS);
        staff.get(by, id);
        return form(by, id, staff.mobile(by, id).orElse(""), null, request, model);
    }

    @PostMapping("/people/{id}/mobile")
    String save(Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "") String mobile,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        by.must(Permission.MANAGE_ACCOUNTS);
        return keep(by, id, mobile, request, response, model);
    }

    private String keep(Actor by, UUID whose, String typed, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var number = Mobile.tidy(typed);
        if (!typed.isBlank() && number.isEmpty()) {
            response.setStatus(422);
            return form(by, whose, typed, "Enter a UK mobile number, such as 07700 900123, or leave it empty", request,
                    model);
        }
        staff.setMobile(by, whose, number.orElse(""));
        frames.say(request, response, PeopleNotice.MOBILE_SAVED);
        return "redirect:" + path(by, whose);
    }

    private String form(Actor by, UUID whose, String typed, @Nullable String problem, HttpServletRequest request,
            Model model) {
        var own = by.is(whose);
        var field = Field.of("mobile", own ? "Your work mobile number" : "Their work mobile number")
                .withHint("For example, 07700 900123. Leave empty for no texts").withValue(typed).withProblem(problem);
        model.addAttribute("page", FormPage.of(
                frames.of(request, by, own ? "Your mobile number" : "Mobile number of " + staff.get(by, whose).name()),
                path(by, whose), List.of(new Question.Line(field, "govuk-input--width-20", "tel", "off")),
                problem == null ? List.of() : List.of(new Problem("mobile", problem)), "Save",
                own ? "/" : "/people/" + whose)
                .withIntro(
                        "Officers get a text where someone may be in danger and when nobody takes a concern up. While an officer is on duty, everyone here sees the number and can ring it."));
        return "layout/form";
    }

    private static String path(Actor by, UUID whose) {
        return by.is(whose) ? "/my-mobile" : "/people/" + whose + "/mobile";
    }

    private static void signedIn(Actor by) {
        if (by.staff().equals(Actor.NOBODY))
            throw Refusal.NOT_FOUND.because("nobody is signed in");
    }
}

package heed.platform.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pages made of every part, with invented people; they live only in the tests. */
final class Gallery {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    static final List<RingNumber> NUMBERS = List.of(
            new RingNumber("Children and families hub", "01632 960 101", "8am to 6pm, Monday to Friday"),
            new RingNumber("Adult safeguarding team", "01632 960 102", "8am to 6pm, Monday to Friday"),
            new RingNumber("Emergency duty team", "01632 960 199", "Evenings, weekends and bank holidays"));
    static final Frame OUTSIDE = Frame.of("Ashmere District Council").withNumbers(NUMBERS);
    static final Frame STAFF = OUTSIDE.withPerson("Rowan Teal").withCsrf("_csrf", "token").withDemo(true)
            .withNavigation(List.of(NavItem.of("Home", "/", true), NavItem.of("My concerns", "/my-concerns", false)));
    static final Frame OFFICER = STAFF.withPerson("Priya Nandakumar")
            .withNavigation(List.of(NavItem.of("Home", "/", false), NavItem.of("Queue", "/queue", true, "12"),
                    NavItem.of("All concerns", "/concerns", false), NavItem.of("My concerns", "/my-concerns", false)));

    private Gallery() {
    }

    /** One part's HTML. */
    static String part(String name, Map<String, Object> params) {
        var out = new StringOutput();
        ENGINE.render("parts/" + name + ".jte", params, out);
        return out.toString();
    }

    /** A whole page around this HTML. */
    static String page(Frame frame, String content, Map<String, Object> more) {
        var params = new HashMap<String, Object>(more);
        params.put("frame", frame);
        params.put("content", raw(content));
        var out = new StringOutput();
        ENGINE.render("layout/page.jte", params, out);
        return out.toString();
    }

    static Content raw(String html) {
        return out -> out.writeContent(html);
    }

    /** Every page, by the name of its screenshot. */
    static Map<String, String> pages() {
        return Map.of("home", home(), "empty", empty(), "form", form(), "form-in-error", formInError(), "queue",
                queue(), "concern", concern(), "one-question", oneQuestion(), "parts", parts());
    }

    static String home() {
        var content = "<h1 class=\"govuk-heading-xl\">If you are worried about someone, tell us</h1>"
                + part("numbers", Map.of("numbers", NUMBERS))
                + "<p class=\"govuk-body-l\">You do not need proof, or anyone’s agreement. Two minutes is enough.</p>"
                + "<div class=\"heed-actions\">"
                + part("button", Map.of("text", "Raise a concern", "href", "/raise", "large", true))
                + "<a class=\"govuk-link\" href=\"/advice\">Ask for advice first</a></div>";
        return page(STAFF.withTitle("If you are worried about someone, tell us").withBack(null), content,
                Map.of("ring", false));
    }

    static String empty() {
        var content = "<h1 class=\"govuk-heading-l\">My concerns</h1>"
                + part("empty", Map.of("text", "You have not raised a concern. What you raise is listed here,"
                        + " with what the safeguarding officer writes back to you."))
                + part("button", Map.of("text", "Raise a concern", "href", "/raise"));
        return page(STAFF.withTitle("My concerns").withFlash("Your draft was removed"), content, Map.of());
    }

    static String form() {
        return form(false);
    }

    static String formInError() {
        return form(true);
    }

    private static String form(boolean failed) {
        var seen = Field.of("seen", "What did you see, hear or get told?")
                .withHint("Use the person’s own words where you can. Say what you saw apart from what you think.");
        var where = Field.of("where", "Where was it?").withHint("An address, a place or a description")
                .withValue("Flat above the shops, مرحبا");
        var when = DateField.of("when", "When was it?").withHint("For example, 27 3 2026");
        var agree = Field.of("agree", "Do they know you are telling us?")
                .withHint("You do not need their agreement to tell us.");
        if (failed) {
            seen = seen.withValue("\n<script>alert(1)</script>").withProblem("Enter what you saw, heard or were told");
            when = when.withValue("31", "2", "2026").withProblem("When it was must be a real date");
            agree = agree.withProblem("Select whether they know");
        }
        var problems = failed
                ? part("problems",
                        Map.of("problems",
                                List.of(new Problem("seen", "Enter what you saw, heard or were told"),
                                        new Problem("when-day", "When it was must be a real date"),
                                        new Problem("agree", "Select whether they know"))))
                : "";
        var content = problems + "<h1 class=\"govuk-heading-l\">Tell us what happened</h1>"
                + "<form method=\"post\" novalidate>" + part("csrf", Map.of("frame", STAFF))
                + part("textarea", Map.of("field", seen, "rows", 7, "max", 20000)) + part("date", Map.of("field", when))
                + part("text", Map.of("field", where, "autocomplete", "off"))
                + part("radios",
                        Map.of("field", agree, "choices",
                                List.of(Choice.of("yes", "Yes, and they agree", false),
                                        Choice.of("against", "Yes, but they do not agree", false),
                                        new Choice("no", "No",
                                                "Tell us if it would be unsafe for them to know", true)),
                                "reveals",
                                Map.of("no",
                                        raw(part("text",
                                                Map.of("field", Field.of("unsafe", "Why it would be unsafe")))))))
                + "<div class=\"heed-actions\">" + part("button", Map.of("text", "Continue"))
                + "<a class=\"govuk-link\" href=\"/raise\">Save and come back later</a></div></form>";
        return page(STAFF.withTitle("Tell us what happened").withBack("/raise"), content, Map.of("failed", failed));
    }

    static String oneQuestion() {
        var content = "<form method=\"post\" novalidate>"
                + part("radios",
                        Map.of("heading", true, "field", Field.of("danger", "Is anyone in danger now?"), "choices",
                                List.of(new Choice("yes", "Yes", "Ring 999 now, then carry on here", false),
                                        Choice.of("no", "No", false), Choice.of("unsure", "I am not sure", false))))
                + part("button", Map.of("text", "Continue")) + "</form>";
        return page(STAFF.withTitle("Is anyone in danger now?").withBack("/raise"), content, Map.of());
    }

    static String queue() {
        var rows = new StringBuilder();
        var who = new String[]{"Child", "Adult", "Family", "Adult", "Unborn child", "Adult", "Not known", "Child",
                "Adult", "A place", "Family", "Adult"};
        var from = new String[]{"Waste and recycling", "Housing options", "Revenues and benefits", "Customer services",
                "Housing options", "Parks and open spaces", "Environmental health", "Leisure centres",
                "Ashmere Homes, repairs", "Licensing", "Revenues and benefits", "Ashmere Homes, rents"};
        for (int i = 0; i < 12; i++) {
            var danger = i < 2;
            rows.append("<tr class=\"").append(danger ? "heed-queue__row--danger" : "").append("\"><th scope=\"row\">")
                    .append("<a class=\"govuk-link govuk-link--no-visited-state heed-ref\" href=\"/concerns/C-7K2M-9Q\">C-7K")
                    .append(2 + i % 7).append("-9").append((char) ('A' + i)).append("Q</a></th>")
                    .append("<td data-label=\"Urgency\">")
                    .append(danger ? part("tag", Map.of("text", "Danger", "colour", "danger")) : "Not danger")
                    .append("</td><td data-label=\"About\">").append(who[i]).append("</td>")
                    .append("<td data-label=\"From\">").append(from[i]).append("</td>")
                    .append("<td data-label=\"Received\" class=\"heed-queue__time\">").append(danger ? "" : "Mon ")
                    .append(danger ? "12 minutes ago" : (8 + i / 2) + ":4" + i % 10 + "am").append("</td>")
                    .append("<td data-label=\"State\">")
                    .append(part("tag",
                            i % 4 == 2
                                    ? Map.of("text", "Taken up", "colour", "blue")
                                    : Map.of("text", "New", "colour", "teal")))
                    .append("</td><td data-label=\"Look by\" class=\"heed-queue__time\">")
                    .append(i == 4 ? "<span class=\"heed-queue__late\">2 hours late</span>" : danger ? "Now" : "Today")
                    .append("</td></tr>");
        }
        var content = "<div class=\"heed-list-head\"><h1 class=\"govuk-heading-l\">Queue</h1>"
                + "<p class=\"govuk-body\">12 concerns wait, 2 with danger. One is late.</p></div>"
                + "<table class=\"heed-queue\"><caption class=\"govuk-visually-hidden\">Concerns waiting, danger first</caption>"
                + "<thead><tr><th scope=\"col\">Reference</th><th scope=\"col\">Urgency</th><th scope=\"col\">About</th>"
                + "<th scope=\"col\">From</th><th scope=\"col\">Received</th><th scope=\"col\">State</th>"
                + "<th scope=\"col\">Look by</th></tr></thead><tbody>" + rows + "</tbody></table>"
                + part("pager", Map.of("pager", new Pager(null, "?before=x", "12 concerns shown")));
        return page(OFFICER.withTitle("Queue"), content, Map.of("width", "full"));
    }

    static String concern() {
        var rows = List.of(SummaryRow.of("Who it is about", "A boy of about 6, called “Jay” by the woman with him"),
                SummaryRow.of("What I saw",
                        "He was on the step in pyjamas at 7:10am. It was raining.\n\nHe said “Mum’s asleep” and would not"
                                + " come in from the rain."),
                SummaryRow.of("What I was told", "لا أعرف أين أمي"), SummaryRow.of("What I think", ""),
                new SummaryRow("Safe contact", "Ring the work mobile before 3pm", "/change",
                        "how to reach you safely"));
        var main = "<div class=\"heed-identity\"><span class=\"govuk-caption-l\">Concern</span>"
                + "<h1 class=\"govuk-heading-l\"><span class=\"heed-ref\">C-7K2M-9Q</span></h1><ul class=\"heed-identity__facts\"><li>"
                + part("tag", Map.of("text", "Danger", "colour", "danger")) + " "
                + part("tag", Map.of("text", "In triage", "colour", "blue"))
                + "</li><li>Received Monday 7:24am</li><li>From Ashmere Homes, repairs</li></ul></div>"
                + "<div class=\"heed-columns\"><div><h2 class=\"govuk-heading-m\">The account</h2>"
                + part("summary", Map.of("rows", rows))
                + "<h2 class=\"govuk-heading-m\">What has happened</h2>"
                + part("timeline", Map.of("events",
                        List.of(new TimelineEvent("Rang the hub", "Priya Nandakumar", "Monday 7:41am",
                                "Spoke to the duty worker. They will visit this morning.\nWritten follow-up due by 5pm."),
                                new TimelineEvent("Taken up", "Priya Nandakumar", "Monday 7:31am", null),
                                new TimelineEvent("Received", "Sam Okafor", "Monday 7:24am", null))))
                + "</div><div><div class=\"heed-panel\"><h2 class=\"govuk-heading-s\">What now</h2>"
                + "<p class=\"govuk-body\">Decide with reasons. The person who told us hears what you write to them.</p>"
                + part("button", Map.of("text", "Decide", "href", "/concerns/C-7K2M-9Q/triage"))
                + part("button", Map.of("text", "I know this person", "kind", "secondary")) + "</div></div></div>";
        return page(OFFICER.withTitle("Concern C-7K2M-9Q").withBack("/queue").withFlash("You took this concern up"),
                main, Map.of("width", "full"));
    }

    static String parts() {
        var picks = Field.of("types", "Which apply?").withHint("Choose all that are true")
                .withProblem("Choose at least one");
        var content = "<h1 class=\"govuk-heading-l\">Every other part</h1>" + part("checkboxes", Map.of("field", picks,
                "choices",
                List.of(new Choice("neglect", "Neglect", "Including self-neglect", true),
                        Choice.of("money", "Money", false)),
                "reveals",
                Map.of("money", raw(part("text", Map.of("field", Field.of("amount", "About how much?"), "prefix",
                        "£", "inputmode", "numeric", "widthClass", "govuk-input--width-5"))))))
                + part("radios",
                        Map.of("inline", true, "field", Field.of("child", "Are they under 18?"), "choices",
                                List.of(Choice.of("yes", "Yes", false), Choice.of("no", "No", true))))
                + part("select",
                        Map.of("field", Field.of("service", "Which service do you work for?"), "choices",
                                List.of(Choice.of("", "Choose a service", false),
                                        Choice.of("h", "Housing options and homelessness prevention", true))))
                + part("text",
                        Map.of("field", Field.of("code", "Your code").withValue("secret"), "type", "password",
                                "autocomplete", "current-password", "widthClass", "govuk-input--width-20"))
                + part("warning", Map.of("text", "Do not upload photographs of a child’s body"))
                + part("inset", Map.of("text", "They said:\n“I do not want to go home”"))
                + part("notice",
                        Map.of("title", "Handover", "content",
                                raw("<p class=\"govuk-body\">Two concerns are handed to you.</p>")))
                + part("details",
                        Map.of("summary", "What happens to what you write", "content",
                                raw("<p class=\"govuk-body\">A safeguarding officer reads it the same working day.</p>")))
                + part("tasks",
                        Map.of("tasks",
                                List.of(new Task("Set the numbers to ring", "/numbers/edit", "Three are needed", "Done",
                                        true),
                                        new Task("Set up mail", "/mail", null, "Not started", false),
                                        new Task("Invite your officers", null, null, "Cannot start yet", false))))
                + "<div class=\"heed-actions\">"
                + part("button", Map.of("text", "Save", "name", "act", "value", "save"))
                + part("button", Map.of("text", "Close this concern", "kind", "warning")) + "</div>"
                + part("tag", Map.of("text", "Waiting", "colour", "yellow"));
        return page(OUTSIDE.withTitle("Every other part").withBrand("/brand.css"), content, Map.of());
    }
}

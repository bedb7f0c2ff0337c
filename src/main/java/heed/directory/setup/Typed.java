package heed.directory.setup;

import heed.directory.organisation.NumbersToRing;
import heed.platform.notify.MailServer;
import heed.platform.web.Problem;
import heed.platform.web.RingNumber;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was typed in set-up so far, by the name of the field.
 *
 * @param values what was typed, without the spaces around it
 */
record Typed(Map<String, String> values) {
    static final Typed NOTHING = new Typed(Map.of());
    private static final int LONGEST = 200;

    /** Copies the values. */
    Typed {
        values = Map.copyOf(values);
    }

    /** What was typed in a field; empty where nothing was. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** The same with what was typed in a step. */
    Typed with(Step step, Map<String, String> sent) {
        var all = new LinkedHashMap<>(values);
        for (var field : step.fields()) {
            var value = sent.getOrDefault(field, "").strip();
            // A password is never sent back to the browser, so an empty box means the one typed before.
            if (field.equals("password") && value.isEmpty() && !sent.getOrDefault("user", "").isBlank())
                continue;
            all.put(field, value);
        }
        all.put("step-" + step.path(), "done");
        return new Typed(all);
    }

    /** The same with mail left for later. */
    Typed withoutMail() {
        var all = new LinkedHashMap<>(values);
        Step.MAIL.fields().forEach(all::remove);
        all.put("step-" + Step.MAIL.path(), "skipped");
        return new Typed(all);
    }

    /** Whether a step was gone through. */
    boolean done(Step step) {
        return values.containsKey("step-" + step.path());
    }

    /** Steps that are still to be done, or hold something wrong. */
    List<Step> missing() {
        return java.util.Arrays.stream(Step.values()).filter(step -> !done(step) || !problems(step).isEmpty()).toList();
    }

    /** What is to be put right in a step. */
    List<Problem> problems(Step step) {
        var problems = new ArrayList<Problem>();
        switch (step) {
            case COUNCIL -> line(problems, "council", "Enter the council’s name");
            case ADMINISTRATOR -> person(problems, "administrator");
            case COORDINATOR -> {
                person(problems, "coordinator");
                if (!get("coordinator-mail").isEmpty()
                        && get("coordinator-mail").equalsIgnoreCase(get("administrator-mail")))
                    problems.add(
                            new Problem("coordinator-mail", "Enter someone else’s address: the coordinator and the "
                                    + "administrator must be two people"));
                else if (!get("coordinator-name").isEmpty()
                        && plain(get("coordinator-name")).equals(plain(get("administrator-name"))))
                    problems.add(new Problem("coordinator-name", "Enter someone else’s name: the coordinator and the "
                            + "administrator must be two people"));
            }
            case KEY -> {
                if (!get("apart").equals("yes"))
                    problems.add(new Problem("apart",
                            "Tick the box once the copy is made, or once someone is sure to make it"));
            }
            case MAIL -> {
                if (!"skipped".equals(get("step-" + step.path())))
                    server().wrongs().forEach(wrong -> problems.add(new Problem(wrong.part(), wrong.text())));
            }
            case NUMBERS -> {
                for (var field : step.fields())
                    if (!get(field).isEmpty() && !NumbersToRing.plausible(get(field)))
                        problems.add(new Problem(field, "Enter a telephone number, such as 01632 960 001"));
            }
        }
        return List.copyOf(problems);
    }

    /** The mail server; empty where mail was left for later. */
    Optional<MailServer> mailServer() {
        return get("host").isEmpty() ? Optional.empty() : Optional.of(server());
    }

    private MailServer server() {
        var port = get("port");
        return new MailServer(get("host"), port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0, get("user"),
                get("user").isEmpty() ? "" : get("password"), get("from"));
    }

    /** The numbers that were given, in the order to show them. */
    List<RingNumber> numbers() {
        var numbers = new ArrayList<RingNumber>();
        if (!get("hub").isEmpty())
            numbers.add(
                    new RingNumber("Children’s services hub", get("hub"), "Worried about a child, in office hours"));
        if (!get("adults").isEmpty())
            numbers.add(
                    new RingNumber("Adult social care team", get("adults"), "Worried about an adult, in office hours"));
        if (!get("duty").isEmpty())
            numbers.add(
                    new RingNumber("Emergency duty team", get("duty"), "Evenings, nights, weekends and bank holidays"));
        return numbers;
    }

    /** As kept among the settings. */
    String kept() {
        return values.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** As it was kept. */
    static Typed of(String kept) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : kept.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0)
                values.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
        }
        return new Typed(values);
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "Typed[]";
    }

    private void person(List<Problem> problems, String who) {
        line(problems, who + "-name", "Enter the " + who + "’s name");
        if (!MailServer.plausible(get(who + "-mail")))
            problems.add(new Problem(who + "-mail",
                    "Enter the " + who + "’s work mail address, such as jo.field@example.gov.uk"));
    }

    private void line(List<Problem> problems, String field, String ask) {
        var value = get(field);
        if (value.isEmpty())
            problems.add(new Problem(field, ask));
        else if (value.length() > LONGEST || value.lines().count() > 1)
            problems.add(new Problem(field, ask + " in " + LONGEST + " characters or fewer"));
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

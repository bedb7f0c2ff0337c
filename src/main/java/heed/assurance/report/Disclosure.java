package heed.assurance.report;

import heed.assurance.check.Answer;
import heed.assurance.check.Checks;
import heed.assurance.check.Draft;
import heed.assurance.check.Finding;
import heed.assurance.check.Passage;
import heed.assurance.check.Place;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.FrozenReturn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for people in what a report says, computed lines and all, before anybody outside reads it, and for figures so small
 * that somebody could be known by them. (Invariant 22) Whatever is found is either written otherwise or kept by somebody,
 * with a reason. Committee, posts and member at the head, who cleared what and the author are not looked at: they name
 * whoever answers for the report, as they must.
 */
public final class Disclosure {
    /** A number from 1 to 4 of something other than time; neither part of another number nor of a percentage. */
    private static final Pattern SMALL = Pattern.compile(
            "(?<![\\d.,])[1-4](?![\\d%]|[.,]\\d)(?!\\s+(?:working\\s+)?(?:hour|day|week|month|year)s?\\b)");

    private Disclosure() {
    }

    /**
     * A place that may tell of a person.
     *
     * @param mark  names it: the same for the same sentence in the same place, another once a word of it is changed
     * @param place the heading it stands under, and which paragraph
     * @param says  the sentence
     * @param sure  how sure that is
     */
    public record Found(String mark, String place, String says, Finding.Sure sure) {
        /** Where only, so that no text reaches a log by accident. */
        @Override
        public String toString() {
            return "Found[" + place + "]";
        }
    }

    /**
     * That somebody looked at a place and keeps it.
     *
     * @param mark which
     * @param why  why it may stand, such as "a councillor, in public office"
     */
    public record Settled(String mark, String why) {
        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Settled[" + mark + "]";
        }
    }

    /**
     * What is found in a report, in its order.
     *
     * @param report the whole report, as it would be frozen
     * @param day    the day it is looked at
     */
    public static List<Found> in(FrozenReport report, LocalDate day) {
        var answers = new ArrayList<Answer>();
        passages(report).forEach((place, texts) -> {
            var passages = new ArrayList<Passage>();
            for (var text : texts)
                for (var paragraph : text.split("\n\\s*\n"))
                    if (!paragraph.isBlank())
                        passages.add(
                                new Passage(new Place(place, Place.Part.RESPONSE, passages.size() + 1), paragraph));
            if (!passages.isEmpty())
                answers.add(new Answer(place, passages, false, null, true));
        });
        var people = Checks.of(new Draft(answers, new Window(day.minusYears(1), day), day)).stream()
                .filter(f -> f.kind() == Finding.Kind.DISCLOSURE)
                .map(f -> new Found(mark(f.place().item(), f.says()),
                        f.place().item() + ", paragraph " + f.place().paragraph(), f.says(), f.sure()));
        return Stream.concat(people, small(report)).distinct().toList();
    }

    /** Figures that count one to four. (The usual limit of {@link heed.platform.measure.Suppression}) */
    private static Stream<Found> small(FrozenReport report) {
        return report.figures().stream().filter(f -> SMALL.matcher(f.says()).find()).map(f -> {
            var says = f.title() + (f.period().isEmpty() ? "" : ", " + f.period()) + ": " + f.says();
            return new Found(mark("Figures", says), "Figures, a small number", says, Finding.Sure.POSSIBLE);
        });
    }

    /** What nobody has looked at: a report is not checked while there is any. */
    public static List<Found> open(List<Found> found, List<Settled> settled) {
        var marks = settled.stream().filter(s -> !s.why().isBlank()).map(Settled::mark).collect(Collectors.toSet());
        return found.stream().filter(f -> !marks.contains(f.mark())).toList();
    }

    /** What was settled and is still there: what no longer stands in the report needs no reason in it. */
    public static List<Settled> kept(List<Found> found, List<Settled> settled) {
        Set<String> marks = found.stream().map(Found::mark).collect(Collectors.toSet());
        return settled.stream().filter(s -> marks.contains(s.mark())).toList();
    }

    private static String mark(String place, String says) {
        return FrozenReturn.shown(FrozenReturn.hash(place + "\n" + says.strip().replaceAll("\\s+", " "))).substring(0,
                16);
    }

    /** Everything that is printed in words, by the heading it stands under. */
    private static Map<String, List<String>> passages(FrozenReport report) {
        var all = new LinkedHashMap<String, List<String>>();
        var text = report.text();
        add(all, "Title and purpose", List.of(text.header().title(), text.header().purpose()));
        var because = report.because();
        add(all, "Reason for the new version", because == null ? List.of() : List.of(because));
        add(all, "Recommendations", text.recommendations());
        for (var part : ReportPart.values()) {
            add(all, part.heading(), List.of(text.part(part)));
            if (part == ReportPart.RESULTS) {
                add(all, "Notes on the ratings", report.results().notes());
                add(all, "Limitations", report.limitations().stream().map(FrozenReport.Limit::words).toList());
                add(all, "Figures",
                        report.figures().stream().map(f -> f.title() + ": " + f.says() + ". " + f.source()).toList());
            } else if (part == ReportPart.ACHIEVEMENTS) {
                text.achievements()
                        .forEach((section, words) -> add(all, part.heading() + ": " + section, List.of(words)));
                add(all, "Completed actions", words(report.completed()));
            }
        }
        add(all, "Action plan", words(report.plan()));
        for (int i = 0; i < text.appendices().size(); i++)
            add(all, "Appendix " + (i + 2), List.of(text.appendices().get(i).title(), text.appendices().get(i).text()));
        return all;
    }

    private static List<String> words(List<ReportAction> actions) {
        return actions.stream()
                .flatMap(a -> Stream.of(a.group(), a.words(), a.leads(), a.when(), a.outcome(), a.impact(), a.why()))
                .filter(w -> !w.isBlank()).toList();
    }

    private static void add(Map<String, List<String>> all, String place, List<String> texts) {
        all.computeIfAbsent(place, p -> new ArrayList<>()).addAll(texts);
    }
}

package heed.casework.figure;

import heed.casework.coding.CouncilLists;
import heed.casework.coding.Vocabulary;
import heed.casework.concern.Decision;
import heed.casework.concern.SubjectKind;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import heed.platform.measure.Period;
import heed.platform.measure.Question;
import heed.platform.measure.Split;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the parts of figures are called, and which are shown though nothing is in them. */
@Component
class PartNames {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    static final String NOT_KNOWN = Split.NOT_KNOWN;
    /** For a question of which only the splits matter. */
    private static final Period ANY = Period.quarter(LocalDate.EPOCH);

    private final Organisations organisations;
    private final CouncilLists lists;

    PartNames(Organisations organisations, CouncilLists lists) {
        this.organisations = organisations;
        this.lists = lists;
    }

    /**
     * Every part to show, by its key, in order: all that there could be where those are few, and of kinds of harm those that
     * were found, most first.
     *
     * @param found keys that have lines, most first
     */
    Map<String, String> parts(Actor by, Splits split, Question question, Collection<String> found) {
        var names = new LinkedHashMap<String, String>();
        switch (split) {
            case MONTH -> question.period().months().forEach(m -> names.put(m.toString(), MONTH.format(m)));
            case SERVICE -> {
                var council = question.filters().get(Splits.COUNCIL.split().code());
                organisations.services(by).stream()
                        .filter(s -> council == null || s.council().toString().equals(council)
                                || found.contains(s.id().toString()))
                        .forEach(s -> names.put(s.id().toString(), s.name()));
            }
            case COUNCIL -> organisations.councils(by).forEach(c -> names.put(c.id().toString(), c.name()));
            case SUBJECT -> List.of(SubjectKind.values()).forEach(k -> names.put(k.name(), k.shortWords()));
            case DANGER -> {
                names.put("YES", "Danger reported");
                names.put("NO", "No danger reported");
            }
            case OUTCOME -> List.of(Decision.Outcome.values()).forEach(o -> names.put(o.name(), o.words()));
            case WARD -> lists.now(by).wards().forEach(w -> names.put(w.code(), w.label()));
            case TYPE, CONTEXT -> {
            }
        }
        var last = new ArrayList<String>();
        var words = split == Splits.TYPE || split == Splits.CONTEXT ? lists.now(by) : null;
        for (var key : found)
            if (List.of(NOT_KNOWN, "NOT_CODED", "NOT_DECIDED").contains(key))
                last.add(key);
            else
                names.computeIfAbsent(key, k -> words == null ? name(by, split, k) : kind(words, k));
        last.forEach(key -> names.put(key, name(by, split, key)));
        return names;
    }

    /** What one part is called. */
    String name(Actor by, Splits split, String key) {
        return switch (key) {
            case NOT_KNOWN -> "No service recorded";
            case "NOT_CODED" -> "None recorded";
            case "NOT_DECIDED" -> "Not decided yet";
            default -> switch (split) {
                case MONTH -> key.matches("\\d{4}-\\d{2}") ? MONTH.format(YearMonth.parse(key)) : key;
                case TYPE, CONTEXT -> kind(lists.now(by), key);
                case WARD -> lists.now(by).ward(key);
                default -> parts(by, split, Question.of(ANY, Instant.EPOCH), List.of()).getOrDefault(key, key);
            };
        };
    }

    /** What a kind of harm such as {@code ADULT.PHYSICAL}, or of support, is called in the council's own lists. */
    static String kind(Vocabulary lists, String key) {
        var dot = key.indexOf('.');
        if (dot < 0)
            return lists.support(key);
        for (var list : Vocabulary.TypeList.values())
            if (list.name().equals(key.substring(0, dot))) {
                var words = lists.type(list, key.substring(dot + 1));
                return switch (list) {
                    case ADULT -> words + " (adult)";
                    case CHILD -> words + " (child)";
                    case CONTEXT -> words;
                };
            }
        return key;
    }
}

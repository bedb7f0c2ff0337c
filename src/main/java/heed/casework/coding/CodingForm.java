package heed.casework.coding;

import heed.casework.concern.Moment;
import heed.casework.concern.SubjectKind;
import heed.casework.concern.TellingCheck;
import heed.casework.concern.Typed;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** How an officer codes a concern on a form, right or wrong. Every answer may be left empty. */
public record CodingForm(Map<String, String> sent, List<String> ticked) {
    /** Copies what was sent. */
    public CodingForm {
        sent = Map.copyOf(sent);
        ticked = List.copyOf(ticked);
    }

    /** As sent. */
    public static CodingForm of(MultiValueMap<String, String> sent) {
        var ticked = new ArrayList<String>();
        for (var list : Vocabulary.TypeList.values())
            ticked.addAll(Objects.requireNonNullElse(sent.get(field(list)), List.of()));
        var plain = new HashMap<String, String>();
        sent.forEach((name, values) -> plain.put(name, Typed.clean(values.getFirst()).replace("\r\n", "\n")));
        return new CodingForm(plain, ticked);
    }

    /** As it stands, without a time to act by. */
    public static CodingForm of(Coding coding) {
        var level = coding.level();
        return new CodingForm(
                Map.of("level", level == null ? "" : level.code(), "level-reasons",
                        level == null ? "" : level.reasons(), "ward",
                        Objects.requireNonNullElse(coding.ward(), "")),
                coding.current().stream().map(Coding.Type::value).toList());
    }

    /** As it stands; the time to act by begins as given where none was set. */
    static CodingForm of(Coding coding, Instant usual) {
        var level = coding.level();
        var act = Moment.of("act", Objects.requireNonNullElse(coding.actBy(), usual));
        return new CodingForm(Map.of("level", level == null ? "" : level.code(), "level-reasons",
                level == null ? "" : level.reasons(), "act-day", act.day(), "act-month", act.month(), "act-year",
                act.year(), "act-time", act.time(), "ward", Objects.requireNonNullElse(coding.ward(), "")),
                coding.current().stream().map(Coding.Type::value).toList());
    }

    /** What has to be put right. */
    public List<Problem> problems(SubjectKind about, Coding now) {
        var found = new ArrayList<Problem>();
        if (!get("level").isEmpty() && levels(about, now).stream().noneMatch(l -> l.code().equals(get("level"))))
            found.add(new Problem("level", "Select the level from the list"));
        if (!get("ward").isEmpty() && wards(now).stream().noneMatch(w -> w.code().equals(get("ward"))))
            found.add(new Problem("ward", "Select the ward from the list"));
        if (get("level").isEmpty() && !get("level-reasons").isBlank())
            found.add(new Problem("level", "Select the level that your reasons are for"));
        if (get("level-reasons").length() > TellingCheck.LONG)
            found.add(new Problem("level-reasons",
                    "Your reasons must be %,d characters or fewer".formatted(TellingCheck.LONG)));
        if (actTyped())
            Moment.of("act", sent).check(found, "The date to act by", null);
        return found;
    }

    /** What is wanted, once there are no problems; unknown types are left out. */
    public Coding.Wanted wanted(SubjectKind about, Coding now) {
        var types = new ArrayList<Coding.Type>();
        for (var list : Vocabulary.TypeList.values())
            for (var term : offered(list, now)) {
                var type = new Coding.Type(list, term.code());
                // What another list holds already stays as it is when who it is about has changed since.
                var offered = Vocabulary.lists(about).contains(list);
                if (offered ? ticked.contains(type.value()) : now.current().contains(type))
                    types.add(type);
            }
        return new Coding.Wanted(types, get("level").isEmpty() ? null : get("level"), get("level-reasons").strip(),
                actTyped() ? Moment.of("act", sent).at() : null, ward(now));
    }

    /** The {@linkplain Coding#mark mark} of what stood when the page was made; -1 where the form has none. */
    public int seen() {
        return get("seen").matches("\\d{1,6}") ? Integer.parseInt(get("seen")) : -1;
    }

    /** What is asked but for the time to act by. */
    public List<Question> typesAndLevel(SubjectKind about, Coding now, List<Problem> problems) {
        var asked = new ArrayList<>(types(about, now));
        asked.addAll(level(about, now, problems));
        asked.addAll(wards(now, problems));
        return asked;
    }

    /** Everything that is asked. */
    List<Question> questions(SubjectKind about, Coding now, List<Problem> problems) {
        var asked = new ArrayList<>(typesAndLevel(about, now, problems));
        asked.addAll(Moment.of("act", sent).questions("Act by", "When the next thing has to have been done.",
                "Time", problems));
        return asked;
    }

    /** What can be chosen, and what is set although it can be chosen no longer: it stays until somebody takes it off. */
    private static List<Vocabulary.Term> offered(Vocabulary.TypeList list, Coding now) {
        var all = new ArrayList<>(now.words().types(list));
        now.current().stream().filter(t -> t.list() == list && all.stream().noneMatch(o -> o.code().equals(t.code())))
                .forEach(t -> all.add(new Vocabulary.Term(t.code(),
                        now.words().type(list, t.code()) + " (no longer offered)", "", "any", false)));
        return all;
    }

    private List<Question> types(SubjectKind about, Coding now) {
        return Vocabulary.lists(about).stream().<Question>map(list -> {
            var choices = offered(list, now).stream().map(t -> {
                var value = new Coding.Type(list, t.code()).value();
                return Choice.of(value, (t.parent().isEmpty() ? "" : now.words().type(list, t.parent()) + ": ")
                        + t.shown(), ticked.contains(value));
            }).toList();
            long picked = choices.stream().filter(Choice::picked).count();
            return new Question.More(list.words() + (picked == 0 ? "" : " (" + picked + " chosen)"),
                    List.of(new Question.Tick(Field.of(field(list), list.words()).withHint("As many as are true."),
                            choices)),
                    false);
        }).toList();
    }

    private List<Question> level(SubjectKind about, Coding now, List<Problem> problems) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", "Not set", get("level").isEmpty()));
        levels(about, now).forEach(l -> choices.add(Choice.of(l.code(), l.shown(), l.code().equals(get("level")))));
        return List.of(new Question.Select(
                new Field("level", "Level as we see it",
                        "Ours. What the county decides is kept with the call or referral.",
                        get("level"), FormPage.problem(problems, "level")),
                choices),
                new Question.Words(new Field("level-reasons", "Why this level?", null, get("level-reasons"),
                        FormPage.problem(problems, "level-reasons")), 2));
    }

    /** A form without the question leaves the ward as it is. */
    private @Nullable String ward(Coding now) {
        if (!sent.containsKey("ward"))
            return now.ward();
        return get("ward").isEmpty() ? null : get("ward");
    }

    /** Asked once the council has entered its wards. */
    private List<Question> wards(Coding now, List<Problem> problems) {
        if (wards(now).isEmpty())
            return List.of();
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", "Not set", get("ward").isEmpty()));
        wards(now).forEach(w -> choices.add(Choice.of(w.code(), w.label(), w.code().equals(get("ward")))));
        return List.of(new Question.Select(new Field("ward", "Ward", "Where it happened or they live, for figures.",
                get("ward"), FormPage.problem(problems, "ward")), choices));
    }

    /** The wards of today, and the one that is set. */
    private static List<Vocabulary.Term> wards(Coding now) {
        var all = new ArrayList<>(now.words().wards());
        var set = now.ward();
        if (set != null && all.stream().noneMatch(w -> w.code().equals(set)))
            all.add(new Vocabulary.Term(set, now.words().ward(set), "", "any", false));
        return all;
    }

    /** Levels that fit, and the one that is set whatever it fits. */
    private static List<Vocabulary.Term> levels(SubjectKind about, Coding now) {
        var all = new ArrayList<>(now.words().levels(about));
        var set = now.level();
        if (set != null && all.stream().noneMatch(l -> l.code().equals(set.code())))
            all.add(new Vocabulary.Term(set.code(), now.words().level(set.code()), "", "any", false));
        return all;
    }

    private boolean actTyped() {
        return List.of("act-day", "act-month", "act-year", "act-time").stream().anyMatch(f -> !get(f).isBlank());
    }

    private static String field(Vocabulary.TypeList list) {
        return "types-" + list.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String get(String name) {
        return Typed.clean(sent.get(name));
    }
}

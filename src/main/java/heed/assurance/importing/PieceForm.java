package heed.assurance.importing;

import heed.assurance.paper.Field;
import heed.assurance.paper.Piece;
import heed.assurance.paper.PieceKind;
import heed.platform.web.Choice;
import heed.platform.web.FormPage;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece as somebody types it.
 *
 * @param kind   the name of its kind
 * @param code   its number as printed
 * @param parent the id of what it belongs to; empty for nothing
 * @param lines  the lines it was read from, as typed
 * @param said   what it says, by field; empty where it does not say that
 * @param other  a field that it says besides; empty for none
 * @param more   what that says
 */
record PieceForm(String kind, String code, String parent, String lines, Map<String, String> said, String other,
        String more) {
    private static final int CODE_MOST = 40;
    private static final int WORDS_MOST = 100_000;
    private static final int HEADING_MOST = 300;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,7})(?:\\s*(?:-|–|to)\\s*(\\d{1,7}))?");
    /** Pieces that one may belong to, as a select can still be used. */
    private static final int PARENTS_MOST = 400;

    /** A piece as it stands. */
    static PieceForm of(Piece piece) {
        var said = new LinkedHashMap<>(piece.fields());
        PaperWords.usual(piece.kind()).forEach(f -> said.putIfAbsent(f.key(), ""));
        return new PieceForm(piece.kind().name(), piece.code() == null ? "" : piece.code(),
                piece.parent() == null ? "" : piece.parent(), PaperWords.lines(piece.lines()), said, "", "");
    }

    /** What was sent. */
    static PieceForm of(Map<String, String> sent) {
        var said = new LinkedHashMap<String, String>();
        for (int i = 0; sent.containsKey("key-" + i) && i < 60; i++)
            said.put(sent.getOrDefault("key-" + i, ""), tidy(sent.getOrDefault("said-" + i, "")));
        return new PieceForm(sent.getOrDefault("kind", ""), sent.getOrDefault("code", "").strip(),
                sent.getOrDefault("parent", ""), sent.getOrDefault("lines", "").strip(), said,
                sent.getOrDefault("other", ""), tidy(sent.getOrDefault("more", "")));
    }

    private static String tidy(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /** The fields' names, to be sent along. */
    Map<String, String> hidden() {
        var hidden = new LinkedHashMap<String, String>();
        int i = 0;
        for (var key : said.keySet())
            hidden.put("key-" + i++, key);
        return hidden;
    }

    /** What is asked, with what was typed. */
    List<Question> questions(Corrected corrected, String id, List<Problem> problems) {
        var questions = new ArrayList<Question>();
        questions.add(new Question.Select(field("kind", "What is it?", kind, problems),
                Arrays.stream(PieceKind.values()).map(k -> Choice.of(k.name(), k.words(), k.name().equals(kind)))
                        .toList()));
        int i = 0;
        for (var entry : said.entrySet())
            questions.add(new Question.Words(
                    field("said-" + i++, PaperWords.field(entry.getKey()), entry.getValue(), problems),
                    rows(entry.getValue())));
        questions.add(new Question.Line(field("code", "Number, as printed", code, problems), "govuk-input--width-5", "",
                "off"));
        questions.add(new Question.Select(field("parent", "Belongs to", parent, problems), parents(corrected, id)));
        questions.add(new Question.Line(field("lines", "Lines it was read from", lines, problems)
                .withHint("For example 12 to 15, 18"), "govuk-input--width-20", "", "off"));
        var others = new ArrayList<Choice>();
        others.add(Choice.of("", "Nothing", other.isEmpty()));
        for (var field : Field.values())
            if (!said.containsKey(field.key()))
                others.add(Choice.of(field.key(), field.words(), field.key().equals(other)));
        questions.add(new Question.More("It says something else too", List.of(
                new Question.Select(field("other", "What?", other, problems), others),
                new Question.Words(field("more", "What does it say?", more, problems), 2)),
                !other.isEmpty() || !more.isEmpty()));
        return questions;
    }

    private static heed.platform.web.Field field(String name, String label, String value, List<Problem> problems) {
        return heed.platform.web.Field.of(name, label).withValue(value)
                .withProblem(FormPage.problem(problems, name));
    }

    private static int rows(String words) {
        return Math.clamp(words.length() / 70 + words.lines().count(), 1, 14);
    }

    private List<Choice> parents(Corrected corrected, String id) {
        var below = corrected.under(id).stream().map(p -> p.piece().id()).collect(Collectors.toSet());
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", "Nothing", parent.isEmpty()));
        for (var part : corrected.parts()) {
            var piece = part.piece();
            var here = piece.id().equals(parent);
            if (here || !part.out() && PaperWords.holds(piece.kind()) && !piece.id().equals(id)
                    && !below.contains(piece.id()) && choices.size() < PARENTS_MOST)
                choices.add(Choice.of(piece.id(), piece.kind().words() + " " + PaperWords.shortly(piece), here));
        }
        return choices;
    }

    /** The piece that was typed, or nothing where something must be put right first. */
    Optional<Piece> check(Corrected corrected, String id, Optional<Piece> was, List<Problem> problems) {
        var is = Arrays.stream(PieceKind.values()).filter(k -> k.name().equals(kind)).findFirst();
        if (is.isEmpty())
            problems.add(new Problem("kind", "Choose what it is"));
        if (code.length() > CODE_MOST)
            problems.add(new Problem("code", "The number must be 40 characters or fewer"));
        var below = corrected.under(id).stream().map(p -> p.piece().id()).toList();
        if (!parent.isEmpty()
                && (corrected.part(parent).isEmpty() || parent.equals(id) || below.contains(parent)))
            problems.add(new Problem("parent", "Choose what it belongs to, or nothing"));
        var fields = new LinkedHashMap<String, String>();
        said.forEach((key, words) -> {
            if (known(key) && !words.isEmpty())
                fields.put(key, words);
        });
        if (!other.isEmpty() && Field.of(other).isPresent() && !more.isEmpty())
            fields.putIfAbsent(other, more);
        else if (!more.isEmpty())
            problems.add(new Problem("other", "Choose what it is that it says"));
        if (fields.isEmpty() && problems.isEmpty())
            problems.add(new Problem("said-0", "Write what it says, or leave it out"));
        if (fields.values().stream().mapToInt(String::length).sum() > WORDS_MOST)
            problems.add(new Problem("said-0", "What it says must be 100,000 characters or fewer"));
        var numbers = numbers(corrected.read().lines().size());
        if (numbers.isEmpty())
            problems.add(new Problem("lines", "Write the lines it was read from, between 1 and "
                    + corrected.read().lines().size()));
        return problems.isEmpty() && is.isPresent() && numbers.isPresent()
                ? Optional.of(new Piece(id, is.get(), code.isEmpty() ? null : code, parent.isEmpty() ? null : parent,
                        fields, numbers.get(), was.map(Piece::flags).orElse(List.of())))
                : Optional.empty();
    }

    private static boolean known(String key) {
        return Field.of(key).isPresent() || key.startsWith(Field.UNMAPPED) && key.length() <= HEADING_MOST;
    }

    private Optional<List<Integer>> numbers(int most) {
        return lines(lines, most);
    }

    /** Lines as people write them, such as "12 to 15, 18"; nothing where they are none of the paper's. */
    static Optional<List<Integer>> lines(String typed, int most) {
        var numbers = new TreeSet<Integer>();
        for (var each : typed.split("[,;]")) {
            var range = RANGE.matcher(each.strip());
            if (!range.matches())
                return Optional.empty();
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            if (from < 1 || to < from || to > most)
                return Optional.empty();
            for (int n = from; n <= to; n++)
                numbers.add(n);
        }
        return numbers.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(numbers));
    }

    /** Keeps the paper's words out of logs. */
    @Override
    public String toString() {
        return "PieceForm[]";
    }
}

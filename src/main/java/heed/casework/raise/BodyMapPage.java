package heed.casework.raise;

import heed.casework.concern.BodyFigure;
import heed.casework.concern.BodyList;
import heed.casework.concern.Telling;
import heed.platform.web.Choice;
import heed.platform.web.Field;
import heed.platform.web.FormPage;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks on a body, shown on a drawing and in a list. Public only because templates compile elsewhere.
 *
 * @param base      the address of the body map, under which marks are removed by their place in the list
 * @param figure    the drawing, and the marks in words
 * @param questions what is asked of one more mark; empty where there are as many as there can be
 * @param problems  what has to be put right
 * @param done      where it goes on
 */
public record BodyMapPage(Frame frame, String base, BodyFigure figure, List<Question> questions,
        List<Problem> problems, String done) {
    /** Copies the lists. */
    public BodyMapPage {
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
    }

    static BodyMapPage of(Frame frame, String draft, List<Telling.Mark> marks, Telling.Mark typed,
            List<Problem> problems, boolean room) {
        return new BodyMapPage(frame, draft + "/body-map", BodyFigure.of(marks),
                room ? questions(typed, problems) : List.of(), problems, draft);
    }

    private static List<Question> questions(Telling.Mark m, List<Problem> problems) {
        var places = new ArrayList<Choice>();
        places.add(Choice.of("", "Choose", m.place().isEmpty()));
        for (var place : BodyList.places())
            places.add(Choice.of(place.code(), place.label(), place.code().equals(m.place())));
        var looks = BodyList.looks().stream().map(l -> Choice.of(l.code(), l.label(), l.code().equals(m.look())))
                .toList();
        return List.of(
                new Question.Select(field(problems, "place", "Where is the mark?",
                        "Choose from the list, or point to it on the drawing.", m.place()), places),
                new Question.Pick(
                        field(problems, "side", "Which side?", "Their left or right, not yours.", m.side()),
                        List.of(Choice.of("left", "Left", m.side().equals("left")),
                                Choice.of("right", "Right", m.side().equals("right")),
                                Choice.of("middle", "Middle", m.side().equals("middle")),
                                Choice.of("not-sure", "Not sure", m.side().equals("not-sure"))),
                        true),
                new Question.Pick(field(problems, "look", "What does it look like?", null, m.look()), looks, false),
                new Question.Line(field(problems, "size", "How large is it?",
                        "For example “like a 10p coin” or “as long as a finger”.", m.size())),
                new Question.Line(field(problems, "colour", "What colour is it?", null, m.colour())),
                new Question.Words(field(problems, "explained", "How was it explained, and by whom?",
                        "Only if somebody said so. Do not ask.", m.explained()), 3));
    }

    private static Field field(List<Problem> problems, String name, String label,
            @org.jspecify.annotations.Nullable String hint, String value) {
        return new Field(name, label, hint, value, FormPage.problem(problems, name));
    }
}

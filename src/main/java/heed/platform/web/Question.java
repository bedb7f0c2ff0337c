package heed.platform.web;

import java.util.List;
import java.util.Map;

/** One question on a form, of the kind it is asked as; {@code parts/questions.jte} draws a list of them. */
public sealed interface Question {
    /** A single line; {@code width} is a class of the design system, or empty for the full width. */
    record Line(Field field, String width, String inputmode, String autocomplete) implements Question {
        /** A line of full width. */
        public Line(Field field) {
            this(field, "", "", "");
        }
    }

    /** Several lines of text. */
    record Words(Field field, int rows) implements Question {
    }

    /** One of several answers; an answer may open further questions under it. */
    record Pick(Field field, List<Choice> choices, boolean inline,
            Map<String, List<Question>> opens) implements Question {
        /** Copies what it is given. */
        public Pick {
            choices = List.copyOf(choices);
            opens = Map.copyOf(opens);
        }

        /** Answers that open nothing. */
        public Pick(Field field, List<Choice> choices, boolean inline) {
            this(field, choices, inline, Map.of());
        }
    }

    /** Any number of several answers. */
    record Tick(Field field, List<Choice> choices) implements Question {
        /** Copies the choices. */
        public Tick {
            choices = List.copyOf(choices);
        }
    }

    /** One of many answers, from a list that drops down. */
    record Select(Field field, List<Choice> choices) implements Question {
        /** Copies the choices. */
        public Select {
            choices = List.copyOf(choices);
        }
    }

    /** A date in three boxes. */
    record Day(DateField field) implements Question {
    }

    /** Further questions that few need, folded away under a line that opens them. */
    record More(String summary, List<Question> questions, boolean open) implements Question {
        /** Copies the questions. */
        public More {
            questions = List.copyOf(questions);
        }
    }
}

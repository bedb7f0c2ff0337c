package heed.insight.dashboard;

import heed.platform.measure.Answer;
import heed.platform.measure.Figure;

/**
 * A figure in words and digits, with where it leads. Public only because templates compile elsewhere.
 *
 * @param said such as "48" or "Too few"
 * @param href its list, or how it is counted
 */
public record Shown(String said, String href) {
    static Shown of(Answer answer, Figure figure) {
        return new Shown(answer.say(figure), figure.href());
    }
}

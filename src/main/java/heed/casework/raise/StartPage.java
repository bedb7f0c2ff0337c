package heed.casework.raise;

import heed.platform.web.Frame;
import heed.platform.web.Problem;
import heed.platform.web.Question;
import java.util.List;

/** The first page of telling us: numbers to ring, then whether anyone is in danger. Public only because templates compile elsewhere. */
public record StartPage(Frame frame, List<Question> questions, List<Problem> problems, List<Begun> begun) {
    /** A draft that was not sent. */
    public record Begun(String href, String saved, String about) {
    }
}

package heed.assurance.exercise;

import heed.platform.Actor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The questions of returns, for slices that answer them with something of their own. */
@Component
public class ReturnQuestions {
    private final ReturnReading reading;

    ReturnQuestions(ReturnReading reading) {
        this.reading = reading;
    }

    /**
     * What a question is called.
     *
     * @throws heed.platform.Refused as not found where they do not write that answer; as not allowed now where the return is
     *                               not open for writing
     */
    public String title(Actor by, UUID ret, String question) {
        return reading.forWriting(by, ret, question).asked().title();
    }
}

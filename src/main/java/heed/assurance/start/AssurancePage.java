package heed.assurance.start;

import heed.assurance.AssurancePart.Part;
import heed.platform.web.Frame;
import java.util.List;

/**
 * Where assurance begins. Public only because templates compile elsewhere.
 *
 * @param frame around the page
 * @param parts what is there for this person
 */
public record AssurancePage(Frame frame, List<Part> parts) {
}

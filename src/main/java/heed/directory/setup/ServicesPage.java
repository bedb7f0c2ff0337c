package heed.directory.setup;

import heed.platform.web.Frame;
import java.util.List;

/**
 * All services.
 *
 * @param frame around the page
 * @param count how many there are, in words
 * @param rows  each of them
 */
public record ServicesPage(Frame frame, String count, List<Row> rows) {
    /**
     * One service.
     *
     * @param name      its name
     * @param href      where to change it
     * @param code      its code
     * @param council   whose
     * @param headcount how many work in it, in words
     */
    public record Row(String name, String href, String code, String council, String headcount) {
    }
}

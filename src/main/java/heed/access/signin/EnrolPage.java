package heed.access.signin;

import heed.platform.web.Field;
import heed.platform.web.Frame;
import heed.platform.web.Problem;
import java.util.List;

/**
 * Setting up an app for codes.
 *
 * @param frame    the page's frame
 * @param problems what to put right
 * @param picture  the picture to scan
 * @param key      the same as text to type
 * @param address  the same as a link, for a phone that cannot scan itself
 * @param code     the first code
 */
public record EnrolPage(Frame frame, List<Problem> problems, Picture picture, String key, String address, Field code) {
    /**
     * Black squares on white, as SVG.
     *
     * @param size how many squares wide, its quiet border included
     * @param path the outline of the black ones
     */
    public record Picture(int size, String path) {
    }
}

package heed.insight.dashboard;

import heed.platform.web.Frame;
import java.util.List;

/** Every figure with how it is counted. Public only because templates compile elsewhere. */
public record FiguresPage(Frame frame, List<Group> groups) {
    /** Figures under one heading. */
    public record Group(String title, List<Row> rows) {
    }

    /** One figure. */
    public record Row(String title, String href, String counts) {
    }
}

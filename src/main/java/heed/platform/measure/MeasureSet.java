package heed.platform.measure;

import java.util.List;

/** The measures of one module, a bean of it. Sets are asked in their {@code @Order}. */
public interface MeasureSet {
    /** They, in the order in which they are shown. */
    List<Measure> measures();
}

package heed.assurance.framework;

/**
 * What has to be put right in a framework before it is taken.
 *
 * @param place where, as its reader finds it: "Line 12" of a YAML file, "Sheet nodes, row 4, column parent" of a workbook;
 *              empty for the whole
 * @param words what to do, in a sentence without a full stop
 */
public record FrameworkFault(String place, String words) {
}

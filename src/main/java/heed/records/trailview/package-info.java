/** Reading the audit log, and whether it is whole. */
@org.jspecify.annotations.NullMarked
package heed.records.trailview;

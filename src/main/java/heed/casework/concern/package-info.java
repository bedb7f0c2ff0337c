/** A concern, from first telling to decision and answer. */
@org.jspecify.annotations.NullMarked
package heed.casework.concern;

/** Photos and documents brought to a worry: the same page while telling us, afterwards, and at the officers' desk. */
@org.jspecify.annotations.NullMarked
package heed.casework.file;

/** Pages as PDF files that a screen reader reads and that print as they look. */
@org.jspecify.annotations.NullMarked
package heed.platform.print;

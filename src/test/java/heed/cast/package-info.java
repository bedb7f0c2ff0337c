/** Invented people of tests, and what they do through the real use cases and pages. */
@org.jspecify.annotations.NullMarked
package heed.cast;

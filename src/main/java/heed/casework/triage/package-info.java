/** The officers' side: queue, taking up, deciding, support, writing back. */
@org.jspecify.annotations.NullMarked
package heed.casework.triage;

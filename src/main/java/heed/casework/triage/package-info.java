/** The officers' side: queue, taking up, deciding, support, writing back. */
@org.springframework.modulith.NamedInterface("triage")
@org.jspecify.annotations.NullMarked
package heed.casework.triage;

/** When a concern has to be looked at and acted on: computed from stored facts at every reading, never by a job. */
@org.springframework.modulith.NamedInterface("clock")
@org.jspecify.annotations.NullMarked
package heed.casework.clock;

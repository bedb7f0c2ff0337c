/**
 * Known people: who a person named in a concern may be among those named before, with the reasons, and what officers said
 * of them: the same person, or different people.
 */
@org.springframework.modulith.NamedInterface("known")
@org.jspecify.annotations.NullMarked
package heed.casework.known;

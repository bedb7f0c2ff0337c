/** Telling us: small steps in any order, kept as typed, sent once. */
@org.springframework.modulith.NamedInterface("raise")
@org.jspecify.annotations.NullMarked
package heed.casework.raise;

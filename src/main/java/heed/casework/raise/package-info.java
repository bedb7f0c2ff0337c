/** Telling us: small steps in any order, kept as typed, sent once. */
@org.jspecify.annotations.NullMarked
package heed.casework.raise;

/** Who may see a concern, why, and who has looked: restricting it, keeping somebody from it, letting somebody read it. */
@org.springframework.modulith.NamedInterface("restriction")
@org.jspecify.annotations.NullMarked
package heed.casework.restriction;

/** What someone raised, and what was written back to them. */
@org.springframework.modulith.NamedInterface("mine")
@org.jspecify.annotations.NullMarked
package heed.casework.mine;

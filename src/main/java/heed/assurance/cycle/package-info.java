/** Cycles: one run of an edition by a board, whom it invites to answer what, and who is where. */
@org.springframework.modulith.NamedInterface("cycle")
@org.jspecify.annotations.NullMarked
package heed.assurance.cycle;

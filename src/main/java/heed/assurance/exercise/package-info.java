/** One organisation's return: answers, whose rating, evidence and facts, who signs it off, and the copy a board gets. */
@org.springframework.modulith.NamedInterface("exercise")
@org.jspecify.annotations.NullMarked
package heed.assurance.exercise;

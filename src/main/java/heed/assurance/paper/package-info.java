/**
 * Papers read: a file becomes numbered lines, and lines become pieces of a return, an action plan, a committee report or
 * an independent review. Pure: nothing here knows a database, and what was not read is said, never guessed.
 */
@org.springframework.modulith.NamedInterface("paper")
@org.jspecify.annotations.NullMarked
package heed.assurance.paper;

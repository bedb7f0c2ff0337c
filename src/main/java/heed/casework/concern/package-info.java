/** The concern itself: what was told, its moves, and the store that reads it through the actor's eyes. */
@org.springframework.modulith.NamedInterface("concern")
@org.jspecify.annotations.NullMarked
package heed.casework.concern;

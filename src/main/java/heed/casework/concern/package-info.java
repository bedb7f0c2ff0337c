/** The concern itself: what was told, its moves, and the store that reads it through the actor's eyes. */
@org.jspecify.annotations.NullMarked
package heed.casework.concern;

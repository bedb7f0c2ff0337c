/** What someone raised, and what was written back to them. */
@org.jspecify.annotations.NullMarked
package heed.casework.mine;

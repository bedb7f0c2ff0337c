/** Faults made by really making them, on a Heed in a process of its own. */
@org.jspecify.annotations.NullMarked
package heed.drill;

/** The structure of the house, held by tests; each guard is shown a planted violation that it must catch. */
@org.jspecify.annotations.NullMarked
package heed.house;

/** Heed, one package per module. */
@org.jspecify.annotations.NullMarked
package heed;

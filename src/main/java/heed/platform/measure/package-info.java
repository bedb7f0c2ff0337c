/** Figures: each has one definition in code, and everybody who shows one asks it here. */
@org.jspecify.annotations.NullMarked
package heed.platform.measure;

/** Correcting what was recorded in error: asked by one officer, done by another, with who had read it. */
@org.jspecify.annotations.NullMarked
package heed.casework.correction;

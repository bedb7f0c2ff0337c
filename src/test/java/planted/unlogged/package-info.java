/** A page that nobody would know was seen. */
@org.jspecify.annotations.NullMarked
package planted.unlogged;

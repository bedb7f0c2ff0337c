/** Breaks rules on purpose, so that their guards can be seen to catch it. */
@org.jspecify.annotations.NullMarked
package planted.routes;

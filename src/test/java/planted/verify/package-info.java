/** A verifier that does not stand alone. */
@org.jspecify.annotations.NullMarked
package planted.verify;

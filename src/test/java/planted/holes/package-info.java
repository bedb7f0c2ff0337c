/** Ways of letting people see what they may not, on purpose. */
@org.jspecify.annotations.NullMarked
package planted.holes;

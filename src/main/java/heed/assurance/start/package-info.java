/** Where everyone who takes part in assurance begins: what is there for them. */
@org.jspecify.annotations.NullMarked
package heed.assurance.start;

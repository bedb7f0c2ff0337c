/** A return whole in one file, out and in, and what Heed knows of standards in the form of OSCAL. */
@org.springframework.modulith.NamedInterface("exchange")
@org.jspecify.annotations.NullMarked
package heed.assurance.exchange;

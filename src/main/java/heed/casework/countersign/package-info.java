/** A second officer's view, afterwards, of a decision to do nothing where danger was reported. Nothing waits for it. */
@org.springframework.modulith.NamedInterface("countersign")
@org.jspecify.annotations.NullMarked
package heed.casework.countersign;

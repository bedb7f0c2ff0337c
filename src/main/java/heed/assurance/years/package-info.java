/**
 * Many years by theme: what each year's ratings were, how far two years can be compared, and why not. Reads ratings and
 * never writes one (invariant 18 of the assurance model).
 */
@org.jspecify.annotations.NullMarked
package heed.assurance.years;

/** Searching concerns by reference, name, date of birth, place and words, within what the searcher may see. */
@org.springframework.modulith.NamedInterface("search")
@org.jspecify.annotations.NullMarked
package heed.casework.search;

/** What a statement of evidence is about: when, read from its words, and which figures it gives. Pure, no database. */
@org.jspecify.annotations.NullMarked
package heed.assurance.evidence;

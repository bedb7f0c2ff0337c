/**
 * People's names as they are really typed: folded to one form, matched through short forms, spellings and sounds, and
 * found in running text. No database, no state.
 */
@org.jspecify.annotations.NullMarked
package heed.platform.names;

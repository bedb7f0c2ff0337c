/**
 * Sealing: personal text is encrypted before it reaches the database, and found again by keyed tokens.
 * <p>
 * Master key (outside the database) &rarr; scope key &rarr; record key &rarr; text. See {@link heed.platform.seal.Seals}.
 */
@org.jspecify.annotations.NullMarked
package heed.platform.seal;

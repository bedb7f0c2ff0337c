/** First-run set-up, the settings after it, and what is still to be done. */
@org.jspecify.annotations.NullMarked
package heed.directory.setup;

/** The kit every module stands on; it knows no word of safeguarding. */
@org.jspecify.annotations.NullMarked
package heed.platform;

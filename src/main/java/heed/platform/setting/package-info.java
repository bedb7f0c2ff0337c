/** What is set for the whole installation, encrypted. */
@org.jspecify.annotations.NullMarked
package heed.platform.setting;

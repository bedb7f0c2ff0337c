/** The commands that copy everything out and put it back: backup, restore, export. */
@org.jspecify.annotations.NullMarked
package heed.platform.backup;

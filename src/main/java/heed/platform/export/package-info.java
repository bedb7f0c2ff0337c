/** Tables out, as files that a spreadsheet opens and takes for nothing but what they say. */
@org.jspecify.annotations.NullMarked
package heed.platform.export;

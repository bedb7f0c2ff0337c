/** The kit under every module: sealing, names, trail, database, pages, mail and jobs. It knows no safeguarding word. */
@org.jspecify.annotations.NullMarked
package heed.platform;

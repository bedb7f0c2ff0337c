/** The bank holidays of a recording scope: the rules, what ships, and what was added here. */
@org.springframework.modulith.NamedInterface("calendar")
@org.jspecify.annotations.NullMarked
package heed.directory.calendar;

/** People who work here: their names, services, managers and leaving. */
@org.springframework.modulith.NamedInterface("staff")
@org.jspecify.annotations.NullMarked
package heed.access.staff;

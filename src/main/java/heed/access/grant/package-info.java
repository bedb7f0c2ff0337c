/** Roles, granted with a start and an end. */
@org.springframework.modulith.NamedInterface("grant")
@org.jspecify.annotations.NullMarked
package heed.access.grant;

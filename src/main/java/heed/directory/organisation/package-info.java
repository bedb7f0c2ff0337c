/** Councils, companies and providers, their services, and the numbers to ring. */
@org.springframework.modulith.NamedInterface("organisation")
@org.jspecify.annotations.NullMarked
package heed.directory.organisation;

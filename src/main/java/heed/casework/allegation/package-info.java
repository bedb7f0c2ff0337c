/** Concerns about people who work here, kept from everyone but the named recipients. */
@org.springframework.modulith.NamedInterface("allegation")
@org.jspecify.annotations.NullMarked
package heed.casework.allegation;

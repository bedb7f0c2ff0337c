/** From first worry to decision and answer. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "records", "records :: document",
        "access", "access :: policy",
        "access :: staff", "access :: grant", "directory", "directory :: organisation",
        "directory :: calendar", "directory :: vocabulary"})
@org.jspecify.annotations.NullMarked
package heed.casework;

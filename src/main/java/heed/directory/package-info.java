/** Who and where: organisations and the numbers to ring. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "access", "access :: policy",
        "access :: staff", "access :: grant"})
@org.jspecify.annotations.NullMarked
package heed.directory;

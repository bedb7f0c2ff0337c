/** Figures for whoever must know how things go: read only through what other modules publish. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "access", "access :: staff",
        "access :: policy", "directory", "directory :: organisation"})
@org.jspecify.annotations.NullMarked
package heed.insight;

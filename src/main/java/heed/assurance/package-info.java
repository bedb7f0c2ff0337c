/** Standards and how a council stands to them: frameworks, cycles, returns, papers, action plans. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "records", "records :: document",
        "access", "access :: policy", "access :: staff", "access :: grant", "directory", "directory :: organisation",
        "directory :: calendar", "directory :: vocabulary"})
@org.jspecify.annotations.NullMarked
package heed.assurance;

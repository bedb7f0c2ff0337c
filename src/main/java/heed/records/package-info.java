/** Files: what was brought to a record, kept as it came and given out safely. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "access"})
@org.jspecify.annotations.NullMarked
package heed.records;

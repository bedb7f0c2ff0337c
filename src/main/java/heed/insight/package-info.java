/** Figures for those who answer for the whole: reads only what others publish through the port of measures. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "access", "access :: staff"})
@org.jspecify.annotations.NullMarked
package heed.insight;

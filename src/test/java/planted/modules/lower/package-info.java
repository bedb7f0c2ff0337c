/** Breaks a rule on purpose: allowed nothing, it uses what is above it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package planted.modules.lower;

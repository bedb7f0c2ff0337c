/**
 * A second implementation of what vouches for the audit log, which shares nothing with the first: it needs an export and the
 * heads, and no Heed, database or key.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package heed.verify;

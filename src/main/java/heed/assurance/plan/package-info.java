/**
 * Action plans: what was agreed to be done, by which post, by when in people's own words, how it stands, and what came of
 * it.
 */
@org.springframework.modulith.NamedInterface("plan")
@org.jspecify.annotations.NullMarked
package heed.assurance.plan;

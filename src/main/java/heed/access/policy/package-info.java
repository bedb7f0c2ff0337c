/** Who may see which record: one rule with two faces, yes or no and SQL. */
@org.springframework.modulith.NamedInterface("policy")
@org.jspecify.annotations.NullMarked
package heed.access.policy;

/** Figures out: quarters published and frozen, with small numbers hidden for members, and totals from an older tool. */
@org.springframework.modulith.NamedInterface("report")
@org.jspecify.annotations.NullMarked
package heed.insight.report;

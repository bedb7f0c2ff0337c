/** The committee report on a year's return, and the return itself, as papers: computed parts, written parts, Word. */
@org.springframework.modulith.NamedInterface("report")
@org.jspecify.annotations.NullMarked
package heed.assurance.report;

/**
 * Frameworks: scales, editions of standards and questions, and crosswalks between editions. Loaded from YAML or a workbook,
 * put right as a draft, published once and for all.
 */
@org.springframework.modulith.NamedInterface("framework")
@org.jspecify.annotations.NullMarked
package heed.assurance.framework;

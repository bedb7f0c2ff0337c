/** Figures on the start page and pages of their own, with charts drawn on the server, each beside its table. */
@org.jspecify.annotations.NullMarked
package heed.insight.dashboard;

/** The audit log: who did or saw what, when, and what was refused. */
@org.jspecify.annotations.NullMarked
package heed.platform.trail;

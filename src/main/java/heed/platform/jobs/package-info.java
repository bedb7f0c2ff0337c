/** Work done at intervals, once however many nodes there are. */
@org.jspecify.annotations.NullMarked
package heed.platform.jobs;

/** Mail, queued in the transaction that causes it and sent at least once. */
@org.jspecify.annotations.NullMarked
package heed.platform.notify;

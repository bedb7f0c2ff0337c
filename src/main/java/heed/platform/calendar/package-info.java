/** Working days and the bank holidays of England, computed. */
@org.jspecify.annotations.NullMarked
package heed.platform.calendar;

/** Figures of concerns, and the lists behind them: counted in the database over plain columns; nothing is opened. */
@org.jspecify.annotations.NullMarked
package heed.casework.figure;

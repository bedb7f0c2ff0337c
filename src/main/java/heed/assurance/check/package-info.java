/** What will not stand in a return, found before others find it: contradictions, repeats, gaps and people. Pure. */
@org.jspecify.annotations.NullMarked
package heed.assurance.check;

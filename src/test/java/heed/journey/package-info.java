/** Stories walked through in a browser, on the whole program: on a phone and on a desk, with and without script. */
@org.jspecify.annotations.NullMarked
package heed.journey;

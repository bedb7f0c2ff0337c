/** English as returns are written in it: sentences, the things they speak of, and what happened to them. Pure. */
@org.jspecify.annotations.NullMarked
package heed.assurance.prose;

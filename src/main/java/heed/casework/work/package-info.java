/** The lists of what officers owe besides the queue, and the way between them. */
@org.springframework.modulith.NamedInterface("work")
@org.jspecify.annotations.NullMarked
package heed.casework.work;

/** Advice asked and given: a short record of its own, which can become a concern. */
@org.springframework.modulith.NamedInterface("advice")
@org.jspecify.annotations.NullMarked
package heed.casework.advice;

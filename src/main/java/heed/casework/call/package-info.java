/** Calls and other contacts that officers make about a concern, what is owed after them, and what came back. */
@org.springframework.modulith.NamedInterface("call")
@org.jspecify.annotations.NullMarked
package heed.casework.call;

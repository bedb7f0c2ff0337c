/** What happens when nobody takes a concern up: who is told when, and what became of the messages. */
@org.springframework.modulith.NamedInterface("escalation")
@org.jspecify.annotations.NullMarked
package heed.casework.escalation;

/** Who is on duty when, who covers, and what one shift leaves to the next. */
@org.springframework.modulith.NamedInterface("rota")
@org.jspecify.annotations.NullMarked
package heed.casework.rota;

/** Who else was told of before: the household and history of those a concern names, as far as the officer may see. */
@org.springframework.modulith.NamedInterface("household")
@org.jspecify.annotations.NullMarked
package heed.casework.household;

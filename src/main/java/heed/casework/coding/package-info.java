/** What officers code at triage: types of harm, the level as we see it, and the time by which to act. */
@org.springframework.modulith.NamedInterface("coding")
@org.jspecify.annotations.NullMarked
package heed.casework.coding;

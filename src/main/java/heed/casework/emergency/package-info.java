/** Opening a restricted concern in an emergency: for an hour, to read, told to the leads at once, reviewed afterwards. */
@org.springframework.modulith.NamedInterface("emergency")
@org.jspecify.annotations.NullMarked
package heed.casework.emergency;

/** The invented world that the demonstration shows: its people, its services and a year of its concerns. */
@org.springframework.modulith.ApplicationModule
@org.jspecify.annotations.NullMarked
package heed.demo;

/** The invented world that the demonstration shows: its people, its services and a year of its concerns. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "access", "access :: policy",
        "access :: staff",
        "access :: grant", "directory", "directory :: organisation", "casework", "casework :: concern",
        "casework :: raise",
        "casework :: triage", "casework :: mine", "casework :: allegation", "casework :: call", "casework :: coding",
        "casework :: countersign", "casework :: advice", "casework :: rota", "casework :: restriction",
        "directory :: vocabulary", "casework :: emergency", "casework :: known", "insight", "insight :: report"})
@org.jspecify.annotations.NullMarked
package heed.demo;

/** The invented world that the demonstration shows: its people, its services, a year of its concerns and two years of assurance. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "access", "access :: policy",
        "access :: staff",
        "access :: grant", "directory", "directory :: organisation", "casework", "casework :: concern",
        "casework :: raise",
        "casework :: triage", "casework :: mine", "casework :: allegation", "casework :: call", "casework :: coding",
        "casework :: countersign", "casework :: advice", "casework :: rota", "casework :: restriction",
        "directory :: vocabulary", "casework :: emergency", "casework :: known", "insight", "insight :: report",
        "assurance", "assurance :: cycle", "assurance :: exercise", "assurance :: framework", "assurance :: importing",
        "assurance :: peerreview", "assurance :: plan", "assurance :: report", "records",
        "records :: document"})
@org.jspecify.annotations.NullMarked
package heed.demo;

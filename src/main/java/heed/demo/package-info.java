/** The invented world that the demonstration shows: its people, its services and a year of its concerns. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "access", "access :: policy",
        "access :: staff",
        "access :: grant", "directory", "directory :: organisation", "casework", "casework :: concern",
        "casework :: raise",
<<<<<<< HEAD
        "casework :: triage", "casework :: mine", "casework :: allegation",
        "casework :: rota"})
=======
        "casework :: triage", "casework :: mine", "casework :: allegation", "casework :: call", "casework :: coding",
        "casework :: countersign", "casework :: advice"})
>>>>>>> 4ff129872464e08b2bdb21a077d1f7ebf93f7b5d
@org.jspecify.annotations.NullMarked
package heed.demo;

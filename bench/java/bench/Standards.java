package bench;

import heed.access.Role;
import heed.assurance.cycle.CycleMove;
import heed.assurance.cycle.CycleOf;
import heed.assurance.evidence.Span;
import heed.assurance.evidence.Window;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Carried;
import heed.assurance.exercise.EvidenceState;
import heed.assurance.exercise.Facets;
import heed.assurance.exercise.Fact;
import heed.assurance.exercise.Item;
import heed.assurance.exercise.KeptReturn;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.Return;
import heed.assurance.exercise.ReturnKeeping;
import heed.assurance.exercise.ReturnState;
import heed.assurance.exercise.Statement;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import heed.assurance.framework.FrameworkKind;
import heed.assurance.framework.Frameworks;
import heed.casework.Town;
import heed.directory.organisation.Council;
import heed.directory.organisation.Organisations;
import heed.platform.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A large return with the one of the year before, and a board that waits for many. */
final class Standards {
    /** How many organisations the board invites. */
    static final int ORGANISATIONS = 60;
    private static final int QUESTIONS = 150;
    private static final int STATEMENTS = 3_000;
    private static final String SCALE = """
            code: bench-letters
            title: Letters
            subject: standard
            ordered: true
            best_first: [B, R]
            facets:
              attainment:
                - {code: met, word: "Met"}
                - {code: not_met, word: "Not met"}
              evidenced:
                - {code: shown, word: "Shown"}
                - {code: not_shown, word: "Not shown"}
            levels:
              - {letter: B, word: Blue, colour: blue, meaning: "Met", requires: [evidence]}
              - {letter: R, word: Red, colour: red, meaning: "Not met", requires: [action]}
            derivation:
              - {attainment: met, evidenced: shown, letter: B}
              - {attainment: met, evidenced: not_shown, letter: R}
              - {attainment: not_met, evidenced: shown, letter: R}
              - {attainment: not_met, evidenced: not_shown, letter: R}
            """;

    private final ApplicationContext context;
    private final Actor keeper;
    private final Actor board;
    private final UUID ret;
    private final UUID cycle;
    private final Invented invented = new Invented(150);

    Standards(ApplicationContext context, Town town) {
        this.context = context;
        keeper = town.person("Cora Vale", Role.COORDINATOR);
        board = town.person("Bea Garrick", Role.BOARD_MANAGER);
        var edition = edition();
        returned(edition, 2025);
        ret = returned(edition, 2026);
        cycle = cycle();
    }

    Actor keeper() {
        return keeper;
    }

    Actor board() {
        return board;
    }

    String overview() {
        return "/assurance/returns/" + ret;
    }

    String question() {
        return overview() + "/questions/5.10";
    }

    String check() {
        return overview() + "/check";
    }

    String progress() {
        return "/assurance/cycles/" + cycle;
    }

    String size() {
        return QUESTIONS + " questions, %,d statements".formatted(STATEMENTS);
    }

    private UUID edition() {
        var nodes = new StringBuilder();
        int sort = 0;
        for (int s = 1; s <= QUESTIONS / 15; s++) {
            nodes.append("  - {code: \"%d\", kind: section, sort: %d, title: \"Part %d\"}\n".formatted(s, ++sort, s));
            for (int q = 1; q <= 15; q++) {
                nodes.append("  - {code: \"%d.%d\", kind: question, parent: \"%d\", sort: %d, last_year_evidence: true, title: \"%s\"}\n"
                        .formatted(s, q, s, ++sort, "How do you make sure of this in part " + s + ", point " + q + "?"));
                for (char b = 'a'; b < 'd'; b++)
                    nodes.append("  - {code: \"%d.%d.%c\", kind: subitem, parent: \"%d.%d\", sort: %d, title: \"A thing to name\"}\n"
                            .formatted(s, q, b, s, q, ++sort));
            }
        }
        var frameworks = context.getBean(Frameworks.class);
        var scale = frameworks.keepBrought(keeper, FrameworkKind.SCALE, 1, SCALE, null, Instant.now());
        return frameworks.keepBrought(keeper, FrameworkKind.EDITION, 1, """
                code: bench-2026
                title: Large standards
                year: 2026
                population: adults
                scale: bench-letters
                nodes:
                %s""".formatted(nodes), scale, Instant.now());
    }

    private UUID returned(UUID edition, int year) {
        var id = UUID.randomUUID();
        var now = Instant.now();
        var window = new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        var items = new ArrayList<Item>();
        var ratings = new ArrayList<Rating>();
        var statements = new ArrayList<Statement>();
        var facts = new ArrayList<Fact>();
        for (int n = 0; n < QUESTIONS; n++) {
            var code = n / 15 + 1 + "." + (n % 15 + 1);
            items.add(new Item(UUID.randomUUID(), code, n, paragraphs(4), Carried.OWN, null, 0, keeper.staff(), now));
            ratings.add(new Rating(UUID.randomUUID(), code, Voice.SELF, Audience.ALL, "bench-letters", 1,
                    new Verdict.Level("B", new Facets("met", "shown")), keeper.council(), keeper.staff(), now, null,
                    null, null));
            for (int s = 0; s < STATEMENTS / QUESTIONS; s++) {
                var day = LocalDate.of(year, 1 + invented.below(12), 1 + invented.below(28));
                statements.add(new Statement(UUID.randomUUID(), code, s + 1,
                        sentences(2) + "That was in " + day.getMonth().name().charAt(0)
                                + day.getMonth().name().substring(1).toLowerCase(java.util.Locale.ROOT) + " " + year
                                + ", with " + (10 + invented.below(90)) + " people.",
                        List.of(new Span(day, day.plusDays(20))), false, EvidenceState.ACCEPTED, null, 0, keeper.staff(),
                        now));
            }
            if (n % 2 == 0)
                facts.add(new Fact(UUID.randomUUID(), List.of(code), "People trained in part " + n, "People trained",
                        BigDecimal.valueOf(invented.below(500)), "people", window.from(), window.to(), Fact.Origin.TYPED,
                        "The training log", "many", List.of(), null, null, now));
        }
        context.getBean(ReturnKeeping.class).keep(keeper,
                new KeptReturn(new Return(id, null, edition, keeper.council(), "", year, 1, null, window,
                        ReturnState.IN_PROGRESS, 0, keeper.staff(), now), "", items, ratings, Map.of(), statements, facts,
                        null, List.of()));
        return id;
    }

    private String sentences(int many) {
        var text = new StringBuilder();
        for (int s = 0; s < many; s++) {
            text.append("Our ").append(invented.word());
            for (int w = 4 + invented.below(10); w > 0; w--)
                text.append(' ').append(invented.word());
            text.append(". ");
        }
        return text.toString();
    }

    private String paragraphs(int many) {
        var text = new StringBuilder();
        for (int n = 0; n < many; n++)
            text.append(sentences(6)).append("\n\n");
        return text.toString().strip();
    }

    private UUID cycle() {
        var made = CycleOf.planned(context, board);
        var organisations = context.getBean(Organisations.class);
        var invited = new ArrayList<Actor>();
        var invitations = new ArrayList<UUID>();
        for (int n = 0; n < ORGANISATIONS; n++) {
            var system = Actor.system(UUID.randomUUID());
            organisations.openScope(system, "Council " + n);
            var council = organisations.addCouncil(system, "Council " + n, Council.Kind.COUNCIL);
            invited.add(new Actor(UUID.randomUUID(), system.scope(), council, Role.permits(java.util.Set.of(Role.COORDINATOR)),
                    "bench"));
            invitations.add(CycleOf.invited(context, board, made, system.scope()));
        }
        CycleOf.moved(context, board, made, CycleMove.OPEN_IT);
        // Two thirds have begun.
        for (int n = 0; n < ORGANISATIONS * 2 / 3; n++)
            CycleOf.accepted(context, invited.get(n), invitations.get(n));
        return made;
    }
}

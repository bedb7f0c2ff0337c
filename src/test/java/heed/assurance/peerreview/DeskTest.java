package heed.assurance.peerreview;

import static heed.assurance.peerreview.Asking.*;
import static org.assertj.core.api.Assertions.assertThat;

import heed.assurance.evidence.Standing;
import heed.assurance.exercise.Audience;
import heed.assurance.exercise.Rating;
import heed.assurance.exercise.Verdict;
import heed.assurance.exercise.Voice;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One question, all returns side by side, with names or without. */
class DeskTest {
    private static final UUID SITTING = new UUID(5, 5);
    private static final HiddenNames.Named HARROW = new HiddenNames.Named(OWNER, "Harrow Vale District Council",
            List.of("HVDC"));
    private static final HiddenNames.Named STOW = new HiddenNames.Named(PEER, "Borough of Stowmere", List.of());
    private static final HiddenNames.Named ELM = new HiddenNames.Named(THIRD, "Elm and Ash Council", List.of("E&A"));
    private static final IndependentReview REVIEW = new IndependentReview(new UUID(6, 6), OWNER,
            ReviewKind.COMMISSIONED,
            "Review of Harrow Vale", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1),
            List.of(new IndependentReview.Member("Chair of a board elsewhere", false)),
            List.of(ReviewMethod.INTERVIEWS),
            List.of(new IndependentReview.Limitation("HVDC gave no case files.", List.of(ReviewMethod.CASE_FILES),
                    List.of())),
            List.of(), List.of(), "");

    @Test
    void with_names_each_return_stands_by_its_own() {
        var desk = ModerationDesk.open("1.1", "Training", scale(), List.of(stow(), harrow()), List.of(ELM));
        assertThat(desk.rows()).extracting(ModerationDesk.Row::label)
                .containsExactly("Borough of Stowmere", "Harrow Vale District Council");
        var harrow = desk.rows().getLast();
        assertThat(harrow.href()).isEqualTo("/assurance/received/1");
        assertThat(harrow.evidence()).isEqualTo("2 in the window, 1 out of it, 0 with the date missing");
        assertThat(harrow.disputed()).isTrue();
        assertThat(harrow.challenges()).singleElement().satisfies(c -> {
            assertThat(c.from()).isEqualTo("Borough of Stowmere");
            assertThat(c.turns()).containsExactly("Peer asked: Where is the training log?",
                    "Organisation answered: In the appendix.", "Peer referred to the panel: We still differ.");
            assertThat(c.state()).isEqualTo("Referred to the panel");
        });
    }

    /** Invariants 5 and 23. */
    @Test
    void the_agreed_rating_stands_first_and_all_others_beside_it_with_letter_word_and_definition() {
        var lines = ModerationDesk.open("1.1", "Training", scale(), List.of(harrow()), List.of(STOW, ELM)).rows()
                .getFirst().ratings().lines();
        assertThat(lines).extracting(RatingsBeside.Line::whose).containsExactly("Agreed rating", "Moderated rating",
                "Own rating", "Own rating, children", "Peer rating", "Peer rating", "Independent rating");
        assertThat(lines).extracting(RatingsBeside.Line::shown).containsExactly("G, Green", "A, Amber", "B, Blue",
                "R, Red", "A, Amber", "G, Green", "A, Amber");
        assertThat(lines).allSatisfy(l -> assertThat(l.meaning()).isNotBlank());
        assertThat(lines.getFirst().rests()).isEqualTo("Board minute: Board, minute 12, 1 October 2026");
        assertThat(lines).extracting(RatingsBeside.Line::from).containsExactly("The board", "The panel",
                "Harrow Vale District Council", "Harrow Vale District Council", "Borough of Stowmere",
                "Elm and Ash Council", "Reviewers from outside");
        assertThat(lines.get(4).declared()).containsExactly(
                "The two organisations share a service or staff: Payroll of Stowmere",
                "The panel has not looked at this yet");
        assertThat(lines.get(5).declared()).as("nobody declared anything")
                .containsExactly("Working relationships were not declared");
        assertThat(lines.getLast().weakened()).containsExactly("Limitation: HVDC gave no case files.");
        assertThat(lines.subList(0, 6)).allSatisfy(l -> assertThat(l.weakened()).isEmpty());
    }

    @Test
    void with_names_hidden_none_stands_anywhere_on_the_desk() {
        var desk = ModerationDesk.hidden(SITTING, "1.1", "Training", scale(), List.of(harrow(), stow()), List.of(ELM));
        var all = everything(desk);
        assertThat(all).doesNotContainIgnoringCase("Harrow", "Stowmere", "HVDC", "E&A", "Elm and Ash", "received")
                .contains("[Organisation ", "www.[Organisation ");
        assertThat(desk.rows()).extracting(ModerationDesk.Row::label).isSorted()
                .allMatch(l -> l.startsWith("Organisation "));
        assertThat(desk.rows()).allSatisfy(r -> assertThat(r.href()).isNull());
        // The check itself: with names, all of them are there.
        assertThat(everything(ModerationDesk.open("1.1", "Training", scale(), List.of(harrow(), stow()), List.of(ELM))))
                .contains("Harrow", "Stowmere", "HVDC", "Elm and Ash", "received");
    }

    @Test
    void a_letter_stays_through_a_sitting_and_is_drawn_anew_for_the_next() {
        var named = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> new HiddenNames.Named(new UUID(8, i), "Town " + (char) ('A' + i % 26) + i, List.of()))
                .toList();
        var first = new HiddenNames(SITTING, named);
        var again = new HiddenNames(SITTING, named.reversed());
        var next = new HiddenNames(new UUID(5, 6), named);
        var letters = new HashSet<String>();
        int moved = 0;
        int inOrder = 0;
        for (int i = 0; i < named.size(); i++) {
            var id = named.get(i).id();
            assertThat(first.label(id)).isEqualTo(again.label(id));
            letters.add(first.label(id));
            moved += first.label(id).equals(next.label(id)) ? 0 : 1;
            inOrder += first.label(id).equals("Organisation " + (char) ('A' + i)) ? 1 : 0;
        }
        assertThat(letters).hasSize(30).contains("Organisation A", "Organisation Z", "Organisation AA",
                "Organisation AD");
        assertThat(moved).isGreaterThan(20);
        assertThat(inOrder).isLessThan(10);
        assertThat(first.label(new UUID(9, 9))).isEqualTo("Another organisation");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Harrow Vale District Council trains its crews. | [X] trains its crews.
            harrow vale  district council's crews          | [X]'s crews
            Harrow Vale’s crews, and the HVDC team         | [X]’s crews, and the [X] team
            see www.harrowvaledc.example/log               | see www.[X].example/log
            a vale with a harrow in it                     | a vale with a harrow in it
            Harrow Valency is chemistry                    | Harrow Valency is chemistry
            the council trains its crews                   | the council trains its crews
            """)
    void a_name_is_hidden_in_every_shape_and_no_other_word_with_it(String text, String hidden) {
        var names = new HiddenNames(SITTING, List.of(HARROW));
        assertThat(names.in(text).replace("[Organisation A]", "[X]")).isEqualTo(hidden);
    }

    @Test
    void where_two_go_by_one_name_neither_is_told_from_the_other() {
        var names = new HiddenNames(SITTING, List.of(new HiddenNames.Named(OWNER, "Brook City Council", List.of()),
                new HiddenNames.Named(PEER, "Brook County Council", List.of())));
        assertThat(names.in("Brook did well.")).isEqualTo("[an organisation] did well.");
        assertThat(names.in("Brook City Council did well.")).isEqualTo("[" + names.label(OWNER) + "] did well.");
    }

    @Test
    void without_organisations_a_text_stays_as_it_is() {
        assertThat(new HiddenNames(SITTING, List.of()).in("Harrow Vale")).isEqualTo("Harrow Vale");
    }

    private static String everything(ModerationDesk desk) {
        var text = new StringBuilder(desk.title());
        for (var row : desk.rows()) {
            text.append('\n').append(row.label()).append(row.href()).append(row.answer()).append(row.evidence());
            row.challenges().forEach(c -> text.append(c.from()).append(c.turns()).append(c.state()));
            row.ratings().lines().forEach(l -> text.append(l.from()).append(l.rests()).append(l.meaning())
                    .append(l.declared()).append(l.weakened()).append(l.noted()).append(l.shown()));
        }
        return text.toString();
    }

    private static ModerationDesk.Entry harrow() {
        var minute = new Rating.Ground(Rating.Ground.Kind.MINUTE, "Board, minute 12", LocalDate.of(2026, 10, 1));
        var typed = new Rating(UUID.randomUUID(), "1.1", Voice.SELF, Audience.CHILDREN, "four", 1,
                new Verdict.Level("R", null), OWNER, STAFF, AT, null, null, "Harrow Vale's paper of 2020");
        return new ModerationDesk.Entry(OWNER, HARROW.name(), HARROW.also(), "/assurance/received/1",
                "Harrow Vale works with Stowmere, see www.harrowvale.example.",
                Map.of(Standing.IN, 2, Standing.OUT, 1),
                List.of(rating(Voice.SELF, OWNER, "B", null), rating(Voice.PEER, PEER, "A", null),
                        rating(Voice.PEER, THIRD, "G", null), rating(Voice.AGREED, BOARD, "G", minute),
                        decision("A").rating(scale(), BOARD, STAFF, AT), typed,
                        REVIEW.rating("1.1", Audience.ALL, scale(), new Verdict.Level("A", null), new UUID(0, 77),
                                STAFF, AT,
                                null),
                        rating("1.2", Voice.SELF, Audience.ALL, OWNER, "R", null)),
                List.of(referred(ChallengeKind.TOO_HIGH), asked("K-0009", "1.2", ChallengeKind.CLARIFY)),
                Map.of(PEER, new Declaration(UUID.randomUUID(), PEER, OWNER, STAFF,
                        List.of(new Relationship(Relationship.Kind.SHARED_SERVICE, "Payroll of Stowmere")), AT, null)),
                REVIEW::limits);
    }

    private static ModerationDesk.Entry stow() {
        return new ModerationDesk.Entry(PEER, STOW.name(), STOW.also(), "/assurance/received/2",
                "Stowmere learnt from Elm and Ash, E&A for short, and from Harrow Vale.", Map.of(),
                List.of(rating(Voice.SELF, PEER, "G", null)), List.of(), Map.of(), r -> List.of());
    }
}

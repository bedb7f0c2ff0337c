package heed.assurance.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in a paper, no line of it is lost, and no reader falls over. */
class EveryLineTest {
    private static final List<String> SCRAPS = List.of("", "", "", "\t", "2.1", "2.2 How do you know?", "1. Do this.",
            "Question 3: Is it so?", "Response", "Evidence", "Rating", "Rating: Amber", "Actions", "Action\tLead\tDue",
            "Walk round\tCaretaker\tMay 2031", "\tStandard", "\tAction", "\tLead", "\tTimescale", "\tWalk round", "\tClerk",
            "\tMay 2031", "Option\tTotal\tPercent", "Yes\t12\t60.00%", "No 8 40.00%", "Option Total Percent Yes 1 50% No 1 50%",
            "# A heading", "## A heading", "Strengths", "Areas for development", "- a point", "· another point", "a. lettered",
            "(1) A group", "1A\t1B\t2A", "B\tG\tR", "Blue – met", "Green – nearly met", "Amber – begun", "Red – not begun",
            "Level 1 is low", "Level 2 is more", "Level 3 is most", "Recommendation 1", "Recommendation 2: Do that.",
            "The recommendations are as follows:", "We were unable to see the files.", "The service is working at level 2.",
            "Contents", "Limitations", "Learning points\tAction\tLead\tStatus", "Learning point 1 Talk\tMeet\tClerk\tG-Green",
            "\t\tand go on\t", "7\tPage ran in\tMeet\tClerk\tGreen", "Document control", "Owner\tClerk", "To:\tThe Board",
            "\tTo:", "\tThe Board", "Standard 1 - One", "Standard 2 - Two", "Standard 3 - Three", "page 3 of 9", "54", "----",
            "--\t---\t--", "<p>one</p> <p>two</p>\t<b>G-Green</b>", "went on without an end and", "small letters go on here",
            "A sentence.", "https://example.org/a", "?", ":", "…", "\u00A0", "**", "(", ")", "1)", "R1 Do it now.",
            "Key achievements", "Our priorities for next year are:", "Risks", "Interviews", "Clerk\tInterview", "*or*");

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_line_is_lost(int seed) {
        var random = new Random(seed);
        var lines = new ArrayList<String>();
        int length = 1 + random.nextInt(60);
        for (int i = 0; i < length; i++)
            lines.add(SCRAPS.get(random.nextInt(SCRAPS.size())));
        for (var kind : PaperKind.values())
            Read.sound(Papers.read(kind, Sources.numbered(lines), Mapping.NONE));
    }

    @Test
    void a_lost_line_would_be_noticed() {
        var line = new Line(1, 1, "A line");
        var lost = new Reading(PaperKind.PLAN, List.of(line), List.of(), List.of(), List.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Read.sound(lost)).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_same_lines_are_read_the_same_again() {
        var lines = Sources.numbered(SCRAPS);
        for (var kind : PaperKind.values())
            assertThat(Papers.read(kind, lines, Mapping.NONE)).isEqualTo(Papers.read(kind, lines, Mapping.NONE));
    }

    @Test
    void a_long_paper_is_read_in_seconds_whatever_is_in_it() {
        var random = new Random(7);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 6_000; i++)
            lines.add(SCRAPS.get(random.nextInt(SCRAPS.size())));
        for (var kind : PaperKind.values())
            org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(30),
                    () -> Papers.read(kind, Sources.numbered(lines), Mapping.NONE));
    }
}

package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leads are told apart as people write them. */
class LeadWordsTest {
    private static java.util.List<String> split(String words) {
        return LeadWords.split(words, Set.of("annemarie")::contains);
    }

    @Test
    void signs_and_lines_part_names() {
        assertThat(split("QP/RS")).containsExactly("QP", "RS");
        assertThat(split("Quentin Peel / Rosa Salt")).containsExactly("Quentin Peel", "Rosa Salt");
        assertThat(split("Quentin Peel and Rosa Salt")).containsExactly("Quentin Peel", "Rosa Salt");
        assertThat(split("Quentin Peel\nRosa Salt")).containsExactly("Quentin Peel", "Rosa Salt");
        assertThat(split("QP\nRS")).containsExactly("QP", "RS");
        assertThat(split("QP, RS; TU & VW")).containsExactly("QP", "RS", "TU", "VW");
        assertThat(split("Andy Sandall")).containsExactly("Andy Sandall");
        assertThat(split("  \n")).isEmpty();
    }

    @Test
    void a_name_broken_over_two_lines_is_one_name() {
        assertThat(split("QP/RS/\nRosa\nSalt")).containsExactly("QP", "RS", "Rosa Salt");
        assertThat(split("Anne\nMarie")).containsExactly("Anne Marie");
    }

    @Test
    void the_same_name_twice_is_one_lead() {
        assertThat(split("QP/QP")).containsExactly("QP");
    }

    @Test
    void points_spaces_and_case_do_not_matter_when_names_are_compared() {
        assertThat(LeadWords.folded("Q. P.")).isEqualTo(LeadWords.folded("qp"));
        assertThat(LeadWords.folded("RosaSalt")).isEqualTo(LeadWords.folded("Rosa Salt"));
    }
}

package heed.assurance.exercise;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a return needs to know of the edition it answers, cut to the profile it is answered with.
 *
 * @param id       the published edition
 * @param code     its code
 * @param version  its version
 * @param title    its title
 * @param both     whether it is for children and adults both
 * @param scale    the scale that it is rated on
 * @param sections its sections with their questions
 */
public record ReturnEdition(UUID id, String code, int version, String title, boolean both, RatingScale scale,
        List<Section> sections) {
    /** Copies the sections. */
    public ReturnEdition {
        sections = List.copyOf(sections);
    }

    /** A section; its code and title are empty where questions stand under none. */
    public record Section(String code, String title, List<Asked> questions) {
        /** Copies the questions. */
        public Section {
            questions = List.copyOf(questions);
        }
    }

    /**
     * One question.
     *
     * @param code         its code
     * @param title        what it is called
     * @param bullets      what it names to be answered one by one
     * @param lastYear     whether evidence of the last year is asked for
     */
    public record Asked(String code, String title, List<String> bullets, boolean lastYear) {
        /** Copies the bullets. */
        public Asked {
            bullets = List.copyOf(bullets);
        }
    }

    /** Every question, in order. */
    public List<Asked> questions() {
        return sections.stream().flatMap(s -> s.questions().stream()).toList();
    }

    /** The question of this code. */
    public Optional<Asked> question(String code) {
        return questions().stream().filter(q -> q.code().equals(code)).findFirst();
    }
}

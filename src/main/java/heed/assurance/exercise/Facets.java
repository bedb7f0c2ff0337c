package heed.assurance.exercise;

/**
 * The two answers from which a scale such as {@code std-brag-2017} derives its letter: nobody picks the letter.
 *
 * @param attainment whether it is met, such as {@code met} or {@code begun}
 * @param evidenced  whether that can be shown, such as {@code evidence_ready}
 */
public record Facets(String attainment, String evidenced) {
}

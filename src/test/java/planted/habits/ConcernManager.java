package planted.habits;

/** Breaks a rule on purpose: a name that says nothing. */
public class ConcernManager {
    /** Likewise. */
    public record ConcernDto(String value) {
    }
}

package heed.casework.raise;

import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.Telling;
import java.util.Map;

/** Takes what one step's form sent into what was told so far. Fields that were not sent count as empty. */
final class StepForm {
    private StepForm() {
    }

    static Telling into(Telling t, Step step, int person, Map<String, String> sent) {
        return switch (step) {
            case DANGER -> t.danger(sent.getOrDefault("danger", ""));
            case ACCOUNT -> t.account(new Telling.Account(get(sent, "seen"), get(sent, "told"), get(sent, "think")));
            case WHO -> person == 0
                    ? t.kind(get(sent, "kind")).person(0, person(sent, PersonRole.AT_RISK.name()))
                    : t.person(person, person(sent, get(sent, "role")));
            case WORKS_HERE ->
                t.worksHere(new Telling.WorksHere(get(sent, "answer"), get(sent, "works"), get(sent, "name"),
                        get(sent, "post"), get(sent, "keepFrom")));
            case HAPPENED -> t.happened(new Telling.Happened(get(sent, "happened-day"), get(sent, "happened-month"),
                    get(sent, "happened-year"), get(sent, "time"), get(sent, "words"), get(sent, "where"),
                    get(sent, "ward")));
            case KNOWING -> t.knowing(new Telling.Knowing(get(sent, "knows"), get(sent, "agrees"), get(sent, "words"),
                    get(sent, "childView"), get(sent, "parentView"), get(sent, "wanted")));
            case ELSEWHERE ->
                t.elsewhere(new Telling.Elsewhere(get(sent, "done"), get(sent, "reported"), get(sent, "to"),
                        get(sent, "when"), get(sent, "reference")));
            case CONTACT ->
                t.contact(new Telling.Contact(get(sent, "safe"), get(sent, "words"), get(sent, "interpreter")));
        };
    }

    private static Person person(Map<String, String> sent, String role) {
        return new Person(role, get(sent, "name"), get(sent, "knownAs"), get(sent, "born-day"), get(sent, "born-month"),
                get(sent, "born-year"), get(sent, "age"), get(sent, "address"), get(sent, "contact"),
                get(sent, "description"),
                get(sent, "unborn"));
    }

    // A browser sends every line break as two characters; what was typed was one.
    private static String get(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").replace("\r\n", "\n");
    }
}

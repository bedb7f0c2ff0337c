package heed.platform.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The names of known people, read once, to be looked for in many texts: reading some thousand names takes longer than
 * finding them. Nothing in it changes, so many threads may look at once.
 */
public final class KnownNames {
    /** The people of one surname form. */
    record Bearers(Map<String, Namesakes> byGiven, List<Named> all) {
    }

    /** A person, and how the forms they are kept under agree with their name. */
    record Named(KnownName known, Agreement given, Agreement surname) {
    }

    /** People who share a surname and a form of given name. */
    record Namesakes(List<Named> people) {
    }

    private final Map<String, Bearers> bySurname = new HashMap<>();
    private final Map<UUID, PersonName> read = new HashMap<>();

    private KnownNames() {
    }

    /** Reads names. People without a given name are found only by a title before their surname. */
    public static KnownNames of(Collection<KnownName> people) {
        var names = new KnownNames();
        people.forEach(names::index);
        return names;
    }

    /** One person's name as read; null where they are not among these. */
    public @Nullable PersonName of(UUID who) {
        return read.get(who);
    }

    @Nullable
    Bearers bearing(String surname) {
        return bySurname.get(surname);
    }

    private void index(KnownName known) {
        PersonName name = PersonName.of(known.name());
        read.put(known.who(), name);
        Map<String, Agreement> forms = new LinkedHashMap<>();
        name.given().forEach(given -> forms.put(given, given.length() == 1 ? Agreement.INITIAL : Agreement.SAME));
        for (String given : name.given()) {
            Nicknames.formsOf(given).forEach(form -> forms.putIfAbsent(form, Agreement.SHORT_FORM));
            forms.putIfAbsent(given.substring(0, 1), Agreement.INITIAL);
        }
        for (int i = 0; i < name.surname().size(); i++) {
            Agreement surname = i == 0 ? Agreement.SAME : Agreement.PART;
            Bearers bearers = bySurname.computeIfAbsent(name.surname().get(i),
                    s -> new Bearers(new HashMap<>(), new ArrayList<>()));
            bearers.all().add(new Named(known, Agreement.NOT_GIVEN, surname));
            forms.forEach((form, agreement) -> bearers.byGiven()
                    .computeIfAbsent(form, f -> new Namesakes(new ArrayList<>())).people()
                    .add(new Named(known, agreement, surname)));
        }
    }
}

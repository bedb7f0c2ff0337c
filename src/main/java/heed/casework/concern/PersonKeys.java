package heed.casework.concern;

import heed.platform.names.NameKeys;
import heed.platform.seal.SearchTokens;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What somebody a concern names is found again by, as keyed tokens. Kinds never share a token. */
@Component
class PersonKeys {
    /** Raised whenever the keys of a person change, so that rows kept under older ones are made again. */
    static final int EDITION = 1;

    private final SearchTokens tokens;

    PersonKeys(SearchTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Tokens by kind.
     *
     * @param words  of the names, for searches by name
     * @param pairs  two words of a name together
     * @param born   date of birth
     * @param phones telephone and mail
     * @param places the home
     */
    record Made(Long[] words, Long[] pairs, Long[] born, Long[] phones, Long[] places) {
        /** Whether there is nothing to look by. */
        boolean none() {
            return pairs.length + born.length + phones.length + places.length == 0;
        }
    }

    /** What a row without anything to find it by holds. */
    static Made nothing() {
        var none = new Long[0];
        return new Made(none, none, none, none, none);
    }

    /** What somebody is kept under. */
    Made kept(UUID scope, Person person) {
        var born = new LinkedHashSet<String>();
        var date = person.born();
        if (date != null) {
            born.add("born:" + date);
            heard(person).forEach(word -> born.add("born-of:" + date + "|" + word));
        }
        return new Made(boxed(tokens.names(scope, person.name(), person.knownAs())),
                keyed(scope, names(person, NameKeys::kept)), keyed(scope, born), keyed(scope, phones(person)),
                places(scope, person));
    }

    /** What to look for somebody under, among those of {@link #kept}. */
    Made sought(UUID scope, Person person) {
        var born = new LinkedHashSet<String>();
        var date = person.born();
        if (date != null) {
            born.add("born:" + date);
            var swapped = NearDates.swapped(date);
            if (swapped != null)
                born.add("born:" + swapped);
            // A date that is a digit off is worth opening only where the name agrees in part: there are forty such dates.
            var heard = names(person, NameKeys::listened);
            for (LocalDate near : NearDates.oneDigitOff(date))
                heard.forEach(word -> born.add("born-of:" + near + "|" + word));
        }
        return new Made(words(scope, person), keyed(scope, names(person, NameKeys::sought)), keyed(scope, born),
                keyed(scope, phones(person)), places(scope, person));
    }

    /** Whole words, short forms and sounds: without runs of letters, which agree by chance. */
    private Long[] words(UUID scope, Person person) {
        var keys = names(person, NameKeys::of);
        keys.removeIf(key -> key.startsWith("run:"));
        return keyed(scope, keys);
    }

    private static Set<String> names(Person person, Function<String, Set<String>> keys) {
        var all = new LinkedHashSet<String>();
        Stream.of(person.name(), person.knownAs()).filter(name -> !name.isBlank()).map(keys).forEach(all::addAll);
        return all;
    }

    private static Set<String> heard(Person person) {
        return names(person, NameKeys::heard);
    }

    private static List<String> phones(Person person) {
        var numbers = Contacts.numbers(person.contact());
        return Stream.of(numbers.stream().map(number -> "phone:" + number),
                Contacts.ends(numbers).stream().map(end -> "phone-end:" + end),
                Contacts.mails(person.contact()).stream().map(mail -> "mail:" + mail)).flatMap(s -> s).toList();
    }

    private Long[] places(UUID scope, Person person) {
        var keys = Address.keys(person.address());
        return keys.isEmpty() ? new Long[0] : boxed(tokens.words(scope, "home" + String.join(" home", keys)));
    }

    private Long[] keyed(UUID scope, Collection<String> keys) {
        return boxed(tokens.keyed(scope, keys));
    }

    private static Long[] boxed(long[] values) {
        return Arrays.stream(values).boxed().toArray(Long[]::new);
    }
}

package heed.platform.names;

import java.util.LinkedHashSet;
import java.util.Set;

/** What a name is looked up by: plain keys, each saying its kind, to be made into keyed tokens before they are stored. */
public final class NameKeys {
    private NameKeys() {
    }

    /**
     * The keys of a name: {@code name:} folded words, {@code short:} the groups of names they are short forms in,
     * {@code sound:} and {@code rating:} how they sound, {@code run:} their runs of three letters.
     */
    public static Set<String> of(String typed) {
        Set<String> keys = new LinkedHashSet<>();
        for (String word : PersonName.of(typed).words()) {
            keys.add("name:" + word);
            Nicknames.groupsOf(word).forEach(group -> keys.add("short:" + group));
            if (word.length() > 1) {
                Sound.consonants(word).forEach(code -> keys.add("sound:" + code));
                String rating = Sound.rating(word);
                if (!rating.isEmpty()) {
                    keys.add("rating:" + rating);
                }
                String edged = "^" + word + "$";
                for (int i = 0; i + 3 <= edged.length(); i++) {
                    keys.add("run:" + edged.substring(i, i + 3));
                }
            }
        }
        return keys;
    }

    /**
     * What a name is kept under so that it is found among very many: two of its words together, each by name, short form,
     * sound or with one letter left out. A word alone is far too common: one in eighty is a Smith.
     *
     * @return {@code pair:} for two words in either order, {@code init:} for an initial and a surname, {@code lone:} where
     *         no more than an initial is known, {@code solo:} where there is one word only
     */
    public static Set<String> kept(String typed) {
        Set<String> keys = new LinkedHashSet<>();
        PersonName name = PersonName.of(typed);
        if (name.isSingleWord())
            name.surname().forEach(word -> solo(keys, word));
        else
            for (String surname : name.surname()) {
                firstNames(name).forEach(given -> pairs(keys, given, surname));
                name.given().forEach(
                        given -> initials(keys, given.length() == 1 ? "lone:" : "init:", given, surname));
            }
        return keys;
    }

    /** What to look for a name under, among those of {@link #kept}: also what is kept where less of it was known. */
    public static Set<String> sought(String typed) {
        Set<String> keys = new LinkedHashSet<>(kept(typed));
        keys.removeIf(key -> key.startsWith("init:"));
        PersonName name = PersonName.of(typed);
        for (String surname : name.surname())
            for (String given : name.given()) {
                initials(keys, "lone:", given, surname);
                if (given.length() == 1)
                    initials(keys, "init:", given, surname);
            }
        name.words().forEach(word -> solo(keys, word));
        return keys;
    }

    /** How each word of a name sounds, and the names it is short for: for keys that join them with something else. */
    public static Set<String> heard(String typed) {
        Set<String> keys = new LinkedHashSet<>();
        for (String word : PersonName.of(typed).words())
            if (word.length() > 1) {
                keys.addAll(named(word));
                Sound.consonants(word).forEach(code -> keys.add("s:" + code));
            }
        return keys;
    }

    /** The fewest of {@link #heard} that find all it finds: a word that is short for nothing is found by its sound. */
    public static Set<String> listened(String typed) {
        Set<String> keys = new LinkedHashSet<>();
        for (String word : PersonName.of(typed).words())
            if (word.length() > 1) {
                Set<String> sounds = Sound.consonants(word);
                if (sounds.isEmpty() || !Nicknames.groupsOf(word).isEmpty())
                    keys.addAll(named(word));
                sounds.forEach(code -> keys.add("s:" + code));
            }
        return keys;
    }

    private static Set<String> firstNames(PersonName name) {
        Set<String> words = new LinkedHashSet<>(name.given());
        words.addAll(name.middle());
        return words;
    }

    private static void solo(Set<String> keys, String word) {
        keys.add("solo:" + word);
        if (word.length() > 1)
            Sound.consonants(word).forEach(code -> keys.add("solo:s:" + code));
    }

    private static void initials(Set<String> keys, String kind, String given, String surname) {
        Set<Character> letters = new LinkedHashSet<>();
        letters.add(given.charAt(0));
        Nicknames.groupsOf(given).forEach(full -> letters.add(full.charAt(0)));
        for (String code : Sound.consonants(surname))
            letters.forEach(letter -> keys.add(kind + letter + "|" + code));
    }

    private static void pairs(Set<String> keys, String one, String other) {
        if (one.length() < 2 || other.length() < 2)
            return;
        Set<String> ones = Sound.consonants(one);
        Set<String> others = Sound.consonants(other);
        for (String a : faces(one, ones))
            others.forEach(code -> pair(keys, a, "s:" + code));
        for (String b : faces(other, others))
            ones.forEach(code -> pair(keys, "s:" + code, b));
        for (String a : named(one))
            for (String b : named(other))
                pair(keys, a, b);
        // One letter wrong often changes the sound: then what is left without that letter agrees.
        others.stream().findFirst().ifPresent(code -> lacking(one).forEach(a -> pair(keys, a, "s:" + code)));
        ones.stream().findFirst().ifPresent(code -> lacking(other).forEach(b -> pair(keys, b, "s:" + code)));
    }

    private static Set<String> faces(String word, Set<String> sounds) {
        Set<String> faces = new LinkedHashSet<>(named(word));
        sounds.forEach(code -> faces.add("s:" + code));
        return faces;
    }

    private static Set<String> named(String word) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> groups = Nicknames.groupsOf(word);
        (groups.isEmpty() ? Set.of(word) : groups).forEach(name -> names.add("n:" + name));
        return names;
    }

    /** The word, and the word without each letter in turn. */
    private static Set<String> lacking(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add("d:" + word);
        if (word.length() > 2)
            for (int i = 0; i < word.length(); i++)
                forms.add("d:" + word.substring(0, i) + word.substring(i + 1));
        return forms;
    }

    private static void pair(Set<String> keys, String a, String b) {
        keys.add("pair:" + (a.compareTo(b) <= 0 ? a + "|" + b : b + "|" + a));
    }
}

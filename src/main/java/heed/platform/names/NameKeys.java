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
}

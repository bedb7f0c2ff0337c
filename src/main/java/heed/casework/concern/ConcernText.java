package heed.casework.concern;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a concern can be searched, by the part it stands in.
 *
 * @param part  which part, as people read it
 * @param words as written
 * @param place whether it says where
 */
public record ConcernText(String part, String words, boolean place) {
    /** Every text of a concern that has something in it: of the account, of where, of who it names, of what was added. */
    public static List<ConcernText> of(Telling told, List<String> added) {
        var all = new ArrayList<ConcernText>();
        add(all, "What was seen or heard", told.account().seen());
        add(all, "What they were told", told.account().told());
        add(all, "What they think", told.account().think());
        add(all, "When it happened", told.happened().words());
        place(all, "Where it happened", told.happened().where());
        place(all, "Ward", told.happened().ward());
        add(all, "Do they know and agree", told.knowing().words());
        add(all, "The child’s view", told.knowing().childView());
        add(all, "The parents’ view", told.knowing().parentView());
        add(all, "What they want", told.knowing().wanted());
        add(all, "What was done already", told.elsewhere().done());
        add(all, "Who else was told", told.elsewhere().to());
        add(all, "How to reach them safely", told.contact().words());
        for (var mark : told.marks()) {
            add(all, "Marks", mark.colour());
            add(all, "Marks", mark.explained());
        }
        for (var person : told.named()) {
            place(all, "Address", person.address());
            add(all, "Contact", person.contact());
            add(all, "Who they are", person.description());
        }
        add(all, "Where they work", told.worksHere().post());
        added.forEach(words -> add(all, "Note added later", words));
        return all;
    }

    /** Every name in a concern. */
    public static List<String> names(Telling told) {
        return Stream.concat(told.named().stream().flatMap(p -> Stream.of(p.name(), p.knownAs())),
                Stream.of(told.worksHere().name())).filter(n -> !n.isBlank()).toList();
    }

    private static void add(List<ConcernText> all, String part, String words) {
        if (!words.isBlank())
            all.add(new ConcernText(part, words, false));
    }

    private static void place(List<ConcernText> all, String part, String words) {
        if (!words.isBlank())
            all.add(new ConcernText(part, words, true));
    }
}

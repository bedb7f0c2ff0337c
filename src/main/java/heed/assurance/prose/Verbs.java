package heed.assurance.prose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verbs by what they do: those that mean the same to whoever asks when something happened share a deed. */
public final class Verbs {
    private static final Map<String, Deed> DEEDS = new HashMap<>();
    private static final Set<String> PAST = Set.of("was", "were", "had", "took", "drew", "made", "gave", "held", "met",
            "ran",
            "sent", "got", "rose", "fell", "came", "went", "began", "told", "found", "led", "saw", "said", "wrote",
            "did",
            "kept", "left", "lost", "rang", "won", "brought", "bought", "taught", "felt", "became", "chose", "spoke");
    private static final Map<String, String> SAME = Map.of("has", "have", "had", "have", "took", "take", "taken",
            "take",
            "drew", "draw", "made", "make", "held", "hold", "met", "meet", "ran", "run");

    static {
        put(Deed.DONE, "conducted", "undertaken", "undertook", "performed", "completed", "finished", "carried", "done");
        put(Deed.APPROVED, "approved", "agreed", "adopted", "ratified", "endorsed", "sanctioned", "signed");
        put(Deed.REVIEWED, "reviewed", "updated", "revised", "refreshed", "rewritten", "amended");
        put(Deed.BEGAN, "launched", "launching", "began", "begins", "begin", "beginning", "begun", "started", "starts",
                "start", "introduced", "established", "opened", "opens", "commenced", "formed");
        put(Deed.ENDED, "ended", "ends", "end", "ending", "closed", "closes", "close", "extended", "extends", "expired",
                "expires", "expire", "stopped", "stops", "ceased", "ceases", "funded", "runs", "run", "concludes",
                "concluded",
                "lasts", "last");
        put(Deed.PUBLISHED, "published", "released", "issued", "circulated", "distributed");
        put(Deed.APPOINTED, "appointed", "recruited", "joined");
        put(Deed.MOVED, "moved", "transferred", "relocated");
        put(Deed.AWARDED, "awarded", "commissioned", "let");
        put(Deed.REPORTED, "presented", "reported", "submitted");
        put(Deed.HELD, "held", "hosted", "met", "took", "delivered");
        put(Deed.OPENED, "open", "live");
        put(Deed.RATED, "inspected", "rated", "graded", "assessed", "audited");
        put(Deed.REPLACED, "replaced", "installed", "fitted", "built", "bought", "refurbished");
    }

    /** What a verb does. */
    public enum Deed {
        /** Carried out to its end. */
        DONE,
        /** Agreed by somebody with the power to. */
        APPROVED,
        /** Looked at again and changed. */
        REVIEWED,
        /** Began. */
        BEGAN,
        /** Ended, ends, or goes on to a date. */
        ENDED,
        /** Given to the public or to staff. */
        PUBLISHED,
        /** Took up a post. */
        APPOINTED,
        /** Changed its place. */
        MOVED,
        /** Given as a contract. */
        AWARDED,
        /** Laid before somebody. */
        REPORTED,
        /** Took place. */
        HELD,
        /** Was open to be answered. */
        OPENED,
        /** Looked at by somebody who judges. */
        RATED,
        /** A thing was put in place of another. */
        REPLACED
    }

    private Verbs() {
    }

    private static void put(Deed deed, String... forms) {
        for (var form : forms)
            DEEDS.put(form, deed);
    }

    /** What it does, where it stands as a verb in these words and not before a thing as in "the revised policy". */
    public static Optional<Deed> deed(List<Word> words, int at) {
        var deed = DEEDS.get(words.get(at).low());
        return deed == null || describes(words, at) ? Optional.empty() : Optional.of(deed);
    }

    /** Whether it stands as a verb: a helping verb, a deed, or ending as verbs of the past do. */
    public static boolean verb(List<Word> words, int at) {
        var word = words.get(at);
        var low = word.low();
        if (!word.letters())
            return false;
        if (Words.AUXILIARIES.contains(low))
            return true;
        return (PAST.contains(low)
                || DEEDS.containsKey(low) && !low.equals("open") && !low.equals("last") && !low.equals("live")
                || low.length() > 4 && low.endsWith("ed") && !word.capital()) && !describes(words, at);
    }

    /** Its stem, the same for forms of one verb. */
    public static String stem(String low) {
        var same = SAME.get(low);
        if (same != null)
            return same;
        for (var ending : List.of("ied", "ed", "ing", "es", "s"))
            if (low.length() > ending.length() + 2 && low.endsWith(ending)) {
                var stem = low.substring(0, low.length() - ending.length());
                return ending.equals("ied")
                        ? stem + "y"
                        : stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
            }
        return low.endsWith("e") ? low.substring(0, low.length() - 1) : low;
    }

    private static boolean describes(List<Word> words, int at) {
        if (at == 0)
            return at + 1 < words.size() && words.get(at + 1).letters() && !Words.small(words.get(at + 1));
        var before = words.get(at - 1).low();
        if (Words.DETERMINERS.contains(before))
            return true;
        // "The revised and updated policy": both describe.
        if (before.equals("and") && at > 1 && words.get(at - 2).low().endsWith("ed") && describes(words, at - 2))
            return true;
        return (before.equals("of") || before.equals("on") || before.equals("with")) && at + 1 < words.size()
                && words.get(at + 1).letters() && !Words.small(words.get(at + 1));
    }
}

package heed.casework.concern;

import static heed.casework.concern.Typed.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What someone tells us, exactly as typed, right or wrong, so that nothing is lost between steps (domain 2.1). Only the
 * account itself is needed to send it.
 *
 * @param danger     "yes", "no" or empty
 * @param kind       a {@link SubjectKind} name, or empty
 * @param account    what was seen, heard and thought, kept apart
 * @param people     everyone named; the first is who the worry is about
 * @param happened   when and where
 * @param knowing    whether they know and agree, and what they and their parents say
 * @param elsewhere  what was done already and who else was told
 * @param contact    how to reach them safely
 * @param worksHere  whether it is about someone who works here
 * @param marks      marks that happened to be seen on the body of the person it is mainly about
 */
public record Telling(String danger, String kind, Account account, List<Person> people, Happened happened,
        Knowing knowing,
        Elsewhere elsewhere, Contact contact, WorksHere worksHere, List<Mark> marks) {
    /** Nothing told yet. */
    public static final Telling BLANK = new Telling("", "", new Account("", "", ""), List.of(),
            new Happened("", "", "", "", "", "", ""), new Knowing("", "", "", "", "", ""),
            new Elsewhere("", "", "", "", ""),
            new Contact("", "", ""), new WorksHere("", "", "", "", ""));

    /** Takes what was not sent as empty. */
    public Telling {
        danger = clean(danger);
        kind = clean(kind);
        people = List.copyOf(people);
        marks = marks == null ? List.of() : List.copyOf(marks);
    }

    /** Without marks on a body, as most are. */
    public Telling(String danger, String kind, Account account, List<Person> people, Happened happened, Knowing knowing,
            Elsewhere elsewhere, Contact contact, WorksHere worksHere) {
        this(danger, kind, account, people, happened, knowing, elsewhere, contact, worksHere, List.of());
    }

    /**
     * A mark on a body, in the words of whoever saw it.
     *
     * @param place     a code of {@link BodyList#places()}
     * @param side      "left", "right", "middle" or "not-sure": theirs, not the beholder's
     * @param look      a code of {@link BodyList#looks()}
     * @param size      how large, in words
     * @param colour    in words
     * @param explained how it was explained, and by whom
     */
    public record Mark(String place, String side, String look, String size, String colour, String explained) {
        /** Takes fields that were not sent as empty. */
        public Mark {
            place = clean(place);
            side = clean(side);
            look = clean(look);
            size = clean(size);
            colour = clean(colour);
            explained = clean(explained);
        }
    }

    /** What was seen, what was told and what the teller thinks, each in their own words. */
    public record Account(String seen, String told, String think) {
        /** Takes fields that were not sent as empty. */
        public Account {
            seen = clean(seen);
            told = clean(told);
            think = clean(think);
        }

        /** Whether nothing was told. */
        public boolean empty() {
            return Stream.of(seen, told, think).allMatch(String::isBlank);
        }
    }

    /** When and where; the time of the event is not the time of telling. */
    public record Happened(String day, String month, String year, String time, String words, String where,
            String ward) {
        /** Takes fields that were not sent as empty. */
        public Happened {
            day = clean(day);
            month = clean(month);
            year = clean(year);
            time = clean(time);
            words = clean(words);
            where = clean(where);
            ward = clean(ward);
        }
    }

    /** Do they know, do they agree, what do they and their parents say, what do they want. */
    public record Knowing(String knows, String agrees, String words, String childView, String parentView,
            String wanted) {
        /** Takes fields that were not sent as empty. */
        public Knowing {
            knows = clean(knows);
            agrees = clean(agrees);
            words = clean(words);
            childView = clean(childView);
            parentView = clean(parentView);
            wanted = clean(wanted);
        }
    }

    /** What was done already, and whether somebody else was told: to whom, when, their reference. */
    public record Elsewhere(String done, String reported, String to, String when, String reference) {
        /** Takes fields that were not sent as empty. */
        public Elsewhere {
            done = clean(done);
            reported = clean(reported);
            to = clean(to);
            when = clean(when);
            reference = clean(reference);
        }
    }

    /** Whether it is safe to contact them, how and when, and in which language. */
    public record Contact(String safe, String words, String interpreter) {
        /** Takes fields that were not sent as empty. */
        public Contact {
            safe = clean(safe);
            words = clean(words);
            interpreter = clean(interpreter);
        }
    }

    /** Whether the worry is about someone who works or volunteers here, and who should not see it. */
    public record WorksHere(String answer, String works, String name, String post, String keepFrom) {
        /** Takes fields that were not sent as empty. */
        public WorksHere {
            answer = clean(answer);
            works = clean(works);
            name = clean(name);
            post = clean(post);
            keepFrom = clean(keepFrom);
        }

        /** Whether the teller said so. */
        public boolean yes() {
            return answer.equals("yes");
        }
    }

    /** The same with another answer on danger. */
    public Telling danger(String answer) {
        return new Telling(answer, kind, account, people, happened, knowing, elsewhere, contact, worksHere, marks);
    }

    /** The same about another kind of subject. */
    public Telling kind(String other) {
        return new Telling(danger, other, account, people, happened, knowing, elsewhere, contact, worksHere, marks);
    }

    /** The same with another account. */
    public Telling account(Account other) {
        return new Telling(danger, kind, other, people, happened, knowing, elsewhere, contact, worksHere, marks);
    }

    /** The same with another when and where. */
    public Telling happened(Happened other) {
        return new Telling(danger, kind, account, people, other, knowing, elsewhere, contact, worksHere, marks);
    }

    /** The same with other answers on knowing and agreeing. */
    public Telling knowing(Knowing other) {
        return new Telling(danger, kind, account, people, happened, other, elsewhere, contact, worksHere, marks);
    }

    /** The same with other answers on who else was told. */
    public Telling elsewhere(Elsewhere other) {
        return new Telling(danger, kind, account, people, happened, knowing, other, contact, worksHere, marks);
    }

    /** The same with other answers on safe contact. */
    public Telling contact(Contact other) {
        return new Telling(danger, kind, account, people, happened, knowing, elsewhere, other, worksHere, marks);
    }

    /** The same with another answer on who works here. */
    public Telling worksHere(WorksHere other) {
        return new Telling(danger, kind, account, people, happened, knowing, elsewhere, contact, other, marks);
    }

    /** The same with these marks. */
    public Telling marks(List<Mark> others) {
        return new Telling(danger, kind, account, people, happened, knowing, elsewhere, contact, worksHere, others);
    }

    /** The same with these people. */
    public Telling people(List<Person> others) {
        return new Telling(danger, kind, account, others, happened, knowing, elsewhere, contact, worksHere, marks);
    }

    /** The same with the person at that place replaced, or added at the end where the place is past it. */
    public Telling person(int place, Person person) {
        var all = new ArrayList<>(people);
        if (place < all.size())
            all.set(place, person);
        else
            all.add(person);
        return people(all);
    }

    /** The same without the person at that place. */
    public Telling without(int place) {
        var all = new ArrayList<>(people);
        all.remove(place);
        return people(all);
    }

    /** Whether someone is in danger now. */
    public boolean inDanger() {
        return danger.equals("yes");
    }

    /** What it is about; not known where nothing was chosen. */
    public SubjectKind subject() {
        var known = Typed.in(SubjectKind.class, kind);
        return known == null ? SubjectKind.NOT_KNOWN : known;
    }

    /** The person it is mainly about, or null where nobody was named yet. */
    public @Nullable Person main() {
        return people.isEmpty() ? null : people.getFirst();
    }

    /** The people of whom something was typed. */
    public List<Person> named() {
        return people.stream().filter(p -> !p.empty()).toList();
    }
}
